import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findBrowser } from "../../src/commands/find-browser.ts";
import { runMeasured } from "./run-measured.ts";
import { takePercentile } from "./statistics.ts";

// Fetched when it is wanted: it is larger than everything that a build needs. Pinned, so that scores can be compared.
const lighthouse = "lighthouse@13.5.0";
const RUNS = 5;

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
type Category = (typeof categories)[number];

/** Medians of five runs as on a phone. Scores are 0 to 100. */
export interface LighthouseFigures {
  readonly scores: Readonly<Record<Category, number>>;
  readonly layoutShift: number;
  /** Titles of what is not perfect in a category that has to be, each once. */
  readonly faults: readonly string[];
}

interface LighthouseReport {
  readonly categories: Readonly<
    Record<
      Category,
      {
        readonly score: number | null;
        readonly auditRefs: readonly { readonly id: string; readonly weight: number }[];
      }
    >
  >;
  readonly audits: Readonly<
    Record<string, { readonly title: string; readonly score: number | null; readonly numericValue?: number }>
  >;
}

/** Runs Lighthouse on a page. Throws a ProcessError where it cannot be fetched or the page cannot be loaded. */
export async function runLighthouse(
  address: string,
  workDir: string,
  progress: (message: string) => void,
): Promise<LighthouseFigures> {
  const reports: LighthouseReport[] = [];
  for (let run = 1; run <= RUNS; run += 1) {
    progress(`Lighthouse on ${new URL(address).pathname}: ${run} of ${RUNS}`);
    const path = join(workDir, `lighthouse-${run}.json`);
    const args = [
      ...["--yes", lighthouse, address, "--quiet", "--output=json", `--output-path=${path}`],
      `--only-categories=${categories.join(",")}`,
      "--chrome-flags=--headless=new --no-sandbox",
    ];
    await runMeasured("npx", args, { env: { CHROME_PATH: findBrowser() }, cwd: workDir });
    reports.push(JSON.parse(await readFile(path, "utf8")) as LighthouseReport);
  }
  return summariseReports(reports);
}

/** Medians, and what keeps a category from being perfect. */
export function summariseReports(reports: readonly LighthouseReport[]): LighthouseFigures {
  const takeMedian = (read: (report: LighthouseReport) => number) => takePercentile(reports.map(read), 0.5);
  const scores = Object.fromEntries(
    categories.map((name) => [
      name,
      Math.round(takeMedian((report) => report.categories[name].score ?? 0) * 100),
    ]),
  ) as Record<Category, number>;
  const faults = reports.flatMap((report) =>
    categories
      .filter((name) => name !== "performance")
      .flatMap((name) => report.categories[name].auditRefs)
      .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 1)
      .map(({ id }) => report.audits[id]?.title ?? id),
  );
  return {
    scores,
    layoutShift: takeMedian((report) => report.audits["cumulative-layout-shift"]?.numericValue ?? 0),
    faults: [...new Set(faults)],
  };
}

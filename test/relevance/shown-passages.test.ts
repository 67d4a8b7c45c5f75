import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadArchive } from "../../src/archive/content/load-archive.ts";
import { indexEpisodes } from "../unit/search/engine/index-episodes.ts";
import { benchShown, odysseyShown, type ShownJudgment } from "./shown-judgments.ts";

// The passages that a result shows unasked, for 25 judged queries: how many of them say something of what was asked.

/** Passages that the page shows of an episode before a reader asks for the rest. */
const SHOWN = 3;

interface Shown {
  readonly useful: number;
  readonly shown: number;
  /** Shown, and judged by nobody: read them and add them to the judgments. They count as useless. */
  readonly unjudged: string[];
}

/** What judged queries show in an archive. */
async function judgeShown(contentDir: string, judgments: readonly ShownJudgment[]): Promise<Shown> {
  const { archive } = await loadArchive({ contentDir });
  const { episodes, terms } = archive;
  const aliases = terms.map(({ term, also }) => [term, ...also]);
  const { engine } = await indexEpisodes(
    episodes.map(({ passages }) => passages.map(({ speaker, text }) => [speaker?.key ?? "", text] as const)),
    { headed: episodes, words: aliases.flat(), aliases },
  );
  const sum = { useful: 0, shown: 0, unjudged: [] as string[] };
  for (const { query, slug, useful, useless } of judgments) {
    const index = episodes.findIndex((episode) => episode.slug === slug);
    const passages = await engine.listPassages(await engine.search(query), index, SHOWN);
    for (const { start } of passages) {
      // The test's passages begin every ten seconds.
      const anchor = episodes[index]?.passages[start / 10]?.lineAnchor ?? "";
      sum.shown++;
      if (useful.includes(anchor)) sum.useful++;
      else if (!useless.includes(anchor)) sum.unjudged.push(`${query} ${slug} ${anchor}`);
    }
  }
  return sum;
}

const shareOf = (...all: readonly Shown[]) =>
  all.reduce((sum, { useful }) => sum + useful, 0) / all.reduce((sum, { shown }) => sum + shown, 0);

const inOdyssey = () =>
  judgeShown(
    "content",
    odysseyShown.map((own) => ({ ...own, slug: "deepseek-r1" })),
  );

describe("of the passages first shown", () => {
  it("most say something of what was asked, in the first archive", async () => {
    const shown = await inOdyssey();
    console.info(`first archive: ${shown.useful} of ${shown.shown} useful`);
    expect(shown.unjudged).toEqual([]);
    expect(shareOf(shown)).toBeGreaterThanOrEqual(0.84);
  });
});

// RELEVANCE_CONTENT names the bench's content folder; else its episodes are unpacked where they are at hand.
const packed = resolve("../shared/data/bench/zh-1000.tar.zst");
const given = process.env["RELEVANCE_CONTENT"];

describe.skipIf(given === undefined && !existsSync(packed))("of the passages first shown", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tingsuo-shown-"));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** A content folder with the judged episodes alone. */
  async function openJudged(): Promise<string> {
    const slugs = benchShown.map(({ slug }) => slug);
    if (given !== undefined) {
      execFileSync("mkdir", ["-p", join(folder, "episodes")]);
      execFileSync("cp", [join(given, "show.yaml"), folder]);
      for (const slug of slugs)
        execFileSync("cp", ["-r", join(given, "episodes", slug), join(folder, "episodes")]);
      return folder;
    }
    const members = execFileSync("tar", ["--zstd", "-tf", packed], { encoding: "utf8", maxBuffer: 1e8 });
    const files = members
      .split("\n")
      .filter((file) => !file.endsWith("/"))
      .filter((file) => file.endsWith("/show.yaml") || slugs.some((slug) => file.includes(`/${slug}/`)));
    await writeFile(join(folder, "files"), files.join("\n"));
    execFileSync("tar", ["--zstd", "-xf", packed, "-C", folder, "-T", join(folder, "files")]);
    return join(folder, "zh-1000");
  }

  it("at least 0.85 say something of what was asked, over 25 queries of both archives", async () => {
    const [odyssey, bench] = [await inOdyssey(), await judgeShown(await openJudged(), benchShown)];
    console.info(
      `bench: ${bench.useful} of ${bench.shown} useful; all: ${shareOf(odyssey, bench).toFixed(3)}`,
    );
    expect(bench.unjudged).toEqual([]);
    expect(shareOf(odyssey, bench)).toBeGreaterThanOrEqual(0.85);
  });
});

import { cp, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { killBuild, type Moment, readTree } from "../kill-build.ts";
import { buildSite } from "../site/build-sites.ts";
import { addEpisode, takeSample } from "./build-sites.ts";

/** What became of builds that were killed. */
export interface KillFigures {
  readonly moments: number;
  /** Those that the kill reached before they were done. */
  readonly killed: number;
  /** Those after which a whole site was there, the last or the new one, in its place or beside it. */
  readonly withSite: number;
  /** Those after which the next build made the site that it should, and left nothing beside it. */
  readonly putRight: number;
  /** What went wrong, a line each. */
  readonly failures: readonly string[];
}

const MOMENTS = 50;
/** The last steps, each before, after or both. */
const lastSteps = [
  "pagefind:before",
  "pagefind:after",
  "search-data:before",
  "search-data:after",
  "site.building:before",
  "site.building:after",
  "site.last:before",
  "site.last:after",
  "site:before",
  "site:after",
  "site.last:removed",
];

/**
 * Kills builds of an archive at fifty moments: the last steps, and evenly over the time that a build takes, with an
 * empty cache and with a full one by turns. The archive has one episode more than the last good site.
 */
export async function measureKills(
  contentDir: string,
  sample: number | undefined,
  progress: (message: string) => void,
): Promise<KillFigures> {
  await mkdir(".tingsuo", { recursive: true });
  const workDir = await mkdtemp(resolve(".tingsuo", "kills-"));
  const inWork = (name: string) => join(workDir, name);
  const settings = (site: string, cache: string) => ({
    ARCHIVE_CONTENT: inWork("content"),
    ARCHIVE_OUT: inWork(site),
    ARCHIVE_CACHE: inWork(cache),
    ARCHIVE_BASE: "",
    ARCHIVE_SITE: "https://archive.example",
  });
  try {
    progress("Building the sites before and after");
    await takeSample(resolve(contentDir), sample ?? Number.POSITIVE_INFINITY, inWork("content"));
    await buildSite(settings("before", "cold"));
    const before = JSON.stringify(await readTree(inWork("before")));
    await addEpisode(inWork("content"));
    const begin = performance.now();
    await buildSite(settings("after", "full"));
    const msOfBuild = performance.now() - begin;
    const after = JSON.stringify(await readTree(inWork("after")));
    const timed = MOMENTS - lastSteps.length;
    const moments: Moment[] = [
      ...lastSteps.map((at) => ({ at })),
      ...Array.from({ length: timed }, (_, k) => ({ ms: (msOfBuild * (k + 1)) / timed })),
    ];
    let [killed, withSite, putRight] = [0, 0, 0];
    const failures: string[] = [];
    for (const [k, moment] of moments.entries()) {
      const name = "at" in moment ? moment.at : `${Math.round(moment.ms)} ms`;
      progress(`Killing build ${k + 1} of ${moments.length}: ${name}`);
      for (const left of ["cache", "site", "site.last"])
        await rm(inWork(left), { recursive: true, force: true });
      await cp(inWork("before"), inWork("site"), { recursive: true });
      if (k % 2 === 1) await cp(inWork("full"), inWork("cache"), { recursive: true });
      const { isKilled } = await killBuild(settings("site", "cache"), moment);
      if (isKilled) killed += 1;
      const found = (await readTree(inWork("site"))) ?? (await readTree(inWork("site.last")));
      if ([before, after].includes(JSON.stringify(found))) withSite += 1;
      else failures.push(`${name}: no whole site is left`);
      const fault = await buildSite(settings("site", "cache")).then(
        () => undefined,
        (error: unknown) => String(error),
      );
      const beside = (await readdir(workDir)).filter((own) => own.startsWith("site."));
      const isRight = JSON.stringify(await readTree(inWork("site"))) === after;
      if (fault === undefined && isRight && beside.length === 0) putRight += 1;
      else failures.push(`${name}: ${fault ?? `the next build left ${beside.join(", ") || "another site"}`}`);
    }
    return { moments: moments.length, killed, withSite, putRight, failures };
  } finally {
    await rm(workDir, { recursive: true, force: true });
  }
}

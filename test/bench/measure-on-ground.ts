import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { launchBrowser } from "../launch-browser.ts";
import { serveSite } from "../serve-site.ts";
import {
  type ArchiveBuild,
  type BuildFolders,
  buildArchive,
  buildStock,
  type StockBuild,
  takeSample,
} from "./build-sites.ts";
import { makeQueries } from "./make-queries.ts";
import type { BenchGround } from "./measure-parts.ts";
import { makeRandom } from "./random.ts";
import type { BenchOptions } from "./read-bench-options.ts";
import { readSource } from "./read-source.ts";

/** What to build. */
export interface GroundOptions extends Pick<BenchOptions, "contentDir" | "sample" | "seed" | "questions"> {
  /** Whether stock Pagefind's site is built beside ours. */
  readonly needsStock: boolean;
}

/** What was built for the ground. */
export interface BuiltSites {
  readonly folders: BuildFolders;
  readonly build: ArchiveBuild;
  readonly stockBuild: StockBuild | undefined;
  /** Makes progress of what a build prints. */
  onLine(line: string): void;
}

/**
 * Builds and serves an archive, and calls `measure` with it. Everything it writes is in a folder below `.tingsuo/`,
 * which is gone when it returns or throws.
 */
export async function measureOnGround<Figures>(
  { contentDir, sample, seed, questions, needsStock }: GroundOptions,
  progress: (message: string) => void,
  measure: (ground: BenchGround, built: BuiltSites) => Promise<Figures>,
): Promise<Figures> {
  await mkdir(".tingsuo", { recursive: true });
  const workDir = await mkdtemp(resolve(".tingsuo", "bench-"));
  const cleanUp: (() => Promise<unknown>)[] = [() => rm(workDir, { recursive: true, force: true })];
  // Ctrl-C ends the process before anything below is reached.
  const removeAtExit = (): void => rmSync(workDir, { recursive: true, force: true });
  const stop = (): never => process.exit(130);
  process.once("exit", removeAtExit).once("SIGINT", stop).once("SIGTERM", stop);
  try {
    const ownContentDir = join(workDir, "content");
    await takeSample(resolve(contentDir), sample ?? Number.POSITIVE_INFINITY, ownContentDir);
    const siteDir = join(workDir, "site");
    const folders = { contentDir: ownContentDir, siteDir, cacheDir: join(workDir, "cache") };
    const onLine = (line: string) => {
      // Astro prints a line for every page; the stages are enough.
      const stage = /\[(?:tingsuo|build)\] (.+)/u.exec(line)?.[1];
      if (stage !== undefined) progress(`Building: ${stage}`);
    };
    progress("Building the archive");
    const build = await buildArchive(folders, onLine);
    progress("Reading the sources");
    const source = await readSource(ownContentDir, siteDir);
    let stockBuild: StockBuild | undefined;
    const stockDir = join(workDir, "stock");
    if (needsStock) {
      progress("Indexing the same texts with stock Pagefind");
      stockBuild = await buildStock(source.episodes, stockDir, (line) => progress(`Pagefind: ${line}`));
    }
    const site = await serveSite(siteDir, { isPacked: true });
    cleanUp.unshift(() => site.close());
    const stockServer = stockBuild === undefined ? undefined : await serveSite(stockDir, { isPacked: true });
    if (stockServer !== undefined) cleanUp.unshift(() => stockServer.close());
    const browser = await launchBrowser();
    cleanUp.unshift(() => browser.close());
    const ground: BenchGround = {
      source,
      queries: makeQueries(source.episodes, makeRandom(seed)),
      siteDir,
      site,
      ...(stockServer === undefined || stockBuild === undefined
        ? {}
        : { stock: { server: stockServer, slugs: stockBuild.slugs } }),
      browser,
      seed,
      ...(questions === undefined ? {} : { questions }),
      workDir,
      progress,
    };
    return await measure(ground, { folders, build, stockBuild, onLine });
  } finally {
    for (const undo of cleanUp) await undo();
    process.off("exit", removeAtExit).off("SIGINT", stop).off("SIGTERM", stop);
  }
}

import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import {
  type ArchiveBuild,
  addEpisode,
  buildArchive,
  buildStock,
  type StockBuild,
  takeSample,
} from "./build-sites.ts";
import { makeQueries } from "./make-queries.ts";
import { type BenchGround, measureParts, type PartFigures } from "./measure-parts.ts";
import { openBrowser } from "./open-browser.ts";
import { makeRandom } from "./random.ts";
import type { BenchOptions, BenchPart } from "./read-bench-options.ts";
import { readSource, type Source } from "./read-source.ts";
import type { ProcessCost } from "./run-measured.ts";
import { serveSite } from "./serve-site.ts";

/** Everything that a run measured; what was not asked for is absent. */
export interface BenchFigures extends PartFigures {
  readonly machine: { readonly cores: number; readonly memoryBytes: number; readonly node: string };
  readonly content: string;
  readonly seed: number;
  readonly archive: {
    readonly episodes: number;
    readonly characters: number;
    /** Episodes whose truth was read from the transcript file, and from the built transcript. */
    readonly readFromFile: number;
    readonly readFromBuild: number;
  };
  readonly build: ArchiveBuild;
  /** Of the archive with one episode more, with what the first build has kept. */
  readonly addedBuild?: ProcessCost;
  readonly stockBuild?: Omit<StockBuild, "slugs">;
}

const partsBesideStock: readonly BenchPart[] = ["build", "exact", "rank"];

/** Builds, serves and measures. Everything it writes is in a temporary folder, which is gone when it returns or throws. */
export async function measureArchive(
  { contentDir, sample, parts, seed }: BenchOptions,
  progress: (message: string) => void,
): Promise<BenchFigures> {
  const workDir = await mkdtemp(join(tmpdir(), "tingsuo-bench-"));
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
    if (partsBesideStock.some((part) => parts.has(part))) {
      progress("Indexing the same texts with stock Pagefind");
      stockBuild = await buildStock(source.episodes, stockDir, (line) => progress(`Pagefind: ${line}`));
    }
    const site = await serveSite(siteDir);
    cleanUp.unshift(() => site.close());
    const stockServer = stockBuild === undefined ? undefined : await serveSite(stockDir);
    if (stockServer !== undefined) cleanUp.unshift(() => stockServer.close());
    const browser = await openBrowser();
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
      workDir,
      progress,
    };
    const measured = await measureParts(ground, parts);
    let addedBuild: ProcessCost | undefined;
    if (parts.has("build")) {
      progress("Building the archive with one episode more");
      await addEpisode(ownContentDir);
      addedBuild = (await buildArchive({ ...folders, siteDir: join(workDir, "added") }, onLine)).cost;
    }
    return {
      machine: { cores: cpus().length, memoryBytes: totalmem(), node: process.version },
      content: contentDir,
      seed,
      archive: describeSource(source),
      build,
      ...(addedBuild === undefined ? {} : { addedBuild }),
      ...(stockBuild === undefined ? {} : { stockBuild: { cost: stockBuild.cost, index: stockBuild.index } }),
      ...measured,
    };
  } finally {
    for (const undo of cleanUp) await undo();
    process.off("exit", removeAtExit).off("SIGINT", stop).off("SIGTERM", stop);
  }
}

function describeSource({ episodes }: Source): BenchFigures["archive"] {
  return {
    episodes: episodes.length,
    characters: episodes.reduce(
      (sum, { cues }) => sum + cues.reduce((own, { text }) => own + text.length, 0),
      0,
    ),
    readFromFile: episodes.filter(({ readFrom }) => readFrom === "file").length,
    readFromBuild: episodes.filter(({ readFrom }) => readFrom === "build").length,
  };
}

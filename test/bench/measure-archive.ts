import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { type ArchiveBuild, addEpisode, buildArchive, type StockBuild } from "./build-sites.ts";
import { measureOnGround } from "./measure-on-ground.ts";
import { measureParts, type PartFigures } from "./measure-parts.ts";
import type { BenchOptions, BenchPart } from "./read-bench-options.ts";
import type { Source } from "./read-source.ts";
import type { ProcessCost } from "./run-measured.ts";

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

/** Builds, serves and measures. Nothing that it writes is left when it returns or throws. */
export async function measureArchive(
  options: BenchOptions,
  progress: (message: string) => void,
): Promise<BenchFigures> {
  const { contentDir, parts, seed } = options;
  const needsStock = partsBesideStock.some((part) => parts.has(part));
  return measureOnGround({ ...options, needsStock }, progress, async (ground, built) => {
    const { build, stockBuild, folders } = built;
    const measured = await measureParts(ground, parts);
    let addedBuild: ProcessCost | undefined;
    if (parts.has("build")) {
      progress("Building the archive with one episode more");
      await addEpisode(folders.contentDir);
      const siteDir = join(ground.workDir, "added");
      addedBuild = (await buildArchive({ ...folders, siteDir }, built.onLine)).cost;
    }
    return {
      machine: { cores: cpus().length, memoryBytes: totalmem(), node: process.version },
      content: contentDir,
      seed,
      archive: describeSource(ground.source),
      build,
      ...(addedBuild === undefined ? {} : { addedBuild }),
      ...(stockBuild === undefined ? {} : { stockBuild: { cost: stockBuild.cost, index: stockBuild.index } }),
      ...measured,
    };
  });
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

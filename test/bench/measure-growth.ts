import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { drawGrowth, type GrowthFigures, writeGrowthTable } from "./draw-growth.ts";
import { measureArchive } from "./measure-archive.ts";
import type { BenchOptions } from "./read-bench-options.ts";

/** Sizes that are measured, and the whole archive. */
const SAMPLES = [100, 300];

/** Measures an archive at several sizes; writes `growth.svg` and `growth.md` into `docsDir`, and gives the table. */
export async function measureGrowth(
  options: BenchOptions,
  docsDir: string,
  progress: (message: string) => void,
): Promise<string> {
  const sizes: GrowthFigures[] = [];
  const { sample: _sample, ...whole } = options;
  for (const sample of [...SAMPLES, undefined]) {
    const own: BenchOptions = {
      ...whole,
      parts: new Set(["build", "bytes"]),
      ...(sample === undefined ? {} : { sample }),
    };
    const name = sample === undefined ? "All" : String(sample);
    const figures = await measureArchive(own, (message) => progress(`${name}: ${message}`));
    const { archive, build, addedBuild, stockBuild, bytes } = figures;
    // An archive of fewer episodes than a sample has is measured once.
    if (sizes.at(-1)?.episodes === archive.episodes) continue;
    sizes.push({
      episodes: archive.episodes,
      buildSeconds: build.cost.wallSeconds,
      addedSeconds: addedBuild?.wallSeconds ?? Number.NaN,
      stockSeconds: stockBuild?.cost.wallSeconds ?? Number.NaN,
      peakBytes: build.cost.peakBytes ?? Number.NaN,
      stockPeakBytes: stockBuild?.cost.peakBytes ?? Number.NaN,
      firstQueryBytes: bytes?.first.median ?? Number.NaN,
      nextQueryBytes: bytes?.nextIndex.median ?? Number.NaN,
    });
  }
  const table = writeGrowthTable(sizes);
  await mkdir(docsDir, { recursive: true });
  await writeFile(join(docsDir, "growth.svg"), drawGrowth(sizes));
  await writeFile(join(docsDir, "growth.md"), describeGrowth(table));
  return table;
}

function describeGrowth(table: string): string {
  return `# How an archive grows

![Build time, memory and bytes over the number of episodes](growth.svg)

${table}

Two cores. "Whole build" is the site with pages, files and both tiers of the search, nothing kept from before; "one
episode added" is the same archive with one episode more, built with what the first build has kept. The memory is
summed over all processes. Bytes are those of a search in Chromium with an empty cache (page, program, index and the
texts on the screen), and of the index files of a later query in the same session.

Made by \`npm run bench -- --all --content <folder>\`.
`;
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { EpisodeFiles } from "../../archive/content/load-episode.ts";
import { readCorrections } from "../../archive/content/read-corrections.ts";
import type { Term } from "../../model/archive.ts";
import type { Corrections } from "../../model/corrections.ts";
import { buildEpisode } from "../../pipeline/pipeline.ts";

/** A file of the content folder before and after. */
export interface FileChange {
  readonly path: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A file of the content folder as it is and as it would be. Nothing is written. */
export async function changeFile(
  contentDir: string,
  relative: string,
  edit: (text: string) => string,
): Promise<FileChange> {
  const path = join(contentDir, relative);
  const before = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return { path, name: `${contentDir}/${relative}`, before, after: edit(before) };
}

/** Reads what would be written as a build reads it: it must have no problem that was not there before. */
export function verifyCorrections(
  files: EpisodeFiles,
  terms: readonly Term[],
  { after, name }: FileChange,
): void {
  const { corrections, problems } = readCorrections(after);
  const transcript = { bytes: files.bytes, fileName: files.transcriptFile };
  const build = (own: Corrections) =>
    buildEpisode({ transcript, corrections: own, chapters: [], offset: 0 }, { ...files, terms }).problems;
  const before = new Set(build(files.corrections).map(({ message }) => message));
  const [problem] = [...problems, ...build(corrections).filter(({ message }) => !before.has(message))];
  if (problem !== undefined)
    throw new Error(
      `${name}:${problem.line ?? 1}: ${problem.message} Nothing was written; this is a fault of the command.`,
    );
}

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { findFile } from "../../archive/content/content-file.ts";
import { readCorrections } from "../../archive/content/episode-reader.ts";
import type { EpisodeFiles } from "../../archive/content/load-episode.ts";
import type { Term } from "../../model/archive.ts";
import type { Corrections } from "../../model/corrections.ts";
import { type Fault, isFault, type LineProblem, type Problem } from "../../model/problem.ts";
import { buildEpisode } from "../../pipeline/pipeline.ts";

/** A file of the content folder before and after. */
export interface FileChange {
  /** Where it really is: a link to it stays one. */
  readonly path: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** A file that cannot be changed as it must be, and why. */
export class ChangeError extends Error {
  override readonly name = "ChangeError";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.file}: ${problem.kind}`);
    this.problem = problem;
  }
}

/**
 * A file of the content folder as it is and as it would be. Nothing is written. Throws a ChangeError, where a link leads
 * out of the folder too: what is not the archive's is neither read nor written.
 */
export async function changeFile(
  contentDir: string,
  relative: string,
  edit: (text: string) => string | LineProblem,
): Promise<FileChange> {
  const name = `${contentDir}/${relative}`;
  const own = join(contentDir, relative);
  const found = await findFile({ path: own, name, root: contentDir });
  if (found !== undefined && isFault(found))
    throw new ChangeError({ severity: "error", file: name, ...found });
  const path = found?.path ?? own;
  const before = found === undefined ? "" : await readFile(path, "utf8");
  // The YAML library takes a byte order mark for a column.
  const mark = before.startsWith("\ufeff") ? "\ufeff" : "";
  const after = edit(before.slice(mark.length));
  if (typeof after !== "string") throw new ChangeError({ ...after, file: name });
  return { path, name, before, after: `${mark}${after}` };
}

/** Reads what would be written as a build reads it: it must have no problem that was not there before. */
export function verifyCorrections(
  files: EpisodeFiles,
  terms: readonly Term[],
  change: Pick<FileChange, "after" | "name">,
): void {
  const problem = findNewProblem(files, terms, change.after);
  if (problem !== undefined)
    throw new Error(
      `${change.name}:${problem.line ?? 1}: ${writeFault(problem)}. Nothing was written; this is a fault of the command.`,
    );
}

/** The first problem that an episode would have with another corrections.yaml and has not with its own. */
export function findNewProblem(
  files: EpisodeFiles,
  terms: readonly Term[],
  after: string,
): LineProblem | undefined {
  const { corrections, problems } = readCorrections(after.replace(/^\ufeff/, ""));
  const transcript = { bytes: files.bytes, fileName: files.transcriptFile };
  const build = (own: Corrections) =>
    buildEpisode({ transcript, corrections: own, chapters: [], offset: 0 }, { ...files, terms }).problems;
  const before = new Set(build(files.corrections).map(writeFault));
  return [...problems, ...build(corrections).filter((found) => !before.has(writeFault(found)))][0];
}

function writeFault({ kind, values }: Fault): string {
  return `${kind} ${JSON.stringify(values)}`;
}

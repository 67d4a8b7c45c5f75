import { type LoadedArchive, loadArchive } from "../../archive/content/load-archive.ts";
import type { EpisodeFiles } from "../../archive/content/load-episode.ts";
import { readEnvironment } from "../../archive/read-environment.ts";
import { formatProblem } from "../../model/problem.ts";
import { CommandLineError } from "../command-line-error.ts";
import type { SuggestOptions, SuggestSurroundings } from "./read-suggest-options.ts";

/** An archive without errors, and the episodes that the command line names. */
export interface OpenedArchive {
  readonly contentDir: string;
  readonly loaded: LoadedArchive;
  readonly chosen: readonly EpisodeFiles[];
}

/** Reads the archive. Undefined where it has errors, which are told; throws where an episode is not there. */
export async function openArchive(
  { contentDir: given, slugs }: Pick<SuggestOptions, "contentDir" | "slugs">,
  { env, printError }: SuggestSurroundings,
): Promise<OpenedArchive | undefined> {
  const { contentDir } = readEnvironment(given === undefined ? env : { ...env, ARCHIVE_CONTENT: given });
  const loaded = await loadArchive({ contentDir, includeDrafts: true, keepFiles: true });
  const errors = loaded.problems.filter(({ severity }) => severity === "error");
  for (const problem of errors) printError(formatProblem(problem));
  if (errors.length > 0) {
    printError("Nothing was done. Mend the content first; npm run check shows the same.");
    return undefined;
  }
  const bySlug = new Map(loaded.files.map((files) => [files.folder.slug, files]));
  const chosen = slugs.map((slug) => {
    const files = bySlug.get(slug);
    if (files === undefined)
      throw new CommandLineError(`There is no episode "${slug}" in ${contentDir}/episodes`);
    return files;
  });
  return { contentDir, loaded, chosen: slugs.length === 0 ? loaded.files : chosen };
}

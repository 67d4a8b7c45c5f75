import { type LoadedArchive, loadArchive } from "../../archive/content/load-archive.ts";
import { type EpisodeFiles, readHeard } from "../../archive/content/load-episode.ts";
import { readEnvironment } from "../../archive/read-environment.ts";
import type { Problem } from "../../model/problem.ts";
import { findSuggestions } from "../../proofread/suggest/find-suggestions.ts";
import { groupSuggestions } from "../../proofread/suggest/make-suggestion.ts";
import type { SuggestionGroup } from "../../proofread/suggest/suggestion.ts";
import type { WordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import { chooseInterfaceLanguage } from "../../wording/interface-words.ts";
import { describeProblem } from "../../wording/problems/describe-problem.ts";
import { CommandLineError } from "../command-line-error.ts";
import type { SuggestOptions, SuggestSurroundings } from "./read-suggest-options.ts";

/** An archive without errors, and the episodes that the command line names. */
export interface OpenedArchive {
  readonly contentDir: string;
  readonly loaded: LoadedArchive;
  readonly chosen: readonly EpisodeFiles[];
}

/** Prints problems in the language of the show. */
export function tellProblems(
  problems: readonly Problem[],
  showLanguage: string,
  { printError }: Pick<SuggestSurroundings, "printError">,
): void {
  const language = chooseInterfaceLanguage(showLanguage);
  for (const problem of problems) printError(describeProblem(problem, language));
}

/** The content folder that a command means: the one it names, else that of the settings. */
export function findContent(given: string | undefined, { env }: Pick<SuggestSurroundings, "env">): string {
  return readEnvironment(given === undefined ? env : { ...env, ARCHIVE_CONTENT: given }).contentDir;
}

/** Reads the archive. Undefined where it has errors, which are told; throws where an episode is not there. */
export async function openArchive(
  { contentDir: given, slugs }: Pick<SuggestOptions, "contentDir" | "slugs">,
  surroundings: SuggestSurroundings,
): Promise<OpenedArchive | undefined> {
  const contentDir = findContent(given, surroundings);
  const loaded = await loadArchive({ contentDir, includeDrafts: true, keepFiles: true });
  const errors = loaded.problems.filter(({ severity }) => severity === "error");
  tellProblems(errors, loaded.archive.show.language, surroundings);
  if (errors.length > 0) {
    surroundings.printError("Nothing was done. Mend the content first; npm run check shows the same.");
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

/** The suggestions about the chosen episodes that are at least so sure, grouped, best first. */
export function findGroups(
  { loaded, chosen }: OpenedArchive,
  words: WordKnowledge,
  least: number,
  showProgress: (text: string) => void,
): SuggestionGroup[] {
  const { terms, people, episodes } = loaded.archive;
  const topics = [...new Set(episodes.flatMap((episode) => episode.topics))];
  const texts = chosen.map((files) => readHeard(files, terms));
  const suggestions = findSuggestions(texts, { terms, people, topics }, words, (done) =>
    showProgress(`Looking for what was misheard: episode ${done + 1} of ${texts.length}`),
  );
  showProgress("");
  return groupSuggestions(suggestions.filter(({ sure }) => sure >= least));
}

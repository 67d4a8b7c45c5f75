import { type LoadedArchive, loadArchive } from "../../archive/content/load-archive.ts";
import { type EpisodeFiles, readHeard } from "../../archive/content/load-episode.ts";
import { findSuggestions } from "../../proofread/suggest/find-suggestions.ts";
import { groupSuggestions } from "../../proofread/suggest/make-suggestion.ts";
import type { SuggestionGroup } from "../../proofread/suggest/suggestion.ts";
import type { WordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import { suggestWords, wordEpisodeOf, wordReason } from "../../wording/commands/suggest-words.ts";
import { refuseEpisode } from "../open-episode.ts";
import type { SuggestContext, SuggestOptions } from "./read-suggest-options.ts";

/** An archive without errors, and the episodes that the command line names. */
export interface OpenedArchive {
  readonly contentDir: string;
  readonly loaded: LoadedArchive;
  readonly chosen: readonly EpisodeFiles[];
}

/** Reads the archive. Undefined where it has errors, which are told; throws where an episode is not there. */
export async function openArchive(
  { slugs }: Pick<SuggestOptions, "slugs">,
  { contentDir, teller }: Pick<SuggestContext, "contentDir" | "teller">,
): Promise<OpenedArchive | undefined> {
  const loaded = await loadArchive({ contentDir, includeDrafts: true, keepFiles: true });
  const errors = loaded.problems.filter(({ severity }) => severity === "error");
  for (const problem of errors) teller.report(problem);
  if (errors.length > 0) {
    teller.warn(suggestWords.contentAtFault);
    return undefined;
  }
  const bySlug = new Map(loaded.files.map((files) => [files.folder.slug, files]));
  const chosen = slugs.map((slug) => bySlug.get(slug) ?? refuseEpisode(slug, contentDir, loaded.files));
  return { contentDir, loaded, chosen: slugs.length === 0 ? loaded.files : chosen };
}

/** The suggestions about the chosen episodes that are at least so sure, grouped, best first. */
export function findGroups(
  { loaded, chosen }: OpenedArchive,
  words: WordKnowledge,
  least: number,
  { teller: { language }, showProgress }: Pick<SuggestContext, "teller" | "showProgress">,
): SuggestionGroup[] {
  const { terms, people, episodes } = loaded.archive;
  const topics = [...new Set(episodes.flatMap((episode) => episode.topics))];
  const texts = chosen.map((files) => readHeard(files, terms));
  const suggestions = findSuggestions(texts, { terms, people, topics }, words, (done) =>
    showProgress(suggestWords.looking[language], wordEpisodeOf(done + 1, texts.length)[language]),
  );
  showProgress("", "");
  return groupSuggestions(
    suggestions.filter(({ sure }) => sure >= least),
    (reason) => wordReason(reason)[language],
  );
}

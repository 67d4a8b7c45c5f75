import { readHeard } from "../../archive/content/load-episode.ts";
import { findSuggestions } from "../../proofread/suggest/find-suggestions.ts";
import { groupSuggestions } from "../../proofread/suggest/group-suggestions.ts";
import type { SuggestionGroup } from "../../proofread/suggest/suggestion.ts";
import type { WordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import type { OpenedArchive } from "./open-archive.ts";

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

import type { Archive } from "../../model/archive.ts";
import type { WordTable } from "../../pipeline/keywords/count-words.ts";
import { chooseNames, chooseValues } from "../completion/make/choose-names.ts";
import { countEpisodes, type NameForms, type SaidTokens } from "../completion/make/count-episodes.ts";
import { makeSuggestionFile } from "../completion/make/make-suggestion-file.ts";
import type { Readings } from "../format/sound-readings.ts";
import { type LatinWordFile, packWords, type SuggestionFile } from "../format/suggestion-file.ts";
import { holdTogether } from "../query/edit-query.ts";
import { type AliasGroups, listAliases, parseQuery } from "../query/query.ts";
import { listUsualCharacters, readDictionary } from "../tokenize/list-readings.ts";
import type { ArchiveKeywords } from "./load-keywords.ts";

/** Keywords, and words in Latin letters: files of 37 and 15 KB (gzip) for 1,000 episodes. Chosen by that. */
const mostKeywords = 5_000;
const mostLatinWords = 5_000;
/** Speakers and topics that can be chosen by name, of each. Chosen: an archive of interviews has a guest an episode. */
const mostValues = 2_000;
/** Characters that may be typed for others that sound the same. Chosen: they are 97 of 100 in any text. */
const usualCharacters = 2_000;

/** What suggestions are made from, beside the archive. */
interface SuggestionSources {
  readonly words: WordTable;
  readonly keywords: Pick<ArchiveKeywords, "keywordCounts">;
  readonly readings: Readings;
  /** As `SuggestionFile` has them. */
  readonly titleFiles: readonly string[];
  /** What each episode says. */
  readonly said: Iterable<SaidTokens>;
}

/** Files of what the search box offers while one types, by their names. */
export function makeSuggestionFiles(
  archive: Archive,
  { words, keywords, readings, titleFiles, said }: SuggestionSources,
): { readonly "suggestions.json": SuggestionFile; readonly "latin-words.json": LatinWordFile } {
  const aliases = listAliases(archive.terms);
  const chosen = chooseNames(archive, keywords.keywordCounts);
  const firstKeyword = chosen.findIndex(({ kind }) => kind === "keyword");
  const names = firstKeyword === -1 ? chosen : chosen.slice(0, firstKeyword + mostKeywords);
  const latinWords = chooseLatinWords(words);
  // One pass over the texts for both files.
  const asked = [...names.map(({ text }) => text), ...latinWords];
  const counts = countEpisodes(
    said,
    asked.map((text) => readForms(text, aliases)),
  );
  const latinFile = makeLatinFile(latinWords, counts.slice(names.length));
  const file = makeSuggestionFile(
    {
      names: names.map((name, index) => ({ ...name, episodes: counts[index] ?? 0 })),
      values: chooseValues(archive, mostValues),
    },
    {
      likely: readings,
      common: listUsualCharacters(readDictionary(), usualCharacters),
      titleFiles,
    },
  );
  return { "suggestions.json": file, "latin-words.json": latinFile };
}

/** The forms that a search for a name looks for. */
function readForms(text: string, aliases: AliasGroups): NameForms {
  const { words } = parseQuery(holdTogether(text), aliases);
  return words.length === 1 ? (words[0]?.forms ?? []) : [];
}

/** The words in Latin letters that most episodes say, as written, sorted. */
function chooseLatinWords({ words, forms, episodeCounts }: WordTable): string[] {
  return words
    .map((word, index) => ({
      word,
      form: forms[index] as string,
      episodes: episodeCounts[index] as number,
    }))
    .filter(
      ({ word }) =>
        /^[\p{L}\p{N}]*\p{Script=Latin}[\p{L}\p{N}+#]*$/u.test(word) && !/\p{Script=Han}/u.test(word),
    )
    .sort((a, b) => b.episodes - a.episodes)
    .slice(0, mostLatinWords)
    .map(({ form }) => form)
    .sort();
}

function makeLatinFile(words: readonly string[], counts: readonly number[]): LatinWordFile {
  return { words: packWords(words), episodes: counts };
}

import type { Archive } from "../../model/archive.ts";
import { chooseNames, chooseValues } from "../completion/make/choose-names.ts";
import type { NameForms } from "../completion/make/count-episodes.ts";
import { makeSuggestionFile } from "../completion/make/make-suggestion-file.ts";
import { type LatinWordFile, packWords, type SuggestionFile } from "../format/suggestion-file.ts";
import { holdTogether } from "../query/edit-query.ts";
import { type AliasGroups, listAliases, parseQuery } from "../query/query.ts";
import type { ArchiveKeywords } from "./keywords/load-keywords.ts";
import type { KnownReadings } from "./write-readings.ts";

/** Keywords: a file of 37 KB (gzip) for 1,000 episodes. Chosen by that. */
const mostKeywords = 5_000;
/** Speakers and topics that can be chosen by name, of each. Chosen: an archive of interviews has a guest an episode. */
const mostValues = 2_000;
/** Characters that may be typed for others that sound the same. Chosen: they are 97 of 100 in any text. */
const usualCharacters = 2_000;

/** What suggestions are made from, beside the archive. */
interface SuggestionSources {
  readonly keywords: Pick<ArchiveKeywords, "keywordCounts" | "latinWords">;
  readonly readings: Pick<KnownReadings, "likely" | "usual">;
  /** As `SuggestionFile` has them. */
  readonly titleFiles: readonly string[];
  /** Tells in how many episodes each name is said. */
  countSaid(names: readonly NameForms[]): Promise<readonly number[]>;
}

/** Files of what the search box offers while one types, by their names. */
export async function makeSuggestionFiles(
  archive: Archive,
  { keywords, readings, titleFiles, countSaid }: SuggestionSources,
): Promise<{ readonly "suggestions.json": SuggestionFile; readonly "latin-words.json": LatinWordFile }> {
  const aliases = listAliases(archive.terms);
  const chosen = chooseNames(archive, keywords.keywordCounts);
  const firstKeyword = chosen.findIndex(({ kind }) => kind === "keyword");
  const names = firstKeyword === -1 ? chosen : chosen.slice(0, firstKeyword + mostKeywords);
  const { latinWords } = keywords;
  // One pass over the texts for both files.
  const asked = [...names.map(({ text }) => text), ...latinWords];
  const counts = await countSaid(asked.map((text) => readForms(text, aliases)));
  const latinFile = makeLatinFile(latinWords, counts.slice(names.length));
  const file = makeSuggestionFile(
    {
      names: names.map((name, index) => ({ ...name, episodes: counts[index] ?? 0 })),
      values: chooseValues(archive, mostValues),
    },
    {
      likely: readings.likely,
      common: readings.usual.slice(0, usualCharacters),
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

function makeLatinFile(words: readonly string[], counts: readonly number[]): LatinWordFile {
  return { words: packWords(words), episodes: counts };
}

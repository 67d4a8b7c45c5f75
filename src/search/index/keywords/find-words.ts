import { readFileSync } from "node:fs";
import { DEFAULT_IDF_DICT } from "nodejs-jieba";
import { joinTokens, WordCounter, type WordTable } from "../../../pipeline/keywords/count-words.ts";
import { findKeywords, type Keyword, type KeywordJudge } from "../../../pipeline/keywords/find-keywords.ts";
import { findRelated, type RelatedEpisode } from "../../../pipeline/keywords/find-related.ts";
import { readTokens } from "../../../text/normalise.ts";
import { readSection } from "../cut/cut-file.ts";

/** Words by which episodes are compared. Chosen. */
const comparedWords = 40;
const shownWords = 12;
const relatedEpisodes = 4;
/** Words in Latin letters: a file of 15 KB (gzip) for 1,000 episodes. Chosen by that. */
const mostLatinWords = 5_000;

/** The words of an archive to find. */
export interface WordsTask {
  /** The files of its cuts. */
  readonly cuts: readonly string[];
  /** The glossary's names, which are no keywords. */
  readonly names: readonly string[];
}

/** What is known of an archive's words when those of all episodes are counted. Episodes are the indexes of their cuts. */
export interface FoundWords {
  readonly keywords: readonly (readonly Keyword[])[];
  readonly related: readonly (readonly RelatedEpisode<number>[])[];
  /** All words that tell episodes apart, as written, and of how many episodes each is a keyword. */
  readonly keywordCounts: ReadonlyMap<string, number>;
  /** The words in Latin letters that most episodes say, as written, sorted. */
  readonly latinWords: readonly string[];
}

/** Counts the words of cut episodes, and finds what tells them apart. Throws where a cut cannot be read. */
export function findWords({ cuts, names }: WordsTask): FoundWords {
  const counter = new WordCounter<number>();
  const contentWords = new Set<string>();
  // One after another: the words of all would fill the memory.
  for (const [index, path] of cuts.entries()) {
    const words = readSection(path, "words");
    counter.add(index, words);
    for (const word of words.contentWords) contentWords.add(word);
  }
  const table = counter.list();
  const termWords = new Set(names.map(joinName));
  const compared = findKeywords(
    table,
    judgeKeywords((word) => termWords.has(word) || contentWords.has(word)),
    comparedWords,
  );
  const related = findRelated(compared, relatedEpisodes);
  return {
    keywords: cuts.map((_, index) =>
      (compared.get(index) ?? [])
        .filter(({ word }) => !termWords.has(table.words[word] as string))
        .slice(0, shownWords),
    ),
    related: cuts.map((_, index) => related.get(index) ?? []),
    keywordCounts: countEpisodesOf(compared.values()),
    latinWords: chooseLatinWords(table),
  };
}

function countEpisodesOf(keywords: Iterable<readonly Keyword[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const own of keywords) for (const { form } of own) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}

function joinName(name: string): string {
  const tokens = readTokens(name);
  return tokens.length === 0 ? "" : joinTokens(tokens);
}

function judgeKeywords(isContentWord: KeywordJudge["isContentWord"]): KeywordJudge {
  const rarity = new Map<string, number>();
  for (const line of readFileSync(DEFAULT_IDF_DICT, "utf8").split("\n")) {
    const space = line.indexOf(" ");
    if (space > 0) rarity.set(line.slice(0, space), Number(line.slice(space + 1)));
  }
  return {
    findShare(word) {
      const known = rarity.get(word);
      return known === undefined ? undefined : Math.exp(-known);
    },
    isContentWord,
  };
}

function chooseLatinWords({
  words,
  forms,
  episodeCounts,
}: Pick<WordTable<number>, "words" | "forms" | "episodeCounts">): string[] {
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

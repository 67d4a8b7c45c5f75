import { readFileSync } from "node:fs";
import { DEFAULT_IDF_DICT } from "nodejs-jieba";
import type { Archive, Episode } from "../../model/archive.ts";
import { countWords, joinTokens } from "../../pipeline/keywords/count-words.ts";
import { findKeywords, type Keyword, type KeywordJudge } from "../../pipeline/keywords/find-keywords.ts";
import { findRelated, type RelatedEpisode } from "../../pipeline/keywords/find-related.ts";
import { WordCounter } from "../../pipeline/keywords/word-counter.ts";
import { makeWordList } from "../../search/tokenize/cut-words.ts";
import { isTellingWord } from "../../search/tokenize/is-content-word.ts";
import { tokenizePassages } from "../../search/tokenize/tokenize-passages.ts";
import { readTokens } from "../../text/normalise.ts";

/** What tells the episodes of an archive apart, and which are alike. */
export interface ArchiveKeywords {
  /** Without the glossary's terms, which pages show beside them. */
  readonly keywordsOf: ReadonlyMap<Episode, readonly Keyword[]>;
  readonly relatedOf: ReadonlyMap<Episode, readonly RelatedEpisode[]>;
  /** All words that tell episodes apart, as written, and how many episodes each one tells from the others. */
  readonly tellingWords: ReadonlyMap<string, number>;
}

/** Words by which episodes are compared. Chosen. */
const comparedWords = 40;
const shownWords = 12;
const relatedEpisodes = 4;

/** The words of all episodes, and which of them say what an episode is about. */
interface CountedWords {
  readonly counter: WordCounter;
  readonly isTelling: KeywordJudge["isTelling"];
}

// Pages and integrations hold this module twice in one process, as they do archive-cache.ts.
const cacheKey = Symbol.for("tingsuo.keyword-cache");
type Cache = {
  counted: WeakMap<Archive, CountedWords>;
  keywords: WeakMap<Archive, ArchiveKeywords>;
};

function getCache(): Cache {
  const holder = globalThis as { [cacheKey]?: Cache };
  holder[cacheKey] ??= { counted: new WeakMap(), keywords: new WeakMap() };
  return holder[cacheKey];
}

/** Hands over the words of all episodes where they were cut for the search: cutting them takes most of the time. */
export function rememberWords(archive: Archive, words: CountedWords): void {
  getCache().counted.set(archive, words);
}

/** The keywords of an archive, found once; its words are cut for it where the search index has not done so. */
export function getKeywords(archive: Archive): ArchiveKeywords {
  const { counted, keywords } = getCache();
  const known = keywords.get(archive);
  if (known !== undefined) return known;
  const words = counted.get(archive) ?? {
    counter: countArchiveWords(archive),
    isTelling: isTellingWord,
  };
  const found = findArchiveKeywords(archive, words);
  counted.delete(archive);
  keywords.set(archive, found);
  return found;
}

function countArchiveWords({ episodes, terms }: Archive): WordCounter {
  const counter = new WordCounter();
  const wordList = makeWordList(terms.flatMap(({ term, also }) => [term, ...also]));
  for (const episode of episodes) {
    const { passages } = episode;
    counter.add(episode, countWords(passages, tokenizePassages(passages, wordList)));
  }
  return counter;
}

function findArchiveKeywords({ terms }: Archive, { counter, isTelling }: CountedWords): ArchiveKeywords {
  const table = counter.list();
  const termWords = new Set(
    terms.flatMap(({ term, also }) => [term, ...also].map((name) => joinNames(name))),
  );
  const compared = findKeywords(
    table,
    readKnowledge((word) => termWords.has(word) || isTelling(word)),
    comparedWords,
  );
  const keywordsOf = new Map(
    [...compared].map(([episode, keywords]) => [
      episode,
      keywords.filter(({ word }) => !termWords.has(table.words[word] as string)).slice(0, shownWords),
    ]),
  );
  return {
    keywordsOf,
    relatedOf: findRelated(compared, relatedEpisodes),
    tellingWords: countTellingWords(compared.values()),
  };
}

function countTellingWords(keywords: Iterable<readonly Keyword[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const own of keywords) for (const { form } of own) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}

function joinNames(name: string): string {
  const tokens = readTokens(name);
  return tokens.length === 0 ? "" : joinTokens(tokens);
}

function readKnowledge(isTelling: KeywordJudge["isTelling"]): KeywordJudge {
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
    isTelling,
  };
}

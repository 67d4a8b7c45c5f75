import { readFileSync } from "node:fs";
import { DEFAULT_IDF_DICT, DEFAULT_STOP_WORD_DICT, tag } from "nodejs-jieba";
import type { Archive, Episode } from "../model/archive.ts";
import { countWords, joinTokens } from "../pipeline/keywords/count-words.ts";
import { findKeywords, type Keyword, type WordKnowledge } from "../pipeline/keywords/find-keywords.ts";
import { findRelated, type RelatedEpisode } from "../pipeline/keywords/find-related.ts";
import { WordCounter } from "../pipeline/keywords/word-counter.ts";
import { makeWordList } from "../pipeline/tokenize/cut-words.ts";
import { tokenizePassages } from "../pipeline/tokenize/tokenize-passages.ts";
import { readTokens } from "../text/normalise.ts";

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

// Pages and integrations hold this module twice in one process, as they do archive-cache.ts.
const cacheKey = Symbol.for("tingsuo.keyword-cache");
type Cache = {
  counted: WeakMap<Archive, { readonly counter: WordCounter; readonly telling: Map<string, boolean> }>;
  keywords: WeakMap<Archive, ArchiveKeywords>;
};

function getCache(): Cache {
  const holder = globalThis as { [cacheKey]?: Cache };
  holder[cacheKey] ??= { counted: new WeakMap(), keywords: new WeakMap() };
  return holder[cacheKey];
}

/**
 * Hands over the words of all episodes where they were cut for the search: cutting them takes most of the time.
 * @param telling which words say what an episode is about, as far as it is known; what is found out is added
 */
export function rememberWords(archive: Archive, counter: WordCounter, telling: Map<string, boolean>): void {
  getCache().counted.set(archive, { counter, telling });
}

/** The keywords of an archive, found once; its words are cut for it where the search index has not done so. */
export function getKeywords(archive: Archive): ArchiveKeywords {
  const { counted, keywords } = getCache();
  const known = keywords.get(archive);
  if (known !== undefined) return known;
  const { counter, telling } = counted.get(archive) ?? {
    counter: countArchiveWords(archive),
    telling: new Map(),
  };
  const found = findArchiveKeywords(archive, counter, telling);
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

function findArchiveKeywords(
  { terms }: Archive,
  counter: WordCounter,
  telling: Map<string, boolean>,
): ArchiveKeywords {
  const table = counter.list();
  const termWords = new Set(
    terms.flatMap(({ term, also }) => [term, ...also].map((name) => joinNames(name))),
  );
  const compared = findKeywords(table, readKnowledge(termWords, telling), comparedWords);
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

/** Nouns, names and abbreviations of jieba's tag set, and Latin words: the others say how, not what about. */
const tellingTag = /^(?:n|vn|j|eng)/;

/** Nouns of every talk, that a collection of written texts takes for rare. Chosen by looking at a thousand episodes. */
const talkWords = new Set(
  "时候 东西 事情 感觉 地方 问题 节目 朋友 听众 情况 方面 部分 过程 老师 同学 小时候 的话 样子 嘉宾 主播 播客 主持人 状态 意思 话题 故事 内容 原因 角度 关系 程度 基本上 人家 大家 本身 有点 我会 我能 事儿 地儿 时间 方式 方向 能力 效果 领域 经历 yeah ok okay".split(
    " ",
  ),
);

function readKnowledge(terms: ReadonlySet<string>, telling: Map<string, boolean>): WordKnowledge {
  const stopWords = new Set(readFileSync(DEFAULT_STOP_WORD_DICT, "utf8").split(/\r?\n/));
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
    isTelling(word) {
      if (terms.has(word)) return true;
      let answer = telling.get(word);
      if (answer === undefined) {
        answer = !stopWords.has(word) && !talkWords.has(word) && isTellingWord(word);
        telling.set(word, answer);
      }
      return answer;
    },
  };
}

function isTellingWord(word: string): boolean {
  if (!/\p{Script=Han}/u.test(word)) return true;
  const tagged = tag(word);
  return tagged.length === 1 && tellingTag.test(tagged[0]?.tag ?? "");
}

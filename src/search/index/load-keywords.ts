import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { DEFAULT_IDF_DICT } from "nodejs-jieba";
import { clearOld, readCachedValue, writeCachedValue } from "../../archive/cache/cached-file.ts";
import { fingerprintCode } from "../../archive/cache/fingerprint-code.ts";
import type { Archive, Episode } from "../../model/archive.ts";
import { joinTokens, WordCounter, type WordTable } from "../../pipeline/keywords/count-words.ts";
import { findKeywords, type Keyword, type KeywordJudge } from "../../pipeline/keywords/find-keywords.ts";
import { findRelated, type RelatedEpisode } from "../../pipeline/keywords/find-related.ts";
import { readTokens } from "../../text/normalise.ts";
import { type CachedCut, keyEpisodes } from "./cut/cut-episodes.ts";
import { readSection } from "./cut/cut-file.ts";

/** What tells the episodes of an archive apart, and which are alike. */
export interface ArchiveKeywords {
  /** Without the glossary's terms, which pages show beside them. */
  readonly keywordsOf: ReadonlyMap<Episode, readonly Keyword[]>;
  readonly relatedOf: ReadonlyMap<Episode, readonly RelatedEpisode[]>;
  /** All words that tell episodes apart, as written, and of how many episodes each is a keyword. */
  readonly keywordCounts: ReadonlyMap<string, number>;
}

/** The words of all episodes, and those of them that say what an episode is about. */
export interface CountedWords {
  readonly table: WordTable;
  readonly contentWords: ReadonlySet<string>;
}

export interface KeywordOptions {
  /** Where keywords are cached from one build to the next. */
  readonly folder: string;
  /** Counts the words of the archive; asked only where its keywords are not cached. */
  count(): Promise<CountedWords>;
}

/** Words by which episodes are compared. Chosen. */
const comparedWords = 40;
const shownWords = 12;
const relatedEpisodes = 4;

/** As they are cached: episodes by their index, oldest first. */
interface CachedKeywords {
  readonly keywords: readonly (readonly Keyword[])[];
  readonly related: readonly (readonly (Omit<RelatedEpisode, "episode"> & { readonly episode: number })[])[];
  readonly keywordCounts: ReadonlyMap<string, number>;
}

type Loaded = WeakMap<Archive, Promise<ArchiveKeywords>>;

// Astro bundles the pages apart from the integrations, so one process holds this module twice.
const loadedKey = Symbol.for("tingsuo.keywords");

function getLoaded(): Loaded {
  const holder = globalThis as { [loadedKey]?: Loaded };
  holder[loadedKey] ??= new WeakMap();
  return holder[loadedKey];
}

/**
 * The keywords of an archive: those that this process finds already, or that an earlier build has found, else found
 * here and cached. Pages and index both get them here: the pages of a build wait until its index knows them.
 */
export function loadKeywords(archive: Archive, options: KeywordOptions): Promise<ArchiveKeywords> {
  const loaded = getLoaded();
  const own = loaded.get(archive) ?? readOrFind(archive, options);
  loaded.set(archive, own);
  return own;
}

/** Counts the words of cut episodes; other work of this process goes on between two of them. */
export async function countCutWords(cuts: readonly CachedCut[]): Promise<CountedWords> {
  const counter = new WordCounter();
  const contentWords = new Set<string>();
  // One after another: the words of all would fill the memory.
  for (const { episode, path } of cuts) {
    await nextTurn();
    const words = readSection(path, "words");
    counter.add(episode, words);
    for (const word of words.contentWords) contentWords.add(word);
  }
  return { table: counter.list(), contentWords };
}

async function readOrFind(archive: Archive, { folder, count }: KeywordOptions): Promise<ArchiveKeywords> {
  // Oldest first, as they are cut.
  const episodes = [...archive.episodes].reverse();
  const names = archive.terms.flatMap(({ term, also }) => [term, ...also]);
  const keys = (await keyEpisodes({ ...archive, episodes })).map(({ key }) => key);
  const name = createHash("sha256")
    .update(JSON.stringify([await fingerprintCode("keywords"), names, keys]))
    .digest("hex")
    .slice(0, 32);
  const path = join(folder, name);
  let cached = readCachedValue<CachedKeywords>(path);
  if (cached === undefined) {
    cached = findArchiveKeywords(episodes, new Set(names.map(joinName)), await count());
    await writeCachedValue(path, cached);
    await clearOld(folder, new Set([name]));
  }
  return restoreKeywords(cached, episodes);
}

function restoreKeywords(
  { keywords, related, keywordCounts }: CachedKeywords,
  episodes: readonly Episode[],
): ArchiveKeywords {
  return {
    keywordsOf: new Map(episodes.map((episode, index) => [episode, keywords[index] ?? []])),
    relatedOf: new Map(
      episodes.map((episode, index) => [
        episode,
        (related[index] ?? []).map((own) => ({ ...own, episode: episodes[own.episode] as Episode })),
      ]),
    ),
    keywordCounts,
  };
}

function findArchiveKeywords(
  episodes: readonly Episode[],
  termWords: ReadonlySet<string>,
  { table, contentWords }: CountedWords,
): CachedKeywords {
  const compared = findKeywords(
    table,
    judgeKeywords((word) => termWords.has(word) || contentWords.has(word)),
    comparedWords,
  );
  const relatedOf = findRelated(compared, relatedEpisodes);
  const indexOf = new Map(episodes.map((episode, index) => [episode, index]));
  return {
    keywords: episodes.map((episode) =>
      (compared.get(episode) ?? [])
        .filter(({ word }) => !termWords.has(table.words[word] as string))
        .slice(0, shownWords),
    ),
    related: episodes.map((episode) =>
      (relatedOf.get(episode) ?? []).map((own) => ({ ...own, episode: indexOf.get(own.episode) as number })),
    ),
    keywordCounts: countEpisodesOf(compared.values()),
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

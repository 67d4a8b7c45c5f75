import { createHash } from "node:crypto";
import { join } from "node:path";
import { clearOld, readCachedValue, writeCachedValue } from "../../../archive/cache/cached-file.ts";
import { fingerprintCode } from "../../../archive/cache/fingerprint-code.ts";
import type { Archive, Episode } from "../../../model/archive.ts";
import type { Keyword } from "../../../pipeline/keywords/find-keywords.ts";
import type { RelatedEpisode } from "../../../pipeline/keywords/find-related.ts";
import { type CachedCut, keyEpisodes, listNames } from "../cut/cut-episodes.ts";
import { type FoundWords, findWords, type WordsTask } from "./find-words.ts";
import { readAllCuts } from "./read-all-cuts.ts";

/** What tells the episodes of an archive apart, and which are alike. */
export interface ArchiveKeywords extends Pick<FoundWords, "keywordCounts" | "latinWords"> {
  /** Without the glossary's terms, which pages show beside them. */
  readonly keywordsOf: ReadonlyMap<Episode, readonly Keyword[]>;
  readonly relatedOf: ReadonlyMap<Episode, readonly RelatedEpisode<Episode>[]>;
}

export interface KeywordOptions {
  /** Where keywords are cached from one build to the next. */
  readonly folder: string;
  /** Cuts the archive, oldest first; asked only where its keywords are not cached. */
  cut(): Promise<readonly CachedCut[]>;
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

async function readOrFind(archive: Archive, { folder, cut }: KeywordOptions): Promise<ArchiveKeywords> {
  // Oldest first, as they are cut.
  const episodes = [...archive.episodes].reverse();
  const names = listNames(archive);
  const keys = (await keyEpisodes({ ...archive, episodes })).map(({ key }) => key);
  const name = createHash("sha256")
    .update(JSON.stringify([await fingerprintCode("keywords"), names, keys]))
    .digest("hex")
    .slice(0, 32);
  const path = join(folder, name);
  let cached = readCachedValue<FoundWords>(path);
  if (cached === undefined) {
    cached = await readAllCuts<WordsTask, FoundWords>(
      await cut(),
      { names },
      { module: new URL("./words-process.ts", import.meta.url), work: findWords },
    );
    await writeCachedValue(path, cached);
    await clearOld(folder, new Set([name]));
  }
  return restoreKeywords(cached, episodes);
}

function restoreKeywords(
  { keywords, related, ...shared }: FoundWords,
  episodes: readonly Episode[],
): ArchiveKeywords {
  return {
    ...shared,
    keywordsOf: new Map(episodes.map((episode, index) => [episode, keywords[index] ?? []])),
    relatedOf: new Map(
      episodes.map((episode, index) => [
        episode,
        (related[index] ?? []).map((own) => ({ ...own, episode: episodes[own.episode] as Episode })),
      ]),
    ),
  };
}

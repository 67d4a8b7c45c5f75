import { POINTER_FILE, SCRIPT_FOLDER, type SearchPointer } from "../format/manifest.ts";
import { fetchFile } from "./load-files.ts";
import type { AskOptions, openArchive, SearchedBuild } from "./open-archive.ts";
import { type ResultEpisode, type ResultTimes, SearchLoadError, type SearchResult } from "./search-types.ts";

export type {
  ResultEpisode,
  ResultName,
  ResultPassage,
  ResultRelated,
  ResultTimes,
  SearchOptions,
  SearchResult,
} from "./search-types.ts";
export { SearchLoadError } from "./search-types.ts";

/*
 * The search that others build on, at an address that never changes: it imports what the pointer names, and where a file
 * of that build is gone, because the archive was published anew, it goes on with the new one.
 */

/** This module's address without its name is the archive's. */
const root = new URL(/* @vite-ignore */ "./", import.meta.url);

interface Build {
  readonly pointer: SearchPointer;
  readonly archive: SearchedBuild;
  /** It took the place of another one, and has answered nothing yet: that it does not load is because it is new. */
  isUntried: boolean;
}

let opened: Promise<Build> | undefined;
const listeners = new Set<() => void>();
let failures = 0;

/** The build that is asked: the newest at the first question, and from then on until a file of it is gone. */
function openNewest(): Promise<Build> {
  opened ??= loadPointer().then((pointer) => openBuild(pointer, false));
  const own = opened;
  own.catch(() => {
    if (opened === own) opened = undefined;
  });
  return own;
}

/**
 * Past the browser's cache; without a network the last one that came holds.
 * @param isNews it is to tell of another build: asked at an address of its own, to which a proxy or a service worker has
 *   kept no answer
 */
async function loadPointer(isNews = false): Promise<SearchPointer> {
  const address = new URL(isNews ? `${POINTER_FILE}?at=${Date.now()}` : POINTER_FILE, root).href;
  try {
    const response = await fetchFile(address, { cache: "reload" }).catch((error: unknown) => {
      if (navigator.onLine) throw error;
      return fetchFile(address, { cache: "force-cache" });
    });
    return (await response.json()) as SearchPointer;
  } catch (error) {
    throw new SearchLoadError(address, error);
  }
}

async function openBuild(pointer: SearchPointer, isUntried: boolean): Promise<Build> {
  const address = new URL(`${SCRIPT_FOLDER}/${pointer.scripts}/api.js`, root).href;
  // A browser may remember that a module failed: another address is asked for again.
  const attempt = failures === 0 ? address : `${address}?attempt=${failures}`;
  try {
    const module = (await import(/* @vite-ignore */ attempt)) as { openArchive: typeof openArchive };
    return { pointer, archive: module.openArchive(root, pointer), isUntried };
  } catch (error) {
    failures++;
    throw new SearchLoadError(address, error, isUntried);
  }
}

/** The newest build where it is another than `known`; undefined where it is not, or cannot be told. */
async function findNewer(known: Build): Promise<Build | undefined> {
  const findOther = async () => {
    const now = await opened?.catch(() => undefined);
    return now === known ? undefined : now;
  };
  // Another question may have been faster, before the pointer is asked and while it is.
  const found = await findOther();
  if (found !== undefined) return found;
  const pointer = await loadPointer(true).catch(() => undefined);
  const other = await findOther();
  if (other !== undefined) return other;
  const { scripts, archive } = known.pointer;
  if (pointer === undefined || (pointer.scripts === scripts && pointer.archive === archive)) return undefined;
  const next = openBuild(pointer, true);
  opened = next;
  try {
    const build = await next;
    known.archive.close();
    for (const listener of listeners) listener();
    return build;
  } catch (error) {
    opened = undefined;
    throw error;
  }
}

/** Asks a build, and, once, the newer one where a file of it does not load. */
async function askBuild<T>(ask: (build: Build) => Promise<T>, first = openNewest()): Promise<T> {
  const build = await first;
  try {
    return await askOf(build, ask);
  } catch (error) {
    if (!isLoadError(error)) throw error;
    const newer = await findNewer(build);
    if (newer !== undefined) return await askOf(newer, ask);
    throw new SearchLoadError(error.address, error, error.isPublishedAnew || (await isGone(error.address)));
  }
}

async function askOf<T>(build: Build, ask: (build: Build) => Promise<T>): Promise<T> {
  try {
    const answer = await ask(build);
    build.isUntried = false;
    return answer;
  } catch (error) {
    throw isLoadError(error) ? new SearchLoadError(error.address, error, build.isUntried) : error;
  }
}

/**
 * Whether a host has a file no longer. What a build loads is named by its content: where one is gone, so is the build,
 * or the part of it that stands there.
 */
async function isGone(address: string): Promise<boolean> {
  const told = await fetch(address, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
  return told?.status === 404 || told?.status === 410;
}

/** Also one of another build's class. */
function isLoadError(error: unknown): error is SearchLoadError {
  return error instanceof Error && error.name === "SearchLoadError";
}

/** Loads what every search needs, before the first one. Rejects with a {@link SearchLoadError}. */
export async function preload(): Promise<void> {
  await askBuild(({ archive }) => archive.preload());
}

/**
 * Searches the archive: every episode in which every word of the query stands, in the corrected text or as one of
 * the glossary's other names (`aliases` of the answer tells which, the option leaves them out); in the tier "variant",
 * in which one of them is written otherwise (2025年 as 二零二五年); in the tier "sound", in which a word is heard as
 * something else (an episode may be in several tiers, a place is in one). `forms` tells how places of the last two are
 * written, and the option asks for some of these writings alone. Words are cut at spaces; quotes hold words together;
 * `-word` leaves out the episodes in which it is said; `speaker:`, `topic:`, `after:` and `before:` are filters. Without
 * a word, all episodes that pass.
 *
 * An answer is of one build. Where the archive is published anew it goes on with the new one by itself: what is asked of
 * an older answer is asked anew, and told of the same episode.
 * Rejects with an `AbortError` when aborted and with a {@link SearchLoadError} when a file fails to load.
 */
export async function search(query: string, options: AskOptions = {}): Promise<SearchResult> {
  return await askBuild(async (build) => {
    const result = await build.archive.search(query, options);
    return goOn(result, build, (other) => other.archive.search(query, options));
  });
}

/** Calls back whenever a newer build has taken the place of the one that was asked. Returns what ends it. */
export function onRenewed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Looks whether the archive was published anew since it was opened, and goes on with the new one. Never rejects. */
export async function refresh(): Promise<void> {
  const build = await opened?.catch(() => undefined);
  if (build !== undefined) await findNewer(build).catch(() => undefined);
}

/** An answer of a build whose later parts are those of a newer one, where that one is there no longer. */
function goOn(
  result: SearchResult,
  build: Build,
  askAgain: (other: Build) => Promise<SearchResult>,
): SearchResult {
  const own = Promise.resolve(build);
  const answerOf = async (other: Build) => (other === build ? result : await askAgain(other));
  const find = async (other: Build, episode: ResultEpisode) =>
    other === build
      ? episode
      : (await answerOf(other)).episodes.find(
          ({ slug, tier }) => slug === episode.slug && tier === episode.tier,
        );
  return {
    ...result,
    episodes: result.episodes.map((episode) => ({
      ...episode,
      passages: (limit) =>
        askBuild(async (other) => (await find(other, episode))?.passages(limit) ?? [], own),
      times: () =>
        askBuild(async (other) => {
          const found = await find(other, episode);
          return found === undefined ? { ...noTimes, title: episode.title } : await found.times();
        }, own),
    })),
    related: (limit) => askBuild(async (other) => (await answerOf(other)).related(limit), own),
  };
}

/** Of an episode that a newer build does not have, or in which nothing is found there. */
const noTimes: Omit<ResultTimes, "title"> = { heights: [], duration: 0, talk: 0, moments: [] };

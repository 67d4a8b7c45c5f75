import {
  type AnswerNotes,
  type FoundEpisode,
  type FoundName,
  type FoundNames,
  type FoundPassage,
  type FoundTimes,
  type RelatedPassage,
  SearchLoadError,
  type SearchOptions,
  type SearchReply,
  type SearchRequest,
  type SearchTier,
} from "./search-types.ts";

export type { SearchOptions } from "./search-types.ts";
export { SearchLoadError } from "./search-types.ts";

/** A passage with a hit and its address. */
export interface ResultPassage extends Omit<FoundPassage, "anchor" | "marks"> {
  /** Root-relative, base path included: `/episodes/042/#t=754`. */
  readonly url: string;
  /** UTF-16 offsets in `text`, ascending. */
  readonly marks: readonly (readonly [from: number, to: number])[];
}

/** Where in time an episode's hits are, with the address of each moment. */
export interface ResultTimes extends Omit<FoundTimes, "moments"> {
  readonly moments: readonly { readonly start: number; readonly url: string; readonly hits: number }[];
}

/** An episode in which every word of the query stands. */
export interface ResultEpisode extends FoundEpisode {
  /** Root-relative, base path included. */
  readonly url: string;
  /** Every passage with a hit once, best first; at most `limit`. Rejects as {@link search} does. */
  passages(limit?: number): Promise<ResultPassage[]>;
  /** When its hits are said: passage by passage, without their texts. Rejects as {@link search} does. */
  times(): Promise<ResultTimes>;
}

/** A passage near to a question, with its address. */
export interface ResultRelated extends Omit<RelatedPassage, "anchor"> {
  readonly url: string;
}

/** An episode, chapter, person, term or topic whose name holds the words of a query, with its address. */
export interface ResultName extends Omit<FoundName, "path"> {
  /** Root-relative, base path included. */
  readonly url: string;
}

interface Total {
  readonly episodes: number;
  readonly hits: number;
}

export interface SearchResult extends AnswerNotes, Pick<FoundNames, "moreNames"> {
  readonly query: string;
  /** What is called so: kind after kind, best first; some of each kind. */
  readonly names: readonly ResultName[];
  /** Of the exact tier; known without fetching any text. */
  readonly total: Total;
  /** Of each tier that was asked for; a hit of `related` is a passage. */
  readonly totals: Readonly<Partial<Record<SearchTier, Total>>>;
  /** All that match, sorted as asked. */
  readonly episodes: readonly ResultEpisode[];
  /** The nearest passages of all episodes, best first, where `related` was asked for. Rejects as {@link search} does. */
  related(limit?: number): Promise<ResultRelated[]>;
}

/** The search that others build on: this module's address without its name is the archive's. */
const root = new URL(/* @vite-ignore */ "./", import.meta.url);

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

let worker: Worker | undefined;
let lastId = 0;
const pending = new Map<number, Pending>();

function openWorker(): Worker {
  if (worker !== undefined) return worker;
  const address = new URL("search-worker.js", root);
  worker = new Worker(address, { type: "module" });
  worker.addEventListener("message", ({ data }) => {
    const { id, value, error } = data as {
      id: number;
      value: unknown;
      error?: { name: string; message: string; address: string };
    };
    const waiting = pending.get(id);
    pending.delete(id);
    if (error === undefined) waiting?.resolve(value);
    else if (error.name === "SearchLoadError") waiting?.reject(new SearchLoadError(error.address));
    else waiting?.reject(new Error(error.message));
  });
  worker.addEventListener("error", (event) => {
    // The worker's own file did not load, or it cannot go on: the next search begins with a new one.
    event.preventDefault();
    worker?.terminate();
    worker = undefined;
    for (const { reject } of pending.values()) reject(new SearchLoadError(address.href, event.error));
    pending.clear();
  });
  return worker;
}

function ask<T>(request: SearchRequest, signal?: AbortSignal): Promise<T> {
  const id = ++lastId;
  return new Promise<T>((resolve, reject) => {
    if (signal?.aborted) return reject(abortError());
    signal?.addEventListener(
      "abort",
      () => {
        pending.delete(id);
        reject(abortError());
      },
      { once: true },
    );
    pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
    openWorker().postMessage({ id, request });
  });
}

function abortError(): DOMException {
  return new DOMException("The search was aborted.", "AbortError");
}

/** Loads what every search needs, before the first one. Rejects with a {@link SearchLoadError}. */
export async function preload(): Promise<void> {
  await ask({ kind: "load" });
}

/**
 * Searches the archive: every episode in which every word of the query stands, in the corrected text or as one of
 * the glossary's other names (`aliases` of the answer tells which, the option leaves them out); in the tier "variant",
 * in which one of them is written otherwise (2025年 as 二零二五年); in the tier "sound", in which a word is heard as
 * something else (an episode may be in several tiers, a place is in one). `forms` tells how places of the last two are
 * written, and the option asks for some of these writings alone. Words are cut at spaces; quotes hold words together;
 * `-word` leaves out the episodes in which it is said; `speaker:`, `topic:`, `after:` and `before:` are filters. Without
 * a word, all episodes that pass.
 * Rejects with an `AbortError` when aborted and with a {@link SearchLoadError} when a file fails to load.
 */
export async function search(
  query: string,
  options: SearchOptions & { readonly signal?: AbortSignal } = {},
): Promise<SearchResult> {
  const { signal, ...rest } = options;
  const answer = await ask<SearchReply>({ kind: "search", query, options: rest }, signal);
  const locate = (slug: string) => `${root.pathname}episodes/${encodeURIComponent(slug)}/`;
  const episodes = answer.episodes.map(({ index, ...episode }): ResultEpisode => {
    const url = locate(episode.slug);
    const asked = { query, options: rest, episode: index, tier: episode.tier } as const;
    return {
      ...episode,
      url,
      async passages(limit = Number.MAX_SAFE_INTEGER) {
        const passages = await ask<FoundPassage[]>({ kind: "passages", ...asked, limit }, signal);
        return passages.map(({ anchor, ...passage }) => ({ ...passage, url: `${url}#${anchor}` }));
      },
      async times() {
        const { moments, ...times } = await ask<FoundTimes>({ kind: "times", ...asked }, signal);
        return {
          ...times,
          moments: moments.map(({ anchor, ...own }) => ({ ...own, url: `${url}#${anchor}` })),
        };
      },
    };
  });
  const tiers = options.tiers ?? ["exact"];
  return {
    ...answer,
    names: answer.names.map(({ path, ...name }) => ({ ...name, url: root.pathname + path })),
    total: count(episodes, "exact"),
    totals: Object.fromEntries(tiers.map((tier) => [tier, count(episodes, tier)])),
    episodes,
    async related(limit = Number.MAX_SAFE_INTEGER) {
      const asked = { kind: "related", query, options: rest, limit } as const;
      const passages = await ask<RelatedPassage[]>(asked, signal);
      return passages.map(({ anchor, ...passage }) => ({
        ...passage,
        url: `${locate(passage.slug)}#${anchor}`,
      }));
    },
  };
}

function count(episodes: readonly FoundEpisode[], tier: SearchTier): Total {
  const own = episodes.filter((episode) => episode.tier === tier);
  return { episodes: own.length, hits: own.reduce((sum, { hits }) => sum + hits, 0) };
}

import { SCRIPT_FOLDER, type SearchPointer } from "../format/manifest.ts";
import {
  type FoundEpisode,
  type FoundPassage,
  type FoundTimes,
  type RelatedPassage,
  type ResultEpisode,
  SearchLoadError,
  type SearchOptions,
  type SearchReply,
  type SearchRequest,
  type SearchResult,
  type SearchTier,
  type Total,
} from "./search-types.ts";

/** How a program asks. */
export type AskOptions = SearchOptions & { readonly signal?: AbortSignal };

/** One build of an archive: what it answers is of that build alone. */
export interface SearchedBuild {
  /** See `search-api.ts`. Rejects with a SearchLoadError when a file fails to load, or the archive is closed. */
  search(query: string, options?: AskOptions): Promise<SearchResult>;
  /** Loads what every search needs. Rejects with a SearchLoadError. */
  preload(): Promise<void>;
  /** Answers nothing more; what is asked for rejects with a SearchLoadError. */
  close(): void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** Asks the worker of a build, which is opened by the first question, and anew after one that it could not go on with. */
class WorkerClient {
  readonly #address: URL;
  readonly #opening: SearchRequest;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | undefined;
  #lastId = 0;
  #isClosed = false;

  constructor(root: URL, { scripts, archive }: SearchPointer) {
    this.#address = new URL(`${SCRIPT_FOLDER}/${scripts}/worker.js`, root);
    this.#opening = { kind: "open", root: root.href, archive };
  }

  ask<T>(request: SearchRequest, signal?: AbortSignal): Promise<T> {
    const id = ++this.#lastId;
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(abortError());
      if (this.#isClosed) return reject(new SearchLoadError(this.#address.href));
      signal?.addEventListener(
        "abort",
        () => {
          this.#pending.delete(id);
          reject(abortError());
        },
        { once: true },
      );
      this.#pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.#open().postMessage({ id, request });
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#end();
  }

  #open(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = new Worker(this.#address, { type: "module" });
    worker.addEventListener("message", ({ data }) => {
      const { id, value, error } = data as {
        id: number;
        value: unknown;
        error?: { name: string; message: string; address: string };
      };
      const waiting = this.#pending.get(id);
      this.#pending.delete(id);
      if (error === undefined) waiting?.resolve(value);
      else if (error.name === "SearchLoadError") waiting?.reject(new SearchLoadError(error.address));
      else waiting?.reject(new Error(error.message));
    });
    worker.addEventListener("error", (event) => {
      // The worker's own file did not load, or it cannot go on: the next search begins with a new one.
      event.preventDefault();
      this.#end(event.error);
    });
    worker.postMessage({ id: 0, request: this.#opening });
    this.#worker = worker;
    return worker;
  }

  #end(cause?: unknown): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject } of this.#pending.values()) reject(new SearchLoadError(this.#address.href, cause));
    this.#pending.clear();
  }
}

function abortError(): DOMException {
  return new DOMException("The search was aborted.", "AbortError");
}

/**
 * Opens a build of an archive; nothing is loaded before it is asked.
 * @param root address of the site, with a slash at its end
 */
export function openArchive(root: URL, pointer: SearchPointer): SearchedBuild {
  const client = new WorkerClient(root, pointer);
  return {
    search: (query, options = {}) => search(client, root, query, options),
    preload: () => client.ask({ kind: "load" }),
    close: () => client.close(),
  };
}

async function search(
  client: WorkerClient,
  root: URL,
  query: string,
  { signal, ...rest }: AskOptions,
): Promise<SearchResult> {
  const answer = await client.ask<SearchReply>({ kind: "search", query, options: rest }, signal);
  const locate = (slug: string) => `${root.pathname}episodes/${encodeURIComponent(slug)}/`;
  const episodes = answer.episodes.map(({ index, ...episode }): ResultEpisode => {
    const url = locate(episode.slug);
    const asked = { query, options: rest, episode: index, tier: episode.tier } as const;
    return {
      ...episode,
      url,
      async passages(limit = Number.MAX_SAFE_INTEGER) {
        const passages = await client.ask<FoundPassage[]>({ kind: "passages", ...asked, limit }, signal);
        return passages.map(({ anchor, ...passage }) => ({ ...passage, url: `${url}#${anchor}` }));
      },
      async times() {
        const { moments, ...times } = await client.ask<FoundTimes>({ kind: "times", ...asked }, signal);
        return {
          ...times,
          moments: moments.map(({ anchor, ...own }) => ({ ...own, url: `${url}#${anchor}` })),
        };
      },
    };
  });
  const tiers = rest.tiers ?? ["exact"];
  return {
    ...answer,
    names: answer.names.map(({ path, ...name }) => ({ ...name, url: root.pathname + path })),
    total: count(episodes, "exact"),
    totals: Object.fromEntries(tiers.map((tier) => [tier, count(episodes, tier)])),
    episodes,
    async related(limit = Number.MAX_SAFE_INTEGER) {
      const asked = { kind: "related", query, options: rest, limit } as const;
      const passages = await client.ask<RelatedPassage[]>(asked, signal);
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

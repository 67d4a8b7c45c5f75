import type { SearchOptions, SearchResult } from "../../search/api/search-api.ts";
import { type SearchFilters, SearchLoadError } from "../../search/api/search-types.ts";
import { keepWords } from "../../search/query/edit-query.ts";
import type { ResultsView } from "./search-memory.ts";

export type SearchApi = typeof import("../../search/api/search-api.ts");

/** Of the document: what is shown is of an archive that was published anew since. */
export const renewedEvent = "tingsuo:renewed";

/** A page that is seen again after so long looks for a new archive. */
const longAwayMs = 10 * 60 * 1000;

/** Looks for a new archive when the page is seen again after a while. */
export function refreshWhenBack(signal: AbortSignal): void {
  let left = performance.now();
  const look = () => {
    if (document.hidden) left = performance.now();
    else if (performance.now() - left >= longAwayMs) void loaded?.refresh();
  };
  document.addEventListener("visibilitychange", look, { signal });
}

let opened: Promise<SearchApi> | undefined;
let loaded: SearchApi | undefined;
let failures = 0;

/**
 * Loads `/search-api.js` once, as any other program would. Rejects with a SearchLoadError; the next call then
 * tries again.
 * @param address root-relative
 */
export function openSearchApi(address: string): Promise<SearchApi> {
  // A browser may remember that a module failed: another address is asked for again.
  const attempt = failures === 0 ? address : `${address}?attempt=${failures}`;
  opened ??= import(/* @vite-ignore */ attempt).then(
    (api: SearchApi) => {
      loaded = api;
      api.onRenewed(() => document.dispatchEvent(new Event(renewedEvent)));
      return api;
    },
    (error: unknown) => {
      opened = undefined;
      failures++;
      throw new SearchLoadError(address, error);
    },
  );
  return opened;
}

/** What the page asks. */
export interface PageSearch {
  readonly query: string;
  /** Chosen beside it. */
  readonly filters: SearchFilters | undefined;
  readonly options: SearchOptions;
  /** The query comes from typing and may go on. */
  readonly isTyped: boolean;
  readonly view: ResultsView | undefined;
}

/**
 * With what was chosen beside the query. Titles come with the episodes that are shown; where filters alone are asked, those
 * of all are what is listed.
 */
export function makeOptions({ query, options, filters }: PageSearch): SearchOptions {
  return {
    ...options,
    ...(filters === undefined ? {} : { filters }),
    ...(keepWords(query) === "" ? {} : { titles: false }),
  };
}

/** Asks for what a page shows. Rejects as the search does, and where the API does not load. */
export async function askPage(
  search: PageSearch,
  openApi: () => Promise<SearchApi>,
  signal: AbortSignal,
): Promise<SearchResult> {
  // An API that is here is asked at once: its worker searches while the page changes.
  const api = loaded ?? (await openApi());
  return await api.search(search.query, { ...makeOptions(search), dropMissing: true, signal });
}

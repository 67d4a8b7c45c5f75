import { SearchLoadError } from "../../search/api/search-types.ts";

export type SearchApi = typeof import("../../search/api/search-api.ts");

let opened: Promise<SearchApi> | undefined;
let loaded: SearchApi | undefined;
let failures = 0;

/** The API where it is loaded: asked without waiting, it works while the page goes on. */
export function findSearchApi(): SearchApi | undefined {
  return loaded;
}

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

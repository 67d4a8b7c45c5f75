import type { Page } from "playwright-core";

/** What `/search-api.js` answers, as far as the bench reads it (the contract of a search from a program). */
export interface ApiAnswer {
  readonly total: { readonly episodes: number; readonly hits: number };
  readonly episodes: readonly { readonly slug: string; readonly hits: number }[];
  /** Of the call alone, in the page. */
  readonly ms: number;
  /** Why the search rejected; nothing is found then. */
  readonly error?: string;
}

export interface ApiPassage {
  readonly start: number;
  readonly url: string;
  readonly text: string;
  readonly marks: readonly (readonly [from: number, to: number])[];
}

interface ApiEpisode {
  readonly slug: string;
  readonly hits: number;
  passages(limit?: number): Promise<ApiPassage[]>;
}

interface SearchApi {
  search(query: string): Promise<{ total: ApiAnswer["total"]; episodes: readonly ApiEpisode[] }>;
}

/** Asks the site that the page shows. */
export function searchInPage(page: Page, query: string): Promise<ApiAnswer> {
  return page.evaluate(async (text): Promise<ApiAnswer> => {
    const address = "/search-api.js";
    const { search } = (await import(address)) as SearchApi;
    const begin = performance.now();
    try {
      const { total, episodes } = await search(text);
      const ms = performance.now() - begin;
      return { total, episodes: episodes.map(({ slug, hits }) => ({ slug, hits })), ms };
    } catch (error) {
      return {
        total: { episodes: 0, hits: 0 },
        episodes: [],
        ms: performance.now() - begin,
        error: String(error),
      };
    }
  }, query);
}

/** The passages of one of the episodes that a query finds; empty where it does not find it. */
export function readPassagesInPage(
  page: Page,
  query: string,
  slug: string,
  limit?: number,
): Promise<ApiPassage[]> {
  return page.evaluate(
    async ([text, wanted, most]): Promise<ApiPassage[]> => {
      const address = "/search-api.js";
      const { search } = (await import(address)) as SearchApi;
      const { episodes } = await search(text);
      const found = episodes.find((episode) => episode.slug === wanted);
      return found === undefined ? [] : found.passages(most ?? undefined);
    },
    [query, slug, limit ?? null] as const,
  );
}

interface StockApi {
  search(query: string): Promise<{ results: readonly { id: string }[] }>;
}

/** Asks stock Pagefind, as it comes, on the page of its own site. Gives its names of the pages, best first. */
export function searchStockInPage(page: Page, query: string): Promise<{ ids: string[]; ms: number }> {
  return page.evaluate(async (text) => {
    const address = "/pagefind/pagefind.js";
    const { search } = (await import(address)) as StockApi;
    const begin = performance.now();
    const { results } = await search(text);
    return { ids: results.map(({ id }) => id), ms: performance.now() - begin };
  }, query);
}

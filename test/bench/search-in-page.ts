import type { JSHandle, Page } from "playwright-core";

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

/** The module at an address of the page's site. As text, because a bundler would rewrite an `import` in a function. */
export function openModule<Module>(page: Page, address: string): Promise<JSHandle<Module>> {
  return page.evaluateHandle<Module>(`import(${JSON.stringify(address)})`);
}

/** Asks the site that the page shows. */
export async function searchInPage(page: Page, query: string): Promise<ApiAnswer> {
  const api = await openModule<SearchApi>(page, "/search-api.js");
  return api.evaluate(async ({ search }, text): Promise<ApiAnswer> => {
    const begin = performance.now();
    try {
      const { total, episodes } = await search(text);
      const ms = performance.now() - begin;
      return { total, episodes: episodes.map(({ slug, hits }) => ({ slug, hits })), ms };
    } catch (error) {
      const ms = performance.now() - begin;
      return { total: { episodes: 0, hits: 0 }, episodes: [], ms, error: String(error) };
    }
  }, query);
}

/** The passages of one of the episodes that a query finds; empty where it does not find it. */
export async function readPassagesInPage(
  page: Page,
  query: string,
  slug: string,
  limit?: number,
): Promise<ApiPassage[]> {
  const api = await openModule<SearchApi>(page, "/search-api.js");
  return api.evaluate(
    async ({ search }, [text, wanted, most]): Promise<ApiPassage[]> => {
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
export async function searchStockInPage(page: Page, query: string): Promise<{ ids: string[]; ms: number }> {
  const api = await openModule<StockApi>(page, "/pagefind/pagefind.js");
  return api.evaluate(async ({ search }, text) => {
    const begin = performance.now();
    const { results } = await search(text);
    return { ids: results.map(({ id }) => id), ms: performance.now() - begin };
  }, query);
}

import type { SearchResult } from "../../search/api/search-api.ts";
import type { WrittenForm } from "../../search/api/search-types.ts";
import { wordVariantHits } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import type { SearchResults } from "./search-results.ts";

/** What a reader takes in at a glance. */
const mostForms = 6;

/**
 * `<written-otherwise>` with a heading and a `<search-results>` of its own: where a query is said in another writing,
 * below where it stands as typed. It is there only where it has places; their number goes to `data-variant-hits` of
 * `<main>`.
 */
export class WrittenOtherwise extends HTMLElement {
  get results(): SearchResults {
    return this.querySelector("search-results") as SearchResults;
  }

  clear(): void {
    this.results.clear();
    this.#tell(0);
  }

  /**
   * Takes the place of the last answer. Never rejects: without it what is shown is right, and a file that does not load
   * is told of by the exact tier, which needs the same ones.
   * @param search rejects as the search does
   * @param asked aborted when another query takes its place
   */
  async answer(
    query: string,
    search: (signal: AbortSignal) => Promise<SearchResult>,
    asked: AbortSignal,
  ): Promise<void> {
    try {
      const result = await search(asked);
      if (asked.aborted) return;
      const { hits = 0, episodes = 0 } = result.totals.variant ?? {};
      if (hits === 0) {
        this.clear();
        return;
      }
      const forms = countForms(result).slice(0, mostForms);
      const status = wordVariantHits(hits, episodes, query, forms);
      (this.querySelector("[data-variant-status]") as HTMLElement).replaceChildren(writeWording(status));
      this.#tell(hits);
      await this.results.show(result, asked);
    } catch {
      if (!asked.aborted) this.clear();
    }
  }

  #tell(hits: number): void {
    this.hidden = hits === 0;
    const main = this.closest("main");
    if (main !== null) main.dataset["variantHits"] = String(hits);
  }
}

/** The forms that are known, the most frequent first. */
function countForms({ episodes }: SearchResult): string[] {
  const counts = new Map<string, number>();
  const known: WrittenForm[] = episodes.flatMap(({ forms }) => forms ?? []);
  for (const { form, hits } of known) counts.set(form, (counts.get(form) ?? 0) + hits);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([form]) => form);
}

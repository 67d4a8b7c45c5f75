import { wordEpisodeCount } from "../../wording/filter-words.ts";
import { wordUnsaid } from "../../wording/interface-words.ts";
import { searchWords, wordHitCount } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { linkQuery } from "../suggest/write-suggestion.ts";
import type { FruitlessQuery, QuerySuggestion } from "./suggest-queries.ts";

const introductions = {
  unfiltered: searchWords.tryWithoutFilters,
  together: searchWords.tryTogether,
  word: searchWords.trySingleWords,
  unquoted: searchWords.tryWithoutQuotes,
  shorter: searchWords.tryShorter,
} as const;

const kinds = ["unfiltered", "together", "word", "unquoted", "shorter"] as const;

/**
 * `<nothing-found>` around what to try when nothing was found; its `[data-suggestions]` list is filled with
 * links to queries that find something. The advice in `[data-try-spaces]` is for a query that spaces would divide.
 */
export class NothingFound extends HTMLElement {
  clear(): void {
    this.#list.replaceChildren();
  }

  /** Shows nothing once `signal` is aborted, nor where `countHits` fails. Never rejects. */
  async suggest(
    query: FruitlessQuery,
    countHits: (query: string) => Promise<number>,
    signal: AbortSignal,
    delayMs: number,
  ): Promise<void> {
    const spaces = this.querySelector<HTMLElement>("[data-try-spaces]");
    if (spaces !== null) spaces.hidden = !isDivisible(query.words.trim());
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (signal.aborted) return;
    try {
      // Apart, because the folding tables are large and most searches find something.
      const { suggestQueries } = await import("./suggest-queries.ts");
      const suggestions = await suggestQueries(query, countHits);
      if (signal.aborted) return;
      const groups = kinds.map((kind) => suggestions.filter((own) => own.kind === kind));
      this.#list.replaceChildren(...groups.filter((group) => group.length > 0).map(makeRow));
    } catch {
      // That nothing was found is known and said; the advice that needs no search stands as well.
    }
  }

  get #list(): HTMLElement {
    return this.querySelector("[data-suggestions]") as HTMLElement;
  }
}

/** Whether words may stand in a query one after another without a space: so it is with Chinese. */
function isDivisible(words: string): boolean {
  return !/\s/u.test(words) && /\p{Script=Han}/u.test(words) && (words.match(/\p{L}/gu)?.length ?? 0) > 2;
}

function makeRow(suggestions: readonly QuerySuggestion[]): HTMLElement {
  const row = document.createElement("li");
  const introduction = document.createElement("span");
  introduction.append(writeWording(introductions[suggestions[0]?.kind ?? "word"]));
  row.append(introduction, ...suggestions.map(makeSuggestion));
  return row;
}

function makeSuggestion({ query, hits, episodes = 0 }: QuerySuggestion): HTMLElement {
  if (hits === 0) {
    const missing = document.createElement("span");
    missing.className = "never";
    missing.append(writeWording(wordUnsaid([query])));
    return missing;
  }
  const link = linkQuery(query);
  link.className = "chip";
  const count = document.createElement("span");
  count.className = "count";
  count.append(writeWording(hits === undefined ? wordEpisodeCount(episodes) : wordHitCount(hits)));
  link.append(query, count);
  return link;
}

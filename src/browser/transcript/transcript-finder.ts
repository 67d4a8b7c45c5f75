import { type PassageHit, PassageIndex } from "../../text/passage-index.ts";
import { type AliasGroups, parseQuery, type Query } from "../../text/query.ts";
import { isBeginning } from "../search/search-address.ts";
import { runInSlices } from "./run-in-slices.ts";

/** What a query finds in an episode. */
export interface FoundHits {
  /** In the order of the episode; as many as the search counts. */
  readonly hits: readonly PassageHit[];
  /** Words that stand nowhere in it, as typed. */
  readonly missing: readonly string[];
}

/**
 * Finds in the text of the page, by the same words as the search. A query's last word that stands nowhere may be
 * the beginning of one.
 */
export class TranscriptFinder {
  readonly #index = new PassageIndex();
  readonly #aliases: AliasGroups;

  private constructor(aliases: AliasGroups) {
    this.#aliases = aliases;
  }

  /** Reads the passages, a slice of time at once. */
  static async read(passages: readonly HTMLElement[], aliases: AliasGroups): Promise<TranscriptFinder> {
    const finder = new TranscriptFinder(aliases);
    await runInSlices(passages, (passage) =>
      finder.#index.add({
        text: passage.querySelector(".text")?.textContent ?? "",
        speaker: passage.dataset["speaker"],
      }),
    );
    return finder;
  }

  find(text: string): FoundHits {
    const query = parseQuery(text, this.#aliases);
    const whole = this.#find(query);
    const last = query.words.at(-1)?.text;
    if (last === undefined || !whole.missing.includes(last) || !isBeginning(text)) return whole;
    return this.#find(parseQuery(text, this.#aliases, true));
  }

  #find(query: Query): FoundHits {
    const byWord = this.#index.find(query);
    const hits = byWord.flat();
    if (byWord.length > 1) hits.sort(([a], [b]) => a.passage - b.passage || a.from - b.from || a.to - b.to);
    return {
      hits,
      missing: query.words.filter((_, word) => byWord[word]?.length === 0).map((word) => word.text),
    };
  }
}

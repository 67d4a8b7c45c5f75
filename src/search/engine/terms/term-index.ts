import type { SearchTerms } from "../../format/manifest.ts";

/** Where terms stand: what the engine needs of an inverted index. */
export interface TermIndex {
  /**
   * The positions of every term that begins with `prefix`, ascending. Rejects with a SearchLoadError when a file of
   * the index does not load.
   */
  findPositions(terms: SearchTerms, prefix: string): Promise<readonly number[]>;
  /** How many files {@link findPositions} loads, those that it has loaded before included. Rejects as it does. */
  countFiles(terms: SearchTerms, prefix: string): Promise<number>;
  /**
   * The list of the `pair`-th of the terms' frequent pairs in a stretch of the shard (search/format/packed-places.ts).
   * Rejects with a SearchLoadError.
   */
  loadPairList(terms: SearchTerms, pair: number, stretch: number): Promise<readonly number[]>;
  /** The counts of the `character`-th of the terms' common characters (see `SearchTerms`). Rejects with a SearchLoadError. */
  loadCharacterCounts(terms: SearchTerms, character: number): Promise<readonly number[]>;
}

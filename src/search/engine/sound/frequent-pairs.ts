import { rememberLoaded } from "../../api/load-files.ts";
import type { ShardPlaces, ShardTerms } from "../place-hits.ts";
import type { TermIndex } from "../terms/term-index.ts";

/**
 * Which pairs of syllables are frequent in the archive, however it is divided into shards: what is not known of a
 * place of a frequent pair in one shard must not count in another, or the same archive would answer otherwise.
 */
export class FrequentPairs {
  readonly #index: TermIndex;
  readonly #shards: readonly ShardTerms[];
  readonly #limit: number;
  readonly #isFrequent = rememberLoaded((pair: string) => this.#count(pair));

  /** @param limit a pair in more places than this is frequent */
  constructor(index: TermIndex, shards: readonly ShardTerms[], limit: number) {
    this.#index = index;
    this.#shards = shards;
    this.#limit = limit;
  }

  /**
   * Loads files only where there are several shards, and then those that a search for the pair loads anyway. Rejects
   * with a SearchLoadError.
   * @param pair the beginning of its terms
   */
  has(pair: string): Promise<boolean> {
    // Characters so rare that they are escaped are no frequent pair in any index.
    if (pair.length !== 2) return Promise.resolve(false);
    if (this.#shards.some(({ frequentPairs }) => frequentPairs.has(pair))) return Promise.resolve(true);
    if (this.#shards.length < 2) return Promise.resolve(false);
    return this.#isFrequent(pair);
  }

  async #count(pair: string): Promise<boolean> {
    const counts = await Promise.all(
      this.#shards.map(async ({ terms, places }) =>
        countPresent(places, await this.#index.findPositions(terms, pair)),
      ),
    );
    return counts.reduce((sum, own) => sum + own, 0) > this.#limit;
  }
}

/** How many of a shard's positions, ascending, are of episodes that are not gone. */
function countPresent({ episodes, firstPositions }: ShardPlaces, positions: readonly number[]): number {
  let member = 0;
  let count = 0;
  for (const position of positions) {
    while (member + 1 < firstPositions.length && (firstPositions[member + 1] as number) <= position) member++;
    if (episodes[member] !== undefined) count++;
  }
  return count;
}

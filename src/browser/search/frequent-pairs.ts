import type { SearchTerms } from "../../model/search-data.ts";
import type { PartPlaces } from "./place-hits.ts";
import type { TermIndex } from "./term-index.ts";

/** A tier's terms in a part of the index. */
export interface PartTerms {
  readonly terms: SearchTerms;
  readonly places: PartPlaces;
  /** Pairs whose terms are split by the next character here, each with the number of its list. */
  readonly frequentPairs: ReadonlyMap<string, number>;
}

/** Reads a tier's terms of a part. */
export function readPartTerms(terms: SearchTerms, places: PartPlaces): PartTerms {
  const pairs = terms.frequentPairs.match(/../gu) ?? [];
  return { terms, places, frequentPairs: new Map(pairs.map((pair, index) => [pair, index])) };
}

/**
 * Which pairs of syllables are frequent in the archive, however it is divided into parts: what is not known of a
 * place of a frequent pair in one part must not count in another, or the same archive would answer otherwise.
 */
export class FrequentPairs {
  readonly #index: TermIndex;
  readonly #parts: readonly PartTerms[];
  readonly #limit: number;
  readonly #known = new Map<string, Promise<boolean>>();

  /** @param limit a pair in more places than this is frequent */
  constructor(index: TermIndex, parts: readonly PartTerms[], limit: number) {
    this.#index = index;
    this.#parts = parts;
    this.#limit = limit;
  }

  /**
   * Loads files only where there are several parts, and then those that a search for the pair loads anyway. Rejects
   * with a SearchLoadError.
   * @param pair the beginning of its terms
   */
  has(pair: string): Promise<boolean> {
    // Characters so rare that they are escaped are no frequent pair in any index.
    if (pair.length !== 2) return Promise.resolve(false);
    if (this.#parts.some(({ frequentPairs }) => frequentPairs.has(pair))) return Promise.resolve(true);
    if (this.#parts.length < 2) return Promise.resolve(false);
    const known = this.#known.get(pair) ?? this.#count(pair);
    this.#known.set(pair, known);
    known.catch(() => this.#known.delete(pair));
    return known;
  }

  async #count(pair: string): Promise<boolean> {
    const counts = await Promise.all(
      this.#parts.map(async ({ terms, places }) =>
        countPresent(places, await this.#index.findPositions(terms, pair)),
      ),
    );
    return counts.reduce((sum, own) => sum + own, 0) > this.#limit;
  }
}

/** How many of a part's positions, ascending, are of episodes that are not gone. */
function countPresent({ episodes, firstPositions }: PartPlaces, positions: readonly number[]): number {
  let member = 0;
  let count = 0;
  for (const position of positions) {
    while (member + 1 < firstPositions.length && (firstPositions[member + 1] as number) <= position) member++;
    if (episodes[member] !== undefined) count++;
  }
  return count;
}

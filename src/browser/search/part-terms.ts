import type { SearchTerms } from "../../model/search-data.ts";
import type { PartPlaces } from "./place-hits.ts";

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

import { type Facet, type Facets, facetKeys } from "../api/search-types.ts";
import type { SearchManifest } from "../format/manifest.ts";
import { type Condition, valuesOf } from "./read-conditions.ts";

/** Values of a key that are counted out: more than these nobody looks through. Chosen. */
const MOST_VALUES = 100;

/**
 * How many episodes have each value of each key, most first; years newest first. What is asked for is among them.
 * @param episodesOf what is counted for each key
 */
export function countFacets(
  manifest: SearchManifest,
  episodesOf: Readonly<Record<keyof Facets, Iterable<number>>>,
  conditions: readonly Condition[],
): Facets {
  const names = new Map(manifest.speakers.map(([key, name]) => [key, name]));
  const count = (key: keyof Facets): Facet[] => {
    const asked = new Set(conditions.flatMap((own) => (own.key === key ? own.values : [])));
    const counts = new Map<string, number>([...asked].map((value) => [value, 0]));
    for (const episode of episodesOf[key])
      for (const value of valuesOf[key](manifest, episode)) counts.set(value, (counts.get(value) ?? 0) + 1);
    const facets = [...counts].map(([value, episodes]) => ({
      value,
      name: key === "speaker" ? (names.get(value) ?? value) : value,
      episodes,
    }));
    const byValue = (a: Facet, b: Facet) => (a.value < b.value ? 1 : -1);
    return facets
      .sort((a, b) => (key === "year" ? byValue(a, b) : b.episodes - a.episodes || byValue(b, a)))
      .filter(({ value }, rank) => rank < MOST_VALUES || asked.has(value));
  };
  return Object.fromEntries(facetKeys.map((key) => [key, count(key)])) as unknown as Facets;
}

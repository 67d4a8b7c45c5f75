import { foldName } from "../../text/normalise.ts";
import {
  type Facet,
  type Facets,
  facetKeys,
  type SearchFilters,
  type SearchOptions,
  type UnknownFilter,
} from "../api/search-types.ts";
import type { SearchManifest } from "../format/manifest.ts";
import type { QueryFilter } from "../query/query.ts";
import {
  type FilterKey,
  filterKeys,
  isPossiblyAfter,
  isPossiblyBefore,
  readPartialDate,
} from "../query/query-syntax.ts";

/** Values of a key, one of which an episode must have; of a speaker, its passages. */
export interface Condition {
  readonly key: FilterKey;
  readonly values: readonly string[];
}

interface Conditions {
  /** All of them hold. */
  readonly all: readonly Condition[];
  /** Those that the query holds. */
  readonly typed: SearchFilters;
  /** What the query asks for and the archive does not have: left out. */
  readonly unknown: readonly UnknownFilter[];
}

type Names = Pick<SearchManifest, "speakers" | "topics">;

/**
 * What narrows an answer down: the filters typed in the query, whose names are looked up, and those of the options,
 * whose values stand as they are.
 */
export function readConditions(
  typed: readonly QueryFilter[],
  filters: SearchOptions["filters"],
  manifest: Names,
): Conditions {
  const all: Condition[] = [];
  const typedFilters: Partial<Record<FilterKey, readonly string[]>> = {};
  const unknown: UnknownFilter[] = [];
  for (const key of filterKeys) {
    const own = typed.filter((filter) => filter.key === key);
    const values = own.flatMap((filter) => {
      const found = findValues(filter, manifest);
      if (found.length === 0 && key !== "year" && key !== "timing") {
        // Of a date that is being typed there may be such a day yet.
        const isDate = key === "after" || key === "before";
        if (!isDate || !filter.isTyping) unknown.push({ key, value: filter.value });
      }
      return found;
    });
    if (values.length > 0) {
      all.push({ key, values });
      typedFilters[key] = values;
    }
    const chosen = filters?.[key];
    if (chosen !== undefined) all.push({ key, values: chosen });
  }
  return { all, typed: typedFilters, unknown };
}

/** A name that is still being typed stands for all that begin so. */
function findValues({ key, value, isTyping }: QueryFilter, { speakers, topics }: Names): string[] {
  if (key === "after" || key === "before") return readPartialDate(value) === undefined ? [] : [value];
  if (key !== "speaker" && key !== "topic") return [value];
  const named = key === "speaker" ? speakers : topics.map((topic) => [topic] as const);
  const wanted = foldName(value);
  const find = (isMeant: (name: string) => boolean) =>
    named.flatMap((names) => (names.some((name) => isMeant(foldName(name))) ? [names[0]] : []));
  const exact = find((name) => name === wanted);
  return exact.length > 0 || !isTyping ? exact : find((name) => name.startsWith(wanted));
}

const timings: Readonly<Record<string, string>> = { c: "cue", e: "estimated", m: "mixed" };

/** What an episode has of each key: what facets count, and conditions ask. */
const valuesOf: Readonly<
  Record<keyof Facets, (manifest: SearchManifest, episode: number) => readonly string[]>
> = {
  speaker: ({ episodes, speakers }, episode) =>
    (episodes.speakers[episode] ?? []).flatMap((own) => speakers[own]?.[0] ?? []),
  topic: ({ episodes, topics }, episode) =>
    (episodes.topics[episode] ?? []).flatMap((own) => topics[own] ?? []),
  year: ({ episodes }, episode) => [(episodes.dates[episode] as string).slice(0, 4)],
  timing: ({ episodes }, episode) => [timings[episodes.timings.charAt(episode)] ?? "cue"],
};

/** The conditions that an episode does not meet; a speaker is asked only to speak in it. */
export function findUnmet(
  manifest: SearchManifest,
  episode: number,
  conditions: readonly Condition[],
): Condition[] {
  const date = manifest.episodes.dates[episode] as string;
  return conditions.filter(({ key, values }) => {
    if (key === "after") return !values.some((bound) => isPossiblyAfter(date, bound));
    if (key === "before") return !values.some((bound) => isPossiblyBefore(date, bound));
    const own = valuesOf[key](manifest, episode);
    return !values.some((value) => own.includes(value));
  });
}

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

import { listTopics } from "../archive/list-topics.ts";
import type { Archive, Episode } from "../model/archive.ts";
import { makePageAddress } from "../model/site-address.ts";
import { listPersonIds } from "../pipeline/mention/list-people.ts";
import type { NameEntry } from "./_read-site.ts";
import { groupByYear } from "./episodes/_list-pages.ts";

/** Ways into the episodes, and how many stand behind each. */
interface Ways {
  readonly years: readonly NameEntry[];
  readonly people: readonly NameEntry[];
  readonly topics: readonly NameEntry[];
  readonly allPeople: string;
  readonly allTopics: string;
}

const known = new WeakMap<Archive, Ways>();

/**
 * The ways into the episodes: years, newest first; people and topics, those of most episodes first. Listed once
 * an archive, because hundreds of pages show them.
 */
export function browseEpisodes(archive: Archive, base: string): Ways {
  const ways = known.get(archive) ?? listWays(archive, base);
  known.set(archive, ways);
  return ways;
}

function listWays(archive: Archive, base: string): Ways {
  const { episodes, named } = archive;
  const counts = countEpisodesOf(episodes);
  return {
    years: groupByYear(episodes).map(([year, own]) => ({
      name: year,
      count: own.length,
      address: makePageAddress(base, "episodes", "year", year),
    })),
    people: named.people
      .map(({ id, slug, name }) => ({
        name,
        count: counts.get(id) ?? 0,
        address: makePageAddress(base, "people", slug),
      }))
      .sort((a, b) => b.count - a.count),
    topics: listTopics(archive).map(({ name, slug, episodes: own }) => ({
      name,
      count: own.length,
      address: makePageAddress(base, "topics", slug),
    })),
    allPeople: makePageAddress(base, "people"),
    allTopics: makePageAddress(base, "topics"),
  };
}

/** In how many episodes each person is, by the person's id. */
export function countEpisodesOf(episodes: readonly Episode[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const episode of episodes)
    for (const id of listPersonIds(episode)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

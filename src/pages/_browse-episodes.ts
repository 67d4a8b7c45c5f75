import type { Archive } from "../model/archive.ts";
import { makePageAddress } from "../model/site-address.ts";
import { countEpisodesOf } from "./_count-episodes.ts";
import { listTopics } from "./_list-topics.ts";
import { groupByYear } from "./episodes/_list-pages.ts";

/** One way into a list of episodes. */
interface Choice {
  readonly name: string;
  /** Episodes behind it. */
  readonly count: number;
  readonly address: string;
}

interface Ways {
  readonly years: readonly Choice[];
  readonly people: readonly Choice[];
  readonly topics: readonly Choice[];
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

function listWays({ episodes, people }: Archive, base: string): Ways {
  const counts = countEpisodesOf(episodes);
  return {
    years: groupByYear(episodes).map(([year, own]) => ({
      name: year,
      count: own.length,
      address: makePageAddress(base, "episodes", "year", year),
    })),
    people: people
      .map(({ id, slug, name }) => ({
        name,
        count: counts.get(id) ?? 0,
        address: makePageAddress(base, "people", slug),
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
    topics: listTopics(episodes).map(({ name, slug, episodes: own }) => ({
      name,
      count: own.length,
      address: makePageAddress(base, "topics", slug),
    })),
    allPeople: makePageAddress(base, "people"),
    allTopics: makePageAddress(base, "topics"),
  };
}

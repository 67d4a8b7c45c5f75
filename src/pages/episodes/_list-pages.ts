import { episodesOnPage } from "../../archive/list-addresses.ts";
import type { Episode } from "../../model/archive.ts";
import { makePageAddress } from "../../model/site-address.ts";

export interface ListPage {
  /** From 1. */
  readonly number: number;
  readonly episodes: readonly Episode[];
  /** The years it covers, newest first: `2025` or `2025–2023`. */
  readonly years: string;
}

/** The pages of the list of all episodes; one, empty, where there are none. */
export function listPages(episodes: readonly Episode[], size: number = episodesOnPage): ListPage[] {
  const pages: ListPage[] = [];
  for (let from = 0; from === 0 || from < episodes.length; from += size) {
    const part = episodes.slice(from, from + size);
    const newest = part[0]?.date.slice(0, 4) ?? "";
    const oldest = part.at(-1)?.date.slice(0, 4) ?? "";
    pages.push({
      number: pages.length + 1,
      episodes: part,
      years: newest === oldest ? newest : `${newest}–${oldest}`,
    });
  }
  return pages;
}

/** The episodes of each year, in the order given. */
export function groupByYear(episodes: readonly Episode[]): [year: string, episodes: Episode[]][] {
  const years = new Map<string, Episode[]>();
  for (const episode of episodes) {
    const year = episode.date.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), episode]);
  }
  return [...years];
}

/** `/episodes/`, then `/episodes/page/2/`. */
export function makeListAddress(base: string, number: number): string {
  return number === 1
    ? makePageAddress(base, "episodes")
    : makePageAddress(base, "episodes", "page", String(number));
}

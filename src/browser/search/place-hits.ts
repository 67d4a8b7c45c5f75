import type { SearchManifest, SearchPart } from "../../model/search-data.ts";
import { findLastNotAfter } from "./find-last-not-after.ts";
import type { PhraseHit } from "./match-phrase.ts";

/** Places of a word, ascending, by the episode's index in the manifest. */
export interface PlacedHits {
  /** Where it is said: what counts as a hit. */
  readonly said: Map<number, PhraseHit[]>;
  /** Where it stands in the episode's title, topics and chapters' titles: that only ranks. */
  readonly headings: Map<number, PhraseHit[]>;
}

/** The episodes of a part in the order of its positions. */
export interface PartPlaces {
  /** Index of each in the manifest; undefined where it is gone. */
  readonly episodes: readonly (number | undefined)[];
  /** Position at which each begins, ascending. */
  readonly firstPositions: readonly number[];
  /** Positions of each, from its first on, that are of headings. */
  readonly headingLengths: readonly number[];
}

/** Reads where a part's episodes stand. */
export function readPlaces(
  { episodes: differences, sizes, gone }: SearchPart,
  { episodes: { tokenCounts, headingLengths } }: Pick<SearchManifest, "episodes">,
): PartPlaces {
  const isGone = new Set(gone);
  const episodes = addUp(differences).map((episode, member) => (isGone.has(member) ? undefined : episode));
  const ends = addUp(
    episodes.map(
      (episode, member) =>
        (sizes[member] as number) + (tokenCounts[episode ?? -1] ?? 0) + (headingLengths[episode ?? -1] ?? 0),
    ),
  );
  return {
    episodes,
    firstPositions: [0, ...ends.slice(0, -1)],
    headingLengths: episodes.map((episode) => headingLengths[episode ?? -1] ?? 0),
  };
}

/** Whether a position of a part is of what is said in an episode that is there. */
export function isSaidAt(
  { episodes, firstPositions, headingLengths }: PartPlaces,
  position: number,
): boolean {
  const member = findLastNotAfter(firstPositions, position);
  const from = position - (firstPositions[member] as number);
  return episodes[member] !== undefined && from >= (headingLengths[member] as number);
}

/** Running sums: values that were written each relative to the one before. */
export function addUp(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
}

/**
 * Adds hits to those of the episodes in which they stand: positions of a part become positions of an episode.
 * @param hits ascending
 */
export function placeHits(
  { episodes, firstPositions, headingLengths }: PartPlaces,
  hits: readonly PhraseHit[],
  { said, headings }: PlacedHits,
): void {
  let member = 0;
  for (const { from, to, quality } of hits) {
    while (member + 1 < firstPositions.length && (firstPositions[member + 1] as number) <= from) member++;
    const episode = episodes[member];
    if (episode === undefined) continue;
    const first = firstPositions[member] as number;
    const place = { from: from - first, to: to - first, quality };
    const byEpisode = place.from < (headingLengths[member] as number) ? headings : said;
    const list = byEpisode.get(episode);
    if (list === undefined) byEpisode.set(episode, [place]);
    else list.push(place);
  }
}

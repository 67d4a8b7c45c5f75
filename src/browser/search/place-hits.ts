import type { SearchManifest, SearchPart } from "../../model/search-data.ts";
import type { PhraseHit } from "./match-phrase.ts";

/** Places of a word, ascending, by the episode's index in the manifest. */
export interface PlacedHits {
  /** Where it is said: what counts as a hit. */
  readonly said: Map<number, PhraseHit[]>;
  /** Where it stands in the episode's title, topics and chapters' titles: that only ranks. */
  readonly headings: Map<number, PhraseHit[]>;
}

/**
 * Adds hits to those of the episodes in which they stand: positions of a part's group become positions of an episode.
 * @param hitsByGroup ascending, one list for each of the part's groups
 */
export function placeHits(
  { episodes }: Pick<SearchManifest, "episodes">,
  { groups }: SearchPart,
  hitsByGroup: readonly (readonly PhraseHit[])[],
  { said, headings }: PlacedHits,
): void {
  for (const [group, { firstEpisode, firstPositions }] of groups.entries()) {
    let own = 0;
    for (const hit of hitsByGroup[group] ?? []) {
      while (own + 1 < firstPositions.length && (firstPositions[own + 1] as number) <= hit.from) own++;
      const first = firstPositions[own] as number;
      const episode = firstEpisode + own;
      const place = { ...hit, from: hit.from - first, to: hit.to - first };
      const byEpisode = place.from < (episodes.headingLengths[episode] as number) ? headings : said;
      const list = byEpisode.get(episode);
      if (list === undefined) byEpisode.set(episode, [place]);
      else list.push(place);
    }
  }
}

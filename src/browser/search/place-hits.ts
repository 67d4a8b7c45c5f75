import type { SearchPart } from "../../model/search-data.ts";
import type { PhraseHit } from "./match-phrase.ts";

/**
 * Adds hits to those of the episodes in which they stand: positions of a part's group become positions of an episode.
 * @param hitsByGroup ascending, one list for each of the part's groups
 * @param byEpisode one list for each episode's index in the manifest
 */
export function placeHits<T extends PhraseHit>(
  { groups }: SearchPart,
  hitsByGroup: readonly (readonly T[])[],
  byEpisode: Map<number, T[]>,
): void {
  for (const [group, { firstEpisode, firstPositions }] of groups.entries()) {
    let own = 0;
    for (const hit of hitsByGroup[group] ?? []) {
      while (own + 1 < firstPositions.length && (firstPositions[own + 1] as number) <= hit.from) own++;
      const first = firstPositions[own] as number;
      const place = { ...hit, from: hit.from - first, to: hit.to - first };
      const list = byEpisode.get(firstEpisode + own);
      if (list === undefined) byEpisode.set(firstEpisode + own, [place]);
      else list.push(place);
    }
  }
}

import type { SearchShard } from "../../format/manifest.ts";
import { takeDifferences } from "../../format/packed-places.ts";
import type { CachedShard } from "./cached-shards.ts";

/** What of a shard its place in the manifest is made from. */
export type PlaceableShard = Pick<CachedShard, "name" | "members" | "exact" | "sound" | "address">;

/** An episode of the archive, as it was indexed. */
export interface PlaceableEpisode {
  readonly key: string;
  readonly tokenCount: number;
  readonly headingLength: number;
}

/**
 * Where each shard's episodes stand in the manifest. An episode that several shards have is the first one's.
 * @param episodes of the archive, in the manifest's order
 */
export function placeShards(
  shards: readonly PlaceableShard[],
  episodes: readonly PlaceableEpisode[],
): SearchShard[] {
  const indexOf = new Map(episodes.map(({ key }, index) => [key, index]));
  const taken = new Set<number>();
  return shards.map(({ name, members, exact, sound, address = "" }) => {
    const gone: number[] = [];
    let last = 0;
    const sizes: number[] = [];
    const places = members.map(({ key, size }, member) => {
      const index = indexOf.get(key);
      if (index === undefined || taken.has(index)) {
        gone.push(member);
        sizes.push(size);
      } else {
        taken.add(index);
        last = index;
        const { tokenCount, headingLength } = episodes[index] as PlaceableEpisode;
        sizes.push(size - tokenCount - headingLength);
      }
      return last;
    });
    return {
      exact: { folder: `${address}${name}/exact/`, ...exact },
      sound: { folder: `${address}${name}/sound/`, ...sound },
      episodes: takeDifferences(places),
      sizes,
      gone,
    };
  });
}

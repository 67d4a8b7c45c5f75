import type { SearchPart } from "../../model/search-data.ts";
import type { KeptPart } from "./kept-parts.ts";
import { takeDifferences } from "./write-episode-data.ts";

/** What of a part its place in the manifest is made from. */
export type PlaceablePart = Pick<KeptPart, "name" | "members" | "exact" | "sound" | "address">;

/**
 * Where each part's episodes stand in the manifest. An episode that several parts have is the first one's.
 * @param keys of the archive's episodes, in the manifest's order
 */
export function placeParts(parts: readonly PlaceablePart[], keys: readonly string[]): SearchPart[] {
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const taken = new Set<number>();
  return parts.map(({ name, members, exact, sound, address = "" }) => {
    const gone: number[] = [];
    let last = 0;
    const places = members.map(({ key }, member) => {
      const index = indexOf.get(key);
      if (index === undefined || taken.has(index)) gone.push(member);
      else {
        taken.add(index);
        last = index;
      }
      return last;
    });
    let position = 0;
    const firstPositions = members.map(({ size }) => {
      position += size;
      return position - size;
    });
    return {
      exact: { folder: `${address}${name}/exact/`, ...exact },
      sound: { folder: `${address}${name}/sound/`, ...sound },
      episodes: takeDifferences(places),
      firstPositions: takeDifferences(firstPositions),
      gone,
    };
  });
}

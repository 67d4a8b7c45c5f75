import type { SearchTable } from "../../model/search-data.ts";
import { readStrip } from "../../text/draw-strip.ts";
import type { Hit } from "../../text/find-marks.ts";
import { PassageTable } from "./passage-table.ts";
import type { FoundTimes } from "./search-types.ts";

/**
 * When the hits of an episode are said, by its table alone.
 * @param hitsByWord positions of the episode
 */
export function locateHits(table: SearchTable, hitsByWord: readonly (readonly Hit[])[]): FoundTimes {
  const places = new PassageTable(table);
  const hitsOf = new Map<number, number>();
  for (const { from } of hitsByWord.flat()) {
    const passage = places.findPassage(from);
    hitsOf.set(passage, (hitsOf.get(passage) ?? 0) + 1);
  }
  return {
    heights: readStrip(table.strip),
    duration: table.duration,
    moments: [...hitsOf]
      .sort(([a], [b]) => a - b)
      .map(([passage, hits]) => ({
        start: places.startOf(passage),
        anchor: places.anchorOf(passage),
        hits,
      })),
  };
}

import { addQuery } from "../../search/api/search-address.ts";
import { cutExcerpt } from "../../text/cut-excerpt.ts";
import { findLastNotAfter } from "../../text/find-last.ts";
import { readPieceTimes } from "../../text/piece-times.ts";
import type { HitMoment } from "../strip/hit-strip.ts";
import type { PassageHit } from "./passage-index.ts";
import { runInSlices } from "./run-in-slices.ts";

/** Characters of the words that a strip's note shows. */
const noteLength = 24;

/** A passage with hits, and the words around its first one. */
export interface PassageMoment extends HitMoment {
  excerpt(): string;
}

/** The passages with hits as a strip marks them. */
export function listMoments(
  hits: readonly PassageHit[],
  passages: readonly HTMLElement[],
  query: string,
): PassageMoment[] {
  const moments: (PassageMoment & { hits: number })[] = [];
  let last = -1;
  for (const [first] of hits) {
    const passage = passages[first.passage];
    const own = moments.at(-1);
    if (first.passage === last && own !== undefined) own.hits++;
    else if (passage !== undefined)
      moments.push({
        start: Number(passage.dataset["start"]),
        isEstimated: !passage.id.startsWith("t="),
        hits: 1,
        href: addQuery(`#${passage.id}`, query),
        excerpt: () =>
          cutExcerpt(passage.querySelector(".text")?.textContent ?? "", [[first.from, first.to]], noteLength)
            .text,
      });
    last = first.passage;
  }
  return moments;
}

/**
 * When hits are said, in seconds: as near as the transcript's times allow. Reads the passages a slice of time at once.
 * @param hits in the order of the episode
 */
export async function timeHits(
  passages: readonly HTMLElement[],
  hits: readonly PassageHit[],
  signal: AbortSignal,
): Promise<number[]> {
  const moments: number[] = [];
  let read = -1;
  let tell: (offset: number) => number = () => 0;
  await runInSlices(
    hits,
    ([{ passage, from }]) => {
      if (passage !== read) tell = readTimes(passages, passage);
      read = passage;
      moments.push(tell(from));
    },
    signal,
  );
  return moments;
}

/** When a place of a passage's text is said, by its offset. */
function readTimes(passages: readonly HTMLElement[], index: number): (offset: number) => number {
  const start = Number(passages[index]?.dataset["start"]);
  const next = Number(passages[index + 1]?.dataset["start"] ?? start);
  const text = passages[index]?.querySelector<HTMLElement>(".text");
  const length = Math.max(1, text?.textContent?.length ?? 1);
  const pieces = readPieceTimes(text?.dataset["times"] ?? "", start);
  const offsets = pieces.map(({ offset }) => offset);
  return (offset) =>
    pieces[findLastNotAfter(offsets, offset)]?.start ?? start + (Math.max(0, next - start) * offset) / length;
}

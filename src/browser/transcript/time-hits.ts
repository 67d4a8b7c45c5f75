import type { PassageHit } from "../../text/passage-index.ts";
import { findLastStart, readPieceTimes } from "../../text/piece-times.ts";
import { runInSlices } from "./run-in-slices.ts";

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
    pieces[findLastStart(offsets, offset)]?.start ?? start + (Math.max(0, next - start) * offset) / length;
}

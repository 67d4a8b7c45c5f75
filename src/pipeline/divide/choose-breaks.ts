import type { Break } from "./find-breaks.ts";

/** Sizes are in Han characters: what takes as long to say as so many. Chosen by reading the passages they give. */
const SHORT = 150;
const IDEAL = 250;
const LONG = 320;
const SHORT_COST = 1.5;
const IDEAL_COST = 0.15;
const LONG_COST = 0.6;
/** What it costs to run over the beginning of a paragraph. */
const PARAGRAPH_COST = 0.3;
/** A passage is never made longer than this where there is a break at all. */
const LIMIT = 700;
/** Most breaks that one passage may run over: keeps the work linear where text weighs nothing. */
const REACH = 400;

/**
 * Chooses at which of `breaks` (ascending, all between `from` and `to`) passages begin, so that the costs of the
 * breaks and of the passages' sizes are least over the whole stretch. `measure` gives the size between two offsets.
 */
export function chooseBreaks(
  breaks: readonly Break[],
  from: number,
  to: number,
  measure: (from: number, to: number) => number,
): number[] {
  const places: Break[] = [{ offset: from, cost: 0, isParagraph: false }, ...breaks];
  places.push({ offset: to, cost: 0, isParagraph: false });
  const best = new Float64Array(places.length);
  const origin = new Int32Array(places.length);
  for (let end = 1; end < places.length; end += 1) {
    best[end] = Number.POSITIVE_INFINITY;
    let paragraphs = 0;
    for (let start = end - 1; start >= 0 && end - start <= REACH; start -= 1) {
      const size = measure(places[start]?.offset ?? 0, places[end]?.offset ?? 0);
      if (size > LIMIT && start < end - 1) break;
      const cost = (best[start] ?? 0) + priceSize(size) + paragraphs * PARAGRAPH_COST;
      if (cost < (best[end] ?? 0)) {
        best[end] = cost;
        origin[end] = start;
      }
      if (places[start]?.isParagraph) paragraphs += 1;
    }
    best[end] = (best[end] ?? 0) + (places[end]?.cost ?? 0);
  }
  const chosen: number[] = [];
  for (let at = origin[places.length - 1] ?? 0; at > 0; at = origin[at] ?? 0) chosen.push(places[at]?.offset ?? 0);
  return chosen.reverse();
}

function priceSize(size: number): number {
  const ideal = ((size - IDEAL) / IDEAL) ** 2 * IDEAL_COST;
  if (size < SHORT) return ideal + ((SHORT - size) / SHORT) ** 2 * SHORT_COST;
  return size > LONG ? ideal + ((size - LONG) / 100) * LONG_COST : ideal;
}

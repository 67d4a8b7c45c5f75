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
const LIMIT = 600;
/** Most breaks that one passage may run over: keeps the work linear where text weighs nothing. */
const REACH = 250;

/**
 * Chooses at which of `breaks` (ascending, all between `from` and `to`) passages begin, so that the costs of the
 * breaks and of the passages' sizes are least over the whole stretch. The size between two offsets is the larger
 * of what two rising measures say.
 */
export function chooseBreaks(
  breaks: readonly Break[],
  from: number,
  to: number,
  measures: readonly [(offset: number) => number, (offset: number) => number],
): number[] {
  const offsets = [from, ...breaks.map(({ offset }) => offset), to];
  const [said, passed] = measures.map((measure) => Float64Array.from(offsets, measure));
  const paragraphs = Float64Array.from([0, ...breaks.map(({ isParagraph }) => Number(isParagraph)), 0]);
  const best = new Float64Array(offsets.length);
  const origin = new Int32Array(offsets.length);
  for (let end = 1; end < offsets.length; end += 1) {
    let least = Number.POSITIVE_INFINITY;
    let overrun = 0;
    for (let start = end - 1; start >= 0 && end - start <= REACH; start -= 1) {
      const size = Math.max(getSpan(said, start, end), getSpan(passed, start, end));
      if (size > LIMIT && start < end - 1) break;
      const cost = (best[start] ?? 0) + priceSize(size) + overrun;
      if (cost < least) {
        least = cost;
        origin[end] = start;
      }
      overrun += (paragraphs[start] ?? 0) * PARAGRAPH_COST;
    }
    best[end] = least + (breaks[end - 1]?.cost ?? 0);
  }
  const chosen: number[] = [];
  for (let at = origin[offsets.length - 1] ?? 0; at > 0; at = origin[at] ?? 0) chosen.push(offsets[at] ?? 0);
  return chosen.reverse();
}

function getSpan(measure: Float64Array | undefined, start: number, end: number): number {
  return (measure?.[end] ?? 0) - (measure?.[start] ?? 0);
}

function priceSize(size: number): number {
  const ideal = IDEAL_COST * ((size - IDEAL) / IDEAL) ** 2;
  if (size < SHORT) return ideal + ((SHORT - size) / SHORT) ** 2 * SHORT_COST;
  return size > LONG ? ideal + ((size - LONG) / 100) * LONG_COST : ideal;
}

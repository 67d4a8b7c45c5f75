import { findLastIndex } from "../text/find-last.ts";

/** Indexes of the longest subsequence that never falls, ascending (patience sorting, n log n). Undefined values are in none. */
export function findLongestAscent(values: readonly (number | undefined)[]): number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    if (value === undefined) continue;
    const length = findLastIndex(tails.length, (at) => (values[tails[at] ?? 0] ?? 0) <= value) + 1;
    previous[index] = tails[length - 1] ?? -1;
    tails[length] = index;
  }
  const ascent: number[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) ascent.push(index);
  return ascent.reverse();
}

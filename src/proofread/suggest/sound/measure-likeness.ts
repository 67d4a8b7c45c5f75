import { FIRST_WEIGHT, gapPrices, PHONE_COUNT, type Phone, swapPrices } from "./phones.ts";

/** Sounds of the longest reading that is compared. */
export const LONGEST_READING = 64;
const rows = [new Float32Array(LONGEST_READING + 1), new Float32Array(LONGEST_READING + 1)] as const;

/**
 * How alike two readings sound, 0 to 1: one minus the cheapest alignment's cost for each sound of the longer one.
 * The first sound counts once and a half, because it is heard best. Below `least` the answer is 0.
 */
export function measureLikeness(left: readonly Phone[], right: readonly Phone[], least = 0): number {
  const longer = Math.max(left.length, right.length);
  if (left.length === 0 || right.length === 0 || longer > LONGEST_READING) return 0;
  const first = FIRST_WEIGHT * (swapPrices[(left[0] as Phone) * PHONE_COUNT + (right[0] as Phone)] as number);
  const budget = (1 - least) * longer - first + 1e-6;
  if (budget < 0) return 0;
  let [above, line] = rows as readonly [Float32Array, Float32Array];
  above[0] = 0;
  let before: number = PHONE_COUNT;
  for (let column = 0; column < right.length; column += 1) {
    const phone = right[column] as Phone;
    above[column + 1] = (above[column] as number) + (gapPrices[before * PHONE_COUNT + phone] as number);
    before = phone;
  }
  before = PHONE_COUNT;
  for (let row = 0; row < left.length; row += 1) {
    const phone = left[row] as Phone;
    const gap = gapPrices[before * PHONE_COUNT + phone] as number;
    before = phone;
    let cheapest = (above[0] as number) + gap;
    line[0] = cheapest;
    let beside: number = PHONE_COUNT;
    for (let column = 0; column < right.length; column += 1) {
      const other = right[column] as Phone;
      let cost = (above[column] as number) + (swapPrices[phone * PHONE_COUNT + other] as number);
      const dropped = (above[column + 1] as number) + gap;
      if (dropped < cost) cost = dropped;
      const added = (line[column] as number) + (gapPrices[beside * PHONE_COUNT + other] as number);
      if (added < cost) cost = added;
      line[column + 1] = cost;
      if (cost < cheapest) cheapest = cost;
      beside = other;
    }
    if (cheapest > budget) return 0;
    [above, line] = [line, above];
  }
  const likeness = 1 - ((above[right.length] as number) + first) / longer;
  return likeness < least ? 0 : Math.max(0, likeness);
}

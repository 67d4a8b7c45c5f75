/** A stream of random numbers that is the same for the same seed on every machine. */
export interface Random {
  /** A whole number from 0 to `count` - 1. */
  pickIndex(count: number): number;
  /** One of the items. Throws a RangeError where there is none. */
  pick<Item>(items: readonly Item[]): Item;
}

/** mulberry32 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c), 32 bits of state. */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pickIndex = (count: number): number => Math.floor(draw() * count);
  return {
    pickIndex,
    pick(items) {
      if (items.length === 0) throw new RangeError("There is nothing to pick from.");
      return items[pickIndex(items.length)] as (typeof items)[number];
    },
  };
}

import { LONGEST_READING } from "./measure-likeness.ts";
import { FIRST_WEIGHT, gapPrices, PHONE_COUNT, type Phone, swapPrices } from "./phones.ts";

/** A stretch that begins somewhere, in one of the ways in which it may be said. */
export interface SoundPath {
  /** At most {@link LONGEST_READING} sounds. */
  readonly phones: readonly Phone[];
  /** Where a stretch may end: how many of the sounds it has, ascending; and whatever tells the caller which it is. */
  readonly ends: readonly { readonly depth: number; readonly stretch: number }[];
}

/** Paths of more than this do not fit into the order's keys. */
const MOST_PATHS = 2 ** 22;
const KEY_PHONES = 6;
const CHEAPEST_GAP = Math.min(...gapPrices);
const ROW = LONGEST_READING + 1;
/** Costs of the alignment: a row for each sound of a path, a column for each of a reading. */
const rows = new Float32Array(ROW * ROW);
/** Of each row, the first cell that is filled, the one after the last, and the cost of all of the reading. */
const froms = new Uint8Array(ROW);
const tos = new Uint8Array(ROW);
const costs = new Float32Array(ROW);
/** How many of the rows up to one have a last cell that is cheap enough. */
const passing = new Uint8Array(ROW);

/**
 * All stretches of some texts by their sound, so that whatever sounds like a name is found without aligning the name
 * with each: paths that begin alike stand together, are aligned together as far as they do, and are left as soon as
 * nothing that follows could make them alike.
 *
 *   z eN l i o u n …     rows of the alignment with 蒸馏, one a sound
 *   z eN l i o u X i …   begins with the same six sounds: goes on from the sixth row
 *   z eN l E i …         from the third
 *   z eN t u …           where the fourth row is hopeless, all paths that begin with these four are
 */
export class SoundIndex {
  readonly #paths: readonly SoundPath[];
  /** The sounds of all paths, one path after another, and where each begins; the end of the last one too. */
  readonly #phones: Uint8Array;
  readonly #starts: Uint32Array;
  /** How many sounds each path shares with the one before it. */
  readonly #shared: Uint8Array;
  /** Where the paths begin that begin with each sound, and the place after the last one. */
  readonly #firsts: readonly number[];

  /** Takes at most {@link MOST_PATHS} paths. */
  constructor(paths: readonly SoundPath[]) {
    const keys = Float64Array.from(paths, (path, index) => makeKey(path) * MOST_PATHS + index).sort();
    this.#paths = Array.from(keys, (key) => paths[key % MOST_PATHS] as SoundPath);
    this.#shared = Uint8Array.from(this.#paths, (path, place) =>
      place === 0 ? 0 : countShared(path.phones, (this.#paths[place - 1] as SoundPath).phones),
    );
    this.#starts = new Uint32Array(paths.length + 1);
    for (const [place, { phones }] of this.#paths.entries())
      this.#starts[place + 1] = (this.#starts[place] as number) + phones.length;
    this.#phones = new Uint8Array(this.#starts[paths.length] as number);
    for (const [place, { phones }] of this.#paths.entries()) this.#phones.set(phones, this.#starts[place]);
    const counts = new Array<number>(PHONE_COUNT + 1).fill(0);
    for (const { phones } of paths)
      counts[(phones[0] ?? 0) + 1] = (counts[(phones[0] ?? 0) + 1] as number) + 1;
    let sum = 0;
    this.#firsts = counts.map((count) => (sum += count));
  }

  /**
   * Tells all stretches whose likeness to a reading, as `measureLikeness` has it, is enough, and whose number of
   * sounds is not too far from its own.
   * @param leastLikeness what is enough, by what it costs to take the stretch's first sound for the reading's
   */
  search(
    reading: readonly Phone[],
    leastLikeness: (firstPrice: number) => number,
    onMatch: (stretch: number, likeness: number) => void,
  ): void {
    for (const [phone, from] of this.#firsts.entries()) {
      const to = this.#firsts[phone + 1] ?? from;
      const price = swapPrices[phone * PHONE_COUNT + (reading[0] as Phone)] as number;
      if (from < to)
        this.#searchRange([from, to], reading, FIRST_WEIGHT * price, leastLikeness(price), onMatch);
    }
  }

  /** Searches paths that begin with the same sound; `first` is what that costs beside its swap. */
  #searchRange(
    [start, end]: readonly [number, number],
    reading: readonly Phone[],
    first: number,
    least: number,
    onMatch: (stretch: number, likeness: number) => void,
  ): void {
    const columns = reading.length;
    const [shortest, longest] = spanLengths(columns);
    const share = 1 - least;
    const most = share * columns - first + Math.max(0, share - CHEAPEST_GAP) * (longest - columns) + 1e-6;
    const own = Uint8Array.from(reading);
    fillFirstRow(own, most);
    // Rows that belong to the last path, and whether it was left there.
    let depth = 0;
    let isLeft = false;
    for (let place = start; place < end; place += 1) {
      const shared = this.#shared[place] as number;
      if (isLeft && shared >= depth && passing[depth] === 0) continue;
      const at = this.#starts[place] as number;
      if (!isLeft || shared < depth) {
        depth = Math.min(depth, shared);
        isLeft = false;
        const last = Math.min((this.#starts[place + 1] as number) - at, longest);
        while (depth < last && !isLeft) {
          depth += 1;
          isLeft = !fillRow(this.#phones, at + depth - 1, own, depth, share, most);
          const isAlike = (costs[depth] as number) + first <= share * Math.max(depth, columns) + 1e-6;
          passing[depth] = (passing[depth - 1] as number) + (isAlike ? 1 : 0);
        }
      }
      if (passing[depth] === 0) continue;
      for (const { depth: length, stretch } of (this.#paths[place] as SoundPath).ends) {
        if (length < shortest || length > depth) continue;
        const likeness = 1 - ((costs[length] as number) + first) / Math.max(length, columns);
        if (likeness >= least) onMatch(stretch, likeness);
      }
    }
  }
}

/** The fewest and the most sounds of what may be alike. */
function spanLengths(length: number): [number, number] {
  return [Math.floor(length / 1.6), Math.min(LONGEST_READING, Math.floor((length + 1) / 0.6))];
}

function makeKey({ phones }: SoundPath): number {
  let key = 0;
  for (let place = 0; place < KEY_PHONES; place += 1)
    key = key * (PHONE_COUNT + 1) + (phones[place] ?? -1) + 1;
  return key;
}

function countShared(left: readonly Phone[], right: readonly Phone[]): number {
  const most = Math.min(left.length, right.length);
  let shared = 0;
  while (shared < most && left[shared] === right[shared]) shared += 1;
  return shared;
}

function fillFirstRow(reading: Uint8Array, most: number): void {
  rows[0] = 0;
  froms[0] = 0;
  let before: number = PHONE_COUNT;
  let column = 0;
  for (; column < reading.length && (rows[column] as number) <= most; column += 1) {
    const phone = reading[column] as Phone;
    rows[column + 1] = (rows[column] as number) + (gapPrices[before * PHONE_COUNT + phone] as number);
    before = phone;
  }
  tos[0] = column + 1;
}

/**
 * Fills the row of the path's sound at `at` from the row above it, but for the cells from which no way on stays below `most`,
 * to which each sound that the path is longer adds `share` (Ukkonen 1985). False where there are none but these.
 */
function fillRow(
  phones: Uint8Array,
  at: number,
  reading: Uint8Array,
  depth: number,
  share: number,
  most: number,
): boolean {
  const columns = reading.length;
  const phone = phones[at] as Phone;
  const before = depth === 1 ? PHONE_COUNT : (phones[at - 1] as Phone);
  const gap = gapPrices[before * PHONE_COUNT + phone] as number;
  const line = depth * ROW;
  const above = line - ROW;
  const aboveFrom = froms[depth - 1] as number;
  const aboveTo = tos[depth - 1] as number;
  const swapRow = phone * PHONE_COUNT;
  let from = -1;
  let to = -1;
  let left = Number.POSITIVE_INFINITY;
  let diagonal = Number.POSITIVE_INFINITY;
  for (let column = aboveFrom; column <= columns; column += 1) {
    const upper = column < aboveTo ? (rows[above + column] as number) : Number.POSITIVE_INFINITY;
    let cost = upper + gap;
    if (column > 0) {
      const other = reading[column - 1] as Phone;
      const swapped = diagonal + (swapPrices[swapRow + other] as number);
      if (swapped < cost) cost = swapped;
      const beside = column === 1 ? PHONE_COUNT : (reading[column - 2] as Phone);
      const added = left + (gapPrices[beside * PHONE_COUNT + other] as number);
      if (added < cost) cost = added;
    }
    diagonal = upper;
    left = cost;
    rows[line + column] = cost;
    if (cost <= most + share * Math.max(0, depth - column)) {
      if (from === -1) from = column;
      to = column + 1;
    } else if (column >= aboveTo) break;
  }
  froms[depth] = Math.max(0, from);
  tos[depth] = to;
  costs[depth] = to > columns ? (rows[line + columns] as number) : Number.POSITIVE_INFINITY;
  return from !== -1;
}

import { findLongestAscent } from "./find-longest-ascent.ts";

/** Lengths of the runs of tokens that, standing once on each side, hold two texts together; the longest first (chosen). */
const ANCHOR_LENGTHS = [6, 4, 3];
/** Cells of a table that needs no anchors: 500 tokens with 500. */
const SMALL_CELLS = 250_000;
/** Cells of the table in which one stretch between two anchors is aligned: 2,000 tokens with 2,000. */
const STRETCH_CELLS = 4_000_000;
/** Cells of all tables together: about a second. What is left then has no partners. */
const ALL_CELLS = 60_000_000;
/** What a pair is worth, and a token without a partner: two that differ are rather each other's than nobody's. */
const WORTH = { same: 4, different: -2, alone: -3 };

interface Range {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/**
 * Aligns two texts that say the same, token by token: for each token of `own` the index of the one in `other` that
 * stands in its place, ascending; -1 where none does. Partners may differ: a word heard otherwise stands in the place
 * of the right one. Bounded in time and memory whatever the texts are: runs that stand once in both anchor them, what
 * lies between is aligned by edit distance, within a band about its diagonal where it is long.
 */
export function alignTokens(own: readonly string[], other: readonly string[]): Int32Array {
  const ids = new Map<string, number>();
  const intern = (text: string): number => {
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    return id;
  };
  return new Aligner(Int32Array.from(own, intern), Int32Array.from(other, intern)).align();
}

class Aligner {
  readonly #own: Int32Array;
  readonly #other: Int32Array;
  readonly #partners: Int32Array;
  #cells = ALL_CELLS;

  constructor(own: Int32Array, other: Int32Array) {
    this.#own = own;
    this.#other = other;
    this.#partners = new Int32Array(own.length).fill(-1);
  }

  align(): Int32Array {
    const whole = { from: 0, to: this.#own.length, otherFrom: 0, otherTo: this.#other.length };
    this.#alignRange(whole, 0);
    return this.#partners;
  }

  #alignRange(given: Range, level: number): void {
    const range = this.#trim(given);
    const { from, to, otherFrom, otherTo } = range;
    if (from === to || otherFrom === otherTo) return;
    const length = ANCHOR_LENGTHS[level];
    if (length === undefined || (to - from) * (otherTo - otherFrom) <= SMALL_CELLS) {
      this.#alignByEdits(range);
      return;
    }
    let start = from;
    let otherStart = otherFrom;
    for (const { at, otherAt } of this.#findAnchors(range, length)) {
      // Anchors that overlap go on with one another, or lie on another diagonal and are passed over.
      if (at < start || otherAt < otherStart) {
        if (at - start !== otherAt - otherStart || at + length <= start) continue;
      } else {
        this.#alignRange({ from: start, to: at, otherFrom: otherStart, otherTo: otherAt }, level + 1);
      }
      for (let k = Math.max(0, start - at); k < length; k += 1) this.#partners[at + k] = otherAt + k;
      start = at + length;
      otherStart = otherAt + length;
    }
    this.#alignRange({ from: start, to, otherFrom: otherStart, otherTo }, level + 1);
  }

  /** Pairs what both begin and end with; not at the texts' own beginnings and ends, where one may have more than the other. */
  #trim({ from, to, otherFrom, otherTo }: Range): Range {
    const isStart = from === 0 || otherFrom === 0;
    const isEnd = to === this.#own.length || otherTo === this.#other.length;
    while (!isStart && from < to && otherFrom < otherTo && this.#own[from] === this.#other[otherFrom])
      this.#partners[from++] = otherFrom++;
    while (!isEnd && from < to && otherFrom < otherTo && this.#own[to - 1] === this.#other[otherTo - 1])
      this.#partners[--to] = --otherTo;
    return { from, to, otherFrom, otherTo };
  }

  /** Runs of `length` tokens that stand once on each side, in one order on both. */
  #findAnchors({ from, to, otherFrom, otherTo }: Range, length: number): { at: number; otherAt: number }[] {
    const places = listUnique(this.#own, from, to, length);
    const otherPlaces = listUnique(this.#other, otherFrom, otherTo, length);
    const anchors: { at: number; otherAt: number }[] = [];
    for (const [hash, at] of places) {
      const otherAt = otherPlaces.get(hash);
      if (at >= 0 && otherAt !== undefined && otherAt >= 0 && this.#isSame(at, otherAt, length))
        anchors.push({ at, otherAt });
    }
    anchors.sort((a, b) => a.at - b.at);
    return findLongestAscent(anchors.map(({ otherAt }) => otherAt)).flatMap((index) => anchors[index] ?? []);
  }

  #isSame(at: number, otherAt: number, length: number): boolean {
    for (let k = 0; k < length; k += 1) if (this.#own[at + k] !== this.#other[otherAt + k]) return false;
    return true;
  }

  /**
   * Needleman and Wunsch's table, of which only a band about the diagonal is filled. Of ways that are worth the same it
   * takes the one whose pairs come last, so all but the texts' beginning is read backward: what follows an anchor, and
   * the first word after a pause, has its partner, and those that come after it are alone.
   */
  #alignByEdits({ from, to, otherFrom, otherTo }: Range): void {
    const isBackward = from > 0;
    const own = (row: number): number => (isBackward ? to - row : from + row - 1);
    const other = (column: number): number => (isBackward ? otherTo - column : otherFrom + column - 1);
    const rows = to - from;
    const columns = otherTo - otherFrom;
    const reach = Math.min(columns, Math.floor(STRETCH_CELLS / rows / 2));
    const width = 2 * reach + 1;
    if (rows * width > this.#cells || columns / rows > reach) return;
    this.#cells -= rows * width;
    const firstOf = (row: number): number => Math.round((row * columns) / rows) - reach;
    const steps = new Uint8Array((rows + 1) * width);
    let above = new Int32Array(width);
    let worths = new Int32Array(width);
    const never = -1_000_000_000;
    for (let row = 0; row <= rows; row += 1) {
      const first = firstOf(row);
      const shift = row === 0 ? 0 : first - firstOf(row - 1);
      const token = this.#own[own(row)];
      for (let k = 0; k < width; k += 1) {
        const column = first + k;
        if (column < 0 || column > columns) {
          worths[k] = never;
          continue;
        }
        let worth = row === 0 && column === 0 ? 0 : never;
        let step = 0;
        const isKnown = row > 0;
        const diagonal = isKnown && column > 0 && k + shift - 1 >= 0 && k + shift - 1 < width;
        if (diagonal) {
          const pair = token === this.#other[other(column)] ? WORTH.same : WORTH.different;
          worth = (above[k + shift - 1] as number) + pair;
          step = STEP.both;
        }
        if (isKnown && k + shift < width && (above[k + shift] as number) + WORTH.alone > worth) {
          worth = (above[k + shift] as number) + WORTH.alone;
          step = STEP.own;
        }
        if (column > 0 && k > 0 && (worths[k - 1] as number) + WORTH.alone > worth) {
          worth = (worths[k - 1] as number) + WORTH.alone;
          step = STEP.other;
        }
        worths[k] = worth;
        steps[row * width + k] = step;
      }
      [above, worths] = [worths, above];
    }
    let row = rows;
    let column = columns;
    while (row > 0 || column > 0) {
      const step = steps[row * width + column - firstOf(row)];
      if (step === STEP.both) this.#partners[own(row--)] = other(column--);
      else if (step === STEP.own) row -= 1;
      else if (step === STEP.other) column -= 1;
      else return;
    }
  }
}

const STEP = { both: 1, own: 2, other: 3 };

/** Where each run of tokens begins, by its hash; -1 for one that stands there more than once. */
function listUnique(tokens: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let at = from; at + length <= to; at += 1) {
    let hash = 0;
    for (let k = 0; k < length; k += 1) hash = (Math.imul(hash, 0x01000193) ^ (tokens[at + k] as number)) | 0;
    places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}

/** Stretches of two aligned texts that say something else; one of the two may be empty. */
export interface TokenDifference {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** All stretches in which two texts that {@link alignTokens} has aligned differ, in order. */
export function listDifferences(
  own: readonly string[],
  other: readonly string[],
  partners: Int32Array,
): TokenDifference[] {
  const differences: TokenDifference[] = [];
  let from = 0;
  let otherFrom = 0;
  for (let at = 0; at <= own.length; at += 1) {
    const partner = at === own.length ? other.length : (partners[at] ?? -1);
    if (at < own.length && (partner === -1 || own[at] !== other[partner])) continue;
    if (at > from || partner > otherFrom)
      differences.push({ from, to: at, otherFrom, otherTo: Math.max(partner, otherFrom) });
    from = at + 1;
    otherFrom = partner + 1;
  }
  return differences;
}

import { type PairClass, pairMarks } from "./terms.ts";

/** A place of a pair of characters, and how the two stand there to the words around them. */
export interface PairPlace {
  readonly position: number;
  readonly pairClass: PairClass;
}

const CLASSES = Object.keys(pairMarks) as PairClass[];

/**
 * Lists the places of a pair, ascending: of each its distance from the one before times the number of classes, plus
 * its class. Small numbers, which compress well.
 */
export class PairListWriter {
  readonly list: number[] = [];
  #last = 0;

  /** @param position after all that were added */
  add({ position, pairClass }: PairPlace): void {
    this.list.push((position - this.#last) * CLASSES.length + CLASSES.indexOf(pairClass));
    this.#last = position;
  }
}

/** Reads a list as {@link PairListWriter} writes it. */
export function readPairList(list: readonly number[]): PairPlace[] {
  let position = 0;
  return list.map((value) => {
    const number = value % CLASSES.length;
    position += (value - number) / CLASSES.length;
    return { position, pairClass: CLASSES[number] as PairClass };
  });
}

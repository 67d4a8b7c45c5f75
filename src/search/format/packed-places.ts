import type { PostedTerm } from "./pagefind-file.ts";
import { type PairClass, pairMarks } from "./terms.ts";

/** Each value relative to the one before: small numbers, which compress well. */
export function takeDifferences(values: readonly number[]): number[] {
  return values.map((value, index) => value - (values[index - 1] ?? 0));
}

/** Running sums: values that were written each relative to the one before. */
export function addUp(differences: readonly number[]): number[] {
  let sum = 0;
  return differences.map((difference) => {
    sum += difference;
    return sum;
  });
}

/*
 * What places travel as. Pagefind's own files take two to five bytes for a place beyond the 255th from the one before;
 * gzip gets little of that back. So ours hold the same in numbers of seven bits a byte, terms, counts and places each
 * by themselves, and the engine writes Pagefind's file from one that has arrived: a fifth of the bytes is saved.
 *
 *   index file   signature, number of terms, length of the names, names joined by "\n", counts, differences of places
 *   list         signature, number of values, values
 *   of a pair    a list: number of places, what each is after the one before modulo 128, the rest of that divided by
 *                128, and how the pair stands at each, where that is known; low halves are noise, and beside the high
 *                ones gzip would see noise in both
 */

/** What begins every packed file, once gzip is undone. */
export const PACKED_SIGNATURE = "tingsuo-places";
const SIGNATURE: Uint8Array = new TextEncoder().encode(PACKED_SIGNATURE);

/** Writes whole numbers of at most 31 bits, the small ones in few bytes. */
class NumberWriter {
  #bytes = new Uint8Array(1 << 15);
  #length = 0;

  write(value: number): void {
    if (this.#length + 5 > this.#bytes.length) this.#grow(5);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  writeRaw(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  take(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #grow(size: number): void {
    const larger = new Uint8Array(2 * this.#bytes.length + size);
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Reads what {@link NumberWriter} writes, from behind the signature on. Throws where the bytes end too early. */
class NumberReader {
  readonly #bytes: Uint8Array;
  #at = SIGNATURE.length;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new Error("the file is cut short");
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  readText(length: number): string {
    this.#at += length;
    return new TextDecoder().decode(this.#bytes.subarray(this.#at - length, this.#at));
  }
}

/** Packs the terms of an index file, not yet by gzip. */
export function packTerms(terms: readonly PostedTerm[]): Uint8Array<ArrayBuffer> {
  const writer = new NumberWriter();
  const names = new TextEncoder().encode(terms.map(({ term }) => term).join("\n"));
  writer.writeRaw(SIGNATURE);
  writer.write(terms.length);
  writer.write(names.length);
  writer.writeRaw(names);
  for (const { positions } of terms) writer.write(positions.length);
  for (const { positions } of terms) {
    let last = 0;
    for (let k = 0; k < positions.length; k++) {
      const position = positions[k] as number;
      writer.write(position - last);
      last = position;
    }
  }
  return writer.take();
}

/** Reads what {@link packTerms} has packed. Throws where it is cut short. */
export function unpackTerms(bytes: Uint8Array): PostedTerm[] {
  const reader = new NumberReader(bytes);
  const count = reader.read();
  const names = reader.readText(reader.read()).split("\n");
  const counts = Uint32Array.from({ length: count }, () => reader.read());
  return Array.from(counts, (places, index) => {
    const positions = new Uint32Array(places);
    let last = 0;
    for (let k = 0; k < places; k++) {
      last += reader.read();
      positions[k] = last;
    }
    return { term: names[index] as string, positions };
  });
}

/** Packs a list of numbers of at most 31 bits, not yet by gzip. */
export function packList(list: readonly number[]): Uint8Array<ArrayBuffer> {
  const writer = new NumberWriter();
  writer.writeRaw(SIGNATURE);
  writer.write(list.length);
  for (const value of list) writer.write(value);
  return writer.take();
}

/** Reads what {@link packList} has packed. Throws where it is cut short. */
export function unpackList(bytes: Uint8Array): number[] {
  const reader = new NumberReader(bytes);
  return Array.from({ length: reader.read() }, () => reader.read());
}

/** How a pair may stand, each by the number that lists have for it. */
export const pairClasses = Object.keys(pairMarks) as readonly PairClass[];

/** Divides a distance in what is written apart. */
const LOW = 128;

/** The places of a frequent pair in a stretch of a shard. */
export interface PairPlaces {
  /** Ascending. */
  readonly positions: readonly number[];
  /** How the pair stands at each of them; empty where the terms do not say it, as those of sounds. */
  readonly classes: readonly PairClass[];
}

/**
 * Which of a pair's lists has a position: each is of as long a stretch of the shard.
 * @param stretches how many lists the pair has
 * @param positionCount positions of the shard
 */
export function stretchOf(position: number, stretches: number, positionCount: number): number {
  return Math.floor((position * stretches) / positionCount);
}

/** What the file of a stretch of a pair's places is called, without its ending. */
export function nameStretch(pair: number, stretch: number): string {
  return `${pair}-${stretch}`;
}

/** Lists the places of a pair in a stretch, as numbers. */
export function writePairList({ positions, classes }: PairPlaces): number[] {
  const distances = takeDifferences(positions);
  return [
    positions.length,
    ...distances.map((distance) => distance % LOW),
    ...distances.map((distance) => Math.floor(distance / LOW)),
    ...classes.map((pairClass) => pairClasses.indexOf(pairClass)),
  ];
}

/** Reads a list as {@link writePairList} writes it. */
export function readPairList([count = 0, ...values]: readonly number[]): PairPlaces {
  const [low, high] = [values.slice(0, count), values.slice(count, 2 * count)];
  return {
    positions: addUp(low.map((value, k) => value + LOW * (high[k] as number))),
    classes: values.slice(2 * count).map((value) => pairClasses[value] as PairClass),
  };
}

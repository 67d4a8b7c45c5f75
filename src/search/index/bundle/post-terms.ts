import { pairClasses, stretchOf, writePairList } from "../../format/packed-places.ts";
import {
  type PairClass,
  readFirstCharacter,
  readPair,
  readPairClass,
  readThird,
} from "../../format/terms.ts";
import type { SearchRecord } from "../cut/make-record.ts";
import { TermTable } from "./term-table.ts";

/** What of a record its terms' places are made from. */
export type PostableRecord = Pick<SearchRecord, "terms" | "termAt" | "variants"> &
  Partial<Pick<SearchRecord, "headingLength">>;

type Records = Iterable<PostableRecord> | AsyncIterable<PostableRecord>;

/** Where a frequent pair stands, stretch by stretch. */
export interface PairLists {
  readonly stretches: number;
  /** A list of search/format/packed-places.ts, made anew each time. */
  listOf(stretch: number): number[];
}

/** Where every term of an index stands. */
export interface Postings {
  readonly terms: readonly string[];
  /** Pairs whose terms are split by the next character, in the order of their characters. */
  readonly frequentPairs: readonly string[];
  /** Where each of them stands. */
  readonly pairLists: readonly PairLists[];
  /** Characters in very many places, in their order. */
  readonly commonCharacters: readonly string[];
  /** Of each of them, for each record how often it is said, and how often it stands in headings. */
  readonly characterCounts: readonly (readonly number[])[];
  /** Number of positions, breaks included. */
  readonly positionCount: number;
  /** The places of the `index`-th of `terms`, ascending. */
  positionsOf(index: number): Uint32Array;
}

/** What of many places is written otherwise than as terms. */
export interface PostingLimits {
  /** A pair that stands in more places than this is split by the next character. */
  readonly frequentPair?: number;
  /** So many of its places, about, are a list. */
  readonly pairList?: number;
  /** A character that stands in more places than this is counted. */
  readonly commonCharacter?: number;
}

/**
 * Inverts records whose positions follow one another, in the order given: from the term at each place to the places
 * of each term. Takes two numbers of 32 bits a place.
 */
export async function postTerms(
  records: Records,
  {
    frequentPair = Number.POSITIVE_INFINITY,
    pairList = Number.POSITIVE_INFINITY,
    commonCharacter = Number.POSITIVE_INFINITY,
  }: PostingLimits = {},
): Promise<Postings> {
  const numbered = new NumberedTerms();
  const variants = new Map<string, number[]>();
  const placed: PlacedRecord[] = [];
  let positionCount = 0;
  for await (const record of records) {
    placed.push({ numbers: numbered.place(record), headingLength: record.headingLength ?? 0 });
    addVariants(variants, record, positionCount);
    positionCount += record.termAt.length;
  }
  const pairs = numbered.sumBy(readPair);
  const frequentPairs = listAbove(pairs, frequentPair);
  const frequent = new Map(
    frequentPairs.map((pair) => {
      const places = pairs.get(pair) as number;
      const stretches = Math.max(1, Math.ceil(places / pairList));
      return [pair, new PairStretches(places, stretches, positionCount)];
    }),
  );
  const commonCharacters = listAbove(numbered.sumBy(readFirstCharacter), commonCharacter);
  const characterCounts = countCharacters(commonCharacters, numbered.terms, placed);
  splitFrequent(frequent, numbered, placed);
  return {
    ...besideVariants(gatherPlaces(numbered, placed), variants),
    frequentPairs,
    pairLists: [...frequent.values()],
    commonCharacters,
    characterCounts,
    positionCount,
  };
}

/** The terms of all records, each with a number from 0 and how often it stands. */
class NumberedTerms {
  readonly counts: number[] = [];
  readonly #table = new TermTable();

  /** In the order of their numbers. */
  get terms(): readonly string[] {
    return this.#table.terms;
  }

  numberOf(term: string): number {
    const number = this.#table.numberOf(term);
    if (number === this.counts.length) this.counts.push(0);
    return number;
  }

  /** Counts a record's terms. Returns 1 + the number of the term at each position, 0 at a break. */
  place({ terms, termAt }: PostableRecord): Uint32Array {
    const numbers = Uint32Array.from(terms, (term) => this.numberOf(term));
    const placed = new Uint32Array(termAt.length);
    for (let position = 0; position < termAt.length; position++) {
      const own = termAt[position] as number;
      if (own === 0) continue;
      const number = numbers[own - 1] as number;
      this.counts[number] = (this.counts[number] as number) + 1;
      placed[position] = number + 1;
    }
    return placed;
  }

  /** How often all terms stand of which the same is read. */
  sumBy(read: (term: string) => string | undefined): Map<string, number> {
    const sums = new Map<string, number>();
    for (const [number, term] of this.terms.entries()) {
      const key = read(term);
      if (key !== undefined) sums.set(key, (sums.get(key) ?? 0) + (this.counts[number] as number));
    }
    return sums;
  }
}

/** 1 + the number of the term at each of a record's positions, 0 at a break. */
interface PlacedRecord {
  readonly numbers: Uint32Array;
  readonly headingLength: number;
}

/** Adds the places of a record's further terms, of which few positions have any. */
function addVariants(
  placesOf: Map<string, number[]>,
  { variants }: PostableRecord,
  firstPosition: number,
): void {
  if (variants === undefined) return;
  const lists = variants.terms.map((term) => {
    const list = placesOf.get(term) ?? [];
    placesOf.set(term, list);
    return list;
  });
  for (let k = 0; k < variants.places.length; k += 2)
    lists[variants.places[k + 1] as number]?.push(firstPosition + (variants.places[k] as number));
}

function besideVariants(
  { terms, positionsOf }: Pick<Postings, "terms" | "positionsOf">,
  variants: ReadonlyMap<string, readonly number[]>,
): Pick<Postings, "terms" | "positionsOf"> {
  const lists = [...variants.values()];
  return {
    terms: [...terms, ...variants.keys()],
    positionsOf: (index) =>
      index < terms.length ? positionsOf(index) : Uint32Array.from(lists[index - terms.length] as number[]),
  };
}

/** The places of a frequent pair, in five bytes each: of all such pairs they are a quarter of an archive's. */
class PairStretches implements PairLists {
  readonly stretches: number;
  readonly #positionCount: number;
  readonly #positions: Uint32Array;
  readonly #classes: Uint8Array;
  #places = 0;
  #classified = 0;

  constructor(places: number, stretches: number, positionCount: number) {
    this.stretches = stretches;
    this.#positionCount = positionCount;
    this.#positions = new Uint32Array(places);
    this.#classes = new Uint8Array(places);
  }

  /**
   * @param position after all that were added
   * @param pairClass of all places or of none
   */
  add(position: number, pairClass: PairClass | undefined): void {
    this.#positions[this.#places++] = position;
    if (pairClass !== undefined) this.#classes[this.#classified++] = pairClasses.indexOf(pairClass);
  }

  listOf(stretch: number): number[] {
    const isHere = (position: number) => stretchOf(position, this.stretches, this.#positionCount) === stretch;
    const from = this.#positions.findIndex(isHere);
    if (from === -1) return writePairList({ positions: [], classes: [] });
    const to = this.#positions.findLastIndex(isHere) + 1;
    const classes = this.#classes.subarray(from, Math.min(to, this.#classified));
    return writePairList({
      positions: [...this.#positions.subarray(from, to)],
      classes: Array.from(classes, (number) => pairClasses[number] as PairClass),
    });
  }
}

function listAbove(placesOf: ReadonlyMap<string, number>, limit: number): string[] {
  return [...placesOf]
    .filter(([, places]) => places > limit)
    .map(([text]) => text)
    .sort();
}

/** Of each character, for each record how often it is said, and how often it stands in headings. */
function countCharacters(
  characters: readonly string[],
  terms: readonly string[],
  records: readonly PlacedRecord[],
): number[][] {
  if (characters.length === 0) return [];
  const listOf = new Map(characters.map((character): [string, number[]] => [character, []]));
  const listOfTerm = terms.map((term) => listOf.get(readFirstCharacter(term) ?? ""));
  for (const { numbers, headingLength } of records) {
    for (const list of listOf.values()) list.push(0, 0);
    for (let position = 0; position < numbers.length; position++) {
      const list = listOfTerm[(numbers[position] as number) - 1];
      if (list === undefined) continue;
      const at = list.length - (position < headingLength ? 1 : 2);
      list[at] = (list[at] as number) + 1;
    }
  }
  return [...listOf.values()];
}

/** Lists the places of frequent pairs, and puts terms that are split by the next character in the place of theirs. */
function splitFrequent(
  frequent: ReadonlyMap<string, PairStretches>,
  numbered: NumberedTerms,
  records: readonly PlacedRecord[],
): void {
  const { counts, terms } = numbered;
  const pairs = [...frequent.keys()];
  const numberOfPair = new Map(pairs.map((pair, number) => [pair, number]));
  const lists = [...frequent.values()];
  const pairOf = new Int32Array(terms.length).fill(-1);
  const thirdOf = new Int32Array(terms.length).fill(-1);
  const classOf: (PairClass | undefined)[] = [];
  for (const [number, term] of terms.entries()) {
    const pair = numberOfPair.get(readPair(term) ?? "");
    if (pair === undefined) continue;
    pairOf[number] = pair;
    classOf[number] = readPairClass(term);
  }
  const thirds = new Map<string, number>();
  const readThirdOf = (number: number): number => {
    const third = readThird(terms[number] as string);
    const known = thirds.get(third) ?? thirds.size;
    thirds.set(third, known);
    thirdOf[number] = known;
    return known;
  };
  /** Of each pair, by what stands behind it: 1 + the number of the term. */
  const splitOf = pairs.map((): number[] => []);
  let firstPosition = 0;
  for (const { numbers } of records) {
    for (let position = 0; position < numbers.length; position++) {
      const number = (numbers[position] as number) - 1;
      const pair = number === -1 ? -1 : (pairOf[number] as number);
      if (pair === -1) continue;
      lists[pair]?.add(firstPosition + position, classOf[number]);
      const next = (numbers[position + 1] as number) - 1;
      const third = thirdOf[next] === -1 ? readThirdOf(next) : (thirdOf[next] as number);
      const known = splitOf[pair] as number[];
      known[third] ??= 1 + numbered.numberOf((pairs[pair] as string) + readThird(terms[next] as string));
      const split = (known[third] as number) - 1;
      counts[number] = (counts[number] as number) - 1;
      counts[split] = (counts[split] as number) + 1;
      numbers[position] = split + 1;
    }
    firstPosition += numbers.length;
  }
}

/** The terms that stand anywhere, and where. Takes the records away, one after another: all of them take as much again. */
function gatherPlaces(
  { counts, terms }: NumberedTerms,
  records: PlacedRecord[],
): Pick<Postings, "terms" | "positionsOf"> {
  const ends = new Uint32Array(counts.length);
  let total = 0;
  for (const [number, own] of counts.entries()) {
    ends[number] = total;
    total += own;
  }
  const positions = new Uint32Array(total);
  let position = 0;
  for (let record = records.shift(); record !== undefined; record = records.shift()) {
    for (const number of record.numbers) {
      const own = position++;
      if (number === 0) continue;
      const at = ends[number - 1] as number;
      positions[at] = own;
      ends[number - 1] = at + 1;
    }
  }
  const standing = [...counts.keys()].filter((number) => (counts[number] as number) > 0);
  return {
    terms: standing.map((number) => terms[number] as string),
    positionsOf(index) {
      const number = standing[index] as number;
      const end = ends[number] as number;
      return positions.subarray(end - (counts[number] as number), end);
    },
  };
}

import { pairClasses, stretchOf, writePairList } from "../../format/packed-places.ts";
import {
  type PairClass,
  readFirstCharacter,
  readPair,
  readPairClass,
  splitPair,
} from "../../format/terms.ts";
import type { SearchRecord } from "../cut/make-record.ts";

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
 *
 * @param read gives the records anew each time it is called: they are gone through twice
 */
export async function postTerms(
  read: () => Records,
  {
    frequentPair = Number.POSITIVE_INFINITY,
    pairList = Number.POSITIVE_INFINITY,
    commonCharacter = Number.POSITIVE_INFINITY,
  }: PostingLimits = {},
): Promise<Postings> {
  const placesOf = await countPlaces(read());
  const frequentPairs = listAbove(placesOf.pairs, frequentPair);
  const frequent = new Map(
    frequentPairs.map((pair) => {
      const places = placesOf.pairs.get(pair) as number;
      const stretches = Math.max(1, Math.ceil(places / pairList));
      return [pair, new PairStretches(places, stretches, placesOf.positions)];
    }),
  );
  const commonCharacters = listAbove(placesOf.characters, commonCharacter);
  const common = new Map(commonCharacters.map((character): [string, number[]] => [character, []]));
  const numberOf = new Map<string, number>();
  const counts: number[] = [];
  const count = (term: string): number => {
    let number = numberOf.get(term);
    if (number === undefined) {
      number = numberOf.size;
      numberOf.set(term, number);
      counts.push(0);
    }
    counts[number] = (counts[number] as number) + 1;
    return number;
  };
  const variants = new Map<string, number[]>();
  // 1 + the term's number, 0 at a break.
  const numbersAt: Uint32Array[] = [];
  let positionCount = 0;
  for await (const record of read()) {
    numbersAt.push(numberPlaces(record, positionCount, frequent, counts, count));
    addVariants(variants, record, positionCount);
    countCharacters(common, record);
    positionCount += record.termAt.length;
  }
  return {
    ...besideVariants(gatherPlaces([...numberOf.keys()], counts, numbersAt), variants),
    frequentPairs,
    pairLists: [...frequent.values()],
    commonCharacters,
    characterCounts: [...common.values()],
    positionCount,
  };
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

/** In how many places each pair and each Han character stands, and how many positions there are, breaks included. */
async function countPlaces(records: Records): Promise<{
  pairs: ReadonlyMap<string, number>;
  characters: ReadonlyMap<string, number>;
  positions: number;
}> {
  const pairs = new Map<string, number>();
  const characters = new Map<string, number>();
  let positions = 0;
  for await (const { terms, termAt } of records) {
    positions += termAt.length;
    const own = new Uint32Array(terms.length);
    for (const number of termAt) if (number > 0) own[number - 1] = (own[number - 1] as number) + 1;
    for (const [index, term] of terms.entries()) {
      const places = own[index] as number;
      const pair = readPair(term);
      if (pair !== undefined) pairs.set(pair, (pairs.get(pair) ?? 0) + places);
      const character = readFirstCharacter(term);
      if (character !== undefined) characters.set(character, (characters.get(character) ?? 0) + places);
    }
  }
  return { pairs, characters, positions };
}

function listAbove(placesOf: ReadonlyMap<string, number>, limit: number): string[] {
  return [...placesOf]
    .filter(([, places]) => places > limit)
    .map(([text]) => text)
    .sort();
}

/** Adds to each common character's counts those of one record more. */
function countCharacters(
  common: ReadonlyMap<string, number[]>,
  { terms, termAt, headingLength = 0 }: PostableRecord,
): void {
  const listOf = terms.map((term) => common.get(readFirstCharacter(term) ?? ""));
  for (const list of common.values()) list.push(0, 0);
  for (const [position, number] of termAt.entries()) {
    const list = listOf[number - 1];
    if (list === undefined) continue;
    const at = list.length - (position < headingLength ? 1 : 2);
    list[at] = (list[at] as number) + 1;
  }
}

function numberPlaces(
  { terms, termAt }: PostableRecord,
  firstPosition: number,
  frequent: ReadonlyMap<string, PairStretches>,
  counts: number[],
  count: (term: string) => number,
): Uint32Array {
  const UNKNOWN = 0xffff_ffff;
  const numbers = new Uint32Array(terms.length).fill(UNKNOWN);
  const pairs = terms.map((term) => {
    const pair = readPair(term);
    return pair !== undefined && frequent.has(pair) ? pair : undefined;
  });
  const placed = new Uint32Array(termAt.length);
  for (let position = 0; position < termAt.length; position++) {
    const own = (termAt[position] as number) - 1;
    if (own < 0) continue;
    const pair = pairs[own];
    let number: number;
    if (pair !== undefined) {
      frequent.get(pair)?.add(firstPosition + position, readPairClass(terms[own] as string));
      number = count(splitPair(pair, terms[(termAt[position + 1] as number) - 1] as string));
    } else if (numbers[own] === UNKNOWN) {
      number = count(terms[own] as string);
      numbers[own] = number;
    } else {
      number = numbers[own] as number;
      counts[number] = (counts[number] as number) + 1;
    }
    placed[position] = number + 1;
  }
  return placed;
}

function gatherPlaces(
  terms: readonly string[],
  counts: readonly number[],
  numbersAt: readonly Uint32Array[],
): Pick<Postings, "terms" | "positionsOf"> {
  const ends = new Uint32Array(terms.length);
  let total = 0;
  for (const [number, own] of counts.entries()) {
    ends[number] = total;
    total += own;
  }
  const positions = new Uint32Array(total);
  let position = 0;
  for (const numbers of numbersAt) {
    for (const number of numbers) {
      if (number > 0) {
        const at = ends[number - 1] as number;
        positions[at] = position;
        ends[number - 1] = at + 1;
      }
      position++;
    }
  }
  return {
    terms,
    positionsOf(index) {
      const end = ends[index] as number;
      return positions.subarray(end - (counts[index] as number), end);
    },
  };
}

import { readSyllable, type SyllableSound } from "./sound.ts";

/**
 * `search-data/readings.json`: how each Simplified character may be read, for the words of a query. A reading is
 * written as the character U+0100 plus one plus its index in `syllables`.
 */
export interface ReadingTable {
  /** Pinyin with its tone as a digit: `zhang1`. */
  readonly syllables: readonly string[];
  /** The only or likeliest reading of each character from `from` on; U+0100 where there is none. */
  readonly first: string;
  /** A code point. */
  readonly from: number;
  /** Each a character with its further readings. */
  readonly others: readonly string[];
}

/** A reading of a character. */
interface Reading extends SyllableSound {
  /** Without a tone. */
  readonly pinyin: string;
  /** The variants of all syllables that are merged with this one, in all tones. */
  readonly siblings: readonly string[];
}

/** The likely readings of a character, the likeliest first; none where it is not known. */
export type ReadCharacter = (character: string) => readonly Reading[];

const FIRST_CODE = 0x100;

/** Characters with their likely readings, as pinyin with a tone. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/** Makes the table of readings, each character's likeliest first. */
export function makeReadingTable(readings: Readings): ReadingTable {
  const syllables = [...new Set([...readings.values()].flat())].sort();
  const codes = new Map(syllables.map((syllable, k) => [syllable, String.fromCharCode(FIRST_CODE + k + 1)]));
  const points = [...readings.keys()].map((character) => character.codePointAt(0) as number);
  const from = Math.min(...points);
  const first = new Array<string>(Math.max(...points) - from + 1).fill(String.fromCharCode(FIRST_CODE));
  const others: string[] = [];
  for (const [character, own] of readings) {
    const [likeliest = "", ...further] = own.map((syllable) => codes.get(syllable) as string);
    first[(character.codePointAt(0) as number) - from] = likeliest;
    if (further.length > 0) others.push(character + further.join(""));
  }
  return { syllables, first: first.join(""), from, others };
}

/** Opens a table as {@link makeReadingTable} makes it. */
export function openReadings({ syllables, first, from, others }: ReadingTable): ReadCharacter {
  const siblingsOf = new Map<string, string[]>();
  const readings = syllables.map((pinyin): Reading | undefined => {
    const sound = readSyllable(pinyin);
    if (sound === undefined) return undefined;
    const siblings = siblingsOf.get(sound.syllable) ?? [];
    siblings.push(sound.variant);
    siblingsOf.set(sound.syllable, siblings);
    return { ...sound, pinyin: pinyin.slice(0, -1), siblings };
  });
  const furtherOf = new Map(others.map((entry) => [entry.charAt(0), entry.slice(1)]));
  return (character) => {
    const codes =
      first.charAt((character.codePointAt(0) as number) - from) + (furtherOf.get(character) ?? "");
    return [...codes]
      .map((code) => readings[code.charCodeAt(0) - FIRST_CODE - 1])
      .filter((reading) => reading !== undefined);
  };
}

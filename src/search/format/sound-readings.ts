import { readSyllable, type SyllableSound } from "../../text/sound/sound.ts";

/**
 * A file of `readings.<name>/`: how Simplified characters may be read, for the words of a query. The first has those that
 * are in nearly every query, the others each a share of the rest.
 */
export interface ReadingTable {
  /** Pinyin with its tone as a digit, `zhang1`; of all tables, and in the first alone. */
  readonly syllables: readonly string[];
  /** The characters of the table whose only or likeliest reading is each syllable. */
  readonly characters: readonly string[];
  /** Each a character with its further readings: the character U+0100 plus the index of a syllable. */
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
type CharacterReadings = readonly [character: string, readings: readonly string[]];

/** How many tables the rest is divided into: a query has few rare characters. */
const otherTables = 32;

/** The file of a table; of the usual characters where there is no number. */
export function nameReadingFile(other = -1): string {
  return `${other + 1}.json`;
}

/** Which of the other tables has a character. */
export function otherTableOf(character: string): number {
  return (character.codePointAt(0) as number) % otherTables;
}

/** All tables. */
export interface ReadingTables {
  readonly usual: ReadingTable;
  readonly others: readonly ReadingTable[];
}

/**
 * Makes the tables of readings, each character's likeliest first.
 * @param usual the characters of the first table
 */
export function makeReadingTables(readings: Readings, usual: ReadonlySet<string>): ReadingTables {
  const syllables = [...new Set([...readings.values()].flat())].sort();
  const sorted = [...readings].sort(([a], [b]) => (a < b ? -1 : 1));
  const rest = sorted.filter(([character]) => !usual.has(character));
  return {
    usual: makeTable(
      sorted.filter(([character]) => usual.has(character)),
      syllables,
    ),
    others: Array.from({ length: otherTables }, (_, table) => ({
      ...makeTable(
        rest.filter(([character]) => otherTableOf(character) === table),
        syllables,
      ),
      syllables: [],
    })),
  };
}

function makeTable(readings: readonly CharacterReadings[], syllables: readonly string[]): ReadingTable {
  const indexes = new Map(syllables.map((syllable, index) => [syllable, index]));
  const characters = syllables.map(() => "");
  const others: string[] = [];
  for (const [character, own] of readings) {
    const [likeliest = 0, ...further] = own.map((syllable) => indexes.get(syllable) as number);
    characters[likeliest] += character;
    if (further.length > 0)
      others.push(character + further.map((index) => String.fromCharCode(FIRST_CODE + index)).join(""));
  }
  return { syllables, characters, others };
}

/**
 * Opens a table as {@link makeReadingTables} makes it; undefined for a character that it does not have.
 * @param syllables of the first table
 */
export function openReadings(
  { characters, others }: ReadingTable,
  syllables: readonly string[],
): (character: string) => readonly Reading[] | undefined {
  const siblingsOf = new Map<string, string[]>();
  const readings = syllables.map((pinyin): Reading | undefined => {
    const sound = readSyllable(pinyin);
    if (sound === undefined) return undefined;
    const siblings = siblingsOf.get(sound.syllable) ?? [];
    siblings.push(sound.variant);
    siblingsOf.set(sound.syllable, siblings);
    return { ...sound, pinyin: pinyin.slice(0, -1), siblings };
  });
  const furtherOf = new Map(
    others.map((entry) => [
      entry.charAt(0),
      [...entry.slice(1)].map((code) => code.charCodeAt(0) - FIRST_CODE),
    ]),
  );
  const readingsOf = new Map(
    characters.flatMap((own, likeliest) =>
      [...own].map((character) => [
        character,
        [likeliest, ...(furtherOf.get(character) ?? [])]
          .map((index) => readings[index])
          .filter((reading) => reading !== undefined),
      ]),
    ),
  );
  return (character) => readingsOf.get(character);
}

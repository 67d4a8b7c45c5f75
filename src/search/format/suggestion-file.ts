/** The character, by its code, that stands in `readings` for none of `syllables`; the next one is for the first. */
export const NO_SYLLABLE = 0x100;

/** What a name is to the archive, in the order in which the file lists them. */
export const nameKinds = ["term", "person", "topic", "keyword"] as const;
export type NameKind = (typeof nameKinds)[number];

/** What narrows a search down and is offered by name: who speaks, what an episode is about. */
export const valueKeys = ["speaker", "topic"] as const;
export type ValueKey = (typeof valueKeys)[number];

/** Names that are offered. Columns, because they compress well. */
export interface NameColumns {
  /** No name holds a line feed, which stands between them. */
  readonly names: string;
  /** In how many episodes a search for each name finds something, or, of a value, looks. */
  readonly episodes: readonly number[];
  /** Other right ways to say a name: by the name's index. */
  readonly also: Readonly<Record<string, readonly string[]>>;
  /**
   * Names that are read otherwise than their characters usually are, or in several ways: all ways, each the
   * syllables of the Han characters with spaces between them.
   */
  readonly spoken: Readonly<Record<string, readonly string[]>>;
}

/**
 * `archive.<name>/suggestions.json`: what the search box offers while one types. Every name is said in the archive,
 * and the names come one kind after another.
 */
export interface SuggestionFile extends NameColumns {
  /** How many names there are of each of `nameKinds`. */
  readonly kinds: readonly number[];
  /** What a recogniser writes for a name: by the name's index. */
  readonly heard: Readonly<Record<string, readonly string[]>>;
  /** What `speaker:` and `topic:` may name, said or not; what most episodes have first. */
  readonly values: Readonly<Record<ValueKey, NameColumns>>;
  /** Pinyin without tones, ü as v. */
  readonly syllables: readonly string[];
  /** Each Han character of names and values, folded, and the syllable it usually has, as {@link NO_SYLLABLE} says. */
  readonly characters: string;
  readonly readings: string;
  /** The files beside it of the titles that are offered, newest first: see `listNewestTitleFiles`. */
  readonly titleFiles: readonly string[];
}

/** `archive.<name>/latin-words.json`: words in Latin letters that the archive says, for near-misses; sorted. */
export interface LatinWordFile {
  /** As {@link packWords} writes them. */
  readonly words: string;
  readonly episodes: readonly number[];
}

/** The longest beginning that a word takes from the one before it: a figure of base 36. */
const LONGEST_SHARED = 35;

/**
 * Sorted words, one a line: how many UTF-16 units it begins with as the one before does, in base 36, and the rest. Of 5,000
 * words it takes 15.1 KB (gzip) with their numbers, where the words themselves, the most said first, take 18.2.
 */
export function packWords(words: readonly string[]): string {
  let last = "";
  const lines = words.map((word) => {
    let shared = 0;
    while (shared < LONGEST_SHARED && shared < word.length && word[shared] === last[shared]) shared++;
    last = word;
    return shared.toString(36) + word.slice(shared);
  });
  return lines.join("\n");
}

export function unpackWords(packed: string): string[] {
  let last = "";
  return (packed === "" ? [] : packed.split("\n")).map((line) => {
    last = last.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1);
    return last;
  });
}

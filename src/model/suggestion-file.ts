/** Version of the files below; a browser that knows another one suggests nothing. */
export const SUGGESTION_VERSION = 1;

/** What a name is to the archive, in the order in which the file lists them. */
export const nameKinds = ["term", "person", "topic", "keyword"] as const;
export type NameKind = (typeof nameKinds)[number];

/**
 * `search-data/suggestions.json`: what the search box offers while one types. Every name is said in the archive.
 * Columns, because they compress well.
 */
export interface SuggestionFile {
  readonly version: number;
  /** All names, one kind after another. No name holds a line feed. */
  readonly names: string;
  /** How many names there are of each of `nameKinds`. */
  readonly kinds: readonly number[];
  /** In how many episodes a search for each name finds something. */
  readonly episodes: readonly number[];
  /** Other right ways to say a name, and what a recogniser writes for it: by the name's index. */
  readonly also: Readonly<Record<string, readonly string[]>>;
  readonly heard: Readonly<Record<string, readonly string[]>>;
  /** Pinyin without tones, ü as v. */
  readonly syllables: readonly string[];
  /** Each Han character of the names, folded, and the syllable it usually has: U+0100 plus its index. */
  readonly characters: string;
  readonly readings: string;
  /**
   * Names that are read otherwise than their characters usually are, or in several ways: all ways, each the
   * syllables of the Han characters with spaces between them.
   */
  readonly spoken: Readonly<Record<string, readonly string[]>>;
  /** A fingerprint of `search-data/latin-words.json`, the `v` of its address. */
  readonly latinVersion: string;
}

/** `search-data/latin-words.json`: words in Latin letters that the archive says, for near-misses; most said first. */
export interface LatinWordFile {
  readonly version: number;
  /** One a line, as written. */
  readonly words: string;
  readonly episodes: readonly number[];
}

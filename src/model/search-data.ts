/** Version of the files below; a reader of another version asks for a reload. */
export const SEARCH_DATA_VERSION = 2;

/**
 * A Pagefind bundle of the index: some of the terms of some of the episodes. `entry` is Pagefind's own
 * pagefind-entry.json for it.
 */
export interface SearchBundle {
  /** Folder below `pagefind/`, with a slash at its end. */
  readonly path: string;
  readonly entry: unknown;
  /** Pagefind's name of each record, in the order of the part's groups; null where none of its words are here. */
  readonly pages: readonly (string | null)[];
}

/**
 * Consecutive episodes that are indexed together. Their terms are spread over `bundles` by the first character
 * (see `bundleOf` in text/terms.ts); every bundle has one record for each of `groups`.
 */
export interface SearchPart {
  /** The same positions by their sound (see text/sound-terms.ts); absent where the archive has no such index. */
  readonly sound?: Pick<SearchPart, "frequentPairs" | "bundles">;
  /** Pairs of Han characters whose terms are split by the next character, joined. */
  readonly frequentPairs: string;
  readonly bundles: readonly SearchBundle[];
  /** Each record's episodes: index of the first one in the manifest, and the position at which each begins in it. */
  readonly groups: readonly { readonly firstEpisode: number; readonly firstPositions: readonly number[] }[];
}

/** `search-data/manifest.json`: what a search must know before it asks. Columns, because they compress well. */
export interface SearchManifest {
  readonly version: number;
  /** Names that stand for one another. */
  readonly aliases: readonly (readonly string[])[];
  /** Key and shown name of everyone who speaks. */
  readonly speakers: readonly (readonly [key: string, name: string])[];
  readonly topics: readonly string[];
  /** Names of hosts and guests, each once. */
  readonly people: readonly string[];
  readonly parts: readonly SearchPart[];
  /** A fingerprint of `search-data/readings.json`, the `v` of its address; absent where no part has `sound`. */
  readonly readings?: string;
  /** One entry an episode in each column, oldest first, so that a new episode moves no other. */
  readonly episodes: {
    readonly slugs: readonly string[];
    readonly titles: readonly string[];
    readonly dates: readonly string[];
    readonly tokenCounts: readonly number[];
    /** Positions that an episode's headings take, before what is said in it. */
    readonly headingLengths: readonly number[];
    /** A fingerprint of the episode's table and texts: the `v` of their addresses. */
    readonly versions: readonly string[];
    /** "c", "e" or "m" for cue, estimated and mixed, one letter an episode. */
    readonly timings: string;
    /** BCP 47. */
    readonly languages: readonly string[];
    /** Indexes into `people`: who an episode says it is with. */
    readonly people: readonly (readonly number[])[];
    /** Indexes into `speakers` and `topics`. */
    readonly speakers: readonly (readonly number[])[];
    readonly topics: readonly (readonly number[])[];
  };
}

/** `search-data/<slug>/table.json`: from positions to passages. One entry a passage in each column. */
export interface SearchTable {
  /** First position of each passage, relative to the one before; the first relative to the episode's beginning. */
  readonly positions: readonly number[];
  /** Tenths of seconds, rounded down, each relative to the one before. */
  readonly starts: readonly number[];
  /** The passages' addresses, joined by spaces. */
  readonly anchors: string;
  /** Index into the manifest's speakers, or -1. */
  readonly speakers: readonly number[];
  /** Position at which each chapter's title begins among the headings, and the chapter's first passage. */
  readonly chapters: readonly (readonly [heading: number, firstPassage: number])[];
  /** Index of the first passage of each text file `search-data/<slug>/<n>.json`. */
  readonly texts: readonly number[];
  /** The heights of the episode's strip, see `writeStrip` in text/draw-strip.ts. */
  readonly strip: string;
  /** Seconds. */
  readonly duration: number;
}

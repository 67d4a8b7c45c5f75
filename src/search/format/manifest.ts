import { formatTimeFragment } from "../../text/time.ts";

/*
 * Every file below `search-data/` stands in a folder that is named by its content, and says that name first: an old page
 * never reads a new file under an old name, whatever a host or a proxy has kept.
 */

/** The one file whose address never changes: which build of the archive is the newest. */
export interface SearchPointer {
  /** Folder of the search's own scripts: `search-scripts/<name>/api.js` and `worker.js`. */
  readonly scripts: string;
  /** Name of what tells of all episodes: `archive.<name>/manifest.json`, and what the search box offers. */
  readonly archive: string;
}

export const POINTER_FILE = "search-pointer.json";
export const SCRIPT_FOLDER = "search-scripts";

/**
 * The content of a file that was read at an address below `search-data/`. Throws where it is not the one that the folder
 * names, or none of ours.
 */
export function readNamed<T>(file: unknown, address: string): T {
  const name = /\.([^./]+)\/[^/]+$/.exec(address)?.[1];
  if (!Array.isArray(file) || file[0] !== name)
    throw new Error(`the file is not the one that is called ${name}`);
  return file[1] as T;
}

/**
 * A folder below `search-data/`, as it is on the disk, with a slash at its end. No slug has a dot.
 * @param what an episode's slug, or what else is in it
 */
export function nameFolder(what: string, name: string): string {
  return `${what}.${name}/`;
}

/**
 * Terms in Pagefind bundles, spread over them by the first character (see `bundleOf` in search/format/terms.ts). Each bundle
 * has one page, whose positions are those of the shard.
 */
export interface SearchTerms {
  /**
   * Folder of the bundles, with a slash at its end: `<folder><number>/` is a bundle. Below `pagefind/`, or an address
   * elsewhere: `https://…`, or from the root of the site's host `/…`.
   */
  readonly folder: string;
  /** Pagefind's name for the metadata of each bundle; empty where the bundle has no term. */
  readonly bundles: readonly string[];
  /**
   * Pairs of Han characters or syllables whose terms are split by the next one, joined. The n-th has its places in
   * `<folder>pairs/<n>-<stretch>.places` (search/format/packed-places.ts).
   */
  readonly frequentPairs: string;
  /** Over how many stretches of the shard the places of each of them are divided. */
  readonly pairStretches: readonly number[];
  /**
   * Han characters in so many places that a query for one asks how often each episode says it, and not where, joined.
   * `<folder>characters/<n>.places` has it of the n-th: for each episode of the shard how often it is said, and how often
   * it stands in headings.
   */
  readonly commonCharacters: string;
}

/** A share of the archive that is indexed on its own: the positions of its episodes follow one another. */
export interface SearchShard {
  readonly exact: SearchTerms;
  /** The same positions by their sound (see search/format/sound-terms.ts); absent where the archive has no such index. */
  readonly sound?: SearchTerms;
  /** Index in the manifest of each episode, relative to the one before; of those in `gone`, the one before again. */
  readonly episodes: readonly number[];
  /**
   * How many positions each episode takes, beyond those of its tokens and headings, which `episodes` tells; of those
   * in `gone` all.
   */
  readonly sizes: readonly number[];
  /** Which of `episodes` are of the archive no longer, or no longer as they are indexed here: their places are none. */
  readonly gone: readonly number[];
}

/** Something with a page of its own: the part of its address that stands for it, its name, and other names of it. */
export type NamedPage = readonly [slug: string, name: string, ...others: string[]];

/** `archive.<name>/manifest.json`: what a search must know before it asks. Columns, because they compress well. */
export interface SearchManifest {
  /** Names that stand for one another; one that has a leading dot is here even alone. */
  readonly aliases: readonly (readonly string[])[];
  /** Names that stand for one another in the tier of variants: the owner's, and whether those of the stock list do. */
  readonly variants: { readonly names: readonly (readonly string[])[]; readonly hasStock: boolean };
  /** Key and shown name of everyone who speaks, and other names of theirs. */
  readonly speakers: readonly (readonly [key: string, name: string, ...others: string[]])[];
  readonly topics: readonly string[];
  /** Names of hosts and guests, each once. */
  readonly people: readonly string[];
  /** Who has a page, the glossary's terms, and what episodes are about. */
  readonly named: {
    readonly people: readonly NamedPage[];
    readonly terms: readonly NamedPage[];
    readonly topics: readonly NamedPage[];
  };
  readonly shards: readonly SearchShard[];
  /** A pair of syllables in more places of the archive than this says nothing by its sound. */
  readonly frequentSound: number;
  /** The name of how characters are read: `readings.<name>/`; absent where no shard has `sound`. */
  readonly readings?: string;
  /** One entry an episode in each column, oldest first, so that a new episode moves no other. */
  readonly episodes: {
    readonly slugs: readonly string[];
    /** Tokens of each title: the first positions of an episode. */
    readonly titleLengths: readonly number[];
    /** As `episode.md` has them; null where it has none. */
    readonly numbers: readonly (number | null)[];
    readonly seasons: readonly (number | null)[];
    readonly dates: readonly string[];
    readonly tokenCounts: readonly number[];
    /** Positions that an episode's headings take, before what is said in it. */
    readonly headingLengths: readonly number[];
    /** The name of each episode's table and blocks: `<slug>.<name>/`. */
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

/** Titles in a file: 37 KB (gzip) of Chinese. */
export const FILE_TITLES = 1_000;

/** Beside the manifest: the titles of a thousand episodes, oldest first, an array of strings. */
export function nameTitleFile(file: number): string {
  return `titles-${file}.json`;
}

/**
 * The files that have the titles of an archive's newest episodes, newest first: of so many titles people type pinyin and
 * initials, and the search box offers them. The last file, and the one before where it is not half full.
 */
export function listNewestTitleFiles(episodes: number): number[] {
  const last = Math.max(0, Math.ceil(episodes / FILE_TITLES) - 1);
  const isHalfFull = episodes - last * FILE_TITLES >= FILE_TITLES / 2;
  return last === 0 || isHalfFull ? [last] : [last, last - 1];
}

/** `<slug>.<name>/0.json`: from positions to passages. One entry a passage in each column. */
export interface SearchTable {
  /** The episode's. */
  readonly title: string;
  /** First position of each passage, relative to the one before; the first relative to the episode's beginning. */
  readonly positions: readonly number[];
  /** Tenths of seconds, rounded down, each relative to the one before. */
  readonly starts: readonly number[];
  /** The passages' addresses that their times do not tell (see `makeTimeAnchors`); one space a passage divides them. */
  readonly anchors: string;
  /** Index into the manifest's speakers, or -1. */
  readonly speakers: readonly number[];
  /** Position at which each chapter's title begins among the headings, the chapter's first passage, and its title. */
  readonly chapters: readonly (readonly [heading: number, firstPassage: number, title: string])[];
  /** Index of the first passage of each block, whose texts are in `<slug>.<name>/<n + 1>.json`. */
  readonly blocks: readonly number[];
  /** The heights of the episode's strip, see `writeStrip` in text/draw-strip.ts. */
  readonly strip: string;
  /** Seconds. */
  readonly duration: number;
}

/**
 * A corrected word in a passage's text: characters (UTF-16) after the one before, its own, what was heard there, and how
 * sure whoever corrected it was, 0 to 1. Of the glossary's there is no last one: it is sure.
 */
export type PackedHeard = readonly [gap: number, length: number, heard: string, sure?: number];

/** A passage in a block: its text, and behind it its corrected words, where it has some. */
export type BlockEntry = string | readonly [text: string, ...heard: PackedHeard[]];

/**
 * The addresses that passages have by their times: `t=754`, and `t=754.2` for the second one in that second.
 * @param starts tenths of seconds
 */
export function makeTimeAnchors(starts: readonly number[]): string[] {
  const counts = new Map<string, number>();
  return starts.map((tenths) => {
    const second = formatTimeFragment(tenths / 10);
    const nth = (counts.get(second) ?? 0) + 1;
    counts.set(second, nth);
    return nth === 1 ? second : `${second}.${nth}`;
  });
}

import { findLastNotAfter } from "../../text/find-last.ts";
import { rememberLoaded } from "../api/load-files.ts";
import type { HeardWord } from "../api/search-types.ts";
import {
  type BlockEntry,
  makeTimeAnchors,
  nameFolder,
  nameTitleFile,
  type SearchManifest,
  type SearchTable,
} from "../format/manifest.ts";
import { addUp } from "../format/packed-places.ts";
import { nameReadingFile, type ReadingTable } from "../format/sound-readings.ts";

/** An episode's table, unpacked: where its passages and chapters begin. */
export class PassageTable {
  readonly #table: SearchTable;
  readonly #firstPositions: readonly number[];
  #starts: readonly number[] | undefined;
  #anchors: readonly string[] | undefined;

  constructor(table: SearchTable) {
    this.#table = table;
    this.#firstPositions = addUp(table.positions);
  }

  /** The passage in which a position stands. */
  findPassage(position: number): number {
    return findLastNotAfter(this.#firstPositions, position);
  }

  firstPositionOf(passage: number): number {
    return this.#firstPositions[passage] as number;
  }

  /** Positions of a passage; of the last, whose end the table does not tell, those of an average one. */
  lengthOf(passage: number): number {
    const next = this.#firstPositions[passage + 1];
    return next === undefined ? this.#averageLength : next - this.firstPositionOf(passage);
  }

  /** The same beside those of an average one. */
  relativeLengthOf(passage: number): number {
    return this.#averageLength === 0 ? 1 : this.lengthOf(passage) / this.#averageLength;
  }

  get #averageLength(): number {
    const positions = this.#firstPositions;
    return ((positions.at(-1) ?? 0) - (positions[0] ?? 0)) / Math.max(1, positions.length - 1);
  }

  /** When a position is said, in seconds: in step with the positions of its passage. */
  momentOf(position: number): number {
    const passage = this.findPassage(position);
    const [start, end] = [this.startOf(passage), this.endOf(passage)];
    const share = (position - this.firstPositionOf(passage)) / Math.max(1, this.lengthOf(passage));
    return start + Math.min(1, share) * Math.max(0, end - start);
  }

  /** Of the episode, in seconds. */
  get duration(): number {
    return this.#table.duration;
  }

  /** When the next passage starts, or the episode ends; in seconds. */
  endOf(passage: number): number {
    return passage + 1 < this.#firstPositions.length ? this.startOf(passage + 1) : this.#table.duration;
  }

  /** Seconds. */
  startOf(passage: number): number {
    return (this.#tenths[passage] as number) / 10;
  }

  anchorOf(passage: number): string {
    if (this.#anchors === undefined) {
      const written = this.#table.anchors.split(" ");
      this.#anchors = makeTimeAnchors(this.#tenths).map((anchor, k) => written[k] || anchor);
    }
    return this.#anchors[passage] as string;
  }

  get #tenths(): readonly number[] {
    this.#starts ??= addUp(this.#table.starts);
    return this.#starts;
  }

  /** Index into the manifest's speakers, or -1. */
  speakerOf(passage: number): number {
    return this.#table.speakers[passage] as number;
  }

  get blockCount(): number {
    return this.#table.blocks.length;
  }

  /** The block that holds a passage, and the passage's place in it. */
  blockOf(passage: number): { readonly block: number; readonly at: number } {
    const block = findLastNotAfter(this.#table.blocks, passage);
    return { block, at: passage - (this.#table.blocks[block] as number) };
  }

  /** The chapter of a passage; undefined before the first. */
  chapterOf(passage: number): number | undefined {
    const first = this.#table.chapters[0];
    if (first === undefined || passage < first[1]) return undefined;
    return findLastNotAfter(
      this.#table.chapters.map(([, firstPassage]) => firstPassage),
      passage,
    );
  }

  /** The chapter in whose title a heading's position stands; undefined in the title and topics of the episode. */
  chapterTitledAt(position: number): number | undefined {
    const first = this.#table.chapters[0];
    if (first === undefined || position < first[0]) return undefined;
    return findLastNotAfter(
      this.#table.chapters.map(([heading]) => heading),
      position,
    );
  }

  /** The chapters with a title that is wanted. */
  findTitled(isWanted: (title: string) => boolean): number[] {
    return this.#table.chapters.flatMap(([, , title], chapter) => (isWanted(title) ? [chapter] : []));
  }

  /** A chapter's title, the position at which it stands among the headings, and the address of its first passage. */
  describeChapter(chapter: number): {
    readonly title: string;
    readonly heading: number;
    readonly anchor: string;
  } {
    const [heading, firstPassage, title] = this.#table.chapters[chapter] as SearchTable["chapters"][number];
    return { title, heading, anchor: this.anchorOf(firstPassage) };
  }
}

/** Where the engine gets an episode's table and text from. Rejects with a SearchLoadError. */
export interface SearchFiles {
  loadTable(episode: number): Promise<SearchTable>;
  /** The titles of a file, see `nameTitleFile`. */
  loadTitles(file: number): Promise<readonly string[]>;
  /** The texts of the passages of the `block`-th block. */
  loadBlock(episode: number, block: number): Promise<readonly string[]>;
  /** Of the same passages, from the same file, the corrected words of each. */
  loadHeard(episode: number, block: number): Promise<readonly (readonly HeardWord[])[]>;
  /** How characters may be read, for searches for sounds: the usual ones, or a table of others. */
  loadReadings(other?: number): Promise<ReadingTable>;
}

/**
 * Opens the files of a manifest's archive; each is loaded once.
 * @param archive its name in the pointer
 * @param load gives the content of the file at an address below `search-data/`
 */
export function openSearchFiles(
  archive: string,
  { episodes: { slugs, versions }, readings = "" }: SearchManifest,
  load: (address: string) => Promise<unknown>,
): SearchFiles {
  const open = rememberLoaded(load);
  const openOf = (episode: number, file: number) =>
    open(
      `${nameFolder(encodeURIComponent(slugs[episode] as string), versions[episode] as string)}${file}.json`,
    );
  const openBlock = async (episode: number, block: number) =>
    (await openOf(episode, block + 1)) as readonly BlockEntry[];
  return {
    loadTable: (episode) => openOf(episode, 0) as Promise<SearchTable>,
    loadTitles: (file) =>
      open(nameFolder("archive", archive) + nameTitleFile(file)) as Promise<readonly string[]>,
    loadBlock: async (episode, block) => (await openBlock(episode, block)).map(readText),
    loadHeard: async (episode, block) => (await openBlock(episode, block)).map(readHeard),
    loadReadings: (other) =>
      open(nameFolder("readings", readings) + nameReadingFile(other)) as Promise<ReadingTable>,
  };
}

/** A passage's text. */
export function readText(entry: BlockEntry): string {
  return typeof entry === "string" ? entry : entry[0];
}

/** The corrected words of a passage, in their order. */
export function readHeard(entry: BlockEntry): HeardWord[] {
  if (typeof entry === "string") return [];
  const [, ...words] = entry;
  let end = 0;
  return words.map(([gap, length, heard, sure]) => {
    const from = end + gap;
    end = from + length;
    return {
      at: [from, end],
      heard,
      sure: sure ?? 1,
      source: sure === undefined ? "glossary" : "correction",
    };
  });
}

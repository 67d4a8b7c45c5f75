import { findLastNotAfter } from "../../text/find-last.ts";
import { rememberLoaded } from "../api/load-files.ts";
import { addUp } from "../format/differences.ts";
import type { SearchManifest, SearchTable } from "../format/manifest.ts";
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

  /** Positions of a passage beside those of an average one; the last, whose end the table does not tell, is average. */
  relativeLengthOf(passage: number): number {
    const positions = this.#firstPositions;
    const next = positions[passage + 1];
    const average = ((positions.at(-1) ?? 0) - (positions[0] ?? 0)) / Math.max(1, positions.length - 1);
    return next === undefined || average === 0 ? 1 : (next - this.firstPositionOf(passage)) / average;
  }

  /** Seconds. */
  startOf(passage: number): number {
    this.#starts ??= addUp(this.#table.starts);
    return (this.#starts[passage] as number) / 10;
  }

  anchorOf(passage: number): string {
    this.#anchors ??= this.#table.anchors.split(" ");
    return this.#anchors[passage] as string;
  }

  /** Index into the manifest's speakers, or -1. */
  speakerOf(passage: number): number {
    return this.#table.speakers[passage] as number;
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
  /** The texts of the passages of the `block`-th block. */
  loadBlock(episode: number, block: number): Promise<readonly string[]>;
  /** How characters may be read, for searches for sounds: the usual ones, or a table of others. */
  loadReadings(other?: number): Promise<ReadingTable>;
}

/**
 * Opens the files of a manifest's archive; each is loaded once.
 * @param load gives the JSON at an address below `search-data/`
 */
export function openSearchFiles(
  { episodes: { slugs, versions }, readings = "" }: SearchManifest,
  load: (address: string) => Promise<unknown>,
): SearchFiles {
  const loadFile = rememberLoaded(load);
  const address = (episode: number, name: string) =>
    `${encodeURIComponent(slugs[episode] as string)}/${name}.json?v=${versions[episode]}`;
  return {
    loadTable: (episode) => loadFile(address(episode, "table")) as Promise<SearchTable>,
    loadBlock: (episode, block) => loadFile(address(episode, String(block))) as Promise<string[]>,
    loadReadings: (other) => loadFile(`${nameReadingFile(other)}?v=${readings}`) as Promise<ReadingTable>,
  };
}

import { join } from "node:path";
import type { Episode } from "../../model/archive.ts";
import { writeStrip } from "../../text/draw-strip.ts";
import {
  type BlockEntry,
  FILE_TITLES,
  makeTimeAnchors,
  nameFolder,
  nameTitleFile,
  type PackedHeard,
  type SearchTable,
} from "../format/manifest.ts";
import { takeDifferences } from "../format/packed-places.ts";
import type { CutHead } from "./cut/cut-file.ts";
import { writeNamed } from "./write-json.ts";

/** Indexes of every speaker and topic in the manifest's lists. */
export interface SharedColumns {
  readonly speakers: ReadonlyMap<string, { readonly index: number; readonly name: string }>;
  readonly topics: ReadonlyMap<string, number>;
}

/** What the manifest says of an episode that was indexed. */
export interface IndexedEpisode {
  readonly tokenCount: number;
  readonly headingLength: number;
  readonly version: string;
}

/**
 * Characters of a block, about. A result on the screen needs one block: smaller ones would be more files than
 * some hosts take (20,000 for 1,000 episodes). Chosen between the two.
 */
const BLOCK_SIZE = 6_000;

/** Characters that tell an episode's files from those it had before: 24 bits. Every search loads those of all. */
const VERSION_LENGTH = 4;

/** Writes an episode's table and blocks below `dataDir`. */
export function writeEpisodeData(
  episode: Episode,
  head: CutHead,
  { speakers }: SharedColumns,
  dataDir: string,
): IndexedEpisode {
  const blocks = divideText(episode.passages);
  const table = makeTable(episode, head, speakers, blocks);
  const files = Object.fromEntries(
    [table, ...blocks.map((block) => block.entries)].map((content, n) => [`${n}.json`, content]),
  );
  const version = writeNamed(files, (name) => join(dataDir, nameFolder(episode.slug, name)), VERSION_LENGTH);
  const { tokenCount, headingLength } = head;
  return { tokenCount, headingLength, version };
}

/** The files of the titles of all episodes, oldest first, by their names. */
export function makeTitleFiles(
  episodes: readonly Pick<Episode, "title">[],
): Record<string, readonly string[]> {
  const files: Record<string, readonly string[]> = {};
  for (let file = 0; file * FILE_TITLES < Math.max(1, episodes.length); file++) {
    const own = episodes.slice(file * FILE_TITLES, (file + 1) * FILE_TITLES);
    files[nameTitleFile(file)] = own.map(({ title }) => title);
  }
  return files;
}

interface Block {
  readonly firstPassage: number;
  /** Its passages. */
  readonly entries: BlockEntry[];
}

function divideText(passages: Episode["passages"]): Block[] {
  const blocks: Block[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const [firstPassage, passage] of passages.entries()) {
    const { text } = passage;
    if (size + text.length / 2 > BLOCK_SIZE) {
      blocks.push({ firstPassage, entries: [] });
      size = 0;
    }
    blocks.at(-1)?.entries.push(makeEntry(passage));
    size += text.length;
  }
  return blocks;
}

function makeEntry({ text, changes }: Episode["passages"][number]): BlockEntry {
  let end = 0;
  const replaced = changes.filter(({ source }) => source !== "unclear");
  const heard = replaced.map(({ from, to, heard: word, sure, source }): PackedHeard => {
    const gap = from - end;
    end = to;
    return source === "glossary" ? [gap, to - from, word] : [gap, to - from, word, sure];
  });
  return heard.length === 0 ? text : [text, ...heard];
}

function makeTable(
  { title, passages, chapters, strip, duration }: Episode,
  { firstPositions, headings }: CutHead,
  speakers: SharedColumns["speakers"],
  blocks: readonly Block[],
): SearchTable {
  const starts = passages.map(({ start }) => Math.floor(start * 10));
  const timeAnchors = makeTimeAnchors(starts);
  return {
    title,
    positions: takeDifferences(firstPositions),
    starts: takeDifferences(starts),
    anchors: passages.map(({ anchor }, k) => (anchor === timeAnchors[k] ? "" : anchor)).join(" "),
    speakers: passages.map(({ speaker }) =>
      speaker === undefined ? -1 : (speakers.get(speaker.key)?.index ?? -1),
    ),
    // The chapters' titles are the last of the headings.
    chapters: chapters.map(({ firstPassage, title }, index) => [
      headings[headings.length - chapters.length + index] as number,
      firstPassage,
      title,
    ]),
    blocks: blocks.map(({ firstPassage }) => firstPassage),
    strip: writeStrip(strip),
    duration: Math.ceil(duration),
  };
}

import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Episode } from "../../model/archive.ts";
import { writeStrip } from "../../text/draw-strip.ts";
import { takeDifferences } from "../format/differences.ts";
import type { SearchTable } from "../format/manifest.ts";
import type { CutHead } from "./cut/cut-file.ts";
import { writeJson } from "./write-json.ts";

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
const BLOCK_SIZE = 3_800;

/** Characters that tell an episode's files from those it had before: 24 bits. Every search loads those of all. */
const VERSION_LENGTH = 4;

/** Writes an episode's table and blocks below `dataDir`. */
export function writeEpisodeData(
  episode: Episode,
  { firstPositions, headings, headingLength, tokenCount }: CutHead,
  { speakers }: SharedColumns,
  dataDir: string,
): IndexedEpisode {
  const { slug, passages, chapters, duration } = episode;
  const blocks: string[][] = [];
  const firstPassages: number[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const [index, { text }] of passages.entries()) {
    if (size + text.length / 2 > BLOCK_SIZE) {
      blocks.push([]);
      firstPassages.push(index);
      size = 0;
    }
    blocks.at(-1)?.push(text);
    size += text.length;
  }
  const table: SearchTable = {
    positions: takeDifferences(firstPositions),
    starts: takeDifferences(passages.map(({ start }) => Math.floor(start * 10))),
    anchors: passages.map(({ anchor }) => anchor).join(" "),
    speakers: passages.map(({ speaker }) =>
      speaker === undefined ? -1 : (speakers.get(speaker.key)?.index ?? -1),
    ),
    // The chapters' titles are the last of the headings.
    chapters: chapters.map(({ firstPassage }, index) => [
      headings[headings.length - chapters.length + index] as number,
      firstPassage,
    ]),
    blocks: firstPassages,
    strip: writeStrip(episode.strip),
    duration: Math.ceil(duration),
  };
  const folder = join(dataDir, slug);
  writeJson(join(folder, "table.json"), table);
  for (const [block, own] of blocks.entries()) writeJson(join(folder, `${block}.json`), own);
  const version = createHash("sha256")
    .update(JSON.stringify([table, blocks]))
    .digest("base64url")
    .slice(0, VERSION_LENGTH);
  return { tokenCount, headingLength, version };
}

import { createHash } from "node:crypto";
import { packTerms } from "../../format/packed-places.ts";
import {
  CborWriter,
  PAGEFIND_SIGNATURE,
  PAGEFIND_VERSION,
  type PostedTerm,
} from "../../format/pagefind-file.ts";

/*
 * The files of a Pagefind bundle: its metadata as Pagefind 1.6.0 writes and reads it, after a signature CBOR of
 *
 *   [version, [page, …], [chunk, …], [], [], []]   page: [hash, number of words, ""]   chunk: [from, to, hash]
 *
 * and its index files packed (format/packed-places.ts). A bundle of ours has one page. That Pagefind itself writes the
 * same bytes for the same words is what encode-bundle.test.ts proves.
 */

/** Nothing is loaded by it: one page is all there is. */
const PAGE = "0";

/** A file of a bundle, not yet packed by gzip. */
export interface BundleFile {
  /** Names the file: the metadata after what is in the index, an index file by its number, in base 36. */
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** The files of an index, and the metadata that lists them. */
export interface EncodedBundle {
  readonly chunks: readonly BundleFile[];
  readonly metadata: BundleFile;
}

export interface EncodingOptions {
  /** Of the record in which the terms stand. */
  readonly positionCount: number;
  /** Places in a file, about. */
  readonly chunkSize: number;
  /** Terms of one group, which follow one another, are kept in one file where they fit; else as Pagefind does. */
  groupOf?(term: string): string;
}

/** A file that is less full than this share is not closed for a group that would begin in the next one. Chosen. */
const LEAST_FULL = 0.4;

/** Encodes the terms of a bundle, given by code point. */
export function encodeBundle(
  terms: readonly PostedTerm[],
  { positionCount, chunkSize, groupOf }: EncodingOptions,
): EncodedBundle {
  const writer = new CborWriter();
  const chunks: (BundleFile & { from: string; to: string })[] = [];
  let pending: PostedTerm[] = [];
  let size = 0;
  const close = () => {
    if (pending.length === 0) return;
    const bytes = packTerms(pending);
    const from = (pending[0] as PostedTerm).term;
    const to = (pending.at(-1) as PostedTerm).term;
    // Every search loads the names of all files, and the folder of a shard says already what is in them.
    chunks.push({ hash: chunks.length.toString(36), bytes, from, to });
    pending = [];
    size = 0;
  };
  const groupSizes = groupOf === undefined ? [] : measureGroups(terms, groupOf);
  for (const [index, posted] of terms.entries()) {
    if (size + (groupSizes[index] ?? 0) > chunkSize && size > chunkSize * LEAST_FULL) close();
    pending.push(posted);
    size += sizeOf(posted);
    if (size >= chunkSize) close();
  }
  close();
  const bytes = encodeMetadata(writer, shortenBounds(chunks), positionCount);
  const hash = hashBytes([bytes, ...chunks.map((chunk) => chunk.bytes)]);
  return { chunks, metadata: { hash, bytes } };
}

/** Pagefind counts each page once more, and the weight as a place. */
function sizeOf({ positions }: PostedTerm): number {
  return positions.length + 2;
}

/** The size of each group at the index of its first term; elsewhere nothing. */
function measureGroups(terms: readonly PostedTerm[], groupOf: (term: string) => string): number[] {
  const sizes: number[] = [];
  let first = 0;
  let last: string | undefined;
  for (const [index, posted] of terms.entries()) {
    const group = groupOf(posted.term);
    if (group !== last) first = index;
    last = group;
    sizes[first] = (sizes[first] ?? 0) + sizeOf(posted);
  }
  return sizes;
}

interface Bounds {
  readonly from: string;
  readonly to: string;
  readonly hash: string;
}

/** Bounds no longer than it takes to tell a file's last word from the next one's first: they are loaded by every search. */
function shortenBounds(chunks: readonly Bounds[]): Bounds[] {
  const shortened = chunks.map((chunk) => ({ ...chunk }));
  for (const [index, next] of shortened.entries()) {
    const chunk = shortened[index - 1];
    if (chunk === undefined) continue;
    let common = 0;
    while (common < next.from.length && next.from[common] === chunk.to[common]) common++;
    const to = chunk.to.slice(0, common + 1);
    if (to >= chunk.from) chunk.to = to;
    next.from = next.from.slice(0, common + 1);
  }
  return shortened;
}

function encodeMetadata(writer: CborWriter, chunks: readonly Bounds[], positionCount: number): Uint8Array {
  writer.writeRaw(PAGEFIND_SIGNATURE);
  writer.writeArray(6);
  writer.writeText(PAGEFIND_VERSION);
  writer.writeArray(1);
  writer.writeArray(3);
  writer.writeText(PAGE);
  writer.writeInteger(positionCount);
  writer.writeText("");
  writer.writeArray(chunks.length);
  for (const { from, to, hash } of chunks) {
    writer.writeArray(3);
    writer.writeText(from);
    writer.writeText(to);
    writer.writeText(hash);
  }
  for (let k = 0; k < 3; k++) writer.writeArray(0);
  return writer.take();
}

/** As many characters as keep apart the indexes of an archive: 48 bits. */
function hashBytes(files: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const bytes of files) hash.update(bytes);
  return hash.digest("hex").slice(0, 12);
}

import { findLastIndex } from "../../../text/find-last.ts";
import { PAGEFIND_SIGNATURE } from "../../format/pagefind-file.ts";

/** A file of a bundle's index: it holds the words from `from` up to the next one's. */
export interface IndexChunk {
  readonly from: string;
  /** Its name without ending. */
  readonly hash: string;
}

/**
 * The files of a bundle's index, ascending by code point. Reads Pagefind 1.6's metadata: CBOR (RFC 8949) of
 * `[version, pages, [[from, to, hash], …], …]`, after the signature.
 * Throws where it is anything else.
 */
export function readIndexChunks(metadata: Uint8Array): IndexChunk[] {
  const decoded = decodeCbor(metadata.subarray(PAGEFIND_SIGNATURE.length));
  const chunks = Array.isArray(decoded) ? decoded[2] : undefined;
  if (!Array.isArray(chunks)) throw new Error(OTHER_VERSION);
  return chunks.map((chunk: unknown) => {
    const [from, , hash] = Array.isArray(chunk) ? chunk : [];
    if (typeof from !== "string" || typeof hash !== "string") throw new Error(OTHER_VERSION);
    return { from, hash };
  });
}

const OTHER_VERSION = "the metadata of the index is of another version";

/** Arrays, texts and integers: all that the metadata is made of. */
function decodeCbor(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = 0;
  const readLength = (info: number): number => {
    if (info < 24) return info;
    const size = 1 << (info - 24);
    at += size;
    if (size === 1) return view.getUint8(at - 1);
    if (size === 2) return view.getUint16(at - 2);
    if (size === 4) return view.getUint32(at - 4);
    return Number(view.getBigUint64(at - 8));
  };
  const read = (): unknown => {
    const first = view.getUint8(at++);
    const [major, info] = [first >> 5, first & 31];
    if (info > 27) throw new Error(OTHER_VERSION);
    const value = readLength(info);
    if (major === 0) return value;
    if (major === 1) return -1 - value;
    if (major === 3) {
      at += value;
      return decoder.decode(bytes.subarray(at - value, at));
    }
    if (major === 4) return Array.from({ length: value }, read);
    throw new Error(OTHER_VERSION);
  };
  return read();
}

/**
 * The files that may hold words beginning with `prefix`: the last one that begins at or before it, and every one
 * that begins with it.
 */
export function chooseChunks(chunks: readonly IndexChunk[], prefix: string): IndexChunk[] {
  const last = findLastIndex(
    chunks.length,
    (index) => compareCodePoints((chunks[index] as IndexChunk).from, prefix) <= 0,
  );
  let end = last + 1;
  while (chunks[end]?.from.startsWith(prefix)) end++;
  return chunks.slice(Math.max(0, last), end);
}

/** Pagefind orders words by their UTF-8 bytes, which is by code point; JavaScript's own order is by UTF-16 unit. */
function compareCodePoints(left: string, right: string): number {
  const others = right[Symbol.iterator]();
  for (const character of left) {
    const other = others.next();
    if (other.done) return 1;
    const difference = (character.codePointAt(0) as number) - (other.value.codePointAt(0) as number);
    if (difference !== 0) return difference;
  }
  return others.next().done ? 0 : -1;
}

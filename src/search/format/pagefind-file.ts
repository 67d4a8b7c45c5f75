/** The version that is pinned: the folder below `pagefind/` in which its module and its WebAssembly stand. */
export const PAGEFIND_VERSION = "1.6.0";

/** What begins every file of Pagefind. */
export const PAGEFIND_SIGNATURE: Uint8Array = new TextEncoder().encode("pagefind_dcd");

/** A term and where it stands, ascending. */
export interface PostedTerm {
  readonly term: string;
  readonly positions: ArrayLike<number>;
}

/** Pagefind's own weight of a plain word, written as it does: -1 - 24. */
const PLAIN_WEIGHT = -25;

/** Writes what Pagefind's files are made of: arrays, texts and whole numbers of CBOR (RFC 8949). */
export class CborWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  readonly #encoder = new TextEncoder();

  /** Begins an array of `length` items, which follow. */
  writeArray(length: number): void {
    this.#writeHead(4, length);
  }

  writeText(text: string): void {
    const bytes = this.#encoder.encode(text);
    this.#writeHead(3, bytes.length);
    this.writeRaw(bytes);
  }

  /** @param value a whole number of at most 32 bits */
  writeInteger(value: number): void {
    if (value < 0) this.#writeHead(1, -1 - value);
    else this.#writeHead(0, value);
  }

  /** Bytes that stand for themselves. */
  writeRaw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was written; the writer is empty again. */
  take(): Uint8Array<ArrayBuffer> {
    const bytes = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return bytes;
  }

  #writeHead(major: number, value: number): void {
    this.#reserve(5);
    const type = major << 5;
    if (value < 24) {
      this.#bytes[this.#length++] = type | value;
      return;
    }
    const [info, size] = value < 0x100 ? [24, 1] : value < 0x1_0000 ? [25, 2] : [26, 4];
    this.#bytes[this.#length++] = type | info;
    for (let shift = 8 * (size - 1); shift >= 0; shift -= 8) this.#bytes[this.#length++] = value >>> shift;
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + size));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/**
 * An index file as Pagefind 1.6.0 writes and reads it, not packed: after the signature, CBOR of
 *
 *   [[word, …], …]   word: [text, [page, …], []]   page: [number, places, []]
 *
 * `places` are the differences of the positions, after a negative number that sets their weight. There is one page.
 */
export function writeIndexFile(
  terms: readonly PostedTerm[],
  writer = new CborWriter(),
): Uint8Array<ArrayBuffer> {
  writer.writeRaw(PAGEFIND_SIGNATURE);
  writer.writeArray(1);
  writer.writeArray(terms.length);
  for (const { term, positions } of terms) {
    writer.writeArray(3);
    writer.writeText(term);
    writer.writeArray(1);
    writer.writeArray(3);
    writer.writeInteger(0);
    writer.writeArray(positions.length + 1);
    writer.writeInteger(PLAIN_WEIGHT);
    let last = 0;
    for (let k = 0; k < positions.length; k++) {
      const position = positions[k] as number;
      writer.writeInteger(position - last);
      last = position;
    }
    writer.writeArray(0);
    writer.writeArray(0);
  }
  return writer.take();
}

/** Writes what Pagefind's files are made of: arrays, texts and whole numbers of CBOR (RFC 8949). */
export class CborWriter {
  #bytes = Buffer.allocUnsafe(1 << 16);
  #length = 0;

  /** Begins an array of `length` items, which follow. */
  writeArray(length: number): void {
    this.#writeHead(4, length);
  }

  writeText(text: string): void {
    const size = Buffer.byteLength(text);
    this.#writeHead(3, size);
    this.#reserve(size);
    this.#length += this.#bytes.write(text, this.#length);
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
  take(): Buffer {
    const bytes = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return bytes;
  }

  #writeHead(major: number, value: number): void {
    this.#reserve(5);
    const type = major << 5;
    if (value < 24) {
      this.#bytes[this.#length++] = type | value;
    } else if (value < 0x100) {
      this.#bytes[this.#length++] = type | 24;
      this.#bytes[this.#length++] = value;
    } else if (value < 0x1_0000) {
      this.#bytes[this.#length++] = type | 25;
      this.#length = this.#bytes.writeUInt16BE(value, this.#length);
    } else {
      this.#bytes[this.#length++] = type | 26;
      this.#length = this.#bytes.writeUInt32BE(value, this.#length);
    }
  }

  #reserve(size: number): void {
    if (this.#length + size <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + size));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

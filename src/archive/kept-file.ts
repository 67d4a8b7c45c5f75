import { readFileSync } from "node:fs";
import { crc32, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { writeAtomically } from "./write-atomically.ts";

/** Keeps bytes in a file, packed and with a checksum, whole or not at all. */
export async function writeKept(path: string, content: Uint8Array): Promise<void> {
  const packed = zstdCompressSync(content);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(packed));
  await writeAtomically(path, Buffer.concat([checksum, packed]));
}

/** Gives back what was kept; undefined where there is nothing, or anything else than was written. */
export function readKept(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const packed = bytes.subarray(4);
    return crc32(packed) === bytes.readUInt32LE(0) ? zstdDecompressSync(packed) : undefined;
  } catch {
    return undefined;
  }
}

import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { writeAtomically } from "./write-atomically.ts";

/** Keeps bytes in a file, packed and with a checksum, whole or not at all. */
export async function writeKept(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
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

/** Keeps a value of plain data, maps and sets; its path must name the program that made it. */
export async function writeKeptValue(path: string, value: unknown): Promise<void> {
  await writeKept(path, serialize(value));
}

/** Gives back a kept value; undefined where there is none. */
export function readKeptValue<T>(path: string): T | undefined {
  const bytes = readKept(path);
  return bytes === undefined ? undefined : (deserialize(bytes) as T);
}

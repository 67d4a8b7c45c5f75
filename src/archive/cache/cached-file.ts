import { readFileSync } from "node:fs";
import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32, zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** Caches bytes in a file, packed and with a checksum, whole or not at all. */
export async function writeCached(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const packed = zstdCompressSync(content);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32LE(crc32(packed));
  await writeAtomically(path, Buffer.concat([checksum, packed]));
}

/** Gives back what was cached; undefined where there is nothing, or anything else than was written. */
export function readCached(path: string): Buffer | undefined {
  try {
    const bytes = readFileSync(path);
    const packed = bytes.subarray(4);
    return crc32(packed) === bytes.readUInt32LE(0) ? zstdDecompressSync(packed) : undefined;
  } catch {
    return undefined;
  }
}

/** Caches a value of plain data, maps and sets; its path must name the program that made it. */
export async function writeCachedValue(path: string, value: unknown): Promise<void> {
  await writeCached(path, serialize(value));
}

/** Gives back a cached value; undefined where there is none. */
export function readCachedValue<T>(path: string): T | undefined {
  const bytes = readCached(path);
  return bytes === undefined ? undefined : (deserialize(bytes) as T);
}

/** Writes a file so that whoever reads it finds the old content or the new one whole, whatever happens meanwhile. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  try {
    await writeFile(beside, content);
    const before = await stat(path).catch(() => undefined);
    if (before !== undefined) await chmod(beside, before.mode);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** What no build has used for this long is of episodes and programs that have changed. Chosen. */
const MS_KEPT = 3_600_000;

/** Removes what is in a folder of cached things, but for those that are used and those that a build may be making. */
export async function clearOld(
  folder: string,
  used: ReadonlySet<string>,
  msKept: number = MS_KEPT,
): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (used.has(name)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs >= msKept) await rm(path, { recursive: true, force: true });
  }
}

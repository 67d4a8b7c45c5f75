import { randomBytes } from "node:crypto";
import { readFileSync, utimesSync } from "node:fs";
import { chmod, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { crc32, zstdCompressSync, zstdDecompressSync } from "node:zlib";
import { FaultError } from "../../model/report.ts";

/** Of the checksum, and of the head's length. */
const SIZE = 4;

/**
 * Caches bytes in a file, packed and with a checksum, whole or not at all.
 * @param head what can be read without unpacking them, as JSON has it
 */
export async function writeCached(path: string, content: Uint8Array, head: unknown = null): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const own = Buffer.from(JSON.stringify(head));
  const sizes = Buffer.alloc(2 * SIZE);
  sizes.writeUInt32LE(own.length, SIZE);
  const packed = Buffer.concat([sizes, own, zstdCompressSync(content)]);
  packed.writeUInt32LE(crc32(packed.subarray(SIZE)), 0);
  await writeAtomically(path, packed);
}

/** What was cached in a file. */
export interface CachedFile {
  readonly head: unknown;
  /** Unpacks it: each time, so that it need not be held. */
  unpack(): Buffer;
}

/** Finds what was cached; undefined where there is nothing, or anything else than was written. */
export function openCached(path: string): CachedFile | undefined {
  try {
    const bytes = readFileSync(path);
    if (crc32(bytes.subarray(SIZE)) !== bytes.readUInt32LE(0)) return undefined;
    const from = 2 * SIZE + bytes.readUInt32LE(SIZE);
    const head: unknown = JSON.parse(bytes.toString("utf8", 2 * SIZE, from));
    markUsed(path);
    return { head, unpack: () => zstdDecompressSync(bytes.subarray(from)) };
  } catch {
    return undefined;
  }
}

/** Keeps what is cached from a build beside this one that has no use for it (see `clearOld`). */
export function markUsed(path: string): void {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // A cache that may only be read is cleared by nobody.
  }
}

/** Caches a value of plain data, maps and sets; its path must name the program that made it. */
export async function writeCachedValue(path: string, value: unknown): Promise<void> {
  await writeCached(path, serialize(value));
}

/** Gives back a cached value; undefined where there is none. */
export function readCachedValue<T>(path: string): T | undefined {
  const cached = openCached(path);
  return cached === undefined ? undefined : (deserialize(cached.unpack()) as T);
}

/** Whether a path is that of a file in writing, which will have its own name in a moment. */
export function isBeside(path: string): boolean {
  return /\.[\da-f]{12}\.new$/.test(path);
}

/** Writes a file so that whoever reads it finds the old content or the new one whole, whatever happens meanwhile. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  // A name that nobody can foresee, and no file that is there: whoever shares the folder may have put a link in its place.
  const beside = `${path}.${randomBytes(6).toString("hex")}.new`;
  try {
    await writeFile(beside, content, { flag: "wx" });
    const before = await stat(path).catch(() => undefined);
    if (before !== undefined) await chmod(beside, before.mode);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw nameFullDisk(error, path);
  }
}

/**
 * An error as it is thrown on: that a disk is full is a fault, whoever met it. Libraries that are not written in
 * JavaScript say it in their own words.
 * @param path what was being written, where the error does not say
 */
export function nameFullDisk(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof FaultError) return error;
  if (!/\b(?:ENOSPC|EDQUOT)\b|\bos error (?:28|122)\b|No space left on device/i.test(error.message))
    return error;
  const { dest, path: own } = error as NodeJS.ErrnoException & { readonly dest?: string };
  return new FaultError({ kind: "disk-full", values: { path: dest ?? own ?? path } });
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

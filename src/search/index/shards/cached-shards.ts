import { readFileSync, writeFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { z } from "zod";
import { nameFullDisk } from "../../../archive/cache/cached-file.ts";
import type { IndexedTerms } from "../bundle/index-terms.ts";
import { writeJson } from "../write-json.ts";
import type { Indexable, KnownShard } from "./plan-shards.ts";

/** A shard that an earlier build has made, in a folder named after its members: in the cache, or in a prebuilt part. */
export interface CachedShard extends KnownShard {
  /** The folder that its folder is in; not in its list, it may be moved. */
  readonly folder: string;
  /** Where that folder is served, with a slash at its end; absent where the site takes a copy of the shard. */
  readonly address?: string;
  /** A fingerprint of the program that made it. */
  readonly code: string;
  readonly exact: IndexedTerms;
  readonly sound: IndexedTerms;
  /** Every file below the folder, with a checksum of its bytes. */
  readonly files: readonly (readonly [path: string, checksum: number])[];
}

/** The folders of a cache. A prebuilt part has its cuts and shards in the same places, and hosts serve it so. */
export function locateCaches(folder: string): Readonly<Record<"cuts" | "shards" | "keywords", string>> {
  return { cuts: join(folder, "cuts"), shards: join(folder, "parts"), keywords: join(folder, "keywords") };
}

const LIST = "shard.json";
const termsSchema = z.object({
  bundles: z.array(z.string()),
  frequentPairs: z.string(),
  pairStretches: z.array(z.number()),
  commonCharacters: z.string(),
});
/** The list may come from another machine: its paths lead nowhere but into the shard. */
const listSchema = z.object({
  code: z.string(),
  members: z.array(z.object({ key: z.string(), size: z.number() })),
  exact: termsSchema,
  sound: termsSchema,
  files: z.array(
    z.tuple([z.string().regex(/^(?:exact|sound)\/(?:[a-z]+|\d+(?:\/index)?)\/\w[\w.-]*$/), z.number()]),
  ),
});

/** The shards that are cached in `folder`. What cannot be read is none. */
export async function listCachedShards(folder: string): Promise<CachedShard[]> {
  const names = await readdir(folder).catch(() => []);
  const shards = await Promise.all(
    names
      .filter((name) => !name.includes("."))
      .map(async (name) => {
        try {
          const list = listSchema.parse(JSON.parse(await readFile(join(folder, name, LIST), "utf8")));
          return { ...list, folder, name };
        } catch {
          return undefined;
        }
      }),
  );
  return shards.filter((shard) => shard !== undefined);
}

/**
 * Caches what `make` writes into the folder that it is told, as a shard of these members. It is there whole or not
 * at all, whenever the process ends.
 */
export async function cacheShard(
  folder: string,
  name: string,
  members: readonly Indexable[],
  make: (folder: string) => Promise<Pick<CachedShard, "code" | "exact" | "sound">>,
): Promise<CachedShard> {
  const beside = join(folder, `${name}.${process.pid}`);
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true });
  try {
    const tiers = await make(beside);
    const entries = await readdir(beside, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(beside.length + 1)
          .replaceAll("\\", "/"),
      );
    const files = paths.map((path): [string, number] => [path, crc32(readFileSync(join(beside, path)))]);
    const list: Omit<CachedShard, "name" | "folder"> = { members, ...tiers, files };
    writeJson(join(beside, LIST), list);
    await rm(join(folder, name), { recursive: true, force: true });
    await rename(beside, join(folder, name));
    return { ...list, folder, name };
  } catch (error) {
    throw nameFullDisk(error, beside);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/**
 * Copies a cached shard's files, each checked on the way; only checks them where there is no target.
 * @returns false where one is missing or not what was cached: the shard is of no use
 */
export async function copyShard({ folder, name, files }: CachedShard, target?: string): Promise<boolean> {
  for (const path of new Set(files.map(([path]) => dirname(path))))
    if (target !== undefined) await mkdir(join(target, path), { recursive: true });
  const isGood = files.every(([path, checksum]) => {
    // At once: to hand thousands of small files to other threads takes longer than to copy them.
    const bytes = readIfThere(join(folder, name, path));
    if (bytes === undefined || crc32(bytes) !== checksum) return false;
    if (target !== undefined) writeFileSync(join(target, path), bytes);
    return true;
  });
  if (!isGood && target !== undefined) await rm(target, { recursive: true, force: true });
  return isGood;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

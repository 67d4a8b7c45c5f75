import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import { z } from "zod";
import type { IndexedTerms } from "./index-terms.ts";
import type { Indexable, KnownPart } from "./plan-parts.ts";
import { writeJson } from "./write-json.ts";

/** A part of the index that is kept from one build to the next, in a folder named after its members. */
export interface KeptPart extends KnownPart {
  /** The folder that its folder is in; not in its list, it may be moved. */
  readonly folder: string;
  /** Where that folder is served, with a slash at its end; absent where the site takes a copy of the part. */
  readonly address?: string;
  readonly exact: IndexedTerms;
  readonly sound: IndexedTerms;
  /** Every file below the folder, with a checksum of its bytes. */
  readonly files: readonly (readonly [path: string, checksum: number])[];
}

const LIST = "part.json";
const termsSchema = z.object({ bundles: z.array(z.string()), frequentPairs: z.string() });
/** The list may come from another machine: its paths lead nowhere but into the part. */
const listSchema = z.object({
  members: z.array(z.object({ key: z.string(), size: z.number() })),
  exact: termsSchema,
  sound: termsSchema,
  files: z.array(
    z.tuple([z.string().regex(/^(?:exact|sound)\/(?:pairs|\d+(?:\/index)?)\/\w[\w.]*$/), z.number()]),
  ),
});
/** Files read at once: enough to keep a disk busy. */
const CONCURRENT = 32;

/** The parts that earlier builds have kept in `folder`. What cannot be read is none. */
export async function listKeptParts(folder: string): Promise<KeptPart[]> {
  const names = await readdir(folder).catch(() => []);
  const parts = await Promise.all(
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
  return parts.filter((part) => part !== undefined);
}

/**
 * Keeps what `make` writes into the folder that it is given, as a part of these members. It is there whole or not
 * at all, whenever the process ends.
 */
export async function keepPart(
  folder: string,
  name: string,
  members: readonly Indexable[],
  make: (folder: string) => Promise<Pick<KeptPart, "exact" | "sound">>,
): Promise<KeptPart> {
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
    const files = await inParallel(
      paths,
      async (path): Promise<[string, number]> => [path, crc32(await readFile(join(beside, path)))],
    );
    const list: Omit<KeptPart, "name" | "folder"> = { members, ...tiers, files };
    await writeJson(join(beside, LIST), list);
    await rm(join(folder, name), { recursive: true, force: true });
    await rename(beside, join(folder, name));
    return { ...list, folder, name };
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/**
 * Copies a kept part's files, each checked on the way; only checks them where there is no target.
 * @returns false where one is missing or not what was kept: the part is of no use
 */
export async function copyPart({ folder, name, files }: KeptPart, target?: string): Promise<boolean> {
  for (const path of new Set(files.map(([path]) => dirname(path))))
    if (target !== undefined) await mkdir(join(target, path), { recursive: true });
  const areGood = await inParallel(files, async ([path, checksum]) => {
    try {
      const bytes = await readFile(join(folder, name, path));
      if (crc32(bytes) !== checksum) return false;
      if (target !== undefined) await writeFile(join(target, path), bytes);
      return true;
    } catch {
      return false;
    }
  });
  if (areGood.every((isGood) => isGood)) return true;
  if (target !== undefined) await rm(target, { recursive: true, force: true });
  return false;
}

async function inParallel<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = new Array(items.length);
  const waiting = items.entries();
  const run = async () => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: CONCURRENT }, run));
  return results;
}

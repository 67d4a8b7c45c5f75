import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { clearOld, writeAtomically } from "../../../archive/cache/cached-file.ts";
import { fingerprintCode } from "../../../archive/cache/fingerprint-code.ts";
import type { PartSource } from "../../../archive/read-environment.ts";
import type { Archive, Episode } from "../../../model/archive.ts";
import { type CachedCut, cutEpisodes } from "../cut/cut-episodes.ts";
import { buildShards, type ShardOptions } from "./build-shards.ts";
import { type CachedShard, listCachedShards, locateCaches } from "./cached-shards.ts";

/** The file that makes a folder a part of an archive. Beside it are `cuts/` and `parts/`, as in the cache. */
const PART_LIST = "tingsuo-part.json";

const listSchema = z.object({
  /** A fingerprint of the program that built it. */
  code: z.string(),
  episodes: z.array(z.object({ slug: z.string(), key: z.string() })),
});

/** What a part of an archive says of itself. */
type PartList = z.infer<typeof listSchema>;

/** A part of the archive that was built apart from it (`--part`): cuts, and the shards that they are indexed in. */
export interface PrebuiltPart extends PartList {
  readonly folder: string;
  readonly shards: readonly CachedShard[];
}

/** A folder that holds no part. Its message says what to do. */
export class PartError extends Error {
  override readonly name = "PartError";
}

/** Reads what a part holds. Throws a PartError where the folder is none. */
export async function readPrebuiltPart({ folder, address }: PartSource): Promise<PrebuiltPart> {
  let list: PartList;
  try {
    list = listSchema.parse(JSON.parse(await readFile(join(folder, PART_LIST), "utf8")));
  } catch {
    throw new PartError(
      `${folder} holds no part of an archive: its ${PART_LIST} is missing or cannot be read. Name a folder that npm run build -- --part has written.`,
    );
  }
  const cached = await listCachedShards(locateCaches(folder).shards);
  const shards =
    address === undefined
      ? cached
      : cached.map((own): CachedShard => ({ ...own, address: `${address}parts/` }));
  return { ...list, folder, shards };
}

/** The shards of the prebuilt parts that hold any of the cuts, and a word of what they do not hold. */
export async function choosePrebuilt(
  prebuilt: readonly PrebuiltPart[],
  cuts: readonly CachedCut[],
  logger: ShardOptions["logger"],
): Promise<CachedShard[]> {
  if (prebuilt.length === 0) return [];
  const code = await fingerprintCode("shard");
  const wanted = new Set(cuts.map(({ key }) => key));
  const chosen: CachedShard[] = [];
  for (const part of prebuilt) {
    if (part.code !== code) {
      logger.warn(
        `${part.folder} was built by another version of the program or of Node: it is not used. Build it anew.`,
      );
      continue;
    }
    const changed = part.episodes.filter(({ key }) => !wanted.has(key));
    if (changed.length > 0) logger.warn(describeChanged(part, changed));
    chosen.push(...part.shards);
  }
  const held = new Set(chosen.flatMap(({ members }) => members.map(({ key }) => key)));
  const missing = cuts.filter(({ key }) => !held.has(key)).length;
  logger.info(
    missing === 0
      ? `The given parts hold all ${cuts.length} episodes.`
      : `${missing} of ${cuts.length} episodes are in no given part: cut and indexed here.`,
  );
  return chosen;
}

const NAMED = 5;

function describeChanged({ folder, episodes }: PrebuiltPart, changed: PartList["episodes"]): string {
  const names = changed.slice(0, NAMED).map(({ slug }) => slug);
  const more = changed.length > NAMED ? " …" : "";
  return `${folder}: ${changed.length} of ${episodes.length} episodes are not as they were when it was built (${names.join(", ")}${more}): they are not taken from it.`;
}

/**
 * Writes a part of an archive: some of its episodes, cut and indexed, for a build of the whole to take (see
 * `readGivenPart`). What `folder` holds of an earlier part is used where it can be, and removed where it is not.
 * @param chosen of the archive's episodes, newest first
 */
export async function writePart(
  archive: Archive,
  chosen: readonly Episode[],
  folder: string,
  logger: ShardOptions["logger"],
): Promise<void> {
  const folders = locateCaches(folder);
  const episodes = [...chosen].reverse();
  const cuts = await cutEpisodes({ ...archive, episodes }, { folder: folders.cuts, logger });
  const shards = await buildShards(cuts, { folder: folders.shards, logger });
  const list: PartList = {
    code: await fingerprintCode("shard"),
    episodes: cuts.map(({ episode: { slug }, key }) => ({ slug, key })),
  };
  await writeAtomically(join(folder, PART_LIST), JSON.stringify(list));
  await clearOld(folders.cuts, new Set(cuts.map(({ key }) => `${key}.cut`)), 0);
  await clearOld(folders.shards, new Set(shards.map(({ name }) => name)), 0);
}

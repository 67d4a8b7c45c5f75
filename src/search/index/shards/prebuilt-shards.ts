import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { clearOld, writeAtomically } from "../../../archive/cache/cached-file.ts";
import { fingerprintCode } from "../../../archive/cache/fingerprint-code.ts";
import type { PartSource } from "../../../archive/read-environment.ts";
import type { Archive, Episode } from "../../../model/archive.ts";
import type { Problem } from "../../../model/problem.ts";
import { FaultError, type Reporter } from "../../../model/report.ts";
import { type CachedCut, cutEpisodes } from "../cut/cut-episodes.ts";
import { buildShards } from "./build-shards.ts";
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

/** Reads what a part holds. Throws a FaultError where the folder is none. */
export async function readPrebuiltPart({ folder, address }: PartSource): Promise<PrebuiltPart> {
  let list: PartList;
  try {
    list = listSchema.parse(JSON.parse(await readFile(join(folder, PART_LIST), "utf8")));
  } catch {
    throw new FaultError({ kind: "part-missing", values: { folder, list: PART_LIST } });
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
  reporter: Reporter,
): Promise<CachedShard[]> {
  if (prebuilt.length === 0) return [];
  const code = await fingerprintCode("shard");
  const wanted = new Set(cuts.map(({ key }) => key));
  const chosen: CachedShard[] = [];
  for (const part of prebuilt) {
    if (part.code !== code) {
      reporter.report({ severity: "warning", file: part.folder, kind: "part-of-other-program", values: {} });
      continue;
    }
    const changed = part.episodes.filter(({ key }) => !wanted.has(key));
    if (changed.length > 0) reporter.report(describeChanged(part, changed));
    chosen.push(...part.shards);
  }
  const held = new Set(chosen.flatMap(({ members }) => members.map(({ key }) => key)));
  const missing = cuts.filter(({ key }) => !held.has(key)).length;
  const total = cuts.length;
  reporter.tell(
    missing === 0
      ? { kind: "parts-hold-all", values: { total } }
      : { kind: "parts-lack-episodes", values: { missing, total } },
  );
  return chosen;
}

const NAMED = 5;

function describeChanged({ folder, episodes }: PrebuiltPart, changed: PartList["episodes"]): Problem {
  const slugs = changed.slice(0, NAMED).map(({ slug }) => slug);
  const values = { changed: changed.length, total: episodes.length, slugs };
  return { severity: "warning", file: folder, kind: "part-outdated", values };
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
  reporter: Reporter,
): Promise<void> {
  const folders = locateCaches(folder);
  const episodes = [...chosen].reverse();
  const cuts = await cutEpisodes({ ...archive, episodes }, { folder: folders.cuts, reporter });
  const shards = await buildShards(cuts, { folder: folders.shards, reporter });
  const list: PartList = {
    code: await fingerprintCode("shard"),
    episodes: cuts.map(({ episode: { slug }, key }) => ({ slug, key })),
  };
  await writeAtomically(join(folder, PART_LIST), JSON.stringify(list));
  await clearOld(folders.cuts, new Set(cuts.map(({ key }) => `${key}.cut`)), 0);
  await clearOld(folders.shards, new Set(shards.map(({ name }) => name)), 0);
}

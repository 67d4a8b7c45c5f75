import { join } from "node:path";
import type { Archive, Episode } from "../../model/archive.ts";
import { clearOld } from "../clear-old.ts";
import { fingerprintCode } from "../fingerprint-code.ts";
import { writeAtomically } from "../write-atomically.ts";
import { buildParts, type PartsOptions } from "./build-parts.ts";
import { cutEpisodes } from "./cut-episodes.ts";
import { PART_LIST, type PartList } from "./given-parts.ts";

/**
 * Writes a part of an archive: some of its episodes, cut and indexed, for a build of the whole to take (see
 * `readGivenPart`). What `folder` holds of an earlier part is used where it can be, and removed where it is not.
 * @param chosen of the archive's episodes, newest first
 */
export async function writePart(
  archive: Archive,
  chosen: readonly Episode[],
  folder: string,
  logger: PartsOptions["logger"],
): Promise<void> {
  const folders = { cuts: join(folder, "cuts"), parts: join(folder, "parts") };
  const episodes = [...chosen].reverse();
  const cuts = await cutEpisodes({ ...archive, episodes }, { folder: folders.cuts, logger });
  const parts = await buildParts(cuts, { folder: folders.parts, logger });
  const list: PartList = {
    code: await fingerprintCode("index"),
    episodes: cuts.map(({ episode: { slug }, key }) => ({ slug, key })),
  };
  await writeAtomically(join(folder, PART_LIST), JSON.stringify(list));
  await clearOld(folders.cuts, new Set(cuts.map(({ key }) => `${key}.cut`)), 0);
  await clearOld(folders.parts, new Set(parts.map(({ name }) => name)), 0);
}

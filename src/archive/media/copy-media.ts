import { copyFile, mkdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Archive } from "../../model/archive.ts";
import type { Problem } from "../../model/problem.ts";
import { type CoverSource, writeCovers } from "./write-covers.ts";

/** The folders that media come from and go to. */
export interface MediaFolders {
  readonly contentDir: string;
  readonly outDir: string;
  /** The site that was built before; may be missing, or the same. */
  readonly lastDir: string;
}

/**
 * Copies what the owner put beside the transcripts into the built site: an episode's audio file and cover below its
 * address, the show's cover below the root; covers also in the sizes that pages show. Addresses of other sites are
 * left alone; what is there is not copied again. Returns a problem for every cover that is no image.
 */
export async function copyMedia(
  { show, episodes }: Archive,
  { contentDir, outDir, lastDir }: MediaFolders,
): Promise<Problem[]> {
  const copies: { from: string; to: string }[] = [];
  const covers: CoverSource[] = [];
  for (const { slug, folder, audio, cover } of episodes) {
    const source = join(contentDir, "episodes", folder ?? slug);
    const target = join(outDir, "episodes", slug);
    if (cover !== undefined) covers.push({ from: join(source, cover), to: join("episodes", slug, cover) });
    if (audio !== undefined && !/^https?:/.test(audio.url)) {
      const name = decodeURIComponent(basename(audio.url));
      copies.push({ from: join(source, name), to: join(target, name) });
    }
  }
  if (show.cover !== undefined && !/^(?:https?:|\/)/.test(show.cover))
    covers.push({ from: join(contentDir, show.cover), to: show.cover });
  for (const { from, to } of covers) copies.push({ from, to: join(outDir, to) });
  const problems = await writeCovers(covers, { outDir, lastDir });
  for (const { from, to } of copies) {
    if (await isSameFile(from, to)) continue;
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
  }
  return problems;
}

async function isSameFile(from: string, to: string): Promise<boolean> {
  const [source, target] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
  return target !== undefined && target.size === source.size && target.mtimeMs >= source.mtimeMs;
}

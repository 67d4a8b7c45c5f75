import { copyFile, mkdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Archive } from "../../model/archive.ts";
import type { Problem } from "../../model/problem.ts";
import { coverSizes, nameCoverFiles } from "../../model/site-address.ts";

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

/** A cover of the content folder. */
export interface CoverSource {
  /** Path of the owner's file. */
  readonly from: string;
  /** Path of that file below the root of the site. */
  readonly to: string;
}

/**
 * Writes each cover into a site in the sizes that pages show. What the last site holds of the same file is taken from
 * there: an archive's pictures take longer than its pages. Returns a problem for every file that is no image.
 */
export async function writeCovers(
  covers: readonly CoverSource[],
  { outDir, lastDir }: { readonly outDir: string; readonly lastDir: string },
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { from, to } of covers) {
    const { small, large } = nameCoverFiles(to);
    if (await takeLast(from, [small, large], { outDir, lastDir })) continue;
    await mkdir(dirname(join(outDir, to)), { recursive: true });
    try {
      await writeSizes(from, { small: join(outDir, small), large: join(outDir, large) });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      problems.push({ severity: "error", file: from, kind: "cover-unreadable", values: { reason } });
    }
  }
  return problems;
}

async function writeSizes(from: string, to: { small: string; large: string }): Promise<void> {
  // Only archives with covers need it, and it takes a moment to load.
  const { default: sharp } = await import("sharp");
  const resize = (size: number) =>
    sharp(from, { failOn: "error" })
      .rotate()
      .resize(size, size, { fit: "cover" })
      .flatten({ background: "#fff" });
  await resize(coverSizes.small).webp({ quality: 80 }).toFile(to.small);
  await resize(coverSizes.large).jpeg({ quality: 82, mozjpeg: true }).toFile(to.large);
}

/** Copies the files of the last site where they were made after the owner's file was last changed. */
async function takeLast(
  from: string,
  names: readonly string[],
  { outDir, lastDir }: { readonly outDir: string; readonly lastDir: string },
): Promise<boolean> {
  const changed = (await stat(from)).mtimeMs;
  const made = await Promise.all(
    names.map((name) =>
      stat(join(lastDir, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    ),
  );
  if (!made.every((time) => time > changed)) return false;
  for (const name of names) {
    if (outDir === lastDir) continue;
    await mkdir(dirname(join(outDir, name)), { recursive: true });
    await copyFile(join(lastDir, name), join(outDir, name));
  }
  return true;
}

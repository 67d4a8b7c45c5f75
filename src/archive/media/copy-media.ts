import { copyFile, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Archive } from "../../model/archive.ts";
import { type Fault, isFault, type Problem } from "../../model/problem.ts";
import { coverSizes, nameCoverFiles, SHOW_COVER } from "../../model/site-address.ts";
import { type ContentFile, findFile } from "../content/content-file.ts";
import { explainPictureError, readPicture } from "../content/read-picture.ts";
import { writeShowPictures } from "./write-show-pictures.ts";

/** The folders that media come from and go to. */
export interface MediaFolders {
  readonly contentDir: string;
  readonly outDir: string;
  /** The site that was built before; may be missing, or the same. */
  readonly lastDir: string;
  /** What Astro copies into the site as it is. */
  readonly publicDir: string;
}

/**
 * Writes what the owner put beside the transcripts into the built site: an episode's audio file below its address, and
 * covers in the sizes that pages show, with the site's icons, under names of ours, so that none takes the place of a file of the build.
 * Addresses of other sites are left alone; what is there is not copied again. Returns a problem for every file that
 * cannot be read, or is no picture.
 */
export async function copyMedia(
  { show, episodes }: Archive,
  { contentDir, outDir, lastDir, publicDir }: MediaFolders,
): Promise<Problem[]> {
  const at = (...parts: string[]): ContentFile => {
    const path = join(contentDir, ...parts);
    return { path, name: path, root: contentDir };
  };
  const covers: CoverSource[] = [];
  const problems: Problem[] = [];
  for (const { slug, folder = slug, audio, cover } of episodes) {
    if (cover !== undefined)
      covers.push({ from: at("episodes", folder, cover), to: join("episodes", slug, cover) });
    if (audio?.file === undefined) continue;
    const from = at("episodes", folder, audio.file);
    const fault = await copyAudio(from, join(outDir, "episodes", slug, audio.file));
    if (fault !== undefined) problems.push({ severity: "error", file: from.name, ...fault });
  }
  if (show.cover !== undefined && !/^(?:https?:|\/)/.test(show.cover))
    covers.push({ from: at(show.cover), to: SHOW_COVER });
  await mkdir(outDir, { recursive: true });
  await writeShowPictures(show, { contentDir, outDir, publicDir });
  return [...problems, ...(await writeCovers(covers, { outDir, lastDir }))];
}

async function copyAudio(from: ContentFile, to: string): Promise<Fault | undefined> {
  const found = await findFile(from);
  if (found === undefined) return { kind: "audio-missing", values: { audio: from.name } };
  if (isFault(found)) return found;
  if (await isSameFile(found.path, to)) return undefined;
  await mkdir(dirname(to), { recursive: true });
  await copyFile(found.path, to);
  return undefined;
}

async function isSameFile(from: string, to: string): Promise<boolean> {
  const [source, target] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
  return target !== undefined && target.size === source.size && target.mtimeMs >= source.mtimeMs;
}

/** A cover of the content folder. */
export interface CoverSource {
  readonly from: ContentFile;
  /** Path below the root of the site, by which `nameCoverFiles` names what is made of it. */
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
    if (await takeLast(from.path, [small, large], { outDir, lastDir })) continue;
    await mkdir(dirname(join(outDir, to)), { recursive: true });
    const fault = await writeSizes(from, { small: join(outDir, small), large: join(outDir, large) });
    if (fault !== undefined) problems.push({ severity: "error", file: from.name, ...fault });
  }
  return problems;
}

async function writeSizes(
  from: ContentFile,
  to: { small: string; large: string },
): Promise<Fault | undefined> {
  const picture = await readPicture(from);
  if (picture === undefined) return { kind: "cover-missing", values: { cover: from.name } };
  if (isFault(picture)) return picture;
  const resize = (size: number) =>
    picture.clone().rotate().resize(size, size, { fit: "cover" }).flatten({ background: "#fff" });
  try {
    await resize(coverSizes.small).webp({ quality: 80 }).toFile(to.small);
    await resize(coverSizes.large).jpeg({ quality: 82, mozjpeg: true }).toFile(to.large);
    return undefined;
  } catch (error) {
    return explainPictureError(error);
  }
}

/** Copies the files of the last site where they were made after the owner's file was last changed. */
async function takeLast(
  from: string,
  names: readonly string[],
  { outDir, lastDir }: { readonly outDir: string; readonly lastDir: string },
): Promise<boolean> {
  const changed = (await stat(from).catch(() => undefined))?.mtimeMs ?? Number.POSITIVE_INFINITY;
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

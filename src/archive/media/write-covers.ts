import { copyFile, mkdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { coverSizes, nameCoverFiles } from "../../model/cover-files.ts";
import type { Problem } from "../../model/problem.ts";

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

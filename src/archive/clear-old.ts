import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** What no build has used for this long is of episodes and programs that have changed. Chosen. */
const MS_KEPT = 3_600_000;

/** Removes what is in a folder of kept things, but for those that are used and those that a build may be making. */
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

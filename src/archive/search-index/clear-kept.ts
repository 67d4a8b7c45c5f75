import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** Removes from a folder what is not `used` and has not been written for some milliseconds. */
export async function clearKept(folder: string, used: ReadonlySet<string>, msKept: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (used.has(name)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs >= msKept) await rm(path, { recursive: true, force: true });
  }
}

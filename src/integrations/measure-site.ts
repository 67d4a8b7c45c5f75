import { readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { SiteSize } from "../publish/host-limits.ts";

/** Counts what is in a finished site. */
export function measureSite(folder: string): SiteSize {
  let [files, folders, bytes] = [0, 0, 0];
  let largest = { path: "", bytes: 0 };
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) {
      folders += 1;
      continue;
    }
    const path = join(entry.parentPath, entry.name);
    const { size } = statSync(path);
    files += 1;
    bytes += size;
    if (size > largest.bytes) largest = { path: relative(folder, path).replaceAll("\\", "/"), bytes: size };
  }
  return { files, folders, bytes, largest };
}

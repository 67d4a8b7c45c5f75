import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import type { ArchiveEnvironment } from "./read-environment.ts";

/** The folder in which an archive's builds keep what the next one can use: each archive has its own. */
export function findCache({
  cacheDir,
  contentDir,
}: Pick<ArchiveEnvironment, "cacheDir" | "contentDir">): string {
  return join(cacheDir, createHash("sha256").update(resolve(contentDir)).digest("hex").slice(0, 12));
}

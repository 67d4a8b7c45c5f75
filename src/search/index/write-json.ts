import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { NamedFile } from "../format/manifest.ts";

/**
 * Writes a value as compact JSON, making the folders above it. At once: an archive has thousands of small files, and
 * to hand one to another thread takes longer than to write it.
 */
export function writeJson(path: string, value: unknown): void {
  const text = JSON.stringify(value);
  try {
    writeFileSync(path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/**
 * Writes files into a folder that is named by their content, each as a {@link NamedFile}.
 * @param files by their names in the folder
 * @param locate gives the folder of a name
 * @returns the name: `length` characters of 6 bits
 */
export function writeNamed(
  files: Readonly<Record<string, unknown>>,
  locate: (name: string) => string,
  length = 10,
): string {
  const name = createHash("sha256").update(JSON.stringify(files)).digest("base64url").slice(0, length);
  for (const [file, content] of Object.entries(files))
    writeJson(join(locate(name), file), [name, content] satisfies NamedFile<unknown>);
  return name;
}

import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Writes a value as compact JSON, making the folders above it. At once: an archive has thousands of small files, and
 * to hand one to another thread takes longer than to write it.
 */
export function writeJson(path: string, value: unknown): void {
  writeText(path, JSON.stringify(value));
}

function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/**
 * Writes files into a folder that is named by their content, each with that name before its content, as
 * format/manifest.ts reads it.
 * @param files by their names in the folder
 * @param locate gives the folder of a name
 * @returns the name: `length` characters of 6 bits
 */
export function writeNamed(
  files: Readonly<Record<string, unknown>>,
  locate: (name: string) => string,
  length = 10,
): string {
  // An archive's texts are some hundred megabytes: each is put into JSON once.
  const texts = Object.entries(files).map(([file, content]) => [file, JSON.stringify(content)] as const);
  const all = `{${texts.map(([file, text]) => `${JSON.stringify(file)}:${text}`).join()}}`;
  const name = createHash("sha256").update(all).digest("base64url").slice(0, length);
  for (const [file, text] of texts) writeText(join(locate(name), file), `[${JSON.stringify(name)},${text}]`);
  return name;
}

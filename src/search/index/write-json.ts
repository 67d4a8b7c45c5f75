import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

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

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** What an index is made by: our code, and the dictionaries and libraries that the lockfile pins. */
const sources = ["src/model", "src/text", "src/pipeline", "src/archive", "package-lock.json"];

let known: Promise<string> | undefined;

/** A fingerprint of all that decides, beside an episode's text, what is kept of it: what another one kept is of no use. */
export function fingerprintCode(): Promise<string> {
  known ??= readCode();
  return known;
}

async function readCode(): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const source of sources) for (const file of await listFiles(source)) hash.update(await readFile(file));
  return hash.digest("hex");
}

async function listFiles(source: string): Promise<string[]> {
  const path = join(root, source);
  if (!source.startsWith("src/")) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

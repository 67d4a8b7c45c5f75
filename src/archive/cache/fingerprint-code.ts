import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
/** What each kind of kept thing is made by: our code, and the dictionaries and libraries that the lockfile pins. */
const sources = {
  index: ["src/model", "src/text", "src/pipeline", "src/archive", "src/search", "package-lock.json"],
  pages: ["src", "package-lock.json", "astro.config.mjs", "tsconfig.json"],
} as const;

const known = new Map<keyof typeof sources, Promise<string>>();

/** A fingerprint of the program that makes a kind of kept thing: what another one has kept is of no use. */
export function fingerprintCode(kind: keyof typeof sources): Promise<string> {
  const own = known.get(kind) ?? readCode(sources[kind]);
  known.set(kind, own);
  return own;
}

async function readCode(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(process.version);
  for (const source of paths) for (const file of await listFiles(source)) hash.update(await readFile(file));
  return hash.digest("hex");
}

async function listFiles(source: string): Promise<string[]> {
  const path = join(root, source);
  if (!source.startsWith("src")) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".md"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { POINTER_FILE, SCRIPT_FOLDER, type SearchPointer } from "../search/format/manifest.ts";
import { packCharacters } from "./pack-characters.ts";

/** The scripts of a build: the name of the file, and what it is made of. */
const scripts = { api: "search/api/open-archive.ts", worker: "search/engine/search-worker.ts" };

/**
 * Writes `search-api.js`, whose address is public, and the scripts that it imports, into a folder that is named by them.
 * They are no part of the pages' bundle: the pages import the same file as any other program.
 * @returns the name, for the pointer
 */
export async function buildSearchScripts(folder: string): Promise<string> {
  await bundle("search/api/search-api.ts", folder, "search-api.js");
  const made = join(folder, `${SCRIPT_FOLDER}.made`);
  const hash = createHash("sha256");
  for (const [name, entry] of Object.entries(scripts)) {
    await bundle(entry, made, `${name}.js`);
    hash.update(await readFile(join(made, `${name}.js`)));
  }
  const name = hash.digest("base64url").slice(0, NAME_LENGTH);
  await rm(join(folder, SCRIPT_FOLDER), { recursive: true, force: true });
  await mkdir(join(folder, SCRIPT_FOLDER));
  await rename(made, join(folder, SCRIPT_FOLDER, name));
  return name;
}

/** Characters of 6 bits. */
const NAME_LENGTH = 10;

/** Writes which build of the archive the newest is: last, when all else is there. */
export async function writePointer(folder: string, pointer: SearchPointer): Promise<void> {
  await writeFile(join(folder, POINTER_FILE), JSON.stringify(pointer));
}

/**
 * Writes a script that is no part of the pages' bundle, as one file.
 * @param entry its module below `src/`
 */
export async function bundle(entry: string, outDir: string, fileName: string): Promise<void> {
  await mkdir(outDir, { recursive: true });
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    plugins: [packCharacters()],
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: "es2022",
      // Of a library Vite leaves names and spaces as they are: a tenth of what a search page loads of it.
      rolldownOptions: { output: { minify: true } },
      lib: {
        entry: fileURLToPath(new URL(`../${entry}`, import.meta.url)),
        formats: ["es"],
        fileName: () => fileName,
      },
    },
  });
}

import { fileURLToPath } from "node:url";
import { build } from "vite";
import { packCharacters } from "./pack-characters.ts";

/**
 * Writes `search-api.js` and `search-worker.js` into a folder. They are no part of the pages' bundle: their addresses
 * are public (the first) or said by the other, and the pages import the same file as any other program.
 */
export async function buildSearchScripts(folder: string): Promise<void> {
  for (const [name, room] of [
    ["search-api", "api"],
    ["search-worker", "engine"],
  ]) {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: "warn",
      plugins: [packCharacters()],
      build: {
        outDir: folder,
        emptyOutDir: false,
        copyPublicDir: false,
        target: "es2022",
        // Of a library Vite leaves names and spaces as they are: a tenth of what a search page loads of it.
        rolldownOptions: { output: { minify: true } },
        lib: {
          entry: fileURLToPath(new URL(`../search/${room}/${name}.ts`, import.meta.url)),
          formats: ["es"],
          fileName: () => `${name}.js`,
        },
      },
    });
  }
}

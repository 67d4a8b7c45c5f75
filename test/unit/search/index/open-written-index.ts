import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { openSearchFiles } from "../../../../src/search/engine/passage-table.ts";
import { SearchEngine } from "../../../../src/search/engine/search-engine.ts";
import { PagefindIndex } from "../../../../src/search/engine/terms/pagefind-index.ts";
import { nameFolder, readNamed, type SearchManifest } from "../../../../src/search/format/manifest.ts";
import { PAGEFIND_VERSION } from "../../../../src/search/format/pagefind-file.ts";

/** What a build has written, opened as the browser opens it: Pagefind's own module, files in place of a network. */
export interface WrittenIndex {
  readonly engine: SearchEngine;
  readonly manifest: SearchManifest;
  /** Paths of the index files that were read. */
  readonly read: readonly string[];
}

/** Opens the search of a site in `outDir`. */
export async function openWrittenIndex(outDir: string): Promise<WrittenIndex> {
  const data = join(outDir, "search-data");
  const load = async (address: string): Promise<unknown> =>
    readNamed(JSON.parse(await readFile(join(data, decodeURIComponent(address)), "utf8")), address);
  const archive = await findArchive(data);
  const manifest = (await load(`${nameFolder("archive", archive)}manifest.json`)) as SearchManifest;
  const read: string[] = [];
  // Pagefind calls the global one when it is asked, not when it is opened.
  const readIndex = async (input: string | URL | Request) => {
    read.push(fileURLToPath(String(input)));
    return new Response(await readFile(new URL(String(input))));
  };
  const scope = { fetch: readIndex as typeof fetch };
  const script = pathToFileURL(join(outDir, "pagefind", PAGEFIND_VERSION, "pagefind.js")).href;
  // A module of its own, as in a new page: its WebAssembly begins anew.
  const module = await import(/* @vite-ignore */ `${script}?${Math.random()}`);
  const folder = pathToFileURL(`${join(outDir, "pagefind")}/`).href;
  const index = new PagefindIndex(module, manifest, folder, scope);
  const engine = new SearchEngine(
    manifest,
    {
      findPositions(terms, prefix) {
        globalThis.fetch = scope.fetch;
        return index.findPositions(terms, prefix);
      },
      countFiles(terms, prefix) {
        globalThis.fetch = scope.fetch;
        return index.countFiles(terms, prefix);
      },
      loadPairList: (terms, ...list) => index.loadPairList(terms, ...list),
      loadCharacterCounts: (terms, character) => index.loadCharacterCounts(terms, character),
    },
    openSearchFiles(archive, manifest, load),
  );
  return { engine, manifest, read };
}

/** The name of the archive in a folder of `search-data/`. */
export async function findArchive(data: string): Promise<string> {
  const folder = (await readdir(data)).find((name) => name.startsWith("archive."));
  return folder?.slice("archive.".length) ?? "";
}

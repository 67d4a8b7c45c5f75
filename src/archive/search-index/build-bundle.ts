import { copyFile, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { constants, gunzipSync } from "node:zlib";
import * as pagefind from "pagefind";

/**
 * Places in an index file, about. Pagefind 1.6 takes it from the environment only. Half as many places are twice as
 * many files and half the bytes of a query; chosen so that 1,000 episodes stay under 20,000 files in all.
 */
const INDEX_CHUNK_SIZE = 5_000;

/**
 * Builds a Pagefind bundle with one record for each content, whose words are taken as they are. Of what Pagefind
 * writes, the index and its metadata are kept; fragments (a second copy of the text) and its interfaces are not.
 *
 * @param contents each gives a record's words, and is asked for it when its turn comes
 * @returns the bundle's entry, and the name of the page of each content; null where there is no word
 */
export async function buildBundle(
  contents: readonly (() => Promise<string>)[],
  folder: string,
  indexChunkSize = INDEX_CHUNK_SIZE,
): Promise<{ entry: unknown; pages: (string | null)[] }> {
  let count = 0;
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = String(indexChunkSize);
  try {
    const { index, errors } = await pagefind.createIndex({});
    if (index === undefined) throw new Error(`Pagefind does not start: ${errors.join(" ")}`);
    for (const [number, read] of contents.entries()) {
      const content = await read();
      // Of a record without a word Pagefind makes no page.
      if (!/[^. ]/.test(content)) continue;
      count++;
      // `unknown` is the language that Pagefind neither stems nor cuts.
      const added = await index.addCustomRecord({ url: String(number), content, language: "unknown" });
      if (added.errors.length > 0)
        throw new Error(`Pagefind does not take a record: ${added.errors.join(" ")}`);
    }
    if (count === 0) return { entry: null, pages: contents.map(() => null) };
    const written = await index.writeFiles({ outputPath: folder });
    if (written.errors.length > 0) throw new Error(`Pagefind does not write: ${written.errors.join(" ")}`);
  } finally {
    // Each bundle gets a process of its own: memory that Pagefind has taken once it does not give back.
    await pagefind.close();
  }
  const pages = await readPages(folder, contents.length);
  const entry: unknown = JSON.parse(await readFile(join(folder, "pagefind-entry.json"), "utf8"));
  for (const name of await readdir(folder))
    if (name !== "index" && !name.endsWith(".pf_meta")) await rm(join(folder, name), { recursive: true });
  return { entry, pages };
}

/** The pages' names in the order of their contents: a fragment's file is named after the page and tells its url. */
async function readPages(folder: string, count: number): Promise<(string | null)[]> {
  const pages = new Array<string | null>(count).fill(null);
  for (const name of await readdir(join(folder, "fragment"))) {
    const beginning = (await readFile(join(folder, "fragment", name))).subarray(0, 2048);
    const text = gunzipSync(beginning, { finishFlush: constants.Z_SYNC_FLUSH }).toString("latin1");
    const url = /"url":"(\d+)"/.exec(text)?.[1];
    if (url === undefined) throw new Error(`Pagefind's fragment ${name} does not tell its url.`);
    pages[Number(url)] = name.replace(".pf_fragment", "");
  }
  return pages;
}

/** Writes Pagefind's browser module and WebAssembly, which all bundles share, into `pagefindDir`. */
export async function copyPagefind(pagefindDir: string, workDir: string): Promise<void> {
  const folder = join(workDir, "pagefind");
  const { index } = await pagefind.createIndex({});
  await index?.addCustomRecord({ url: "/", content: "a", language: "unknown" });
  await index?.writeFiles({ outputPath: folder });
  await pagefind.close();
  await mkdir(pagefindDir, { recursive: true });
  for (const name of ["pagefind.js", "wasm.unknown.pagefind"])
    await copyFile(join(folder, name), join(pagefindDir, name));
}

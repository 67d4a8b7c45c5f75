import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import * as pagefind from "pagefind";
import { minify } from "vite";
import { FaultError } from "../../../model/report.ts";
import { nameStretch, packList } from "../../format/packed-places.ts";
import { PAGEFIND_VERSION } from "../../format/pagefind-file.ts";
import { beginningOf, bundleOf } from "../../format/terms.ts";
import { type BundleFile, encodeBundle } from "./encode-bundle.ts";
import type { Postings } from "./post-terms.ts";

export interface BundleOptions {
  /** The bundles' folders, `0/`, `1/` …, and `pairs/` and `characters/` are made in it. */
  readonly folder: string;
  /** Positions of a bundle, about. */
  readonly bundleSize: number;
  /** Places in an index file, about. */
  readonly chunkSize: number;
}

const pack = promisify(gzip);

/**
 * Writes postings as Pagefind bundles, and the lists of its frequent pairs and common characters.
 * @returns Pagefind's name for the metadata of each; empty for a bundle without a term, which is not written
 */
export async function writeBundles(
  postings: Postings,
  { folder, bundleSize, chunkSize }: BundleOptions,
): Promise<string[]> {
  const bundleCount = Math.max(1, Math.ceil(postings.positionCount / bundleSize));
  const { terms } = postings;
  const orderOf = Float64Array.from(terms, readOrder);
  const indexesOf = Array.from({ length: bundleCount }, (): number[] => []);
  for (const [index, term] of terms.entries()) indexesOf[bundleOf(term, bundleCount)]?.push(index);
  const written: string[] = [];
  for (const [bundle, indexes] of indexesOf.entries()) {
    if (indexes.length === 0) {
      written.push("");
      continue;
    }
    indexes.sort(
      (a, b) =>
        (orderOf[a] as number) - (orderOf[b] as number) ||
        ((terms[a] as string) < (terms[b] as string) ? -1 : 1),
    );
    const posted = indexes.map((index) => ({
      term: terms[index] as string,
      positions: postings.positionsOf(index),
    }));
    const { chunks, metadata } = encodeBundle(posted, {
      positionCount: postings.positionCount,
      chunkSize,
      groupOf: beginningOf,
    });
    const own = join(folder, String(bundle));
    await mkdir(join(own, "index"), { recursive: true });
    await Promise.all([
      ...chunks.map((chunk) => writePacked(join(own, "index"), chunk, "pf_index")),
      writePacked(own, { ...metadata, hash: `pagefind.${metadata.hash}` }, "pf_meta"),
    ]);
    written.push(metadata.hash);
  }
  const pairs = join(folder, "pairs");
  for (const [pair, lists] of postings.pairLists.entries())
    for (let stretch = 0; stretch < lists.stretches; stretch++)
      await writeList(pairs, nameStretch(pair, stretch), lists.listOf(stretch));
  for (const [character, counts] of postings.characterCounts.entries())
    await writeList(join(folder, "characters"), String(character), counts);
  return written;
}

/**
 * The first three units of a term as a number: to compare two of them takes a fraction of the time of two texts. Terms
 * hold no surrogates, so that the order of their units is that of their code points.
 */
function readOrder(term: string): number {
  const unit = (at: number) => (at < term.length ? term.charCodeAt(at) : 0);
  return (unit(0) * 0x10000 + unit(1)) * 0x10000 + unit(2);
}

async function writeList(folder: string, name: string, list: readonly number[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writePacked(folder, { hash: name, bytes: packList(list) }, "places");
}

async function writePacked(folder: string, { hash, bytes }: BundleFile, ending: string): Promise<void> {
  await writeFile(join(folder, `${hash}.${ending}`), await pack(bytes, { level: 6 }));
}

/** Writes Pagefind's browser module and WebAssembly, which all bundles share, into a folder of `pagefindDir`. */
export async function copyPagefind(pagefindDir: string): Promise<void> {
  const folder = join(pagefindDir, "own");
  const { index, errors } = await pagefind.createIndex({});
  if (index === undefined)
    throw new FaultError({ kind: "pagefind-not-started", values: { reason: errors.join(" ") } });
  // `unknown` is the language that Pagefind neither stems nor cuts.
  await index.addCustomRecord({ url: "/", content: "a", language: "unknown" });
  await index.writeFiles({ outputPath: folder });
  await pagefind.close();
  const target = join(pagefindDir, PAGEFIND_VERSION);
  await mkdir(target, { recursive: true });
  await copyFile(join(folder, "wasm.unknown.pagefind"), join(target, "wasm.unknown.pagefind"));
  const { code } = await minify("pagefind.js", await readFile(join(folder, "pagefind.js"), "utf8"));
  await writeFile(join(target, "pagefind.js"), code);
  await rm(folder, { recursive: true });
}

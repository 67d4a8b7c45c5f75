import { fetchFile, rememberLoaded } from "../../api/load-files.ts";
import { SearchLoadError } from "../../api/search-types.ts";
import type { SearchManifest, SearchTerms } from "../../format/manifest.ts";
import { PACKED_SIGNATURE, unpackList, unpackTerms } from "../../format/packed-places.ts";
import { PAGEFIND_VERSION, writeIndexFile } from "../../format/pagefind-file.ts";
import { type IndexChunk, readIndexChunks } from "./index-chunks.ts";

/** The part of `globalThis` that {@link guardFetch} uses and changes. */
export interface FetchHolder {
  fetch: typeof fetch;
}

/** What is known of the files that Pagefind fetches. */
export interface IndexFiles {
  /** The address of a bundle, with a slash at its end. */
  locateBundle(terms: SearchTerms, bundle: number): string;
  /** The index files of the bundle at an address; undefined where its metadata has not loaded. */
  chunksOf(address: string): readonly IndexChunk[] | undefined;
  hasLoaded(url: string): boolean;
  /** A list that Pagefind knows nothing of, by its kind and its name among the terms' lists of the kind. */
  loadList(terms: SearchTerms, kind: "pairs" | "characters", name: string): Promise<readonly number[]>;
}

/**
 * Puts its own `fetch` in the place of the one that Pagefind calls.
 *
 * Pagefind swallows a file that does not load and answers as if nothing were in it, and loads its WebAssembly once a
 * bundle. With this one, what did not load is known, the WebAssembly is loaded once, each bundle's entry comes from
 * the manifest, files are unpacked by the browser, which finds one that is cut short, and what travels in fewer bytes
 * is made the file that Pagefind reads (format/packed-places.ts).
 *
 * @param folder address of `pagefind/`, with a slash at its end
 */
export function guardFetch(scope: FetchHolder, manifest: SearchManifest, folder: string): IndexFiles {
  const load = scope.fetch.bind(scope);
  const locate = (terms: SearchTerms) => new URL(terms.folder, folder).href;
  const locateBundle = (terms: SearchTerms, bundle: number) => `${locate(terms)}${bundle}/`;
  const entries = listEntries(manifest, locateBundle);
  const chunksOf = new Map<string, readonly IndexChunk[]>();
  const loaded = new Set<string>();
  const fetchUnpacked = async (url: string): Promise<Uint8Array<ArrayBuffer>> =>
    await unpack(new Uint8Array(await (await fetchFile(url, { load })).arrayBuffer()));
  const loadWasm = rememberLoaded(fetchUnpacked);
  scope.fetch = async (input) => {
    const url = String(input);
    const entry = entries.get(url.replace(/\?.*$/, ""));
    if (entry !== undefined) return Response.json(entry);
    if (/\/wasm\.[^/]*\.pagefind$/.test(url))
      return new Response((await loadWasm(`${folder}${PAGEFIND_VERSION}/wasm.unknown.pagefind`)).slice());
    const file = await fetchUnpacked(url);
    const isPacked = url.endsWith(".pf_index");
    const response = new Response(isPacked ? writeIndexFile(unpackTerms(file)) : file);
    if (url.endsWith(".pf_meta")) chunksOf.set(url.slice(0, url.lastIndexOf("/") + 1), readIndexChunks(file));
    loaded.add(url);
    return response;
  };
  const loadList = rememberLoaded(async (url: string) => {
    try {
      return unpackList(await fetchUnpacked(url));
    } catch (error) {
      throw new SearchLoadError(url, error);
    }
  });
  return {
    locateBundle,
    chunksOf: (address) => chunksOf.get(address),
    hasLoaded: (url) => loaded.has(url),
    loadList: (terms, kind, name) => loadList(`${locate(terms)}${kind}/${name}.places`),
  };
}

/** Pagefind's own list of what each bundle holds, by its address: pages in one language, and where to begin. */
function listEntries(
  { shards }: SearchManifest,
  locateBundle: (terms: SearchTerms, bundle: number) => string,
): Map<string, unknown> {
  const all = shards.flatMap(({ exact, sound }) => (sound === undefined ? [exact] : [exact, sound]));
  return new Map(
    all.flatMap((terms) =>
      terms.bundles.map((hash, bundle) => {
        const languages = { unknown: { hash, wasm: null, page_count: 1 } };
        const entry = { version: PAGEFIND_VERSION, languages, include_characters: [] };
        return [`${locateBundle(terms, bundle)}pagefind-entry.json`, entry];
      }),
    ),
  );
}

const SIGNATURES = ["pagefind_dcd", PACKED_SIGNATURE];
const LONGEST_SIGNATURE = 20;

/** Unpacks a file of the index, gzipped or already unpacked by the server. Throws where it is neither, or cut short. */
async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  let unpacked = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    // Without the browser's own unpacking Pagefind does that of its own files; ours say that they did not load.
    if (typeof DecompressionStream === "undefined") return bytes;
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    unpacked = new Uint8Array(await new Response(stream).arrayBuffer());
  }
  const beginning = new TextDecoder().decode(unpacked.subarray(0, LONGEST_SIGNATURE));
  if (!SIGNATURES.some((signature) => beginning.startsWith(signature)))
    throw new Error("the file is not a file of a search index");
  return unpacked;
}

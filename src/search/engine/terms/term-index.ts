import { SearchLoadError } from "../../api/search-types.ts";
import type { SearchManifest, SearchTerms } from "../../format/manifest.ts";
import { bundleOf } from "../../format/terms.ts";
import { rememberLoaded } from "../remember-loaded.ts";
import { chooseChunks, type IndexChunk, readIndexChunks } from "./index-chunks.ts";

/** Where terms stand: what the engine needs of an inverted index. */
export interface TermIndex {
  /**
   * The positions of every term that begins with `prefix`, ascending. Rejects with a SearchLoadError when a file of
   * the index does not load.
   */
  findPositions(terms: SearchTerms, prefix: string): Promise<readonly number[]>;
  /** How many files {@link findPositions} loads, those that it has loaded before included. Rejects as it does. */
  countFiles(terms: SearchTerms, prefix: string): Promise<number>;
  /** The list of the `pair`-th of the terms' frequent pairs (search/format/pair-list.ts). Rejects with a SearchLoadError. */
  loadPairList(terms: SearchTerms, pair: number): Promise<readonly number[]>;
}

interface PagefindInstance {
  /** Loads the index files that Pagefind thinks a search for `term` needs. */
  preload(term: string): Promise<unknown>;
  search(term: string): Promise<{ results: { words: number[] }[] }>;
}

interface PagefindModule {
  createInstance(options: { basePath: string }): PagefindInstance;
}

/** The part of `globalThis` that {@link openPagefindIndex} uses and changes. */
export interface FetchHolder {
  fetch: typeof fetch;
}

/** Chosen: longer than a phone's worst moment, shorter than a reader's patience. */
const FETCH_TIMEOUT_MS = 20_000;

/**
 * Opens the Pagefind bundles of an archive.
 *
 * Pagefind swallows a file that does not load and answers as if nothing were in it, loads its WebAssembly once a
 * bundle, and cuts queries by the page's language. So it runs where there is no page (a worker), and all it
 * fetches goes through this index: what did not load is told, the WebAssembly is loaded once, each bundle's entry
 * comes from the manifest, and files are unpacked by the browser, which finds one that is cut short.
 *
 * @param folder address of `pagefind/`, with a slash at its end
 * @param scope whose `fetch` Pagefind calls
 */
export function openPagefindIndex(
  pagefind: PagefindModule,
  manifest: SearchManifest,
  folder: string,
  scope: FetchHolder,
): TermIndex {
  const locateBundle = (terms: SearchTerms, bundle: number) =>
    `${new URL(terms.folder, folder).href}${bundle}/`;
  const instances = new Map<string, Promise<PagefindInstance>>();
  let first: Promise<PagefindInstance> | undefined;
  /** The index files of each bundle whose metadata is loaded, by the bundle's address. */
  const chunks = new Map<string, readonly IndexChunk[]>();
  const loadedFiles = new Set<string>();
  const entries = new Map<string, unknown>(
    manifest.shards.flatMap(({ exact, sound }) =>
      [exact, ...(sound === undefined ? [] : [sound])].flatMap((terms) =>
        terms.bundles.map((hash, bundle) => [
          `${locateBundle(terms, bundle)}pagefind-entry.json`,
          makeEntry(hash),
        ]),
      ),
    ),
  );
  const load = scope.fetch.bind(scope);
  let wasm: Promise<Uint8Array> | undefined;

  const fetchGood = async (url: string): Promise<Response> => {
    const response = await load(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`${response.status} at ${url}`);
    return response;
  };

  const fetchUnpacked = async (url: string): Promise<Uint8Array> =>
    await unpack(new Uint8Array(await (await fetchGood(url)).arrayBuffer()));

  scope.fetch = async (input) => {
    const url = String(input);
    const entry = entries.get(url.replace(/\?.*$/, ""));
    if (entry !== undefined) return Response.json(entry);
    try {
      if (/\/wasm\.[^/]*\.pagefind$/.test(url)) {
        wasm ??= fetchUnpacked(`${folder}wasm.unknown.pagefind`);
        return new Response(((await wasm) as Uint8Array<ArrayBuffer>).slice());
      }
      const file = await fetchUnpacked(url);
      if (url.endsWith(".pf_meta")) chunks.set(url.slice(0, url.lastIndexOf("/") + 1), readIndexChunks(file));
      loadedFiles.add(url);
      return new Response(file as Uint8Array<ArrayBuffer>);
    } catch (error) {
      if (url.includes("wasm.")) wasm = undefined;
      throw error;
    }
  };

  const start = async (address: string): Promise<PagefindInstance> => {
    const instance = pagefind.createInstance({ basePath: address });
    // Asking for nothing waits until it has begun.
    await instance.preload("");
    if (!chunks.has(address)) throw new SearchLoadError(address);
    return instance;
  };

  const open = (address: string): Promise<PagefindInstance> => {
    const known = instances.get(address);
    if (known !== undefined) return known;
    // Instances that begin together would each put their own WebAssembly in the place that they share.
    const opening =
      first === undefined ? start(address) : first.catch(() => undefined).then(() => start(address));
    first ??= opening;
    instances.set(address, opening);
    opening.catch(() => {
      // An instance whose first files are missing stays broken: the next try begins with a new one.
      instances.delete(address);
      if (first === opening) first = undefined;
    });
    return opening;
  };

  const chooseFiles = (address: string, prefix: string) => chooseChunks(chunks.get(address) ?? [], prefix);

  /** Loads all files with words that begin with `prefix`: left to itself, Pagefind loads the one it would stand in. */
  const loadChunks = async (instance: PagefindInstance, address: string, prefix: string): Promise<void> => {
    const needed = chooseFiles(address, prefix);
    await Promise.all(needed.map(({ from }) => instance.preload(from)));
    for (const { hash } of needed) {
      const file = `${address}index/${hash}.pf_index`;
      if (!loadedFiles.has(file)) throw new SearchLoadError(file);
    }
  };

  /** Asks the bundle with the terms that begin with `prefix`; gives undefined where there are none. */
  const askBundle = async <T>(
    terms: SearchTerms,
    prefix: string,
    ask: (instance: PagefindInstance, address: string) => Promise<T>,
  ): Promise<T | undefined> => {
    const bundle = bundleOf(prefix, terms.bundles.length);
    if (terms.bundles[bundle] === "") return undefined;
    const address = locateBundle(terms, bundle);
    try {
      return await ask(await open(address), address);
    } catch (error) {
      throw error instanceof SearchLoadError ? error : new SearchLoadError(address, error);
    }
  };

  const loadPairList = rememberLoaded(async (url: string): Promise<readonly number[]> => {
    try {
      return (await (await fetchGood(url)).json()) as number[];
    } catch (error) {
      throw new SearchLoadError(url, error);
    }
  });

  return {
    loadPairList: (terms, pair) => loadPairList(`${new URL(terms.folder, folder).href}pairs/${pair}.json`),

    async findPositions(terms, prefix) {
      const found = await askBundle(terms, prefix, async (instance, address) => {
        await loadChunks(instance, address, prefix);
        return (await instance.search(prefix)).results[0]?.words;
      });
      return found ?? [];
    },

    async countFiles(terms, prefix) {
      const files = await askBundle(terms, prefix, async (_, address) => chooseFiles(address, prefix));
      return files?.length ?? 0;
    },
  };
}

/** Pagefind's own list of what a bundle holds: pages in one language, and where to begin. */
function makeEntry(hash: string): unknown {
  const languages = { unknown: { hash, wasm: null, page_count: 1 } };
  return { version: "1.6.0", languages, include_characters: [] };
}

const SIGNATURE = "pagefind_dcd";

/** Unpacks a Pagefind file, gzipped or already unpacked by the server. Throws where it is neither, or cut short. */
async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  let unpacked = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    // Without the browser's own unpacking Pagefind does it.
    if (typeof DecompressionStream === "undefined") return bytes;
    const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
      .stream()
      .pipeThrough(new DecompressionStream("gzip"));
    unpacked = new Uint8Array(await new Response(stream).arrayBuffer());
  }
  if (new TextDecoder().decode(unpacked.subarray(0, SIGNATURE.length)) !== SIGNATURE)
    throw new Error("the file is not a file of a search index");
  return unpacked;
}

import type { SearchManifest, SearchPart } from "../../model/search-data.ts";
import { bundleOf } from "../../text/terms.ts";
import { chooseChunks, readChunkStarts } from "./read-chunk-starts.ts";
import { SearchLoadError } from "./search-load-error.ts";

/** Where terms stand: what the engine needs of an inverted index. */
export interface TermIndex {
  /**
   * The positions of every term of a part that begins with `prefix`, ascending, one list for each of the part's
   * groups. Rejects with a SearchLoadError when a file of the index does not load.
   */
  findPositions(part: SearchPart, prefix: string): Promise<readonly (readonly number[])[]>;
}

interface PagefindInstance {
  /** Loads the index files that Pagefind thinks a search for `term` needs. */
  preload(term: string): Promise<unknown>;
  search(term: string): Promise<{ results: { id: string; words: number[] }[] }>;
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
 * fetches goes through this index: failures are kept and told, the WebAssembly is loaded once, each bundle's entry
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
  const instances = new Map<string, PagefindInstance>();
  const failures = new Map<string, unknown>();
  /** First words of the index files of each bundle, once its metadata is loaded. */
  const chunkStarts = new Map<string, readonly string[]>();
  const entries = new Map<string, unknown>(
    manifest.parts.flatMap(({ bundles, sound }) =>
      [...bundles, ...(sound?.bundles ?? [])].map(
        ({ path, entry }) => [`${folder}${path}pagefind-entry.json`, entry] as const,
      ),
    ),
  );
  const load = scope.fetch.bind(scope);
  let wasm: Promise<Uint8Array> | undefined;

  const fetchUnpacked = async (url: string): Promise<Uint8Array> => {
    const response = await load(url, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`${response.status} at ${url}`);
    return await unpack(new Uint8Array(await response.arrayBuffer()));
  };

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
      if (url.endsWith(".pf_meta"))
        chunkStarts.set(url.slice(0, url.lastIndexOf("/") + 1), readChunkStarts(file));
      return new Response(file as Uint8Array<ArrayBuffer>);
    } catch (error) {
      if (url.includes("wasm.")) wasm = undefined;
      failures.set(url, error);
      throw error;
    }
  };

  /** All files with words that begin with `prefix`: left to itself, Pagefind loads the one that it would stand in. */
  const loadChunks = async (instance: PagefindInstance, address: string, prefix: string) => {
    if (!chunkStarts.has(address)) await instance.preload(prefix);
    const chunks = chooseChunks(chunkStarts.get(address) ?? [], prefix);
    await Promise.all(chunks.map((start) => instance.preload(start)));
  };

  return {
    async findPositions(part, prefix) {
      const bundle = part.bundles[bundleOf(prefix, part.bundles.length)];
      if (bundle === undefined || bundle.pages.every((page) => page === null))
        return part.groups.map(() => []);
      const address = folder + bundle.path;
      let instance = instances.get(address);
      if (instance === undefined) {
        instance = pagefind.createInstance({ basePath: address });
        instances.set(address, instance);
      }
      const failed = () => [...failures].find(([url]) => url.startsWith(address) || url.includes("/wasm."));
      try {
        await loadChunks(instance, address, prefix);
        const { results } = await instance.search(prefix);
        const failure = failed();
        if (failure !== undefined) throw failure[1];
        return part.groups.map(
          (_, group) => results.find(({ id }) => id === bundle.pages[group])?.words ?? [],
        );
      } catch (error) {
        // An instance whose first files are missing stays broken: the next try begins with a new one.
        instances.delete(address);
        const url = failed()?.[0] ?? address;
        for (const key of [...failures.keys()])
          if (key.startsWith(address) || key.includes("/wasm.")) failures.delete(key);
        throw new SearchLoadError(url, error);
      }
    },
  };
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

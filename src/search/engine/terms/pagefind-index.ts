import { rememberLoaded } from "../../api/load-files.ts";
import { SearchLoadError } from "../../api/search-types.ts";
import type { SearchManifest, SearchTerms } from "../../format/manifest.ts";
import { nameStretch } from "../../format/packed-places.ts";
import { bundleOf } from "../../format/terms.ts";
import { type FetchHolder, guardFetch, type IndexFiles } from "./guard-fetch.ts";
import { chooseChunks, type IndexChunk } from "./index-chunks.ts";
import type { TermIndex } from "./term-index.ts";

interface PagefindInstance {
  /** Loads the index files that Pagefind thinks a search for `term` needs. */
  preload(term: string): Promise<unknown>;
  search(term: string): Promise<{ results: { words: number[] }[] }>;
}

interface PagefindModule {
  createInstance(options: { basePath: string }): PagefindInstance;
}

/**
 * The Pagefind bundles of an archive.
 *
 * Pagefind cuts queries by the page's language, so it runs where there is no page (a worker). All that it fetches goes
 * through {@link guardFetch}, because it swallows a file that does not load.
 */
export class PagefindIndex implements TermIndex {
  readonly #pagefind: PagefindModule;
  readonly #files: IndexFiles;
  readonly #open = rememberLoaded((address: string) => this.#beginInTurn(address));
  #first: Promise<PagefindInstance> | undefined;

  /**
   * @param folder address of `pagefind/`, with a slash at its end
   * @param scope whose `fetch` Pagefind calls
   */
  constructor(pagefind: PagefindModule, manifest: SearchManifest, folder: string, scope: FetchHolder) {
    this.#pagefind = pagefind;
    this.#files = guardFetch(scope, manifest, folder);
  }

  async findPositions(terms: SearchTerms, prefix: string): Promise<readonly number[]> {
    const found = await this.#askBundle(terms, prefix, async (instance, address) => {
      await this.#loadChunks(instance, address, prefix);
      return (await instance.search(prefix)).results[0]?.words;
    });
    return found ?? [];
  }

  async countFiles(terms: SearchTerms, prefix: string): Promise<number> {
    const chunks = await this.#askBundle(terms, prefix, async (_, address) =>
      this.#chooseChunks(address, prefix),
    );
    return chunks?.length ?? 0;
  }

  loadPairList(terms: SearchTerms, pair: number, stretch: number): Promise<readonly number[]> {
    return this.#files.loadList(terms, "pairs", nameStretch(pair, stretch));
  }

  loadCharacterCounts(terms: SearchTerms, character: number): Promise<readonly number[]> {
    return this.#files.loadList(terms, "characters", String(character));
  }

  /** Asks the bundle with the terms that begin with `prefix`; gives undefined where there are none. */
  async #askBundle<T>(
    terms: SearchTerms,
    prefix: string,
    ask: (instance: PagefindInstance, address: string) => Promise<T>,
  ): Promise<T | undefined> {
    const bundle = bundleOf(prefix, terms.bundles.length);
    if (terms.bundles[bundle] === "") return undefined;
    const address = this.#files.locateBundle(terms, bundle);
    try {
      return await ask(await this.#open(address), address);
    } catch (error) {
      throw error instanceof SearchLoadError ? error : new SearchLoadError(address, error);
    }
  }

  /** Instances that begin together would each put their own WebAssembly in the place that they share. */
  #beginInTurn(address: string): Promise<PagefindInstance> {
    const instance =
      this.#first?.catch(() => undefined).then(() => this.#begin(address)) ?? this.#begin(address);
    this.#first ??= instance;
    instance.catch(() => {
      if (this.#first === instance) this.#first = undefined;
    });
    return instance;
  }

  /** Begins anew at each try: an instance whose first files are missing stays broken. */
  async #begin(address: string): Promise<PagefindInstance> {
    const instance = this.#pagefind.createInstance({ basePath: address });
    // Asking for nothing waits until it has begun.
    await instance.preload("");
    if (this.#files.chunksOf(address) === undefined) throw new SearchLoadError(address);
    return instance;
  }

  #chooseChunks(address: string, prefix: string): IndexChunk[] {
    return chooseChunks(this.#files.chunksOf(address) ?? [], prefix);
  }

  /** Loads all files with words that begin with `prefix`: left to itself, Pagefind loads the one it would stand in. */
  async #loadChunks(instance: PagefindInstance, address: string, prefix: string): Promise<void> {
    const needed = this.#chooseChunks(address, prefix);
    await Promise.all(needed.map(({ from }) => instance.preload(from)));
    for (const { hash } of needed) {
      const file = `${address}index/${hash}.pf_index`;
      if (!this.#files.hasLoaded(file)) throw new SearchLoadError(file);
    }
  }
}

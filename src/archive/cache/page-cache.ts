import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { clearOld, readCached, writeCached } from "./cached-file.ts";

export interface PageCacheOptions {
  /** Where pages are kept from one build to the next. */
  readonly folder: string;
  /** Where this build writes its pages. */
  readonly outDir: string;
  /** A fingerprint of all that decides, beside its data, how a page looks. */
  readonly code: string;
}

/** A page of which `key` names the data. */
interface KeyedPage {
  /** Path of its file below the output. */
  readonly file: string;
  readonly key: string;
}

/**
 * Pages, and other files of a site, as the last build made them, to be used again where nothing that they show has
 * changed. A page is kept under a key of its data and of the program; one that is damaged, or needs a file of styles
 * or scripts that this build does not have, is made anew.
 */
export class PageCache {
  readonly #options: PageCacheOptions;
  readonly #kept: KeyedPage[] = [];
  readonly #fresh: KeyedPage[] = [];
  readonly #assets = new Map<string, boolean>();

  constructor(options: PageCacheOptions) {
    this.#options = options;
  }

  /** Puts a page in its place if it is kept. False where it has to be made. */
  takeKept(file: string, data: unknown): boolean {
    const { folder, code, outDir } = this.#options;
    const key = createHash("sha256")
      .update(JSON.stringify([code, file, data]))
      .digest("hex")
      .slice(0, 32);
    const content = readCached(join(folder, key));
    const isGood = content !== undefined && listAssets(content).every((asset) => this.#hasAsset(asset));
    (isGood ? this.#kept : this.#fresh).push({ file, key });
    if (!isGood) return false;
    const path = join(outDir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return true;
  }

  /** Addresses below the base of the pages that are kept: `episodes/042/`. */
  listKept(): string[] {
    return this.#kept
      .filter(({ file }) => file.endsWith("index.html"))
      .map(({ file }) => file.slice(0, -"index.html".length));
  }

  /** Keeps the pages that were made. Call it once, when all are. */
  async finish(): Promise<void> {
    const { folder, outDir } = this.#options;
    await mkdir(folder, { recursive: true });
    for (const { file, key } of this.#fresh)
      await writeCached(join(folder, key), await readFile(join(outDir, file)));
    await clearOld(folder, new Set([...this.#kept, ...this.#fresh].map(({ key }) => key)));
  }

  /** Pages load the same few files: each is looked for once. */
  #hasAsset(asset: string): boolean {
    const isThere = this.#assets.get(asset) ?? existsSync(join(this.#options.outDir, asset));
    this.#assets.set(asset, isThere);
    return isThere;
  }
}

/** The styles and scripts that a page loads, as paths below the output: their names change with what is in them. */
function listAssets(page: Buffer): string[] {
  const names = page.toString("latin1").match(/_astro\/[\w.-]+/g) ?? [];
  return [...new Set(names)];
}

// Pages and integrations hold this module twice in one process, as they do archive-cache.ts.
const cacheKey = Symbol.for("tingsuo.page-cache");
const holder = globalThis as { [cacheKey]?: PageCache };

/** Lets the pages of this build be kept. */
export function openPageCache(options: PageCacheOptions): PageCache {
  const cache = new PageCache(options);
  holder[cacheKey] = cache;
  return cache;
}

/** The paths whose pages must be made; the others are put in their places. All where no cache is open, as in development. */
export function leaveKept<T>(
  paths: readonly T[],
  describe: (path: T) => { file: string; data: unknown },
): T[] {
  const cache = holder[cacheKey];
  if (cache === undefined) return [...paths];
  return paths.filter((path) => {
    const { file, data } = describe(path);
    return !cache.takeKept(file, data);
  });
}

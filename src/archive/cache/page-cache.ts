import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { clearOld, openCached, writeCached } from "./cached-file.ts";

export interface PageCacheOptions<T> {
  /** Where pages are kept from one build to the next. */
  readonly folder: string;
  /** Where this build writes its pages. */
  readonly outDir: string;
  /** A fingerprint of all that decides, beside its data, how a page looks, and what `describe` says of it. */
  readonly code: string;
  /** What has to be known of a page that is kept, as JSON has it. */
  describe(page: Buffer): T;
}

/** A page as it was made, and what is known of it. */
export interface KeptPage<T> {
  /** Path of its file below the output. */
  readonly file: string;
  readonly known: T;
  read(): Buffer;
}

/** What stands beside a page in the cache: the files that it loads, as paths below the output, besides. */
interface PageHead<T> {
  readonly assets: readonly string[];
  /** Absent of what is no page. */
  readonly known?: T;
}

/**
 * Pages, and other files of a site, as the last build made them, to be used again where nothing that they show has
 * changed. A page is kept under a key of its data and of the program; one that is damaged, or needs a file of styles
 * or scripts that this build does not have, is made anew.
 */
export class PageCache<T> {
  readonly #options: PageCacheOptions<T>;
  readonly #used = new Set<string>();
  readonly #kept: KeptPage<T>[] = [];
  readonly #fresh: { readonly file: string; readonly key: string }[] = [];
  readonly #assets = new Map<string, boolean>();

  constructor(options: PageCacheOptions<T>) {
    this.#options = options;
  }

  /**
   * Whether a file is kept; false where it has to be made. One that is no page is put in its place; pages are not,
   * because what is known of all of them decides what stands in each (see `listKept`).
   */
  takeKept(file: string, data: unknown): boolean {
    const { folder, code, outDir } = this.#options;
    const key = createHash("sha256")
      .update(JSON.stringify([code, file, data]))
      .digest("hex")
      .slice(0, 32);
    this.#used.add(key);
    const cached = openCached(join(folder, key));
    const head = cached?.head as PageHead<T> | undefined;
    if (cached === undefined || head?.assets.every((asset) => this.#hasAsset(asset)) !== true) {
      this.#fresh.push({ file, key });
      return false;
    }
    if (isPage(file)) this.#kept.push({ file, known: head.known as T, read: () => cached.unpack() });
    else {
      const path = join(outDir, file);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, cached.unpack());
    }
    return true;
  }

  /** The pages that are kept: whoever built the cache puts them in their places. */
  listKept(): readonly KeptPage<T>[] {
    return this.#kept;
  }

  /** Keeps the pages that were made. Call it once, when all are. Returns them. */
  async finish(): Promise<KeptPage<T>[]> {
    const { folder, outDir, describe } = this.#options;
    await mkdir(folder, { recursive: true });
    const made: KeptPage<T>[] = [];
    for (const { file, key } of this.#fresh) {
      const path = join(outDir, file);
      const content = readFileSync(path);
      const known = isPage(file) ? describe(content) : undefined;
      const head: PageHead<T> = { assets: listAssets(content), ...(known === undefined ? {} : { known }) };
      await writeCached(join(folder, key), content, head);
      if (known !== undefined) made.push({ file, known, read: () => readFileSync(path) });
    }
    await clearOld(folder, this.#used);
    return made;
  }

  /** Pages load the same few files: each is looked for once. */
  #hasAsset(asset: string): boolean {
    const isThere = this.#assets.get(asset) ?? existsSync(join(this.#options.outDir, asset));
    this.#assets.set(asset, isThere);
    return isThere;
  }
}

function isPage(file: string): boolean {
  return file.endsWith(".html");
}

/** The styles and scripts that a page loads, as paths below the output: their names change with what is in them. */
function listAssets(page: Buffer): string[] {
  const names = page.toString("latin1").match(/_astro\/[\w.-]+/g) ?? [];
  return [...new Set(names)];
}

// Pages and integrations hold this module twice in one process, as they do archive-cache.ts.
const cacheKey = Symbol.for("tingsuo.page-cache");
const holder = globalThis as { [cacheKey]?: Pick<PageCache<unknown>, "takeKept"> };

/** Lets the pages of this build be kept. */
export function openPageCache<T>(options: PageCacheOptions<T>): PageCache<T> {
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

import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegrationLogger } from "astro";
import { getArchive } from "../archive/cache/archive-cache.ts";
import { fingerprintCode } from "../archive/cache/fingerprint-code.ts";
import { openPageCache, type PageCache } from "../archive/cache/page-cache.ts";
import { copyMedia } from "../archive/media/copy-media.ts";
import { findCache, readEnvironment } from "../archive/read-environment.ts";
import type { Archive } from "../model/archive.ts";
import type { Problem } from "../model/problem.ts";
import { readPrebuiltPart } from "../search/index/shards/prebuilt-shards.ts";
import { cutSearchIndex } from "../search/index/write-search-index.ts";
import { wordNothingBuilt } from "../wording/check-words.ts";
import { chooseInterfaceLanguage } from "../wording/interface-words.ts";
import { buildSearchScripts } from "./build-search-scripts.ts";
import { reportProblems } from "./report-problems.ts";

/** One build of a site, beside the last good one: it takes that one's place when all is done. */
export class SiteBuild {
  readonly #outDir: URL;
  /** The search is indexed beside the pages, and moved to them at the end. */
  readonly #searchDir: URL;
  /** Where Astro is to write. */
  readonly buildDir: URL;
  #index: Promise<void> | undefined;
  #pageCache: PageCache | undefined;

  /** @param outDir where the site is to stand, with a slash at its end */
  constructor(outDir: URL) {
    const sibling = (name: string) => new URL(`../${outDir.pathname.split("/").at(-2)}.${name}/`, outDir);
    this.#outDir = outDir;
    this.buildDir = sibling("building");
    this.#searchDir = sibling("search");
  }

  /** Reads the content and begins the index, whose words the pages need. Ends the process where an error is in it. */
  async begin(logger: AstroIntegrationLogger): Promise<void> {
    const environment = readEnvironment();
    const { archive, problems } = await getArchive();
    stopOnErrors(problems, archive, logger);
    if (environment.site === undefined)
      logger.warn(
        "ARCHIVE_SITE is not set: the sitemap says http://localhost:4321. Set it before you publish.",
      );
    await rm(this.#searchDir, { recursive: true, force: true });
    const cacheDir = findCache(environment);
    this.#pageCache = openPageCache({
      folder: join(cacheDir, "pages"),
      outDir: fileURLToPath(this.buildDir),
      code: await fingerprintCode("page"),
    });
    const cut = await cutSearchIndex(archive, {
      outDir: fileURLToPath(this.#searchDir),
      cacheDir,
      prebuilt: await Promise.all(environment.parts.map(readPrebuiltPart)),
      logger,
    });
    this.#index = cut.build();
    // Awaited when the pages are done; until then a failure must not end the process unheard.
    this.#index.catch(() => undefined);
  }

  /** Keeps the pages that were made for the next build. Returns the paths below the base of those taken from the last. */
  async finishPages(): Promise<string[]> {
    await this.#pageCache?.finish();
    return this.#pageCache?.listKept() ?? [];
  }

  /**
   * Puts all that is no page beside the pages, and the site in the place of the last one. Ends the process where a
   * cover is no image.
   */
  async finish(logger: AstroIntegrationLogger): Promise<void> {
    await this.#index;
    const folder = fileURLToPath(this.buildDir);
    await buildSearchScripts(folder);
    for (const name of ["pagefind/", "search-data/"])
      await rename(new URL(name, this.#searchDir), new URL(name, this.buildDir));
    await rm(this.#searchDir, { recursive: true, force: true });
    const { archive } = await getArchive();
    const { contentDir } = readEnvironment();
    const lastDir = fileURLToPath(this.#outDir);
    stopOnErrors(await copyMedia(archive, { contentDir, outDir: folder, lastDir }), archive, logger);
    await replaceFolder(this.#outDir, this.buildDir);
  }
}

/** Tells of problems, and ends the process where one is an error: the last good site stays where it is. */
function stopOnErrors(problems: readonly Problem[], { show }: Archive, logger: AstroIntegrationLogger): void {
  const errors = reportProblems(problems, show.language, logger);
  if (errors === 0) return;
  logger.error(wordNothingBuilt(errors)[chooseInterfaceLanguage(show.language)]);
  process.exit(1);
}

/** Puts `next` in the place of `folder`. What stood there is removed only when the new one is in place. */
async function replaceFolder(folder: URL, next: URL): Promise<void> {
  const last = new URL(folder.href.replace(/\/$/, ".last/"));
  await rm(last, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, last);
  await rename(next, folder);
  await rm(last, { recursive: true, force: true });
}

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
import type { Problem } from "../model/problem.ts";
import { FaultError } from "../model/report.ts";
import { readPrebuiltPart } from "../search/index/shards/prebuilt-shards.ts";
import { cutSearchIndex } from "../search/index/write-search-index.ts";
import { siteUnset, wordNothingBuilt } from "../wording/commands/command-words.ts";
import { buildSearchScripts, writePointer } from "./build-search-scripts.ts";
import { guardPages } from "./guard-pages.ts";
import { LogReporter } from "./log-reporter.ts";

/** One build of a site, beside the last good one: it takes that one's place when all is done. */
export class SiteBuild {
  readonly #outDir: URL;
  /** The search is indexed beside the pages, and moved to them at the end. */
  readonly #searchDir: URL;
  /** Where Astro is to write. */
  readonly buildDir: URL;
  /** Resolves to the archive's name in the pointer. */
  #index: Promise<string> | undefined;
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
    const reporter = await LogReporter.open(logger, environment.contentDir);
    const { archive, problems } = await getArchive();
    stopOnErrors(problems, reporter);
    if (environment.site === undefined) reporter.warn(siteUnset);
    await rm(this.#searchDir, { recursive: true, force: true });
    const cacheDir = findCache(environment);
    this.#pageCache = openPageCache({
      folder: join(cacheDir, "pages"),
      outDir: fileURLToPath(this.buildDir),
      code: await fingerprintCode("page"),
    });
    const outDir = fileURLToPath(this.#searchDir);
    const cut = await orEnd(reporter, async () => {
      const prebuilt = await Promise.all(environment.parts.map(readPrebuiltPart));
      return await cutSearchIndex(archive, { outDir, cacheDir, prebuilt, reporter });
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
   * cover is no image, or a page holds a script that the policy of all would not let run.
   */
  async finish(logger: AstroIntegrationLogger): Promise<void> {
    const { contentDir, base, parts } = readEnvironment();
    const reporter = await LogReporter.open(logger, contentDir);
    const archiveName = (await orEnd(reporter, async () => this.#index)) as string;
    const folder = fileURLToPath(this.buildDir);
    for (const name of ["pagefind/", "search-data/"])
      await rename(new URL(name, this.#searchDir), new URL(name, this.buildDir));
    await writePointer(folder, { scripts: await buildSearchScripts(folder), archive: archiveName });
    await rm(this.#searchDir, { recursive: true, force: true });
    const { archive } = await getArchive();
    const lastDir = fileURLToPath(this.#outDir);
    stopOnErrors(await copyMedia(archive, { contentDir, outDir: folder, lastDir }), reporter);
    const problems = guardPages(folder, {
      base,
      // The player shows it where an episode has none of its own.
      pictures: archive.show.cover === undefined ? [] : [archive.show.cover],
      recordings: archive.episodes.flatMap(({ audio }) => (audio === undefined ? [] : [audio.url])),
      parts: parts.flatMap(({ address }) => (address === undefined ? [] : [address])),
    });
    stopOnErrors(problems, reporter);
    await replaceFolder(this.#outDir, this.buildDir);
  }
}

/** Tells of problems, and ends the process where one is an error: the last good site stays where it is. */
function stopOnErrors(problems: readonly Problem[], reporter: LogReporter): void {
  const errors = reporter.reportAll(problems);
  if (errors === 0) return;
  reporter.fail(wordNothingBuilt(errors));
  process.exit(1);
}

/** Ends the process where the work meets a fault, with its sentence; an error that nobody knows is thrown. */
async function orEnd<T>(reporter: LogReporter, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    reporter.reportFailure(error);
    process.exit(1);
  }
}

/** Puts `next` in the place of `folder`. What stood there is removed only when the new one is in place. */
async function replaceFolder(folder: URL, next: URL): Promise<void> {
  const last = new URL(folder.href.replace(/\/$/, ".last/"));
  await rm(last, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, last);
  await rename(next, folder);
  await rm(last, { recursive: true, force: true });
}

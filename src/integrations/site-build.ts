import { createHash } from "node:crypto";
import { existsSync, renameSync, rmSync } from "node:fs";
import { cp, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { AstroIntegrationLogger } from "astro";
import { getArchive } from "../archive/cache/archive-cache.ts";
import { nameFullDisk } from "../archive/cache/cached-file.ts";
import { fingerprintCode } from "../archive/cache/fingerprint-code.ts";
import { type KeptPage, openPageCache, type PageCache } from "../archive/cache/page-cache.ts";
import { type FolderLock, lockFolder } from "../archive/folder-lock.ts";
import { copyMedia } from "../archive/media/copy-media.ts";
import { findCache, readEnvironment } from "../archive/read-environment.ts";
import type { Problem } from "../model/problem.ts";
import type { BuildStep } from "../model/problem-values.ts";
import { FaultError } from "../model/report.ts";
import { compareLimits } from "../publish/host-limits.ts";
import { SERVICE_WORKER } from "../publish/offline-list.ts";
import { CutAhead } from "../search/index/cut/cut-ahead.ts";
import { locateCaches } from "../search/index/shards/cached-shards.ts";
import { readPrebuiltPart } from "../search/index/shards/prebuilt-shards.ts";
import { writeSearchIndex } from "../search/index/write-search-index.ts";
import { siteUnset, wordNothingBuilt } from "../wording/commands/command-words.ts";
import { wordHostLimit, wordSiteSize } from "../wording/commands/host-words.ts";
import { buildSearchScripts, bundle, writePointer } from "./build-search-scripts.ts";
import { guardPages, type PageMarkup, readMarkup } from "./guard-pages.ts";
import { writeOfflineList } from "./list-offline.ts";
import { LogReporter } from "./log-reporter.ts";
import { measureSite } from "./measure-site.ts";

/** One build of a site, apart from the last good one: it takes that one's place when all is done. */
export class SiteBuild {
  readonly #outDir: URL;
  /** Below the checkout, wherever the site is to stand: there Astro keeps all that it needs beside the pages. */
  readonly #workDir: URL;
  /** The search is indexed beside the pages, and moved to them at the end. */
  readonly #searchDir: URL;
  /** Where Astro is to write. */
  readonly buildDir: URL;
  #lock: FolderLock | undefined;
  /** Resolves to the archive's name in the pointer. */
  #index: Promise<string> | undefined;
  #pageCache: PageCache<PageMarkup> | undefined;
  /** Pages whose markup is known: those that were kept, or are. */
  #pages: readonly KeptPage<PageMarkup>[] = [];

  /** @param outDir where the site is to stand, with a slash at its end */
  constructor(outDir: URL) {
    this.#outDir = outDir;
    const name = createHash("sha256").update(outDir.href).digest("hex").slice(0, 12);
    this.#workDir = pathToFileURL(`${resolve(".tingsuo", "building", name)}/`);
    this.buildDir = new URL("site/", this.#workDir);
    this.#searchDir = new URL("search/", this.#workDir);
  }

  /**
   * Locks the place of the site, reads the content and begins the index. Ends the process where another build has the
   * place, or an error is in the content.
   */
  async begin(logger: AstroIntegrationLogger): Promise<void> {
    const environment = readEnvironment();
    const reporter = await LogReporter.open(logger, environment.contentDir);
    tellStep("read");
    await this.#orEnd(reporter, () => this.#takePlace());
    const prebuilt = await this.#orEnd(reporter, () => Promise.all(environment.parts.map(readPrebuiltPart)));
    const cacheDir = findCache(environment);
    const ahead = await this.#orEnd(reporter, () =>
      CutAhead.open({
        folder: locateCaches(cacheDir).cuts,
        prebuilt: prebuilt.map(({ folder }) => locateCaches(folder).cuts),
      }),
    );
    const { archive, problems } = await this.#orEnd(reporter, () =>
      getArchive({ onEpisode: (episode, terms) => ahead.add(episode, terms) }),
    );
    stopOnErrors(problems, reporter);
    if (environment.site === undefined) reporter.warn(siteUnset);
    this.#pageCache = openPageCache({
      folder: join(cacheDir, "pages"),
      outDir: fileURLToPath(this.buildDir),
      code: await fingerprintCode("page"),
      describe: readMarkup,
    });
    const outDir = fileURLToPath(this.#searchDir);
    // Beside the pages: they wait for no more of it than their keywords. A fault ends the process, whoever waits.
    this.#index = this.#orEnd(reporter, () =>
      writeSearchIndex(archive, { outDir, cacheDir, prebuilt, cutAhead: ahead.end(), reporter }),
    );
    // Awaited when the pages are done; until then an error that nobody knows must not end the process unheard.
    this.#index.catch(() => undefined);
    tellStep("pages");
  }

  /** Locks the place of the site, and puts right what a build that died has left there. */
  #takePlace(): void {
    const lock = lockFolder(fileURLToPath(this.#outDir));
    this.#lock = lock;
    process.once("exit", () => {
      this.#clear();
      lock.release();
    });
    // They end a process without `exit`.
    for (const [signal, status] of [["SIGINT", 130] as const, ["SIGTERM", 143] as const])
      process.once(signal, () => process.exit(status));
    this.#clear();
    restoreLast(this.#outDir);
  }

  /** Removes what is half written. */
  #clear(): void {
    for (const folder of [this.#workDir, nameBeside(this.#outDir, "building")])
      rmSync(folder, { recursive: true, force: true });
  }

  /** Keeps the pages that were made for the next build. Returns the paths below the base of those taken from the last. */
  async finishPages(logger: AstroIntegrationLogger): Promise<string[]> {
    const reporter = await LogReporter.open(logger, readEnvironment().contentDir);
    const kept = this.#pageCache?.listKept() ?? [];
    const made = await this.#orEnd(reporter, async () => (await this.#pageCache?.finish()) ?? []);
    this.#pages = [...kept, ...made];
    const end = "/index.html";
    return kept.filter(({ file }) => file.endsWith(end)).map(({ file }) => file.slice(0, 1 - end.length));
  }

  /**
   * Puts all that is no page beside the pages, and the site in the place of the last one. Ends the process where a
   * cover is no image, or a page holds a script that the policy of all would not let run.
   */
  async finish(logger: AstroIntegrationLogger): Promise<void> {
    const { contentDir, base, parts } = readEnvironment();
    const reporter = await LogReporter.open(logger, contentDir);
    tellStep("index");
    const problems = await this.#orEnd(reporter, async () => {
      const folder = fileURLToPath(this.buildDir);
      const { archive } = await getArchive();
      // First: the index may not be done, and little else is in the folder to be looked through for pages.
      const pages = guardPages(
        folder,
        {
          base,
          // The player shows it where an episode has none of its own.
          pictures: archive.show.cover === undefined ? [] : [archive.show.cover],
          recordings: archive.episodes.flatMap(({ audio }) => (audio === undefined ? [] : [audio.url])),
          parts: parts.flatMap(({ address }) => (address === undefined ? [] : [address])),
        },
        this.#pages,
      );
      const archiveName = (await this.#index) as string;
      tellStep("finish");
      for (const name of ["pagefind/", "search-data/"])
        await rename(new URL(name, this.#searchDir), new URL(name, this.buildDir));
      await writePointer(folder, { scripts: await buildSearchScripts(folder), archive: archiveName });
      const lastDir = fileURLToPath(this.#outDir);
      const media = await copyMedia(archive, { contentDir, outDir: folder, lastDir, publicDir: "public" });
      await bundle("browser/offline/service-worker.ts", folder, SERVICE_WORKER);
      // Last of all: it tells what is in every file.
      if (pages.length === 0)
        writeOfflineList(
          folder,
          archive.episodes.map(({ slug }) => slug),
        );
      return [...media, ...pages];
    });
    stopOnErrors(problems, reporter);
    const size = measureSite(fileURLToPath(this.buildDir));
    await this.#orEnd(reporter, () => {
      this.#lock?.confirm();
      return replaceFolder(this.#outDir, this.buildDir);
    });
    const { fits, reached } = compareLimits(size);
    reporter.inform(wordSiteSize({ ...size, fits }));
    for (const limit of reached) reporter.warn(wordHostLimit({ ...limit, largest: size.largest.path }));
  }

  /** Ends the process where the work meets a fault, with its sentence; an error that nobody knows is thrown. */
  async #orEnd<T>(reporter: LogReporter, work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const known = nameFullDisk(error, fileURLToPath(this.buildDir));
      if (!(known instanceof FaultError)) throw error;
      reporter.reportFailure(known);
      process.exit(1);
    }
  }
}

/** Tells the command what the build is at: it may be killed, and then cannot say so itself. */
function tellStep(step: BuildStep): void {
  process.send?.({ step });
}

/** Tells of problems, and ends the process where one is an error: the last good site stays where it is. */
function stopOnErrors(problems: readonly Problem[], reporter: LogReporter): void {
  const errors = reporter.reportAll(problems);
  if (errors === 0) return;
  reporter.fail(wordNothingBuilt(errors));
  process.exit(1);
}

function nameBeside(folder: URL, ending: "building" | "last"): URL {
  return new URL(folder.href.replace(/\/$/, `.${ending}/`));
}

/** Puts `next` in the place of `folder`. What stood there is removed only when the new one is in place. */
async function replaceFolder(folder: URL, next: URL): Promise<void> {
  const [beside, last] = [nameBeside(folder, "building"), nameBeside(folder, "last")];
  await move(next, beside);
  const hasLast = existsSync(folder);
  // At once: between the two nothing stands there.
  if (hasLast) renameSync(folder, last);
  try {
    renameSync(beside, folder);
  } catch (error) {
    if (hasLast) renameSync(last, folder);
    throw error;
  }
  await rm(last, { recursive: true, force: true });
}

async function move(from: URL, to: URL): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    // The site stands on another disk than the checkout.
    await cp(from, to, { recursive: true });
  }
}

/** Puts the last site back where a build died before the new one was in its place, and removes it where it was. */
function restoreLast(folder: URL): void {
  const last = nameBeside(folder, "last");
  if (existsSync(folder)) rmSync(last, { recursive: true, force: true });
  else if (existsSync(last)) renameSync(last, folder);
}

/** Lets the last site be served that a build has left aside when it died. */
export function serveLast(outDir: URL): void {
  if (existsSync(outDir) || !existsSync(nameBeside(outDir, "last"))) return;
  try {
    const lock = lockFolder(fileURLToPath(outDir));
    restoreLast(outDir);
    lock.release();
  } catch (error) {
    // A build is at it.
    if (!(error instanceof FaultError)) throw error;
  }
}

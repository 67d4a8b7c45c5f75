import { fileURLToPath } from "node:url";
import type { AstroIntegrationLogger } from "astro";
import sirv from "sirv";
import type { ViteDevServer } from "vite";
import { clearArchive, getArchive } from "../archive/cache/archive-cache.ts";
import { isBeside } from "../archive/cache/cached-file.ts";
import { copyMedia } from "../archive/media/copy-media.ts";
import { type ArchiveEnvironment, findCache, readEnvironment } from "../archive/read-environment.ts";
import { readPrebuiltPart } from "../search/index/shards/prebuilt-shards.ts";
import { writeSearchIndex } from "../search/index/write-search-index.ts";
import { buildSearchScripts, writePointer } from "./build-search-scripts.ts";
import { serveEdits } from "./correct/serve-edits.ts";
import { LogReporter } from "./log-reporter.ts";

/**
 * Reads the archive anew, drafts included, and writes into a folder what the pages of the development server load:
 * media and the search's files. Resolves to the archive's name in the pointer. Rejects where a prebuilt part is none.
 */
export async function refreshDevelopment(
  folder: string,
  { contentDir, base, cacheDir, parts }: Omit<ArchiveEnvironment, "outDir">,
  reporter: LogReporter,
): Promise<string> {
  clearArchive();
  const { archive, problems } = await getArchive({ contentDir, base, cacheDir, includeDrafts: true });
  reporter.reportAll(problems);
  const folders = { contentDir, outDir: folder, lastDir: folder, publicDir: "public" };
  reporter.reportAll(await copyMedia(archive, folders));
  return await writeSearchIndex(archive, {
    outDir: folder,
    cacheDir: findCache({ contentDir, cacheDir }),
    prebuilt: await Promise.all(parts.map(readPrebuiltPart)),
    reporter,
  });
}

/**
 * Serves from a folder what the pages of the development server load, and writes it anew whenever the content
 * changes.
 */
export async function serveDevelopment(
  folder: string,
  server: ViteDevServer,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const environment = readEnvironment();
  const contentDir = fileURLToPath(new URL(environment.contentDir, `file://${process.cwd()}/`));
  const tellFailure = async (error: unknown) =>
    (await LogReporter.open(logger, environment.contentDir)).reportFailure(error);
  // The base path is off the address by then.
  server.middlewares.use(serveEdits(environment.contentDir, tellFailure));
  server.middlewares.use(sirv(folder, { dev: true }));
  server.watcher.add(environment.contentDir);
  let isStale = false;
  let work = Promise.resolve();
  const refresh = () => {
    isStale = true;
    work = work.then(async () => {
      if (!isStale) return;
      isStale = false;
      // Anew each time: the show's language is one of the things that change.
      const reporter = await LogReporter.open(logger, environment.contentDir);
      try {
        const archive = await refreshDevelopment(folder, environment, reporter);
        await writePointer(folder, { scripts, archive });
        forgetPages(server);
        server.ws.send({ type: "full-reload" });
      } catch (error) {
        reporter.reportFailure(error);
      }
    });
  };
  const scripts = await buildSearchScripts(folder);
  refresh();
  server.watcher.on("all", (_event, path) => {
    if (path.startsWith(contentDir) && !isBeside(path)) refresh();
  });
}

/**
 * Has Astro ask the pages anew what there is: it keeps what `getStaticPaths` gave until content of its own collections
 * changes, which it says by this event (vite-plugin-content-virtual-mod.js of Astro 7.3; nothing public does).
 */
function forgetPages({ environments }: ViteDevServer): void {
  for (const { name, hot } of Object.values(environments))
    if (name !== "client") hot.send("astro:content-changed", {});
}

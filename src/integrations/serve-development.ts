import { fileURLToPath } from "node:url";
import type { AstroIntegrationLogger } from "astro";
import sirv from "sirv";
import type { ViteDevServer } from "vite";
import { clearArchive, getArchive } from "../archive/cache/archive-cache.ts";
import { copyMedia } from "../archive/media/copy-media.ts";
import { type ArchiveEnvironment, findCache, readEnvironment } from "../archive/read-environment.ts";
import { readPrebuiltPart } from "../search/index/shards/prebuilt-shards.ts";
import { writeSearchIndex } from "../search/index/write-search-index.ts";
import { buildSearchScripts } from "./build-search-scripts.ts";
import { reportProblems } from "./report-problems.ts";

/**
 * Reads the archive anew, drafts included, and writes into a folder what the pages of the development server load:
 * media and the search's files. Rejects where a prebuilt part is none.
 */
export async function refreshDevelopment(
  folder: string,
  { contentDir, base, cacheDir, parts }: Omit<ArchiveEnvironment, "outDir">,
  logger: Pick<AstroIntegrationLogger, "info" | "warn" | "error">,
): Promise<void> {
  clearArchive();
  const { archive, problems } = await getArchive({ contentDir, base, cacheDir, includeDrafts: true });
  const { language } = archive.show;
  reportProblems(problems, language, logger);
  const folders = { contentDir, outDir: folder, lastDir: folder };
  reportProblems(await copyMedia(archive, folders), language, logger);
  await writeSearchIndex(archive, {
    outDir: folder,
    cacheDir: findCache({ contentDir, cacheDir }),
    prebuilt: await Promise.all(parts.map(readPrebuiltPart)),
    logger,
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
  // The base path is off the address by then.
  server.middlewares.use(sirv(folder, { dev: true }));
  server.watcher.add(environment.contentDir);
  let isStale = false;
  let work = Promise.resolve();
  const refresh = () => {
    isStale = true;
    work = work
      .then(async () => {
        if (!isStale) return;
        isStale = false;
        await refreshDevelopment(folder, environment, logger);
        server.ws.send({ type: "full-reload" });
      })
      .catch((error: unknown) => logger.error(String(error)));
  };
  await buildSearchScripts(folder);
  refresh();
  server.watcher.on("all", (_event, path) => {
    if (path.startsWith(contentDir)) refresh();
  });
}

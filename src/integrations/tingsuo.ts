import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { getArchive } from "../archive/cache/archive-cache.ts";
import { fingerprintCode } from "../archive/cache/fingerprint-code.ts";
import { openPageCache, type PageCache } from "../archive/cache/page-cache.ts";
import { copyMedia } from "../archive/media/copy-media.ts";
import { findCache, readEnvironment } from "../archive/read-environment.ts";
import { readGivenPart } from "../search/index/shards/prebuilt-shards.ts";
import { cutSearchIndex } from "../search/index/write-search-index.ts";
import { buildSearchScripts } from "./build-search-scripts.ts";
import { packCharacters } from "./pack-characters.ts";
import { refreshDevelopment } from "./refresh-development.ts";
import { reportProblems } from "./report-problems.ts";
import { serveFolder } from "./serve-folder.ts";

/**
 * Where Astro calls us. A build reads and checks the content first, builds the site beside the last good one
 * together with the search index, and puts it in its place when all is done. The development server builds the
 * index at its start and whenever the content changes.
 * @param keptPages receives the addresses of pages that are taken over from the last build, for the sitemap
 */
export function tingsuo(keptPages: string[] = []): AstroIntegration {
  let outDir: URL;
  let buildDir: URL;
  let searchDir: URL;
  let cacheDir: URL;
  let isDevelopment = false;
  let index: Promise<void> | undefined;
  let pageCache: PageCache | undefined;
  let siteBase: URL;
  return {
    name: "tingsuo",
    hooks: {
      "astro:config:setup": ({ config, command, updateConfig }) => {
        outDir = config.outDir;
        siteBase = new URL(config.base, config.site);
        const sibling = (name: string) => new URL(`../${outDir.pathname.split("/").at(-2)}.${name}/`, outDir);
        buildDir = sibling("building");
        searchDir = sibling("search");
        cacheDir = new URL(".tingsuo/dev/", config.root);
        isDevelopment = command === "dev";
        if (command === "build") updateConfig({ outDir: buildDir });
        updateConfig({ vite: { plugins: [packCharacters()] } });
      },
      "astro:build:start": async ({ logger }) => {
        const { archive, problems } = await getArchive();
        const errors = reportProblems(problems, logger);
        if (errors > 0) {
          logger.error(`${errors} ${errors === 1 ? "error" : "errors"} in the content: nothing was built.`);
          process.exit(1);
        }
        if (readEnvironment().site === undefined)
          logger.warn(
            "ARCHIVE_SITE is not set: the sitemap says http://localhost:4321. Set it before you publish.",
          );
        await rm(searchDir, { recursive: true, force: true });
        const given = await Promise.all(readEnvironment().parts.map(readGivenPart));
        const cacheFolder = findCache(readEnvironment());
        pageCache = openPageCache({
          folder: join(cacheFolder, "pages"),
          outDir: fileURLToPath(buildDir),
          code: await fingerprintCode("pages"),
        });
        const options = { outDir: fileURLToPath(searchDir), cacheDir: cacheFolder, given, logger };
        const cut = await cutSearchIndex(archive, options);
        index = cut.build();
        // Awaited when the pages are done; until then a failure must not end the process unheard.
        index.catch(() => undefined);
      },
      // Before the sitemap is written, which is when all else is done.
      "astro:build:generated": async ({ logger }) => {
        await pageCache?.finish();
        const kept = pageCache?.listKept() ?? [];
        keptPages.push(...kept.map((path) => new URL(path, siteBase).href));
        if (kept.length > 0) logger.info(`${kept.length} pages of episodes are those of the last build.`);
      },
      "astro:build:done": async () => {
        await index;
        await buildSearchScripts(fileURLToPath(buildDir));
        for (const folder of ["pagefind/", "search-data/"])
          await rename(new URL(folder, searchDir), new URL(folder, buildDir));
        await rm(searchDir, { recursive: true, force: true });
        await copyMedia((await getArchive()).archive, {
          contentDir: readEnvironment().contentDir,
          outDir: fileURLToPath(buildDir),
          lastDir: fileURLToPath(outDir),
        });
        await replaceFolder(outDir, buildDir);
      },
      "astro:server:setup": async ({ server, logger }) => {
        // A build opens a server as well, to generate its types.
        if (!isDevelopment) return;
        const environment = readEnvironment();
        const { base, contentDir } = environment;
        const folder = fileURLToPath(cacheDir);
        server.middlewares.use(serveFolder(folder, base));
        server.watcher.add(contentDir);
        let isStale = false;
        let work = Promise.resolve();
        const rebuild = () => {
          isStale = true;
          work = work.then(async () => {
            if (!isStale) return;
            isStale = false;
            await refreshDevelopment(folder, environment, logger);
            server.ws.send({ type: "full-reload" });
          });
          work.catch((error: unknown) => logger.error(String(error)));
          work = work.catch(() => undefined);
        };
        await buildSearchScripts(folder);
        rebuild();
        server.watcher.on("all", (_event, path) => {
          if (path.startsWith(fileURLToPath(new URL(contentDir, `file://${process.cwd()}/`)))) rebuild();
        });
      },
    },
  };
}

/** Puts `next` in the place of `folder`. What stood there is removed only when the new one is in place. */
async function replaceFolder(folder: URL, next: URL): Promise<void> {
  const last = new URL(folder.href.replace(/\/$/, ".last/"));
  await rm(last, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, last);
  await rename(next, folder);
  await rm(last, { recursive: true, force: true });
}

import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { readShowLanguage } from "../archive/content/load-show.ts";
import { readEnvironment } from "../archive/read-environment.ts";
import { packCharacters } from "./pack-characters.ts";
import { serveDevelopment } from "./serve-development.ts";
import { SiteBuild } from "./site-build.ts";
import { traditionalInterface } from "./traditional-interface.ts";

/**
 * Where Astro calls us. A build reads and checks the content first, builds the site beside the last good one
 * together with the search index, and puts it in its place when all is done. The development server builds the
 * index at its start and whenever the content changes.
 * @param keptPages receives the addresses of pages that are taken over from the last build, for the sitemap
 */
export function tingsuo(keptPages: string[] = []): AstroIntegration {
  let build: SiteBuild | undefined;
  let siteBase: URL;
  let developmentDir: string | undefined;
  return {
    name: "tingsuo",
    hooks: {
      "astro:config:setup": ({ config, command, updateConfig }) => {
        siteBase = new URL(config.base, config.site);
        const words = traditionalInterface(() => readShowLanguage(readEnvironment().contentDir));
        updateConfig({ vite: { plugins: [packCharacters(), words] } });
        if (command === "dev") developmentDir = fileURLToPath(new URL(".tingsuo/dev/", config.root));
        if (command !== "build") return;
        build = new SiteBuild(config.outDir);
        updateConfig({ outDir: build.buildDir });
      },
      "astro:build:start": async ({ logger }) => build?.begin(logger),
      // Before the sitemap is written, which is when all else is done.
      "astro:build:generated": async ({ logger }) => {
        const kept = (await build?.finishPages()) ?? [];
        keptPages.push(...kept.map((path) => new URL(path, siteBase).href));
        if (kept.length > 0) logger.info(`${kept.length} pages of episodes are those of the last build.`);
      },
      "astro:build:done": async ({ logger }) => build?.finish(logger),
      "astro:server:setup": async ({ server, logger }) => {
        // A build opens a server as well, to generate its types.
        if (developmentDir !== undefined) await serveDevelopment(developmentDir, server, logger);
      },
    },
  };
}

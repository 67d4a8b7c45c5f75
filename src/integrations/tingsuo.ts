import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { ResolvedConfig } from "vite";
import { getArchive } from "../archive/cache/archive-cache.ts";
import { loadShow, readOwnerLanguage, readShowLanguage, unreadShow } from "../archive/content/load-show.ts";
import { dateEpisode, readChangeDates } from "../archive/read-change-dates.ts";
import { type ArchiveEnvironment, readEnvironment } from "../archive/read-environment.ts";
import { FaultError } from "../model/report.ts";
import { makePageAddress } from "../model/site-address.ts";
import { chooseInterfaceLanguage } from "../wording/interface-words.ts";
import { wordFault } from "../wording/problems/describe-problem.ts";
import { accentColours } from "./accent-colours.ts";
import { editPath } from "./correct/serve-edits.ts";
import { LogReporter } from "./log-reporter.ts";
import { packCharacters } from "./pack-characters.ts";
import { serveDevelopment } from "./serve-development.ts";
import { SiteBuild, serveLast } from "./site-build.ts";
import { traditionalInterface } from "./traditional-interface.ts";

/**
 * Modules that two pages and more have, each less than a kilobyte: as one file they are ten requests less, whose
 * headers alone are as much as what is in them.
 */
const groups = [
  {
    name: "shared",
    minShareCount: 2,
    test: /\/src\/(?:browser\/(?:interface|offline\/noted-episodes|transcript\/run-in-slices)|model\/site-address|search\/(?:query\/(?:edit-query|query-syntax)|api)|wording\/(?:find|filter|interface|search)-words|text\/(?:time|escape-html|cut-excerpt|draw-strip|find-last))|preload-helper/,
  },
];

/**
 * What pages show beside the frame that all of them have, as one file of 3 KB: else each has a file a component. The
 * search and an episode's text keep files of their own.
 */
const styleGroups = [
  {
    name: "pages",
    test: /\/src\/(?:components\/(?!search\/|episode\/|site\/Site)|components\/episode\/(?:Latest|Chapter)|pages\/).*\.css$/,
  },
];

/**
 * The server that Astro opens for a build, to generate types, would bundle what a development server sends, into a
 * folder that all builds of a checkout share.
 */
const withoutOptimizer = {
  name: "tingsuo:without-optimizer",
  enforce: "post" as const,
  configResolved: ({ environments }: ResolvedConfig) => {
    for (const { optimizeDeps } of Object.values(environments)) {
      optimizeDeps.noDiscovery = true;
      optimizeDeps.include = [];
    }
  },
};

/**
 * Where Astro calls us. A build reads and checks the content first, builds the site apart from the last good one
 * together with the search index, and puts it in its place when all is done. The development server builds the
 * index at its start and whenever the content changes.
 * @param keptPages receives the addresses of pages that are taken over from the last build, for the sitemap
 * @param movedPages receives those of pages that only lead on, or show what a browser keeps: the sitemap leaves them out
 * @param pageDates receives when the pages of episodes last changed, for the sitemap
 */
export function tingsuo(
  keptPages: string[] = [],
  movedPages = new Set<string>(),
  pageDates = new Map<string, Date>(),
): AstroIntegration {
  let build: SiteBuild | undefined;
  let siteBase: URL;
  let developmentDir: string | undefined;
  return {
    name: "tingsuo",
    hooks: {
      "astro:config:setup": ({ config, command, updateConfig, injectScript }) => {
        siteBase = new URL(config.base, config.site);
        const { contentDir } = readEnvironment();
        const words = traditionalInterface(
          async () => (await readShowLanguage(contentDir)) ?? unreadShow.language,
        );
        const file = resolve(contentDir, "show.yaml");
        const colours = accentColours(async () => {
          const { show } = await loadShow({ path: file, name: "show.yaml", root: resolve(contentDir) });
          return { file, show };
        });
        updateConfig({
          vite: {
            plugins: [packCharacters(), words, colours],
            environments: {
              prerender: {
                build: { rolldownOptions: { output: { codeSplitting: { groups: styleGroups } } } },
              },
              client: { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } },
            },
          },
        });
        if (command === "preview") serveLast(config.outDir);
        if (command === "dev") {
          developmentDir = fileURLToPath(new URL(".tingsuo/dev/", config.root));
          // Named here alone: no page imports it, so no build has it.
          injectScript("page", writeOffer(config.base));
        }
        if (command !== "build") return;
        build = new SiteBuild(config.outDir);
        updateConfig({ outDir: build.buildDir, vite: { plugins: [withoutOptimizer] } });
      },
      "astro:build:start": async ({ logger }) => build?.begin(logger),
      // Before the sitemap is written, which is when all else is done.
      "astro:build:generated": async ({ logger }) => {
        const kept = (await build?.finishPages(logger)) ?? [];
        keptPages.push(...kept.map((path) => new URL(path, siteBase).href));
        const { archive } = await getArchive();
        const locate = (...parts: string[]) =>
          new URL(makePageAddress(siteBase.pathname, ...parts), siteBase).href;
        for (const { from } of archive.moved) movedPages.add(locate(...from.split("/")));
        for (const page of ["kept", "embed"]) movedPages.add(locate(page));
        const changed = readChangeDates(readEnvironment().contentDir);
        for (const episode of archive.episodes) {
          const date = dateEpisode(episode, changed);
          if (date !== undefined) pageDates.set(locate("episodes", episode.slug), date);
        }
        const reporter = await LogReporter.open(logger, readEnvironment().contentDir);
        if (kept.length > 0) reporter.tell({ kind: "pages-kept", values: { count: kept.length } });
      },
      "astro:build:done": async ({ logger }) => build?.finish(logger),
      "astro:server:setup": async ({ server, logger }) => {
        // A build opens a server as well, to generate its types.
        if (developmentDir !== undefined) await serveDevelopment(developmentDir, server, logger);
      },
    },
  };
}

/** The script with which every page of the development server lets its transcript be corrected. */
function writeOffer(base: string): string {
  const address = `${base.replace(/\/$/, "")}${editPath}`;
  return [
    'import { offerEdits } from "/src/browser/correct/offer-edits.ts";',
    'import "/src/browser/correct/correct-panel.css";',
    `offerEdits(${JSON.stringify(address)});`,
  ].join("\n");
}

/** Reads the settings for Astro. Where one cannot be used it says so, and ends the process. */
export async function readSettings(): Promise<ArchiveEnvironment> {
  try {
    return readEnvironment();
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const language = chooseInterfaceLanguage(await readOwnerLanguage(process.env));
    console.error(wordFault(error.fault)[language]);
    process.exit(2);
  }
}

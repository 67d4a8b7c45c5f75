import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";
import { readSettings, tingsuo } from "./src/integrations/tingsuo.ts";

const { outDir, site, base } = await readSettings();

// Filled by the build before the sitemap reads them.
const keptPages = [];
const movedPages = new Set();
/** @type {Map<string, Date>} */
const pageDates = new Map();

export default defineConfig({
  // The sitemap needs an address; pages name theirs only where ARCHIVE_SITE does.
  site: site ?? "http://localhost:4321",
  // Astro compares it with addresses that it has decoded.
  base: decodeURI(base),
  outDir,
  trailingSlash: "always",
  // A transcript is long: a page is loaded when it is asked for, not when the pointer passes over its link.
  prefetch: false,
  devToolbar: { enabled: false },
  build: { inlineStylesheets: "never" },
  server: { port: 4321 },
  // Last of all: it puts the finished site in the place of the last one.
  integrations: [
    sitemap({
      customPages: keptPages,
      filter: (page) => !movedPages.has(page),
      serialize: (item) => ({ ...item, lastmod: pageDates.get(item.url)?.toISOString() }),
    }),
    tingsuo(keptPages, movedPages, pageDates),
  ],
});

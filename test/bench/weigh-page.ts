import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import type { SiteServer } from "../serve-site.ts";
import { phone, waitForQuiet } from "./search-page.ts";

/** What an episode's page brings to a phone whose cache is empty, in bytes, gzip. */
export interface PageWeight {
  readonly styles: number;
  readonly scripts: number;
  readonly fonts: number;
  /** The page itself without the words of the transcript; their elements count. */
  readonly markup: number;
  /** The page as it is sent. */
  readonly page: number;
}

const kinds = { styles: /\.css$/u, scripts: /\.js$/u, fonts: /\.(?:woff2?|ttf|otf)$/u };

/** Loads a page of the site and weighs what came. */
export async function weighPage(
  path: string,
  { browser, server, siteDir }: { browser: Browser; server: SiteServer; siteDir: string },
): Promise<PageWeight> {
  const context = await browser.newContext({ viewport: phone, hasTouch: true });
  const page = await context.newPage();
  server.takeSent();
  await page.goto(new URL(path, server.url).href);
  await waitForQuiet(page, server);
  const sent = server.takeSent();
  await context.close();
  const sum = (kind: RegExp) =>
    sent.filter((file) => kind.test(file.path)).reduce((total, { bytes }) => total + bytes, 0);
  const html = await readFile(join(siteDir, decodeURIComponent(path), "index.html"), "utf8");
  return {
    styles: sum(kinds.styles),
    scripts: sum(kinds.scripts),
    fonts: sum(kinds.fonts),
    markup: gzipSync(dropTranscriptWords(html)).length,
    page: gzipSync(html).length,
  };
}

/** The page with every text between two tags of the transcript taken out. */
export function dropTranscriptWords(html: string): string {
  const begin = html.indexOf("data-transcript");
  const end = html.indexOf("</section>", begin);
  if (begin === -1 || end === -1) return html;
  return html.slice(0, begin) + html.slice(begin, end).replace(/>[^<]+/gu, ">") + html.slice(end);
}

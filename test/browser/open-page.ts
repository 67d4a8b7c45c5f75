import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../launch-browser.ts";

declare global {
  /** In the pages of these tests: `import()` of an address. */
  // biome-ignore lint/suspicious/noExplicitAny: a module of the site has no types here
  var importModule: (address: string) => Promise<any>;
}

let browser: Promise<Browser> | undefined;

/** Starts Chromium once for all files that a worker runs. It ends with the worker. */
export function openBrowser(): Promise<Browser> {
  browser ??= launchBrowser(["--disable-gpu", "--disable-quic"]);
  return browser;
}

/** Opens a page of its own profile at an address. `page.close()` at the end of a test closes both. */
export async function openPage(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await openBrowser()).newContext({ reducedMotion: "reduce", ...options });
  // The test runner rewrites an import() in a function; in a text it stays what it is.
  await context.addInitScript({ content: "globalThis.importModule = (address) => import(address);" });
  const page = await context.newPage();
  page.once("close", () => context.pages().length === 0 && void context.close());
  await page.goto(address);
  return page;
}

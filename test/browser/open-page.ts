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

export interface PageOptions extends BrowserContextOptions {
  /** Done with the page before it goes anywhere: what is routed, and scripts of the test. */
  prepare?(page: Page): Promise<unknown>;
}

/** Chosen: as long as a busy machine may need, and shorter than a test, so that what was waited for is told. */
const mostWaitMs = 20_000;

/** Opens a page of its own profile at an address. `page.close()` at the end of a test closes both. */
export async function openPage(address: string, { prepare, ...options }: PageOptions = {}): Promise<Page> {
  const context = await (await openBrowser()).newContext({ reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(mostWaitMs);
  // The test runner rewrites an import() in a function; in a text it stays what it is.
  await context.addInitScript({ content: "globalThis.importModule = (address) => import(address);" });
  const page = await context.newPage();
  page.once("close", () => context.pages().length === 0 && void context.close());
  await prepare?.(page);
  await page.goto(address);
  return page;
}

/** Waits until a page has painted and has nothing left to do: for what must not have happened by then. */
export async function waitForRest(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve))),
  );
}

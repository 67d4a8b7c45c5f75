import type { Page } from "playwright-core";
import type { SiteServer } from "../serve-site.ts";

/** A phone, in CSS pixels: chosen, one that many have. */
export const phone = { width: 390, height: 844 } as const;

const field = "main input[type=search]";

/** Nothing asked for so long (milliseconds) is taken as the end of a search's loading. */
const QUIET_MS = 400;

/**
 * Waits until the search page has its answer and asks the server for nothing more.
 * Gives false where the page says that the search failed.
 */
export async function waitForAnswer(page: Page, server: SiteServer): Promise<boolean> {
  await page.waitForFunction(() =>
    ["ready", "error"].includes(
      document.querySelector<HTMLElement>("main[data-search-state]")?.dataset["searchState"] ?? "",
    ),
  );
  // An answer that is ready may still be about to ask for the texts on the screen.
  await waitForQuiet(page, server);
  return (await page.locator("main[data-search-state=error]").count()) === 0;
}

/** Waits until a page has painted and asks the server for nothing more. */
export async function waitForQuiet(page: Page, server: SiteServer): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  const begin = performance.now();
  while (Math.min(server.getQuietMs(), performance.now() - begin) < QUIET_MS)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Puts a query into the search field at once, as an input method does. */
export async function enterQuery(page: Page, query: string): Promise<void> {
  await page.fill(field, query);
}

/** Types a query one character after another. */
export async function typeQuery(page: Page, query: string, delayMs: number): Promise<void> {
  await page.fill(field, "");
  await page.locator(field).pressSequentially(query, { delay: delayMs });
}

/** How a query is asked on the page: by what stands in the field, or by Enter as well. */
export type AskBy = "input" | "enter";

/** Milliseconds from the query's input event, or from Enter, to what is painted. */
export interface PaintTimes {
  /** The first result: its title, its number of hits. */
  readonly result: number;
  /** Its first passage as well. */
  readonly passage: number;
}

/**
 * Times a query on the search page: painted is what is in the page in the task after an animation frame.
 * Undefined where nothing came within five seconds.
 */
export function timeQuery(page: Page, query: string, askBy: AskBy): Promise<PaintTimes | undefined> {
  return page.evaluate(
    async ([selector, text, by]) => {
      const input = document.querySelector<HTMLInputElement>(selector);
      const main = document.querySelector("main");
      if (input === null || main === null) throw new Error("There is no search field on the page.");
      const near = "[data-tier=related] a[data-hit]";
      const hasResult = (): boolean => main.querySelector(`[data-episode], ${near}`) !== null;
      const hasPassage = (): boolean => main.querySelector(`[data-episode] a[data-hit], ${near}`) !== null;
      const nextPaint = (): Promise<void> =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve();
            port2.postMessage(undefined);
          });
        });
      const waitUntil = (isDone: () => boolean): Promise<boolean> =>
        new Promise((resolve) => {
          if (isDone()) return resolve(true);
          const giveUp = setTimeout(() => finish(false), 5_000);
          const observer = new MutationObserver(() => isDone() && finish(true));
          const finish = (isFound: boolean): void => {
            clearTimeout(giveUp);
            observer.disconnect();
            resolve(isFound);
          };
          observer.observe(main, { subtree: true, childList: true, attributes: true });
        });
      const write = (value: string): void => {
        input.value = value;
        input.dispatchEvent(new InputEvent("input", { bubbles: true, data: value, inputType: "insertText" }));
      };
      write("");
      await waitUntil(() => !hasResult());
      await new Promise((resolve) => setTimeout(resolve, 50));
      const begin = performance.now();
      write(text);
      if (by === "enter") input.form?.requestSubmit();
      if (!(await waitUntil(hasResult))) return undefined;
      await nextPaint();
      const result = performance.now() - begin;
      if (hasPassage()) return { result, passage: result };
      if (!(await waitUntil(hasPassage))) return undefined;
      await nextPaint();
      return { result, passage: performance.now() - begin };
    },
    [field, query, askBy] as const,
  );
}

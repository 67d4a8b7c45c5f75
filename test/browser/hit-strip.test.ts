import type { BrowserContextOptions, Page } from "playwright-core";
import { afterEach, describe, expect, inject, it } from "vitest";
import { openPage } from "./open-page.ts";

const site = inject("siteUrl");
const odyssey = inject("odysseyUrl");

let page: Page;

afterEach(() => page?.context().close());
/** Opens the answer to a query and waits for the strip of its first episode. */
async function openAnswer(address: string, query: string, options?: BrowserContextOptions): Promise<void> {
  page = await openPage(`${address}search/?q=${encodeURIComponent(query)}`, options);
  await links().first().waitFor();
}

const links = () => page.locator("episode-result").first().locator("hit-strip a");
const focused = () => page.evaluate(() => document.activeElement?.getAttribute("href"));

describe("the strip of a result", () => {
  it("has a mark for each of the episode's moments, and each opens its passage", async () => {
    await openAnswer(odyssey, "蒸馏");
    await page.locator("episode-result [data-more]").first().click();
    await page.locator("episode-result [data-more][aria-expanded='true']").waitFor();
    const passages = await page
      .locator("episode-result")
      .first()
      .locator("a[data-hit]")
      .evaluateAll((all) => all.map((own) => own.getAttribute("href")));
    const addresses = await links().evaluateAll((all) => all.map((own) => own.getAttribute("href")));
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) expect(passages).toContain(address);
    await links().nth(2).click();
    await page.locator("[data-passage][aria-current] mark").first().waitFor();
    expect(page.url()).toBe(new URL(addresses[2] ?? "", odyssey).href);
  });

  it("says an estimated time as estimated, and a real one as it is", async () => {
    await openAnswer(odyssey, "蒸馏");
    expect(await links().first().textContent()).toMatch(/^≈\d/);
    await page.context().close();
    await openAnswer(site, "python");
    expect(await links().first().textContent()).toMatch(/^\d/);
  });

  it("is one stop of the Tab key; the arrow keys go from mark to mark", async () => {
    await openAnswer(odyssey, "蒸馏");
    const addresses = await links().evaluateAll((all) => all.map((own) => own.getAttribute("href")));
    await page.locator("episode-result [data-title]").first().focus();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe(addresses[0]);
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe(addresses[1]);
    await page.keyboard.press("End");
    expect(await focused()).toBe(addresses.at(-1));
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toBe(addresses.at(-1));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.matches("a[data-hit]"))).toBe(true);
  });

  it("shows the words of a moment whose text is there", async () => {
    await openAnswer(site, "python");
    await links().first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Home");
    expect((await links().first().textContent())?.toLowerCase()).toContain("python");
  });

  it("has marks for fingers on a phone, and a tap goes to the nearest", async () => {
    await openAnswer(odyssey, "蒸馏", {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const boxes = await links().evaluateAll((all) => all.map((own) => own.getBoundingClientRect().toJSON()));
    for (const { width, height } of boxes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(43.9);
    // The last mark of a link that several share.
    const crowded = links()
      .filter({ has: page.locator("i:nth-of-type(3)") })
      .first();
    const first = await crowded.getAttribute("href");
    const mark = await crowded.locator("i").last().boundingBox();
    await page.touchscreen.tap((mark?.x ?? 0) + 2, (mark?.y ?? 0) + 10);
    await page.locator("[data-passage][aria-current] mark").first().waitFor();
    expect(page.url()).not.toBe(new URL(first ?? "", odyssey).href);
  });

  it("marks what was heard where a result sounds like the query", async () => {
    page = await openPage(`${site}search/?q=${encodeURIComponent("知识整流")}`);
    const strip = page.locator('[data-tier="sound"] hit-strip a').first();
    await strip.waitFor();
    expect(await strip.getAttribute("href")).toMatch(/\?q=%22/);
  });

  it("keeps its room before it is there", async () => {
    await openAnswer(site, "python");
    const drawn = await page.locator("hit-strip").first().boundingBox();
    const height = await page.evaluate(() => {
      const results = document.querySelector("episode-result") as HTMLElement;
      const empty = document.createElement("hit-strip");
      results.append(empty);
      return empty.offsetHeight;
    });
    expect(height).toBe(drawn?.height);
  });
});

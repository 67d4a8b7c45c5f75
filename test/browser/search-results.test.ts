import type { Page, Route } from "playwright-core";
import { afterEach, describe, expect, inject, it } from "vitest";
import { findFaults } from "./find-faults.ts";
import { openPage, type PageOptions, waitForRest } from "./open-page.ts";

const site = inject("siteUrl");
const phone = { width: 390, height: 844 };

let page: Page;

/** Notes each episode that is in the page without a title, at any time. */
const noteNameless = `
  globalThis.nameless = [];
  new MutationObserver(() => {
    for (const title of document.querySelectorAll("[data-episode] [data-title]"))
      if (title.textContent === "") nameless.push(title.closest("[data-episode]").dataset.episode);
  }).observe(document, { subtree: true, childList: true });`;

/** An episode's table. */
const tableFile = /\/search-data\/(?!readings\.)[^/]+\/0\.json/;

/** The contract of the search for programs: an answer of many episodes, each with a table of its own to load. */
const manyEpisodes = (count: number) => `
  export const onRenewed = () => () => undefined;
  export async function refresh() {}
  const tables = new Map();
  const loadTable = (k) => {
    if (!tables.has(k)) tables.set(k, fetch("/archiv/table/" + k).then((answer) => answer.json()));
    return tables.get(k);
  };
  export async function preload() {}
  export async function search(query, { titles, tiers = ["exact"] }) {
    const episodes = Array.from({ length: tiers.includes("exact") ? ${count} : 0 }, (_, k) => {
      const url = "/archiv/episodes/001-distillation/";
      const text = (query + "，说的是第" + k + "期。").repeat(9);
      const passages = async () => {
        await loadTable(k);
        return [0, 1, 2].map((start) =>
          ({ start, url: url + "#t=" + (10 * k + start), text, hits: 1, marks: [[0, query.length]], score: 1 }));
      };
      const times = async () => ({ ...(await loadTable(k)), heights: [1, 1], duration: 60, talk: 0, moments: [] });
      return { slug: "e" + k, title: titles === false ? "" : "All " + k, url, date: "2025", language: "zh", people: [],
        hits: 3, score: 1, tier: "exact", passages, times };
    });
    const total = { episodes: episodes.length, hits: 3 * episodes.length };
    const facets = { speaker: [], topic: [], year: [], timing: [] };
    return { query, total, totals: { [tiers[0]]: total }, names: [], moreNames: {}, episodes, missing: [], dropped: [],
      unasked: [], unknown: [], aliases: [], leftOut: [], typedFilters: {}, together: [], facets, forms: [],
      isSentence: false, related: async () => [] };
  }`;

async function openSearch(query: string, { prepare, ...options }: PageOptions = {}): Promise<void> {
  page = await openPage(`${site}search/?q=${encodeURIComponent(query)}`, {
    ...options,
    prepare: async (own) => {
      await own.addInitScript({ content: noteNameless });
      await prepare?.(own);
    },
  });
}

/** Opens an answer of `count` episodes. Gives the tables that are asked for, by their number. */
async function openMany(count: number, { prepare, ...options }: PageOptions = {}): Promise<string[]> {
  const asked: string[] = [];
  await openSearch("蒸馏", {
    viewport: phone,
    ...options,
    prepare: async (own) => {
      await own.route("**/search-api.js", (route) =>
        route.fulfill({ contentType: "text/javascript", body: manyEpisodes(count) }),
      );
      await own.route("**/table/*", (route) => {
        const number = route.request().url().split("/").at(-1) ?? "";
        asked.push(number);
        return route.fulfill({ json: { title: `第${number}期` } });
      });
      await prepare?.(own);
    },
  });
  await page.waitForSelector('main[data-search-state="ready"]');
  return asked;
}

afterEach(async () => {
  const nameless = await page?.evaluate(() => (window as unknown as { nameless: string[] }).nameless);
  await page?.context().close();
  expect(nameless).toEqual([]);
});

/** As long as a busy machine may need. */
const poll = <Value>(read: () => Value | Promise<Value>) => expect.poll(read, { timeout: 10_000 });
const results = () => page.locator("word-notes > search-results");
const rows = () => results().locator("[data-episode]");
const titles = () => results().locator("[data-title]").allInnerTexts();
const hits = () => results().locator("a[data-hit]");
const more = () => results().locator("[data-more-episodes]");
const slugs = () =>
  rows().evaluateAll((all) => all.map((own) => (own as HTMLElement).dataset["episode"] ?? ""));
/** The episode that has the focus, and what of it. */
const focused = () =>
  page.evaluate(() => {
    const { activeElement } = document;
    const slug = activeElement?.closest<HTMLElement>("[data-episode]")?.dataset["episode"];
    return `${slug} ${activeElement?.matches("[data-title]") ? "title" : activeElement?.getAttribute("href")}`;
  });
/** Gives how many episodes there are then. */
const scrollToEnd = async () => {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  return rows().count();
};
const inOrder = (count: number) => Array.from({ length: count }, (_, k) => `第${k}期`);

describe("an episode of the results", () => {
  /** Answers the first table that is asked for last. */
  const holdFirst = () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let first: string | undefined;
    const hold = async (route: Route) => {
      first ??= route.request().url();
      if (route.request().url() === first) await held;
      await route.continue();
    };
    return { hold, release: () => release() };
  };

  it("is in the page as soon as it has its title, those after it never before it", async () => {
    await openSearch("哈哈");
    await poll(() => rows().count()).toBe(3);
    const expected = await slugs();
    await page.context().close();
    const { hold, release } = holdFirst();
    const others = new Set<string>();
    await openSearch("哈哈", {
      prepare: async (own) => {
        await own.route(tableFile, hold);
        own.on("requestfinished", (request) => {
          if (tableFile.test(request.url())) others.add(request.url());
        });
      },
    });
    await poll(() => others.size).toBe(2);
    await waitForRest(page);
    expect(await rows().count()).toBe(0);
    release();
    await poll(() => rows().count()).toBe(3);
    expect(await slugs()).toEqual(expected);
    expect(await titles()).not.toContain("");
  });

  it("waits for its title, not for its texts", async () => {
    await openSearch("哈哈", {
      prepare: (own) => own.route(/\/search-data\/[^/]+\/[1-9]\d*\.json/, () => {}),
    });
    await poll(() => rows().count()).toBe(3);
    expect(await titles()).not.toContain("");
    expect(await hits().count()).toBe(0);
    expect(await page.locator("main").getAttribute("data-search-state")).toBe("ready");
  });

  it("is not shown any more where its title comes after another query was asked", async () => {
    const { hold, release } = holdFirst();
    await openSearch("哈哈", { prepare: (own) => own.route(tableFile, hold) });
    await page.waitForRequest(tableFile);
    await page.locator("main [data-search-field]").fill("火车");
    await poll(() => results().locator("mark").first().innerText()).toBe("火车");
    release();
    await waitForRest(page);
    expect(new Set(await results().locator("mark").allInnerTexts())).toEqual(new Set(["火车"]));
  });

  it("is called by its slug where its table does not load, with its date, and trying again shows all of it", async () => {
    await openSearch("哈哈", { prepare: (own) => own.route(tableFile, (route) => route.abort()) });
    await poll(() => rows().locator(".failed").count()).toBe(3);
    expect(await titles()).toEqual(await slugs());
    expect(await rows().first().locator("time").innerText()).not.toBe("");
    expect(await page.locator("main").getAttribute("data-search-state")).toBe("ready");
    expect(await findFaults(page)).toEqual([]);
    // The arrow keys lead past it, by its title.
    await page.locator("main [data-search-field]").focus();
    const order = await slugs();
    for (const slug of order) {
      await page.keyboard.press("ArrowDown");
      await poll(focused).toBe(`${slug} title`);
    }
    await page.keyboard.press("ArrowUp");
    await poll(focused).toBe(`${order[1]} title`);
    await page.unroute(tableFile);
    await rows().first().locator(".failed button").click();
    await rows().first().locator("a[data-hit]").first().waitFor();
    expect((await titles())[0]).not.toBe(order[0]);
    expect(await rows().first().locator(".failed").count()).toBe(0);
  });

  it("has its title where filters alone list it, and no table is loaded for it", async () => {
    const tables: string[] = [];
    await openSearch("after:2020", {
      prepare: async (own) =>
        own.on("request", (request) => {
          if (tableFile.test(request.url())) tables.push(request.url());
        }),
    });
    await rows().first().waitFor();
    await waitForRest(page);
    expect(await titles()).not.toContain("");
    expect(tables).toEqual([]);
  });
});

describe("an answer of sixty episodes", () => {
  it("loads tables for the screen and what is near to it alone", async () => {
    const asked = await openMany(60);
    await hits().first().waitFor();
    await waitForRest(page);
    expect(asked.length).toBeLessThanOrEqual(5);
    expect(await titles()).toEqual(inOrder(asked.length));
    expect(await more().innerText()).toBe("再看20期");
  });

  it("goes on as long as its end is near", async () => {
    await openMany(60);
    await poll(scrollToEnd).toBe(60);
    expect(await titles()).toEqual(inOrder(60));
    expect(await more().isVisible()).toBe(false);
  });

  it("goes on by itself where its end stays in sight", async () => {
    await openMany(60, { viewport: { width: 390, height: 12_000 } });
    await poll(() => rows().count()).toBeGreaterThan(20);
    const end = async () => (await more().boundingBox())?.y ?? Number.POSITIVE_INFINITY;
    await poll(end).toBeGreaterThan(12_000);
  });

  it("is walked through by the arrow keys, hit by hit", async () => {
    await openMany(60);
    await hits().first().waitFor();
    await page.locator("main [data-search-field]").focus();
    for (let k = 0; k < 60; k++)
      for (const start of [0, 1, 2]) {
        await page.keyboard.press("ArrowDown");
        await poll(focused).toBe(
          `e${k} /archiv/episodes/001-distillation/?q=%E8%92%B8%E9%A6%8F#t=${10 * k + start}`,
        );
      }
    expect(await titles()).toEqual(inOrder(60));
  });

  it("is walked through by its button alone, which leads to the first that it adds", async () => {
    // Where nothing is ever near: a page that nobody scrolls.
    const blind = "globalThis.IntersectionObserver = class { observe() {} unobserve() {} disconnect() {} };";
    await openMany(60, { prepare: (own) => own.addInitScript({ content: blind }) });
    expect(await titles()).toEqual(inOrder(3));
    for (const [shown, label] of [
      [3, "再看20期"],
      [23, "再看20期"],
      [43, "再看17期"],
    ] as const) {
      expect(await more().innerText()).toBe(label);
      await more().focus();
      await page.keyboard.press("Enter");
      await poll(focused).toBe(`e${shown} title`);
      await poll(() => rows().count()).toBe(Math.min(60, shown + 20));
    }
    expect(await titles()).toEqual(inOrder(60));
    expect(await more().isVisible()).toBe(false);
  });

  it("leads from its button to the first that was added since the focus came there", async () => {
    await openMany(60);
    const shown = await rows().count();
    await more().focus();
    await poll(() => rows().count()).toBeGreaterThan(shown);
    await page.keyboard.press("Enter");
    await poll(focused).toBe(`e${shown} title`);
  });

  it("is as long as it was when Back leads to it, at the same place", async () => {
    await openMany(60);
    await poll(scrollToEnd).toBeGreaterThan(20);
    const hit = hits().last();
    await hit.scrollIntoViewIfNeeded();
    await waitForRest(page);
    const place = async () => (await hit.boundingBox())?.y ?? 0;
    const href = await hit.getAttribute("href");
    await hit.focus();
    const before = { y: await place(), rows: await rows().count() };
    await page.keyboard.press("Enter");
    await page.waitForURL(/episodes\/001/);
    await page.goBack();
    await page.waitForSelector('main[data-search-state="ready"]');
    await poll(focused).toContain(` ${href}`);
    expect(await rows().count()).toBeGreaterThanOrEqual(before.rows);
    expect(
      Math.abs((await results().locator(`a[href="${href}"]`).boundingBox())?.y ?? 0) - before.y,
    ).toBeLessThan(3);
  });
});

describe("an answer of more than a hundred episodes", () => {
  it("ends after a hundred, and its button goes on", async () => {
    await openMany(125);
    while ((await rows().count()) < 75) {
      const shown = await rows().count();
      // By the keyboard: under a pointer it moves on as long as scrolling adds more.
      await more().press("Enter");
      await poll(() => rows().count()).toBeGreaterThanOrEqual(shown + 20);
    }
    await poll(scrollToEnd).toBeGreaterThanOrEqual(100);
    await waitForRest(page);
    const shown = await scrollToEnd();
    await waitForRest(page);
    expect(await rows().count()).toBe(shown);
    expect(await more().innerText()).toBe(`再看${Math.min(20, 125 - shown)}期`);
    await more().click();
    await poll(() => rows().count()).toBe(Math.min(125, shown + 20));
    while (await more().isVisible()) {
      await more().click();
      await waitForRest(page);
    }
    await poll(titles).toEqual(inOrder(125));
  });
});

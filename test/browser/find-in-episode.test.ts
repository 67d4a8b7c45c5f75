import type { BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { findFaults } from "./find-faults.ts";
import { openPage, waitForRest } from "./open-page.ts";

const site = inject("siteUrl");
const odyssey = inject("odysseyUrl");
const deepseek = `${odyssey}episodes/deepseek-r1/`;
const train = `${site}episodes/007-night-train/`;

let page: Page;

const bar = () => page.locator("hit-bar");
const field = () => page.locator("[data-find-field]");
const count = () => page.locator("[data-count]").innerText();
const marks = () => page.locator("[data-transcript] mark");
const current = () => page.locator("[data-transcript] mark[data-current]");
const readQuery = () => new URL(page.url()).searchParams.get("q");

async function openEpisode(address: string, query?: string, options?: BrowserContextOptions): Promise<void> {
  page = await openPage(query === undefined ? address : `${address}?q=${encodeURIComponent(query)}`, options);
  if (query !== undefined) await page.locator("hit-bar[data-hits]:not([hidden])").waitFor();
}

/** Waits until the page has been idle, so that it has what it finds with. */
async function waitForFinder(): Promise<void> {
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("transcript-finder")),
  );
  await page.waitForLoadState("networkidle");
}

/** A busy machine may take its time. */
function waitUntil<T>(read: () => Promise<T> | T) {
  return expect.poll(read, { timeout: 10_000 });
}

function isInView(): Promise<boolean> {
  return current()
    .first()
    .evaluate((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return (
        top >= 0 && bottom <= (document.querySelector("hit-bar")?.getBoundingClientRect().top ?? innerHeight)
      );
    });
}

describe.each([
  [
    odyssey,
    [
      ...["蒸馏", "RL", "强化学习 蒸馏", "DeepSeek-R1", "o1", "的"],
      ...['"推理模型"', "強化學習", "蒸馏 speaker:天一", "RL -火星"],
    ],
  ],
  [site, ["哈哈", "python", "化学", "distillation", "RL o1", "蒸馏"]],
])("the hits of a query in an episode of %s", (address, queries) => {
  beforeAll(async () => {
    page = await openPage(address);
  });

  afterAll(() => page.close());

  it.each(queries)("are as many as the search counts: %s", async (query) => {
    const found: { url: string; hits: number }[] = await page.evaluate(
      async ([api, asked]) => (await (await importModule(api as string)).search(asked)).episodes,
      [`${address}search-api.js`, query],
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { url, hits } of found.slice(0, 3)) {
      await page.goto(`${new URL(url, address).href}?q=${encodeURIComponent(query)}`);
      await waitUntil(() => bar().getAttribute("data-hits")).toBe(String(hits));
      expect(await count()).toBe(`1 / ${hits}`);
    }
  });
});

describe("the hits of a query in an episode", () => {
  afterEach(() => page.context().close());

  it("begin with the one that the address opens", async () => {
    await openEpisode(deepseek, "蒸馏");
    await page.keyboard.press("n");
    await page.keyboard.press("n");
    await page.waitForURL(/#p\d+/);
    const before = await count();
    const address = page.url();
    await page.goto(odyssey);
    await page.goto(address);
    await current().first().waitFor();
    // The third hit may stand in the passage of the second.
    expect(Number.parseInt(await count(), 10)).toBeGreaterThan(1);
    expect(Number.parseInt(await count(), 10)).toBeLessThanOrEqual(Number.parseInt(before, 10));
    await waitUntil(isInView).toBe(true);
  });

  it("are gone through with n and Shift-N, around the end, in sight and said aloud", async () => {
    await openEpisode(deepseek, "蒸馏");
    const total = Number(await bar().getAttribute("data-hits"));
    await page.keyboard.press("n");
    expect(await count()).toBe(`2 / ${total}`);
    await waitUntil(isInView).toBe(true);
    await page.keyboard.press("Shift+N");
    await page.keyboard.press("Shift+N");
    expect(await count()).toBe(`${total} / ${total}`);
    await waitUntil(isInView).toBe(true);
    await page.keyboard.press("n");
    expect(await count()).toBe(`1 / ${total}`);
    await waitUntil(() => page.locator("[data-said]").innerText()).toMatch(/^第1处，共\d+处，≈\d+:\d\d$/);
    expect(await page.locator("[data-passage][aria-current] mark[data-current]").count()).toBeGreaterThan(0);
    // From the hit the Tab key goes on, and Enter on its time plays it.
    expect(await page.evaluate(() => document.activeElement?.matches("[data-passage]"))).toBe(true);
  });

  it("are each marked where they overlap", async () => {
    await openEpisode(`${site}episodes/001-distillation/`, "哈哈");
    const total = Number(await bar().getAttribute("data-hits"));
    const texts: string[] = [];
    for (let hit = 0; hit < total; hit++) {
      texts.push((await current().allInnerTexts()).join(""));
      await page.keyboard.press("n");
    }
    expect(new Set(texts)).toEqual(new Set(["哈哈"]));
  });

  it("stand on the strip, and a mark leads to its hit without a sound", async () => {
    await openEpisode(train, "lamp");
    await bar().locator("hit-strip a").first().waitFor();
    await page.evaluate(() => scrollTo(0, 0));
    await bar().locator("hit-strip a").last().click();
    await waitUntil(isInView).toBe(true);
    const audio = page.locator("episode-player audio");
    expect(await audio.evaluate((element: HTMLAudioElement) => element.paused)).toBe(true);
    await page.waitForURL(/\?q=lamp#t=/);
  });

  it("play from the time that stands beside their count", async () => {
    const play = () => {
      HTMLMediaElement.prototype.play = function () {
        this.dataset["played"] = String(Math.floor(this.currentTime));
        return Promise.resolve();
      };
    };
    page = await openPage(`${train}?q=lamp`, { prepare: (own) => own.addInitScript(play) });
    await page.locator("[data-time][href]").click();
    const start = await current()
      .first()
      .evaluate((mark) => mark.closest<HTMLElement>("[data-passage]")?.dataset["start"]);
    await waitUntil(() => page.locator("episode-player audio").getAttribute("data-played")).toBe(
      String(Math.floor(Number(start))),
    );
  });
});

describe("finding in an episode", () => {
  afterEach(() => page.context().close());

  it("opens with a button and with f, and needs no network", async () => {
    await openEpisode(deepseek);
    await waitForFinder();
    await page.context().setOffline(true);
    await page.keyboard.press("f");
    await waitUntil(() => field().evaluate((own) => own === document.activeElement)).toBe(true);
    await page.keyboard.type("蒸馏");
    await waitUntil(count).toMatch(/^\d+ \/ \d+$/);
    expect(await marks().first().textContent()).toMatch(/蒸馏|distill/i);
    await waitUntil(readQuery).toBe("蒸馏");
    await page.keyboard.press("Escape");
    await bar().waitFor({ state: "hidden" });
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "在这一期里找" }).click();
    expect(await field().inputValue()).toBe("");
  });

  it("finds a name by its other names, and folds", async () => {
    await openEpisode(deepseek);
    await page.keyboard.press("f");
    await field().fill("rl");
    await marks().first().waitFor();
    const texts = new Set((await marks().allInnerTexts()).map((text) => text.toLowerCase()));
    expect(texts).toContain("强化学习");
    expect(texts).not.toContain("rlhf");
  });

  it("finds the beginning of a word that is nowhere whole", async () => {
    await openEpisode(`${site}episodes/002-coding-tools/`);
    await page.keyboard.press("f");
    await field().fill("pyth");
    await marks().first().waitFor();
    expect((await marks().first().innerText()).toLowerCase()).toBe("python");
  });

  it("says what is not in the episode, and offers to search them all", async () => {
    await openEpisode(`${site}episodes/002-coding-tools/`);
    await page.keyboard.press("f");
    await field().fill("蒸馏塔");
    await waitUntil(() => page.locator("[data-words]").innerText()).toBe("这一期里没有逐字说到“蒸馏塔”");
    expect(await marks().count()).toBe(0);
    const all = page.getByRole("link", { name: "搜全部节目" });
    expect(await all.getAttribute("href")).toBe(`/archiv/search/?q=${encodeURIComponent("蒸馏塔")}`);
    await field().fill("python 蒸馏塔");
    await waitUntil(() => page.locator("[data-words]").innerText()).toBe("这一期里没有逐字说到“蒸馏塔”");
    expect(await marks().count()).toBeGreaterThan(0);
  });

  it("goes on with Enter and back with Shift-Enter, and writes letters as letters", async () => {
    await openEpisode(deepseek);
    await page.keyboard.press("f");
    await page.keyboard.type("function");
    expect(await field().inputValue()).toBe("function");
    await field().fill("蒸馏");
    await waitUntil(count).toMatch(/^1 \/ /);
    await page.keyboard.press("Enter");
    expect(await count()).toMatch(/^2 \/ /);
    await page.keyboard.press("Shift+Enter");
    expect(await count()).toMatch(/^1 \/ /);
    expect(await field().evaluate((own) => own === document.activeElement)).toBe(true);
  });

  it("is not done in the middle of a composition", async () => {
    await openEpisode(deepseek);
    await page.keyboard.press("f");
    await field().fill("推理");
    await waitUntil(count).toMatch(/^1 \/ /);
    await field().fill("");
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "zheng liu", selectionStart: 9, selectionEnd: 9 });
    await waitForRest(page);
    expect(await page.locator("[data-not-here]").isVisible()).toBe(false);
    await input.send("Input.insertText", { text: "蒸馏" });
    await waitUntil(count).toMatch(/^1 \/ /);
  });

  it("ends with its marks and its words in the address", async () => {
    await openEpisode(deepseek, "蒸馏");
    await marks().first().waitFor();
    await page.getByRole("button", { name: "关闭查找" }).click();
    await waitUntil(() => marks().count()).toBe(0);
    await waitUntil(readQuery).toBeNull();
    expect(await bar().isVisible()).toBe(false);
  });

  it("follows Back to the query that stood there", async () => {
    await openEpisode(deepseek, "蒸馏");
    await page.locator(".passage .time").nth(3).click();
    await page.waitForURL(/#p/);
    await field().fill("推理");
    await waitUntil(readQuery).toBe("推理");
    await page.goBack();
    await waitUntil(() => field().inputValue()).toBe("蒸馏");
    await waitUntil(() => marks().first().textContent()).toMatch(/蒸馏|distill/i);
  });

  it.each(["zh", "en"] as const)("has nothing for axe to find (%s)", async (language) => {
    const phone = { viewport: { width: 360, height: 740 } };
    await openEpisode(train, "lamp nothing", phone);
    if (language === "en") await page.getByRole("button", { name: "English" }).click();
    expect(await findFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });

  it("stands in reach of the thumb on a phone, over nothing that is read or pressed", async () => {
    await openEpisode(train, "lamp", {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      isMobile: true,
    });
    const [own, player] = await Promise.all([bar().boundingBox(), page.locator(".player").boundingBox()]);
    expect((player?.y ?? 0) + (player?.height ?? 0)).toBeCloseTo(740, 0);
    expect((own?.y ?? 0) + (own?.height ?? 0)).toBeCloseTo(player?.y ?? 0, 0);
    const sizes = await bar()
      .locator("button, input, a[href]")
      .evaluateAll((all) =>
        all.filter((one) => one.checkVisibility()).map((one) => one.getBoundingClientRect().toJSON()),
      );
    for (const { width, height } of sizes) expect(Math.min(width, height)).toBeGreaterThanOrEqual(43.9);
    await page.keyboard.press("End");
    const findFoot = async () => {
      const foot = await page.locator("footer").boundingBox();
      return (foot?.y ?? 0) + (foot?.height ?? 0);
    };
    await waitUntil(findFoot).toBeLessThanOrEqual((own?.y ?? 0) + 1);
  });
});

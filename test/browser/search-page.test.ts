import type { Page, Route } from "playwright-core";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { findFaults } from "./find-faults.ts";
import { openPage, waitForRest } from "./open-page.ts";

const site = inject("siteUrl");
const odyssey = inject("odysseyUrl");

let page: Page;

afterEach(() => page?.context().close());
async function waitForState(state: "idle" | "loading" | "ready" | "error"): Promise<void> {
  await page.waitForSelector(`main[data-search-state="${state}"]`);
}

/** Waits for the answer to a query, and for the text of its first episode. */
async function waitForAnswer(query: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector<HTMLElement>("main")?.dataset["searchState"] === "ready" &&
      new URLSearchParams(location.search).get("q") === wanted &&
      document.querySelector("li:first-child > episode-result .waiting") === null,
    query,
  );
}

async function openSearch(address: string, query?: string): Promise<void> {
  page = await openPage(`${address}search/${query === undefined ? "" : `?q=${encodeURIComponent(query)}`}`);
  if (query !== undefined) await waitForAnswer(query);
}

const field = () => page.locator("main [data-search-field]");
const status = () => page.locator("[data-status]").innerText();
const hits = () => page.locator("main a[data-hit]");
const slugs = () =>
  page
    .locator("main [data-episode]")
    .evaluateAll((all) => all.map((own) => (own as HTMLElement).dataset["episode"]));

/** How the usual characters are read. */
const readingFile = /\/readings\.[^/]+\/0\.json/;

describe("a query that is typed", () => {
  it("finds while it is typed, opens its hit at the passage, and Back restores it", async () => {
    await openSearch(odyssey);
    await field().pressSequentially("强化学习", { delay: 20 });
    await waitForAnswer("强化学习");
    expect(await hits().count()).toBeGreaterThan(0);
    expect(await hits().first().locator("mark").first().innerText()).toMatch(/强化学习|RL/);
    const before = await hits().first().getAttribute("href");
    await hits().first().click();
    await page.waitForSelector("[data-passage][aria-current] mark");
    expect(page.url()).toBe(new URL(before ?? "", odyssey).href);
    await page.goBack();
    await waitForAnswer("强化学习");
    expect(await field().inputValue()).toBe("强化学习");
    expect(await hits().first().getAttribute("href")).toBe(before);
  });

  it("asks of very many words for the rarest, says which it left out, and shows what they find", async () => {
    await openSearch(odyssey, "的 是 一 在 不 了 我 有 这 个 就 们 也 说");
    expect(await page.locator("[data-notes]").innerText()).toMatch(
      /^一次搜不了这么多，这些没有搜：“.”“.”。$/u,
    );
    // Nothing is near to words of grammar: what they find is not folded away.
    await page.waitForSelector("main:not([data-folded])");
    expect(await hits().first().isVisible()).toBe(true);
  });

  it("finds a Latin word by its beginning until it is submitted", async () => {
    await openSearch(site);
    await field().pressSequentially("pyth");
    await waitForAnswer("pyth");
    // The texts of the second episode may come after those of the first.
    await expect.poll(() => hits().locator("mark").allInnerTexts()).toContain("python");
    await field().press("Enter");
    await page.waitForSelector('main[data-episodes="0"][data-search-state="ready"]');
  });

  it("says how many hits there are, exactly", async () => {
    await openSearch(site, "哈哈");
    await expect.poll(status, { timeout: 10_000 }).toBe("“哈哈”在3期里出现6次");
    expect(await page.locator("main").getAttribute("data-hits")).toBe("6");
    expect(await page.locator("main").getAttribute("data-episodes")).toBe("3");
  });

  it("never lets a late answer replace a newer one", async () => {
    page = await openPage(`${site}search/`, {
      prepare: (own) =>
        own.route("**/search-api.js", (route) =>
          route.fulfill({
            contentType: "text/javascript",
            body: `export const onRenewed = () => () => undefined;
              export async function refresh() {}
              export async function preload() {}
              export async function search(query) {
                if (query === "slow") await new Promise((resolve) => { globalThis.answerSlowly = resolve; });
                const passages = async () => [{ start: 0, url: "/e/#t=0", text: query, hits: 1, marks: [[0, query.length]] }];
                const episode = { slug: query, title: query, url: "/e/", date: "2025", language: "en", people: [],
                  hits: 1, score: 1, tier: "exact", passages };
                const facets = { speaker: [], topic: [], year: [], timing: [] };
                const notes = { missing: [], dropped: [], unasked: [], unknown: [], aliases: [], leftOut: [], typedFilters: {}, together: [], facets };
                return { query, total: { episodes: 1, hits: 1 }, names: [], moreNames: {}, episodes: [episode], ...notes };
              }`,
          }),
        ),
    });
    await field().fill("slow");
    await page.waitForFunction(() => "answerSlowly" in window);
    await field().fill("quick");
    await waitForAnswer("quick");
    await page.evaluate(() => (window as unknown as { answerSlowly(): void }).answerSlowly());
    await waitForRest(page);
    expect(await slugs()).toEqual(["quick"]);
    await expect.poll(status, { timeout: 10_000 }).toContain("quick");
  });

  it("is not searched in the middle of a composition", async () => {
    await openSearch(site);
    await page.clock.install();
    await field().focus();
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "zheng liu", selectionStart: 9, selectionEnd: 9 });
    await page.clock.runFor(400);
    await waitForRest(page);
    expect(await page.locator("main").getAttribute("data-search-state")).toBe("idle");
    expect(page.url()).not.toContain("q=");
    await input.send("Input.insertText", { text: "蒸馏" });
    await waitForAnswer("蒸馏");
    expect(await field().inputValue()).toBe("蒸馏");
  });
});

describe("the address", () => {
  it("leads Back from query to query, not from letter to letter", async () => {
    await openSearch(site);
    await field().pressSequentially("蒸馏", { delay: 150 });
    await field().press("Enter");
    await waitForAnswer("蒸馏");
    await field().fill("");
    await field().pressSequentially("化学", { delay: 150 });
    await field().press("Enter");
    await waitForAnswer("化学");
    await page.evaluate(() => {
      Object.assign(window, { isSamePage: true });
      document.addEventListener("astro:before-swap", () => Object.assign(window, { isSamePage: false }));
    });
    await page.goBack();
    await waitForAnswer("蒸馏");
    expect(await field().inputValue()).toBe("蒸馏");
    await page.goForward();
    await waitForAnswer("化学");
    await expect.poll(status, { timeout: 10_000 }).toContain("化学");
    expect(await page.evaluate(() => (window as unknown as { isSamePage?: boolean }).isSamePage)).toBe(true);
  });

  it("adds no step of its own when a query with a space is opened", async () => {
    page = await openPage(site);
    await page.goto(`${site}search/?q=RL+o1`);
    await page.waitForSelector('main[data-search-state="ready"]');
    await page.goBack();
    expect(page.url()).toBe(site);
  });

  it("keeps the order of the results", async () => {
    await openSearch(site, "化学");
    await page.getByRole("radio", { name: "最早" }).check();
    await page.waitForURL(/sort=oldest/);
    await waitForAnswer("化学");
    const oldest = await slugs();
    await page.reload();
    await waitForAnswer("化学");
    expect(await slugs()).toEqual(oldest);
    await page.getByRole("radio", { name: "最新" }).check();
    await page.waitForURL(/sort=newest/);
    await waitForAnswer("化学");
    expect(await slugs()).toEqual(oldest.reverse());
  });

  it("restores all hits of an episode and the place on the page", async () => {
    await openSearch(odyssey, "蒸馏");
    await page.locator("[data-more]").click();
    const last = hits().last();
    await page.waitForFunction(() => document.querySelectorAll("main a[data-hit]").length > 15);
    await last.scrollIntoViewIfNeeded();
    const count = await hits().count();
    const place = await page.evaluate(() => scrollY);
    await last.click();
    await page.waitForURL(/episodes\/deepseek-r1/);
    await page.goBack();
    await waitForAnswer("蒸馏");
    expect(await hits().count()).toBe(count);
    expect(Math.abs((await page.evaluate(() => scrollY)) - place)).toBeLessThan(3);
  });
});

describe("the results", () => {
  it("name each episode once, with links that hold the query and the passage", async () => {
    await openSearch(site, "distillation");
    const found = await slugs();
    expect(new Set(found).size).toBe(found.length);
    const addresses = await hits().evaluateAll((all) => all.map((own) => own.getAttribute("href")));
    for (const address of addresses)
      expect(address).toMatch(/^\/archiv\/episodes\/[\w-]+\/\?q=distillation#(t=\d+(\.\d+)?|p\d+(\.\d+)?)$/);
  });

  it("show the rest of an episode's hits on demand and put them away again", async () => {
    await openSearch(odyssey, "蒸馏");
    const first = await hits().count();
    await page.locator("[data-more]").click();
    await page.waitForFunction(
      (count) => document.querySelectorAll("main a[data-hit]").length > count,
      first,
    );
    await page.getByRole("button", { name: "收起" }).click();
    expect(await hits().count()).toBe(first);
  });

  it("show what a transcript holds as text, never as markup", async () => {
    await openSearch(site, "script");
    expect(await hits().first().innerText()).toContain("<script>");
    expect(await page.locator("search-results script, search-results img").count()).toBe(0);
  });

  it("mark an estimated time as one", async () => {
    await openSearch(odyssey, "MoE");
    expect(await hits().first().locator(".time").innerText()).toMatch(/^≈\d+:\d\d/);
  });

  it("are told in English to those who read it", async () => {
    page = await openPage(`${site}search/?q=${encodeURIComponent("哈哈")}`);
    await waitForAnswer("哈哈");
    await page.getByRole("button", { name: "English" }).click();
    await expect.poll(status, { timeout: 10_000 }).toBe("“哈哈” is said 6 times in 3 episodes");
  });
});

describe("a sentence", () => {
  it("folds what is said word for word to a line, and opens it", async () => {
    await openSearch(odyssey, "R1 是 怎么 训练 的");
    await page.locator("related-passages a[data-hit]").first().waitFor();
    const exact = page.locator("word-notes > search-results");
    expect(Number(await page.locator("main").getAttribute("data-hits"))).toBeGreaterThan(0);
    expect(await exact.isVisible()).toBe(false);
    await page.locator("[data-unfold]").click();
    expect(await exact.isVisible()).toBe(true);
    expect(await page.locator("a[data-hit]:focus").count()).toBe(1);
  });
});

describe("three words that few episodes say together", () => {
  it("have the passages that hold most of them below what is said so", async () => {
    await openSearch(odyssey, "蒸馏 量化 推理");
    expect(await status()).toMatch(/^同时说到“蒸馏 量化 推理”的有1期/);
    const near = page.locator("related-passages a[data-hit]");
    await near.first().waitFor();
    expect(await near.first().locator("[data-said]").innerText()).toContain("蒸馏");
    for (const title of await near.locator("[data-title]").allInnerTexts()) expect(title).not.toBe("");
    expect(await page.locator("main").getAttribute("data-hits")).not.toBe("0");
    const [exact, related] = await Promise.all(
      ["search-results", "related-passages"].map((name) =>
        page.locator(`word-notes > ${name}`).boundingBox(),
      ),
    );
    expect(exact?.y).toBeLessThan(related?.y ?? 0);
  });
});

describe("a query that finds nothing", () => {
  it("offers the part of a word that is said", async () => {
    await openSearch(odyssey, "蒸馏塔");
    await expect.poll(status, { timeout: 10_000 }).toBe("没有逐字说到“蒸馏塔”，下面是最接近的段落");
    await page.locator("[data-suggestions] a").first().click();
    await waitForAnswer("蒸馏");
    expect(await hits().count()).toBeGreaterThan(0);
  });

  it("counts each of its words alone where no episode says all of them", async () => {
    await openSearch(site, "蒸馏 火车");
    expect(await page.locator("main").getAttribute("data-episodes")).toBe("0");
    const rows = page.locator("[data-suggestions]");
    await rows.locator("a").first().waitFor();
    const queries = await rows.locator("a").evaluateAll((all) => all.map((own) => own.dataset["query"]));
    expect(queries.slice(0, 2)).toEqual(["蒸馏", "火车"]);
  });

  it("gives the advice of spaces only where spaces would divide it", async () => {
    const ask = async (query: string, isAdvised: boolean) => {
      await field().fill(query);
      await field().press("Enter");
      await waitForAnswer(query);
      await expect.poll(() => page.locator("[data-try-spaces]").isVisible()).toBe(isAdvised);
    };
    await openSearch(site);
    await ask("饕餮盛宴", true);
    await ask("饕餮 盛宴", false);
    await ask("饕餮盛宴", true);
    await ask("Kubernetes", false);
    await ask("饕餮盛宴", true);
    await ask("after:2025-02-30", false);
    expect(await status()).toBe("还没有可以找的");
    expect(await page.locator("[data-notes]").innerText()).toContain("没有“2025-02-30”这一天");
  });

  it("says which of its words are never said where none is left", async () => {
    await openSearch(site, "紫藤萝 水晶鞋");
    const rows = page.locator("[data-suggestions]");
    await rows.locator("li").first().waitFor();
    expect(await rows.innerText()).toContain("没有逐字说到“紫藤萝”");
  });
});

describe("a file that does not load", () => {
  it.each(["search-api.js", "search-pointer.json", "api.js", "worker.js", "manifest.json", "pagefind.js"])(
    "is told as such, and trying again works (%s)",
    async (name) => {
      const pattern = new RegExp(`/${name.replace(".", "\\.")}`);
      page = await openPage(`${site}search/?q=${encodeURIComponent("蒸馏")}`, {
        prepare: (own) => own.route(pattern, (route) => route.abort()),
      });
      await waitForState("error");
      await expect.poll(status, { timeout: 10_000 }).toContain("没有加载出来");
      expect(await page.locator("nothing-found").isVisible()).toBe(false);
      await page.unroute(pattern);
      await page.getByRole("button", { name: "再试一次" }).click();
      await waitForAnswer("蒸馏");
      expect(await hits().count()).toBeGreaterThan(0);
    },
  );

  it("leaves the counts standing when it holds a passage's text, and trying again works", async () => {
    page = await openPage(`${site}search/?q=MoE`, {
      prepare: (own) => own.route("**/search-data/*/1.json", (route) => route.abort()),
    });
    await page.locator(".failed").first().waitFor();
    expect(await page.locator("main").getAttribute("data-search-state")).toBe("ready");
    await page.unroute("**/search-data/*/1.json");
    await page.locator(".failed button").first().click();
    await hits().first().waitFor();
  });

  it("is put down to the network when there is none, and found when it is back", async () => {
    await openSearch(site);
    await page.context().setOffline(true);
    await field().fill("蒸馏");
    await waitForState("error");
    await expect.poll(status, { timeout: 10_000 }).toContain("没有网络");
    await page.context().setOffline(false);
    await waitForAnswer("蒸馏");
  });
});

describe("what sounds like the query", () => {
  const sounds = () => page.locator("sounds-like");
  const soundHits = () => sounds().locator("a[data-hit]");
  const isSoundFile = (address: string) => readingFile.test(address);
  const waitForSounds = (state: string) => page.waitForSelector(`sounds-like[data-state="${state}"]`);

  const choices = () => sounds().locator("[data-form-list] button");
  const choose = async (form: string) => {
    await choices().filter({ hasText: form }).first().click();
    await waitForSounds("ready");
    await soundHits().first().waitFor();
  };

  it("is shown unasked where it is likely misheard, with the form that was written", async () => {
    await openSearch(site, "知识整流");
    await waitForSounds("ready");
    await soundHits().first().waitFor();
    const episode = sounds().locator("[data-episode]").first();
    expect(await episode.getAttribute("data-tier")).toBe("sound");
    expect(await sounds().locator("mark").allInnerTexts()).toContain("知识蒸馏");
    expect(await soundHits().first().textContent()).toContain("写的是：知识蒸馏");
    const counts = await sounds()
      .locator("[data-episode]")
      .evaluateAll((all) => all.map((own) => Number((own as HTMLElement).dataset["hits"])));
    const total = counts.reduce((sum, count) => sum + count, 0);
    expect(await page.locator("main").getAttribute("data-sound-hits")).toBe(String(total));
    expect(await sounds().innerText()).toContain(`有${total}处听起来像“知识整流”`);
    expect(await choices().first().innerText()).toMatch(new RegExp(`知识蒸馏\\s*${total}`));
    const link = await soundHits().first().getAttribute("href");
    expect(link).toContain(`?q=${encodeURIComponent('"知识蒸馏"')}#`);
    await soundHits().first().click();
    await page.waitForSelector("[data-passage][aria-current] mark");
    expect(await page.locator("[data-passage][aria-current] mark").allInnerTexts()).toContain("知识蒸馏");
  });

  it("waits behind its forms, each with its count, where it is likely another word", async () => {
    await openSearch(site, "整流");
    await waitForSounds("folded");
    const main = page.locator("main");
    expect(await main.getAttribute("data-hits")).toBe("1");
    expect(await main.getAttribute("data-sound-hits")).toBe("0");
    expect(await page.locator('[data-tier="sound"][data-episode]').count()).toBe(0);
    const [form, count] = (await choices().first().innerText()).split(/\s+/);
    expect(form).toBe("蒸馏");
    expect(await sounds().innerText()).toMatch(/有\d+处听起来像“整流”，多半是别的词：/);
    expect(await sounds().innerText()).not.toContain("听错");
    await choose("蒸馏");
    expect(await main.getAttribute("data-sound-hits")).toBe(count);
    expect(await choices().first().getAttribute("aria-pressed")).toBe("true");
    for (const mark of await sounds().locator("a[data-hit] mark").allInnerTexts())
      expect(mark).toMatch(/^蒸[馏餾]$/);
  });

  it("comes before the suggestions where nothing is found", async () => {
    await openSearch(site, "正流");
    await waitForSounds("folded");
    await expect.poll(status, { timeout: 10_000 }).toBe("没有逐字说到“正流”");
    const [tier, advice] = await Promise.all([
      sounds().boundingBox(),
      page.locator("nothing-found").boundingBox(),
    ]);
    expect((tier?.y ?? 0) + (tier?.height ?? 0)).toBeLessThanOrEqual(advice?.y ?? 0);
  });

  it("loads when a reader comes near it where the exact hits are many", async () => {
    const asked: string[] = [];
    page = await openPage(`${odyssey}search/?q=${encodeURIComponent("他们")}`, {
      viewport: { width: 1000, height: 160 },
      prepare: async (own) => own.on("request", (request) => asked.push(request.url())),
    });
    await waitForAnswer("他们");
    await page.waitForSelector('sounds-like[data-state="waiting"]', { state: "attached" });
    await waitForRest(page);
    expect(asked.filter(isSoundFile)).toEqual([]);
    expect(await page.locator("main").getAttribute("data-sound-hits")).toBe("0");
    await page.evaluate(() => document.querySelector("sounds-like")?.scrollIntoView());
    await waitForSounds("folded");
    expect(asked.filter(isSoundFile)).toHaveLength(1);
    await choose("它们");
    expect(await sounds().locator("mark").allInnerTexts()).toContain("它们");
  });

  it("is open again when Back leads to it", async () => {
    await openSearch(site, "整流");
    await waitForSounds("folded");
    await choose("蒸馏");
    await soundHits().first().click();
    await page.waitForSelector("[data-passage][aria-current]");
    await page.goBack();
    await waitForSounds("ready");
    await soundHits().first().waitFor();
    expect(await choices().first().getAttribute("aria-pressed")).toBe("true");
  });

  it("is reached from the exact hits by the arrow keys", async () => {
    await openSearch(site, "整流");
    await waitForSounds("folded");
    await choose("蒸馏");
    await field().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("href"));
    expect(focused).toBe(await soundHits().first().getAttribute("href"));
  });

  it("stays off once it is switched off, and says so in the address", async () => {
    await openSearch(site, "知识整流");
    await waitForSounds("ready");
    await page.getByRole("switch").last().uncheck();
    await waitForSounds("off");
    await page.waitForURL(/&sound=off$/);
    expect(await soundHits().count()).toBe(0);
    expect(await choices().count()).toBe(0);
    expect(await page.locator("main").getAttribute("data-sound-hits")).toBe("0");
    await page.goto(`${site}search/?q=${encodeURIComponent("正流")}`);
    await waitForSounds("off");
    expect(page.url()).toContain("sound=off");
    await page.getByRole("switch").last().check();
    await waitForSounds("folded");
    expect(page.url()).not.toContain("sound=off");
  });

  it("waits to be asked while a Latin word is being typed", async () => {
    await openSearch(site);
    await field().pressSequentially("distilation", { delay: 20 });
    await waitForSounds("offered");
    await field().press("Enter");
    await waitForSounds("ready");
    await soundHits().first().waitFor();
    expect(await sounds().locator("mark").first().innerText()).toBe("distillation");
  });

  it("says when it does not load, beside the exact hits, and trying again works", async () => {
    page = await openPage(`${site}search/?q=${encodeURIComponent("整流")}`, {
      prepare: (own) => own.route(readingFile, (route) => route.abort()),
    });
    await waitForSounds("failed");
    expect(await sounds().innerText()).toContain("听起来像的地方没有加载出来");
    expect(await page.locator("main").getAttribute("data-search-state")).toBe("ready");
    expect(await page.locator('[data-tier="exact"] a[data-hit]').count()).toBe(1);
    await page.unroute(readingFile);
    await sounds().getByRole("button", { name: "再试一次" }).click();
    await waitForSounds("folded");
    await choose("蒸馏");
  });

  it("never comes late for another query", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const holdBack = async (route: Route) => {
      await held;
      await route.continue();
    };
    page = await openPage(`${site}search/?q=${encodeURIComponent("整流")}`, {
      prepare: (own) => own.route(readingFile, holdBack),
    });
    await waitForSounds("loading");
    await field().fill("蒸馏");
    await waitForAnswer("蒸馏");
    const loaded = page.waitForResponse(readingFile);
    release();
    await (await loaded).finished();
    await waitForRest(page);
    expect(await sounds().innerText()).not.toContain("整流”");
    expect(await choices().allInnerTexts()).not.toContainEqual(expect.stringContaining("蒸馏"));
    expect(await soundHits().count()).toBe(0);
  });

  it.each(["light", "dark"] as const)(
    "has nothing for axe to find and fits a phone: %s",
    async (colorScheme) => {
      const address = `${site}search/?q=${encodeURIComponent("知识整流")}`;
      page = await openPage(address, { colorScheme, viewport: { width: 360, height: 780 } });
      await soundHits().first().waitFor();
      expect(await findFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    },
  );

  it("is told in English to those who read it", async () => {
    await openSearch(site, "知识整流");
    await soundHits().first().waitFor();
    await page.getByRole("button", { name: "English" }).click();
    expect(await sounds().innerText()).toMatch(/Sounds like\n[\s\S]*written otherwise\./);
    expect(await soundHits().first().innerText()).toContain("Written: 知识蒸馏");
  });
});

describe("the keyboard alone", () => {
  beforeEach(async () => {
    page = await openPage(`${odyssey}episodes/deepseek-r1/`);
  });

  const focused = () =>
    page.evaluate(() => document.activeElement?.getAttribute("href") ?? document.activeElement?.id);

  it("searches from an episode, moves through the hits and opens one", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("蒸馏");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/\?q=/);
    await waitForAnswer("蒸馏");
    const links = await hits().evaluateAll((all) => all.map((own) => own.getAttribute("href")));
    await page.keyboard.press("Control+k");
    expect(await focused()).toBe("search-query");
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe(links[0]);
    await page.keyboard.press("ArrowDown");
    expect(await focused()).toBe(links[1]);
    await page.keyboard.press("End");
    expect(await focused()).toBe(links.at(-1));
    await page.keyboard.press("Home");
    expect(await focused()).toBe(links[0]);
    const names = page.locator("[data-names] a[data-name]");
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe(await names.last().getAttribute("href"));
    for (let name = await names.count(); name > 0; name--) await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe("search-query");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("search-query");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-passage][aria-current]");
  });

  it("writes a slash in the field", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("a/b");
    expect(await page.locator("#site-search").inputValue()).toBe("a/b");
  });
});

describe("what is called as a query says", () => {
  const names = () => page.locator("[data-names] a[data-name]");

  it("has the episode first whose title is typed, above the hits, and opens it", async () => {
    await openSearch(site);
    await field().pressSequentially("小模型怎么学大模型");
    await page.locator('[data-offers] [role="option"]').filter({ hasText: "征流与蒸馏" }).waitFor();
    await names().first().waitFor();
    expect(await names().first().getAttribute("data-name")).toBe("episode");
    expect(await names().first().locator("mark").innerText()).toBe("小模型怎么学大模型");
    await field().press("Enter");
    await page.waitForSelector('main[data-search-state="ready"][data-episodes="0"]');
    // Nothing is said so: the arrow keys lead to the name.
    await field().press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`${site}episodes/001-distillation/`);
  });

  it("says of each name what it is of, in both languages, and shows the others on demand", async () => {
    await openSearch(odyssey, "蒸馏");
    const kinds = await names().evaluateAll((all) => all.map((own) => own.dataset["name"]));
    expect(new Set(kinds)).toContain("term");
    expect(await names().last().innerText()).toMatch(/词条|主题/);
    const more = page.locator("[data-more-names]");
    if (await more.isVisible()) {
      await more.click();
      expect(await names().count()).toBeGreaterThan(kinds.length);
    }
    const boxes = await names().evaluateAll((all) => all.map((own) => own.getBoundingClientRect().height));
    expect(Math.min(...boxes)).toBeGreaterThanOrEqual(44);
  });

  it("takes no room where nothing is", async () => {
    await openSearch(site, "哈哈");
    expect(await page.locator("[data-names]").isVisible()).toBe(false);
  });
});

describe("what is written otherwise", () => {
  it("stands below the exact hits under its own heading, counted apart, with its forms", async () => {
    await openSearch(site, "GPT4o");
    const main = page.locator("main");
    await page.waitForSelector('written-otherwise [data-tier="variant"] a[data-hit]');
    expect(await main.getAttribute("data-hits")).toBe("0");
    const found = page.locator('[data-episode][data-tier="variant"]');
    const counts = await found.evaluateAll((all) =>
      all.map((own) => Number((own as HTMLElement).dataset["hits"])),
    );
    expect(await main.getAttribute("data-variant-hits")).toBe(
      String(counts.reduce((sum, count) => sum + count, 0)),
    );
    for (const form of await page.locator("written-otherwise a[data-hit] mark").allInnerTexts())
      expect(form).toMatch(/^GPT[- ]4o$/);
    const list = await page.locator("written-otherwise [data-form-list]").innerText();
    expect(list.replace(/\s+/gu, " ")).toMatch(/GPT-4o \d/);
  });

  it("is not there where it has no place", async () => {
    await openSearch(site, "蒸馏");
    expect(await page.locator("written-otherwise").isVisible()).toBe(false);
    expect(await page.locator("main").getAttribute("data-variant-hits")).toBe("0");
  });
});

describe("what the glossary adds to a query", () => {
  const names = () => page.locator("alias-switch");
  const hitCount = async () => Number(await page.locator("main").getAttribute("data-hits"));

  it("is said beside the count, left out by a key, kept in the address, and taken in again", async () => {
    await openSearch(site, "RL");
    const all = await hitCount();
    expect(await names().innerText()).toContain("也算上：强化学习");
    await names().locator("input").focus();
    await page.keyboard.press("Space");
    await page.waitForFunction(
      (before) => document.querySelector("main")?.dataset["hits"] !== before,
      `${all}`,
    );
    const alone = await hitCount();
    expect(alone).toBeLessThan(all);
    expect(new URL(page.url()).search).toBe("?q=RL&aliases=off");
    expect(await names().innerText()).toContain("强化学习");
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe("aliases");
    await page.reload();
    await waitForAnswer("RL");
    expect(await hitCount()).toBe(alone);
    expect(await names().locator("input").isChecked()).toBe(false);
    await page.goBack();
    await expect.poll(hitCount).toBe(all);
    expect(await names().locator("input").isChecked()).toBe(true);
  });

  it("is left out on the page of the episode too that a hit opens", async () => {
    await openSearch(odyssey, "RL");
    await names().locator("input").uncheck();
    await page.waitForURL(/aliases=off/);
    await waitForAnswer("RL");
    const { hits: count = "" } = await page
      .locator("[data-episode]")
      .first()
      .evaluate((own) => ({
        ...(own as HTMLElement).dataset,
      }));
    await hits().first().click();
    await page.waitForSelector("[data-passage][aria-current] mark");
    await expect.poll(() => page.locator("hit-bar").innerText()).toContain(`/ ${count}`);
  });

  it("is not spoken of where it adds nothing", async () => {
    await openSearch(site, "化学");
    expect(await names().isVisible()).toBe(false);
  });

  it("is told in English to those who read it", async () => {
    await openSearch(site, "RL");
    await page.locator("language-switch button").first().click();
    expect(await names().innerText()).toContain("Also count: 强化学习");
    expect(await findFaults(page)).toEqual([]);
  });
});

describe("a corrected word in the results", () => {
  /** What shows notes is loaded with the first word that has one. */
  const waitForNotes = () =>
    page.evaluate(() => customElements.whenDefined("word-notes").then(() => undefined));
  const note = () => page.locator(".word-note:popover-open");
  /** One that was not asked for. */
  const corrected = () => hits().locator(".excerpt > [data-heard]:not(:has(mark))").first();

  it("says in words what was heard where a hit stands, and which word is unsure", async () => {
    await openSearch(odyssey, "OpenAI");
    await page.locator("[data-more]").first().click();
    const unsure = hits().filter({ has: page.locator('[data-heard="欧盟"][data-sure="0.6"]') });
    await unsure.first().waitFor();
    const line = await unsure.first().locator("[data-corrected]").innerText();
    expect(line).toContain("“OpenAI”机器听成“欧盟”，改得不太确定（60%把握）");
    expect(await unsure.first().locator('[data-heard="欧盟"]').innerText()).toBe("OpenAI");
  });

  it("shows under the pointer what was heard, and a press beside it or on it opens the hit", async () => {
    await openSearch(odyssey, "RL");
    await waitForNotes();
    await corrected().hover();
    await note().waitFor();
    expect(await note().innerText()).toContain((await corrected().getAttribute("data-heard")) ?? "nothing");
    await corrected().click();
    await page.waitForURL(/\/episodes\//);
  });

  it("shows it by the arrow keys from the hit, and Escape closes the note alone", async () => {
    await openSearch(odyssey, "RL");
    await hits().first().focus();
    await waitForNotes();
    await page.keyboard.press("ArrowRight");
    await note().waitFor();
    expect(await hits().first().getAttribute("aria-describedby")).toBe("word-note");
    await page.keyboard.press("Escape");
    await note().waitFor({ state: "hidden" });
    expect(await page.evaluate(() => document.activeElement?.matches("a[data-hit]"))).toBe(true);
  });

  it("shows it by touch, but where it is what was asked for: a touch there opens the hit", async () => {
    page = await openPage(`${odyssey}search/?q=RL`, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 780 },
    });
    await waitForAnswer("RL");
    await waitForNotes();
    await corrected().tap();
    await note().waitFor();
    expect(new URL(page.url()).pathname).toBe("/search/");
    await hits().locator("mark [data-heard], [data-heard] mark").first().tap();
    await page.waitForURL(/\/episodes\//);
  });

  it("shows what a file calls heard as text, never as markup", async () => {
    await openSearch(site, "结束");
    expect(await hits().locator("[data-heard]").count()).toBeGreaterThan(0);
    expect(await hits().locator("b, i, script").count()).toBe(0);
  });
});

describe("an episode of the results", () => {
  it("says in how many of its minutes the query is talked about", async () => {
    await openSearch(odyssey, "蒸馏");
    expect(await page.locator("[data-talk]").first().innerText()).toMatch(/^69分钟里约1\d分钟在谈$/);
  });
});

describe("without JavaScript", () => {
  it("says that the search needs it and leads to the episodes and terms", async () => {
    page = await openPage(`${site}search/`, { javaScriptEnabled: false });
    const main = page.locator("main");
    expect(await main.innerText()).toContain("JavaScript");
    const links = await main
      .getByRole("link")
      .evaluateAll((all) => all.map((own) => own.getAttribute("href")));
    expect(links).toEqual(["/archiv/episodes/", "/archiv/terms/"]);
    expect(await page.locator("main [data-search-field]").isVisible()).toBe(false);
  });
});

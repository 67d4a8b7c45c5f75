import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, describe, expect, inject, it } from "vitest";
import { nameFolder, readNamed } from "../../src/search/format/manifest.ts";
import type { NameColumns, SuggestionFile } from "../../src/search/format/suggestion-file.ts";
import { holdTogether } from "../../src/search/query/edit-query.ts";
import { findArchive } from "../unit/search/index/open-written-index.ts";
import { findFaults } from "./find-faults.ts";
import { openPage, waitForRest } from "./open-page.ts";

const site = inject("siteUrl");
const odyssey = inject("odysseyUrl");

let page: Page;

afterEach(() => page?.context().close());
const field = () => page.locator("[data-search-field]");
const list = () => page.locator("[data-offers]");
const options = () => list().getByRole("option");
const waitForOption = (text: string) => options().filter({ hasText: text }).first().waitFor();
const isExpanded = () => field().getAttribute("aria-expanded");
const readActive = () =>
  page.evaluate(() => {
    const id = document.querySelector("[data-search-field]")?.getAttribute("aria-activedescendant");
    return id ? document.getElementById(id)?.querySelector(".name")?.textContent : id;
  });

async function waitForAnswer(query: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector<HTMLElement>("main")?.dataset["searchState"] === "ready" &&
      new URLSearchParams(location.search).get("q") === wanted,
    query,
  );
}

describe("a search box", () => {
  it("finds 蒸馏 for zl, by the keyboard alone", async () => {
    page = await openPage(odyssey);
    await field().focus();
    await page.keyboard.type("zl");
    await waitForOption("蒸馏");
    expect(await isExpanded()).toBe("true");
    expect(await options().first().innerText()).toMatch(/蒸馏\s*zheng liu\s*1期/);
    expect(await options().first().locator("mark").innerText()).toBe("蒸馏");
    expect(await readActive()).toBeNull();
    await page.keyboard.press("ArrowDown");
    expect(await readActive()).toBe("蒸馏");
    await page.keyboard.press("Enter");
    await page.waitForURL(/search\/\?q=%E8%92%B8%E9%A6%8F$/);
    await waitForAnswer("蒸馏");
    await page.locator("main a[data-hit]").first().waitFor();
  });

  it("moves through its list as the ARIA pattern says, and never away from the field", async () => {
    page = await openPage(`${site}terms/`);
    await field().focus();
    await page.keyboard.type("o");
    await waitForOption("o1");
    const names = await options().locator(".name").allInnerTexts();
    expect(names.length).toBeGreaterThan(1);
    await page.keyboard.press("ArrowDown");
    expect(await readActive()).toBe(names[0]);
    expect(await list().locator('[aria-selected="true"]').count()).toBe(1);
    await page.keyboard.press("ArrowUp");
    expect(await readActive()).toBeNull();
    await page.keyboard.press("ArrowUp");
    expect(await readActive()).toBe(names.at(-1));
    await page.keyboard.press("ArrowDown");
    expect(await readActive()).toBeNull();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Home");
    expect(await readActive()).toBeNull();
    expect(await isExpanded()).toBe("true");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("site-search");
    await page.keyboard.press("Escape");
    expect([await isExpanded(), await field().inputValue()]).toEqual(["false", "o"]);
    await page.keyboard.press("ArrowDown");
    await waitForOption("o1");
    await page.keyboard.press("Alt+ArrowUp");
    expect(await isExpanded()).toBe("false");
    await page.keyboard.press("Escape");
    expect(await field().inputValue()).toBe("");
  });

  it("submits what was typed where nothing is chosen, and takes a choice along with Tab", async () => {
    page = await openPage(`${site}terms/`);
    await field().focus();
    await page.keyboard.type("zhengl");
    await waitForOption("蒸馏");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    expect(await field().inputValue()).toBe("蒸馏");
    expect(await isExpanded()).toBe("false");
    await field().fill("mo");
    await waitForOption("MoE");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\?q=mo$/);
  });

  it("is answered by a press on a suggestion, in the place of the last word", async () => {
    page = await openPage(`${odyssey}search/`);
    await field().pressSequentially("模型 zhengl");
    await waitForOption("蒸馏");
    expect(await options().first().locator(".count").count()).toBe(0);
    await options().first().click();
    await waitForAnswer("模型 蒸馏");
    expect(await field().inputValue()).toBe("模型 蒸馏");
    expect(await list().isVisible()).toBe(false);
  });

  it("offers who speaks after speaker:, by pinyin, and narrows the search down to them", async () => {
    page = await openPage(`${site}search/`);
    await field().pressSequentially("蒸馏 speaker:");
    await waitForOption("Maya Cohen");
    const names = await options().locator(".name").allInnerTexts();
    expect(names.slice(0, 3)).toEqual(["林晚", "周一鸣", "Maya Cohen"]);
    await field().pressSequentially("zhouy");
    await page.waitForFunction(() => document.querySelectorAll("[data-offers] [role=option]").length === 1);
    expect(await options().first().innerText()).toMatch(/^周一鸣\s*zhou yi ming$/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await waitForAnswer("蒸馏 speaker:周一鸣");
    expect(await page.locator("filter-panel .chip").first().innerText()).toContain("周一鸣");
    await field().fill("topic:");
    await waitForOption("open models");
    await options().filter({ hasText: "open models" }).click();
    await waitForAnswer('topic:"open models"');
  });

  it("does not call misheard what is offered for a slip of the reader's", async () => {
    page = await openPage(`${odyssey}search/`);
    await field().fill("deepsic");
    await waitForOption("DeepSeek");
    expect(await options().first().innerText()).not.toContain("听成");
    await field().fill("deepsig");
    await waitForOption("听成“DeepSig”");
  });

  it("suggests a term for what a recogniser writes for it, and says so", async () => {
    page = await openPage(`${site}terms/`);
    await field().pressSequentially("征");
    await waitForOption("蒸馏");
    expect(await options().first().innerText()).toContain("听成“征流”");
    await page.getByRole("button", { name: "English" }).click();
    await field().focus();
    await field().press("Backspace");
    await field().pressSequentially("征");
    await waitForOption("heard as");
    expect(await options().first().innerText()).toContain("5 episodes");
  });

  it("leads from its closed list into the results, from its open one not", async () => {
    page = await openPage(`${odyssey}search/`);
    await field().pressSequentially("强化");
    await waitForAnswer("强化");
    await options().first().waitFor();
    await page.keyboard.press("ArrowDown");
    expect(await readActive()).toBeTruthy();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("search-query");
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowDown");
    await page.waitForFunction(() => document.activeElement?.matches("a[data-hit]"));
  });

  it("loads nothing before somebody types, and searches where it does not load", async () => {
    const asked: string[] = [];
    page = await openPage(`${site}search/?q=${encodeURIComponent("蒸馏")}`, {
      prepare: (own) => {
        own.on("request", (request) => asked.push(request.url()));
        return own.route("**/suggestions.json", (route) => route.abort());
      },
    });
    await waitForAnswer("蒸馏");
    expect(asked.filter((address) => address.includes("suggestions"))).toEqual([]);
    await field().fill("化学");
    await waitForAnswer("化学");
    await page.locator("main a[data-hit]").first().waitFor();
    expect(asked.filter((address) => address.includes("suggestions")).length).toBeGreaterThan(0);
    expect(await isExpanded()).toBe("false");
  });

  it("says how many suggestions there are to those who do not see them", async () => {
    page = await openPage(`${site}terms/`);
    await field().pressSequentially("zl");
    await page.locator("[data-offers-status]").filter({ hasText: "1条建议" }).waitFor();
  });
});

describe("a composition", () => {
  /** Whether the press of Enter would go on to submit the form. */
  const pressEnter = (order: "Chromium" | "Safari") =>
    page.evaluate((own) => {
      const input = document.querySelector<HTMLInputElement>("[data-search-field]");
      const enter = new KeyboardEvent("keydown", {
        key: "Enter",
        keyCode: own === "Chromium" ? 229 : 13,
        isComposing: own === "Chromium",
        bubbles: true,
        cancelable: true,
      });
      input?.dispatchEvent(new CompositionEvent("compositionstart", { bubbles: true }));
      if (own === "Chromium") input?.dispatchEvent(enter);
      input?.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true }));
      if (own === "Safari") input?.dispatchEvent(enter);
      return !enter.defaultPrevented;
    }, order);

  it.each(["Chromium", "Safari"] as const)(
    "ends by an Enter that submits nothing, as %s tells of it",
    async (order) => {
      page = await openPage(`${site}terms/`);
      await field().focus();
      expect(await pressEnter(order)).toBe(false);
    },
  );

  it("leaves the list alone where the input method has its own there", async () => {
    page = await openPage(`${site}terms/`);
    await field().fill("zl");
    await waitForOption("蒸馏");
    await field().fill("");
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "zhengl", selectionStart: 6, selectionEnd: 6 });
    await waitForRest(page);
    expect(await isExpanded()).toBe("false");
    await input.send("Input.insertText", { text: "蒸" });
    await waitForOption("蒸馏");
  });

  it("is suggested for on a touch screen, and a touch ends it with the name alone", async () => {
    page = await openPage(`${site}search/`, {
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 700 },
    });
    await field().tap();
    const input = await page.context().newCDPSession(page);
    await input.send("Input.imeSetComposition", { text: "zhengl", selectionStart: 6, selectionEnd: 6 });
    await waitForOption("蒸馏");
    expect(await page.locator("main").getAttribute("data-search-state")).toBe("idle");
    await options().first().tap();
    await waitForAnswer("蒸馏");
    expect(await field().inputValue()).toBe("蒸馏");
  });
});

describe("what was meant", () => {
  it.each([
    ["zhengliu", "蒸馏"],
    ["DeepSek", "DeepSeek"],
    ["distilation", "蒸馏"],
  ])("by %s is offered when nothing was found, and is one press away", async (query, meant) => {
    page = await openPage(`${odyssey}search/`);
    await field().fill(query);
    await field().press("Enter");
    const offer = page.locator("[data-meant] a").first();
    await offer.waitFor();
    expect(await page.locator("[data-meant]").innerText()).toContain("要找的是不是");
    expect(await offer.getAttribute("data-query")).toBe(meant);
    await offer.click();
    await waitForAnswer(meant);
    await page.locator("main a[data-hit]").first().waitFor();
    expect(await page.locator("did-you-mean").isVisible()).toBe(false);
  });

  it("does not keep the page from saying that nothing was found", async () => {
    page = await openPage(`${site}search/`);
    await field().pressSequentially("zhengliu");
    await page.locator("[data-meant] a").first().waitFor();
    await page.locator("[data-status]").getByText("没有单独说到“zhengliu…”", { exact: true }).waitFor();
    expect(await page.locator("main").getAttribute("data-search-state")).toBe("ready");
  });
});

describe("on a phone", () => {
  it.each([
    ["search/", "light"],
    ["search/", "dark"],
    ["terms/", "light"],
    ["", "dark"],
  ] as const)(
    "the list fits, moves nothing and has nothing for axe to find: /%s, %s",
    async (path, colorScheme) => {
      page = await openPage(odyssey + path, {
        colorScheme,
        hasTouch: true,
        isMobile: true,
        viewport: { width: 360, height: 640 },
      });
      await field().tap();
      await waitForRest(page);
      const before = await field().boundingBox();
      await page.keyboard.type("de");
      await waitForOption("DeepSeek");
      expect(await field().boundingBox()).toEqual(before);
      const box = await list().boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
      // At once: names that come later are put among those that are there.
      const heights = await options().evaluateAll((all) =>
        all.map((own) => own.getBoundingClientRect().height),
      );
      for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      // What is no longer asked is dimmed while its answer is awaited.
      if (path === "search/") await page.locator('main[data-search-state="ready"]').waitFor();
      expect(await findFaults(page)).toEqual([]);
    },
  );
});

describe("the number of episodes of a suggestion", () => {
  it.each([
    ["the fixture", site, inject("siteDir")],
    ["the real archive", odyssey, inject("odysseyDir")],
  ])("is what a search for it says: %s", async (_, address, folder) => {
    const data = join(folder, "search-data");
    const path = `${nameFolder("archive", await findArchive(data))}suggestions.json`;
    const file = readNamed<SuggestionFile>(JSON.parse(await readFile(join(data, path), "utf8")), path);
    const names = file.names.split("\n");
    const { speaker, topic } = file.values;
    const listQueries = (key: string, { names: values }: NameColumns) =>
      values === "" ? [] : values.split("\n").map((value) => `${key}:${holdTogether(value)}`);
    page = await openPage(`${address}404.html`);
    const counts = await page.evaluate(
      async ([api, queries]) => {
        const { search } = await importModule(api);
        const found: number[] = [];
        for (const query of queries) found.push((await search(query)).total.episodes);
        return found;
      },
      [
        `${address}search-api.js`,
        [...names.map(holdTogether), ...listQueries("speaker", speaker), ...listQueries("topic", topic)],
      ] as const,
    );
    expect(counts).toEqual([...file.episodes, ...speaker.episodes, ...topic.episodes]);
    expect(names).toContain("蒸馏");
  });
});

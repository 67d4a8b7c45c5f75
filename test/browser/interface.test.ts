import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { findFaults } from "./find-faults.ts";
import { openPage } from "./open-page.ts";

const site = inject("siteUrl");
const odyssey = inject("odysseyUrl");

describe("the language switch", () => {
  it("changes the interface's words in place and is remembered on the next page", async () => {
    const page = await openPage(odyssey);
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator("nav").first().innerText()).toContain("Episodes");
    await page.goto(`${odyssey}episodes/deepseek-r1/`);
    expect(await page.locator("#site-search").getAttribute("placeholder")).toBe("Search what was said");
    await page.close();
  });

  it("leaves the page's own language as it is", async () => {
    const page = await openPage(odyssey);
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.close();
  });
});

describe("the appearance switch", () => {
  it("follows the system until a reader chooses, and then remembers the choice", async () => {
    const page = await openPage(odyssey, { colorScheme: "dark" });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await ground();
    await page.locator("setting-switch[setting=theme] button").click();
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.reload();
    expect(await ground()).toBe(light);
    await page.close();
  });
});

describe("a link inside the site", () => {
  it("keeps language and appearance from the first moment of the next page, without loading it anew", async () => {
    const page = await openPage(odyssey, { colorScheme: "dark" });
    await page.getByRole("button", { name: "English" }).click();
    await page.locator("setting-switch[setting=theme] button").click();
    await page.evaluate(() => {
      document.addEventListener("astro:after-swap", () => {
        const { ui, theme, js } = document.documentElement.dataset;
        Object.assign(window, { afterSwap: [ui, theme, js, document.body.innerText.includes("Terms")] });
      });
    });
    await page.locator("nav a[href='/terms/']").click();
    await page.waitForURL(/terms\/$/);
    await page.waitForFunction(() => "afterSwap" in window);
    expect(await page.evaluate(() => (window as unknown as { afterSwap: unknown }).afterSwap)).toEqual([
      "en",
      "light",
      "",
      true,
    ]);
    expect(await page.locator("#site-search").getAttribute("placeholder")).toBe("Search what was said");
    await page.locator("language-switch button").click();
    expect(await page.locator("#site-search").getAttribute("placeholder")).toBe("搜一句说过的话");
    await page.close();
  });
});

describe("the keyboard", () => {
  it.each(["/", "Control+k"])("reaches the search field with %s and searches from there", async (key) => {
    const page = await openPage(`${odyssey}episodes/deepseek-r1/`);
    await page.keyboard.press(key);
    await page.keyboard.type("MoE");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\/\?q=MoE/);
    await page.close();
  });

  it("leaves a slash to whoever is writing", async () => {
    const page = await openPage(`${odyssey}terms/`);
    await page.locator("#site-search").focus();
    await page.keyboard.type("A/B");
    expect(await page.locator("#site-search").inputValue()).toBe("A/B");
    await page.close();
  });

  it("can skip to the content first of all", async () => {
    const page = await openPage(odyssey);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("content");
    await page.close();
  });
});

describe("without JavaScript", () => {
  it("reads, links and searches through plain links and forms", async () => {
    const page = await openPage(`${odyssey}episodes/deepseek-r1/`, { javaScriptEnabled: false });
    expect(await page.locator("[data-passage] .text").first().innerText()).toContain("欢迎收听");
    expect(await page.locator("form[role=search]").getAttribute("action")).toBe("/search/");
    expect(await page.locator("[data-needs-script]:visible").count()).toBe(0);
    expect(await page.locator(".left .chapters a").first().getAttribute("href")).toBe("#p1");
    await page.close();
  });
});

describe("every kind of page", () => {
  const kinds = [
    "",
    "episodes/",
    "episodes/year/2025/",
    "topics/",
    "topics/rl/",
    "episodes/001-distillation/",
    "episodes/002-coding-tools/#t=15",
    "episodes/006-hostile/",
    "terms/",
    "terms/%E8%92%B8%E9%A6%8F/",
    "people/",
    "people/lin/",
    "search/",
    `search/?q=${encodeURIComponent("蒸馏")}`,
    `search/?q=${encodeURIComponent("没有人说过的话")}`,
    "episodes/007-night-train/",
    "404.html",
  ];
  describe.each(kinds)("/%s", (path) => {
    let page: Page;
    beforeAll(async () => {
      page = await openPage(site + path, { viewport: { width: 360, height: 780 } });
      if (path.startsWith("search/?q="))
        await page.locator("main[data-search-state=ready]").waitFor({ state: "attached" });
    });

    afterAll(() => page?.context().close());

    it("fits a phone of 360 pixels", async () => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    });

    it.each(["light", "dark"] as const)("has nothing for axe to find: %s", async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      for (const language of ["zh", "en"]) {
        const button = page.locator(`html:not([data-ui="${language}"]) language-switch button`);
        if ((await button.count()) > 0) await button.click();
        expect(await page.locator("html").getAttribute("data-ui")).toBe(language);
        expect(await findFaults(page), language).toEqual([]);
      }
    });
  });
});

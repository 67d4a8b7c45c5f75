import { describe, expect, inject, it } from "vitest";
import { openPage } from "./open-page.ts";

const site = inject("siteUrl");

describe("the list of episodes", () => {
  it.each([
    ["a year", "2025", 3],
    ["a topic", "RL", 3],
  ])("leads by %s to its episodes and to no others", async (_kind, name, count) => {
    const page = await openPage(`${site}episodes/`);
    await page
      .locator(".browse")
      .getByRole("link", { name: new RegExp(`^${name} `) })
      .click();
    await page.locator(".browse [aria-current]").waitFor();
    expect(await page.locator(".entry").count()).toBe(count);
    await page.close();
  });

  it("leads by a person to the person's page", async () => {
    const page = await openPage(`${site}episodes/`);
    await page.locator(".browse").getByRole("link", { name: /^林晚/ }).click();
    await page.getByRole("heading", { level: 1, name: "林晚" }).waitFor();
    await page.close();
  });
});

describe("an old address", () => {
  it("leads on to the new one with the moment and the query it was asked with, and is not come back to", async () => {
    const page = await openPage(site);
    await page.evaluate(() => {
      location.href = `episodes/000-distillation/?q=${encodeURIComponent("蒸馏")}#t=14`;
    });
    await page.waitForURL(/001-distillation/);
    expect(decodeURI(page.url())).toBe(`${site}episodes/001-distillation/?q=蒸馏#t=14`);
    await page.locator("[data-passage][aria-current]").waitFor();
    await page.goBack();
    expect(page.url()).toBe(site);
    await page.close();
  });

  it("leads on without JavaScript", async () => {
    const page = await openPage(site, { javaScriptEnabled: false });
    await page.goto(`${site}episodes/000-distillation/`).catch(() => undefined);
    await page.waitForURL(/001-distillation/);
    await page.close();
  });

  it("says that its page is gone, and offers the search", async () => {
    const page = await openPage(`${site}topics/${encodeURIComponent("旧话题")}/`);
    expect(await page.locator("h1").innerText()).toBe("这一页已经撤下");
    await page.locator("main").getByRole("link", { name: "搜索" }).click();
    await page.waitForURL(/\/search\/$/);
    await page.close();
  });
});

describe("titles in a list of episodes", () => {
  it.each([
    ["", 360],
    ["", 1280],
    ["episodes/", 360],
    ["episodes/", 1280],
    ["episodes/year/2023/", 1280],
  ])("begin below one another, with covers and without: /%s at %d pixels", async (path, width) => {
    const page = await openPage(site + path, { viewport: { width, height: 800 } });
    const left = await page.locator("main").evaluate((main) => {
      const { paddingInlineStart } = getComputedStyle(main);
      return main.getBoundingClientRect().left + Number.parseFloat(paddingInlineStart);
    });
    const measureAll = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON()));
    const titles = await measureAll(".entry :is(h2, h3).title");
    const covers = await measureAll(".entry .cover");
    expect(titles.length).toBeGreaterThan(covers.length);
    expect(covers.length).toBeGreaterThan(1);
    for (const title of titles) expect(title.left).toBeCloseTo(left, 0);
    for (const cover of covers) {
      expect(cover.width).toBeLessThanOrEqual(120);
      expect(cover.left).toBeGreaterThan(left + 100);
    }
    await page.close();
  });
});

describe("a topic of an episode", () => {
  it("leads to all episodes with it, and from there into the search", async () => {
    const page = await openPage(`${site}episodes/004-taipei/`);
    await page.locator(".topics a").first().click();
    await page.waitForURL(/topics\/rl\/$/);
    await page.getByRole("link", { name: "搜索这个词" }).click();
    await page.waitForURL(/search\/\?q=RL/);
    await page.close();
  });
});

describe("a printed episode", () => {
  it("is the transcript, how it was made, and where it stands, and no controls", async () => {
    const page = await openPage(`${site}episodes/002-coding-tools/`);
    await page.emulateMedia({ media: "print" });
    const shown = await page.locator("main").innerText();
    expect(shown).toContain("文字由机器听写");
    expect(shown).toContain("https://archive.example/archiv/episodes/002-coding-tools/");
    expect(await page.locator("button:visible, audio:visible, nav:visible").count()).toBe(0);
    expect(await page.locator("[data-passage] .text").last().isVisible()).toBe(true);
    await page.close();
  });

  it("shows no switch where its words were corrected", async () => {
    const page = await openPage(`${site}episodes/001-distillation/`);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("button:visible").count()).toBe(0);
    await page.close();
  });
});

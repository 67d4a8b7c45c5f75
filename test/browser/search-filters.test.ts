import type { Page } from "playwright-core";
import { afterEach, describe, expect, inject, it } from "vitest";
import { findFaults } from "./find-faults.ts";
import { openPage } from "./open-page.ts";

const site = inject("siteUrl");

let page: Page;

afterEach(() => page?.context().close());
/** Waits until an address is asked and answered. */
async function waitForAnswer(search: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      document.querySelector<HTMLElement>("main")?.dataset["searchState"] === "ready" &&
      decodeURIComponent(location.search) === wanted,
    search,
  );
}

async function openSearch(search: string): Promise<void> {
  page = await openPage(`${site}search/${encodeURI(search)}`);
  await waitForAnswer(search);
}

const field = () => page.locator("main [data-search-field]");
const control = (name: string) => page.locator(`filter-panel [name="${name}"]`);
const chips = () => page.locator("[data-chips] button");
const notes = () => page.locator("[data-notes]").innerText();
const episodes = async () => Number(await page.locator("main").getAttribute("data-episodes"));
const speakers = async () => new Set(await page.locator("main a[data-hit] .speaker").allInnerTexts());

describe("a filter that is typed", () => {
  it("keeps what its speaker says, and its chip takes it away again", async () => {
    await openSearch("?q=蒸馏");
    const all = await episodes();
    await field().fill("蒸馏 说话人：小林");
    await field().press("Enter");
    await waitForAnswer("?q=蒸馏 说话人：小林");
    expect(await episodes()).toBeLessThan(all);
    await expect.poll(speakers).toEqual(new Set(["林晚"]));
    expect(await chips().allInnerTexts()).toEqual(["说话人：小林\n×"]);
    await chips().first().click();
    await waitForAnswer("?q=蒸馏");
    expect([await field().inputValue(), await chips().count(), await episodes()]).toEqual(["蒸馏", 0, all]);
    await page.goBack();
    await waitForAnswer("?q=蒸馏 说话人：小林");
    expect(await chips().count()).toBe(1);
  });

  it("is said to name nobody, and the rest is answered", async () => {
    await openSearch("?q=蒸馏 speaker:张三");
    expect(await notes()).toContain("没有说话人叫“张三”");
    expect(await episodes()).toBeGreaterThan(0);
  });

  it("lists the episodes that pass where there is no word", async () => {
    await openSearch("?q=speaker:Maya before:2024");
    expect(await page.locator("[data-status]").innerText()).toBe(`${await episodes()}期`);
    expect(await page.locator("main").getAttribute("data-hits")).toBe("0");
    expect(await page.locator("sounds-like").getAttribute("data-state")).toBe("none");
  });
});

describe("a filter that is chosen", () => {
  it("promises as many episodes as it gives, stands in the address, and Back takes it away", async () => {
    await openSearch("?q=蒸馏");
    const all = await episodes();
    await page.locator("filter-panel summary").click();
    await control("topic").selectOption("RL");
    await waitForAnswer("?q=蒸馏&topic=RL");
    const chosen = await control("topic").locator("option:checked").innerText();
    expect(chosen).toBe(`RL (${await episodes()})`);
    expect(await episodes()).toBeLessThan(all);
    await page.locator("main a[data-hit]").first().click();
    await page.waitForSelector("[data-passage][aria-current] mark");
    expect(new URL(page.url()).searchParams.get("q")).toBe("蒸馏");
    await page.goBack();
    await waitForAnswer("?q=蒸馏&topic=RL");
    expect(await chips().allInnerTexts()).toEqual(["主题：RL\n×"]);
    await page.goBack();
    await waitForAnswer("?q=蒸馏");
    expect([await chips().count(), await episodes()]).toEqual([0, all]);
  });

  it("takes the place of what was typed for the same, and needs no hyphen nor quotes", async () => {
    await openSearch("?q=强化 学习 speaker:老周");
    await page.locator("filter-panel summary").click();
    await control("speaker").selectOption("lin");
    await waitForAnswer("?q=强化 学习&speaker=lin");
    await control("speaker").selectOption("");
    await control("phrase").check();
    await waitForAnswer('?q="强化 学习"');
    await control("without").fill("蒸馏");
    await control("without").press("Enter");
    await waitForAnswer('?q="强化 学习" -蒸馏');
    await control("after").fill("2024-01-01");
    await waitForAnswer('?q="强化 学习" -蒸馏&after=2024-01-01');
    expect(await chips().count()).toBe(3);
  });

  it("is removed by the keyboard, and the focus stays among the chips", async () => {
    await openSearch("?q=蒸馏&topic=RL&timing=estimated");
    await chips().first().focus();
    await page.keyboard.press("Enter");
    await waitForAnswer("?q=蒸馏&timing=estimated");
    expect(
      await chips()
        .first()
        .evaluate((own) => own === document.activeElement),
    ).toBe(true);
    await page.keyboard.press("Enter");
    await waitForAnswer("?q=蒸馏");
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("summary");
  });

  it("is offered to be left out where it leaves nothing", async () => {
    await openSearch("?q=蒸馏&year=1999");
    expect(await episodes()).toBe(0);
    await page.locator('[data-suggestions] a[data-query="蒸馏"]').first().click();
    await waitForAnswer("?q=蒸馏");
    expect(await episodes()).toBeGreaterThan(0);
  });
});

describe("a word that nobody says", () => {
  it("is told, the rest is answered, and its sound is a link away", async () => {
    await openSearch("?q=蒸馏 紫藤");
    expect(await notes()).toContain("没有逐字说到“紫藤”");
    expect(await episodes()).toBeGreaterThan(0);
    expect(await page.locator("[data-status]").innerText()).toContain("“蒸馏”");
    await page.locator('[data-notes] a[data-query="紫藤"]').click();
    await waitForAnswer("?q=紫藤");
    expect(await notes()).toBe("");
  });
});

describe("the filters", () => {
  it.each(["light", "dark"] as const)(
    "have nothing for axe to find and fit a phone: %s",
    async (colorScheme) => {
      page = await openPage(`${site}search/${encodeURI("?q=蒸馏 紫藤 speaker:张三 -量化&topic=RL")}`, {
        colorScheme,
        viewport: { width: 360, height: 780 },
      });
      await waitForAnswer("?q=蒸馏 紫藤 speaker:张三 -量化&topic=RL");
      await page.locator("filter-panel summary").click();
      expect(await findFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
      const small = await page
        .locator("filter-panel :is(button, summary, select, label:has(input)):visible")
        .evaluateAll((all) =>
          all.filter((own) => own.getBoundingClientRect().height < 44).map((own) => own.outerHTML),
        );
      expect(small).toEqual([]);
    },
  );
});

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { launchBrowser } from "../launch-browser.ts";
import { findFaults } from "./find-faults.ts";
import { openPage, waitForRest } from "./open-page.ts";

const site = inject("siteUrl");
const odyssey = inject("odysseyUrl");
const kinds = [
  "",
  "episodes/",
  "episodes/deepseek-r1/",
  "topics/",
  "terms/",
  "terms/MoE/",
  "people/",
  "people/leo/",
  `search/?q=${encodeURIComponent("蒸馏")}`,
  "404.html",
];

/** Pixels by which a page is wider than its window. */
function readOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

/** Of the window's height, the share that stays covered while one scrolls. */
async function readCovered(page: Page): Promise<number> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await waitForRest(page);
  return page.evaluate(() => {
    const covered = [...document.querySelectorAll("body *")]
      .filter((own) => ["fixed", "sticky"].includes(getComputedStyle(own).position))
      .map((own) => own.getBoundingClientRect())
      .filter(({ top, bottom, height }) => height > 0 && (top <= 0 || bottom >= innerHeight));
    return covered.reduce((sum, { height }) => sum + height, 0) / innerHeight;
  });
}

describe("letters twice as large, as a reader sets them in the browser, on a phone", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser(["--blink-settings=defaultFontSize=32"]);
  });
  afterAll(() => browser.close());
  const open = async (path: string) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(odyssey + path);
    return page;
  };

  it.each(kinds)("are not wider than the screen: /%s", async (path) => {
    const page = await open(path);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
    expect(await readOverflow(page)).toBe(0);
    await page.context().close();
  });

  it("break the show's name between its words alone, and leave room to read", async () => {
    const page = await open("episodes/deepseek-r1/");
    const lines = await page.locator(".site-header .name span").evaluate((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines).toBeLessThanOrEqual(2);
    expect(await readCovered(page)).toBeLessThanOrEqual(0.2);
    await page.context().close();
  });
});

describe("a screen of 320 pixels, in English", () => {
  it.each(kinds)("holds the page: /%s", async (path) => {
    const page = await openPage(odyssey + path, {
      viewport: { width: 320, height: 640 },
      prepare: (own) => own.addInitScript(() => localStorage.setItem("tingsuo-ui", "en")),
    });
    expect(await page.evaluate(() => document.documentElement.dataset["ui"])).toBe("en");
    expect(await readOverflow(page)).toBe(0);
    expect(await readCovered(page)).toBeLessThanOrEqual(0.2);
    await page.context().close();
  });
});

describe("what stays on a phone's screen", () => {
  it("takes a fifth of it at most, beside a player and while one looks for words too", async () => {
    const query = `?q=${encodeURIComponent("车站")}`;
    const page = await openPage(`${site}episodes/007-night-train/${query}#t=14`, {
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
    });
    await page.locator("hit-bar:not([hidden])").waitFor();
    expect(await readCovered(page)).toBeLessThanOrEqual(0.2);
    await page.locator("listen-button button").first().click();
    await page.locator("episode-player:not([hidden]) .player").waitFor();
    expect(await readCovered(page)).toBeLessThanOrEqual(0.2);
    await page.locator(".hit-close").click();
    expect(await readCovered(page)).toBeLessThanOrEqual(0.2);
    await page.context().close();
  });
});

describe("colours that the system forces", () => {
  it("leave the strokes where the hits are, told apart from the others", async () => {
    const page = await openPage(`${odyssey}search/?q=${encodeURIComponent("蒸馏")}`, {
      forcedColors: "active",
      colorScheme: "dark",
    });
    const hit = page.locator("hit-strip i").first();
    await hit.waitFor();
    const colours = await hit.evaluate((own) => [
      getComputedStyle(own).backgroundColor,
      getComputedStyle(own.closest("hit-strip")?.querySelector("path") as Element).stroke,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(new Set(colours).size).toBe(3);
    await page.context().close();
  });
});

describe("on paper", () => {
  it("a passage is no grid, which a page's end would cut through its lines, and a name stays with its words", async () => {
    const page = await openPage(`${odyssey}episodes/deepseek-r1/`);
    await page.emulateMedia({ media: "print" });
    const looks = await page
      .locator("[data-passage]")
      .evaluateAll((all) => [...new Set(all.map((own) => getComputedStyle(own).display))]);
    expect(looks).toEqual(["block"]);
    const breaks = await page
      .locator("[data-passage] .speaker")
      .evaluateAll((all) => [...new Set(all.map((own) => getComputedStyle(own).breakAfter))]);
    expect(breaks).toEqual(["avoid"]);
    const { text, time } = await page.evaluate(() => ({
      text: document.querySelector("[data-passage] .text")?.getBoundingClientRect().left ?? 0,
      time: document.querySelector("[data-passage] .time")?.getBoundingClientRect().right ?? 0,
    }));
    expect(time).toBeLessThanOrEqual(text);
    await page.context().close();
  });
});

describe("the contents on a phone", () => {
  it("bring a chapter to the top, and close by Escape and by a touch beside them", async () => {
    const page = await openPage(`${odyssey}episodes/deepseek-r1/`, {
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
      reducedMotion: "no-preference",
    });
    const contents = page.locator("details[data-contents]");
    const isOpen = () => contents.evaluate((own: HTMLDetailsElement) => own.open);
    await contents.locator("summary").tap();
    await contents.locator("a").nth(7).tap();
    await page.locator("#chapter-8 + .leaf [aria-current]").waitFor();
    await waitForRest(page);
    expect(await isOpen()).toBe(false);
    const top = await page.locator("#chapter-8").evaluate((own) => own.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(740 / 4);
    await contents.locator("summary").tap();
    await page.keyboard.press("Escape");
    expect(await isOpen()).toBe(false);
    await contents.locator("summary").tap();
    await page.touchscreen.tap(180, 600);
    expect(await isOpen()).toBe(false);
    await page.context().close();
  });
});

describe("Escape in the search field", () => {
  it("leaves what was found", async () => {
    const page = await openPage(`${odyssey}search/?q=${encodeURIComponent("蒸馏")}`);
    await page.locator("[data-search-state=ready]").waitFor();
    const field = page.locator("#search-query");
    await field.focus();
    for (let times = 0; times < 3; times++) await page.keyboard.press("Escape");
    await waitForRest(page);
    expect(await field.inputValue()).toBe("蒸馏");
    expect(await page.locator("main").getAttribute("data-episodes")).toBe("1");
    await page.context().close();
  });
});

describe("marks of quotation", () => {
  it("are narrow in English, and wide in Chinese", async () => {
    const page = await openPage(`${odyssey}search/?q=${encodeURIComponent("蒸馏")}`);
    await page.locator("[data-search-state=ready]").waitFor();
    const measure = (lang: string) =>
      page.evaluate((own) => {
        const span = Object.assign(document.createElement("span"), { lang: own, textContent: "“”" });
        document.querySelector("[data-status]")?.append(span);
        const width = span.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(span).fontSize);
        span.remove();
        return width;
      }, lang);
    expect(await measure("en")).toBeLessThan(1.2);
    expect(await measure("zh-CN")).toBeGreaterThan(1.2);
    await page.context().close();
  });
});

describe("what browsers draw in their own way", () => {
  it("is drawn like the rest: the fields of the filters, the ticks, the clear button", async () => {
    const page = await openPage(`${odyssey}search/?q=${encodeURIComponent("蒸馏")}`);
    await page.locator("[data-search-state=ready]").waitFor();
    await page.locator("filter-panel summary").click();
    const drawn = await page
      .locator("filter-panel :is(select, input), .search-page input")
      .evaluateAll((all) => [
        ...new Set(
          all
            .filter((own) => own.matches(":not([type=radio])"))
            .map((own) => getComputedStyle(own).appearance),
        ),
      ]);
    expect(drawn).toEqual(["none"]);
    const clear = await page
      .locator("#search-query")
      .evaluate((own) => getComputedStyle(own, "::-webkit-search-cancel-button").appearance);
    expect(clear).toBe("none");
    expect(await findFaults(page)).toEqual([]);
    await page.context().close();
  });

  it.each(["people/leo/", "terms/MoE/", "episodes/deepseek-r1/"])(
    "is an arrow of ours: /%s",
    async (path) => {
      const page = await openPage(odyssey + path);
      const marks = await page
        .locator("summary:visible")
        .evaluateAll((all) =>
          all.map((own) => [getComputedStyle(own).listStyleType, getComputedStyle(own, "::before").rotate]),
        );
      expect(marks.length).toBeGreaterThan(0);
      expect([...new Set(marks.flat())]).toEqual(["none", "45deg"]);
      expect(await findFaults(page)).toEqual([]);
      await page.context().close();
    },
  );

  it("is left to a system that sets the colours", async () => {
    const page = await openPage(`${odyssey}search/?q=${encodeURIComponent("蒸馏")}`, {
      forcedColors: "active",
    });
    await page.locator("[data-search-state=ready]").waitFor();
    await page.locator("filter-panel summary").click();
    const select = page.locator("filter-panel select").first();
    expect(await select.evaluate((own) => getComputedStyle(own).appearance)).not.toBe("none");
    await page.context().close();
  });
});

describe("the first page on a wide screen", () => {
  it("uses its right third for what is talked about most", async () => {
    const page = await openPage(odyssey, { viewport: { width: 1440, height: 900 } });
    const [head, most] = await page.evaluate(() =>
      [".front", ".most"].map((name) => document.querySelector(name)?.getBoundingClientRect().toJSON()),
    );
    expect(most.left).toBeGreaterThanOrEqual(head.right);
    expect(most.right).toBeGreaterThan(1440 * 0.85);
    expect(most.top).toBeLessThan(head.bottom);
    expect(await page.locator(".most .name").allInnerTexts()).toContain("蒸馏");
    expect(await findFaults(page)).toEqual([]);
    await page.context().close();
  });
});

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
  "kept/",
  `search/?q=${encodeURIComponent("蒸馏")}`,
  "404.html",
];

/** Pixels by which a page is wider than its window, which a phone would make smaller to hold it. */
function readOverflow(page: Page): Promise<number> {
  return page.evaluate(
    (width) => Math.max(innerWidth, document.documentElement.scrollWidth) - width,
    page.viewportSize()?.width ?? 0,
  );
}

/** Of the window's height, the share that stays covered while one scrolls. */
async function readCovered(page: Page): Promise<number> {
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight / 2));
  await waitForRest(page);
  return page.evaluate(() => {
    const stays = (own: Element): boolean => {
      const { position } = getComputedStyle(own);
      const { top, bottom } = own.getBoundingClientRect();
      if (position === "fixed" || (position === "sticky" && (top <= 0 || bottom >= innerHeight))) return true;
      return own.parentElement !== null && stays(own.parentElement);
    };
    // At the edge: a small button over the text is no bar.
    const rows = Array.from({ length: innerHeight }, (_, y) => document.elementFromPoint(4, y));
    return rows.filter((own) => own !== null && stays(own)).length / innerHeight;
  });
}

/** Opens an episode at a hit, and plays it. */
async function playAndFind(page: Page): Promise<void> {
  await page.goto(`${site}episodes/007-night-train/?q=${encodeURIComponent("车站")}#t=14`);
  await page.locator("hit-bar:not([hidden])").waitFor();
  await page.locator("listen-button button").first().click();
  // Until then it may tell that it loads, above its row.
  await page
    .locator("episode-player:not([hidden]) .player[data-playing]:not([data-telling])")
    .waitFor({ state: "attached" });
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

  it("leave the bars narrow, low and whole, beside a player and while one looks for words", async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
    });
    const page = await context.newPage();
    await playAndFind(page);
    const isInside = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      return box !== null && box.x >= 0 && box.x + box.width <= 360 && box.y + box.height <= 740;
    };
    expect(await readOverflow(page)).toBe(0);
    expect(await isInside(".hit-close")).toBe(true);
    expect(await readCovered(page)).toBeLessThanOrEqual(0.2);
    await page.locator(".hit-close").click();
    await page.locator(".player").waitFor();
    expect(await isInside(".player-more")).toBe(true);
    expect(await readCovered(page)).toBeLessThanOrEqual(0.2);
    await page.locator(".player-more").click();
    await page.locator(".player[data-open]").waitFor();
    expect(await isInside(".player-close")).toBe(true);
    expect(await isInside("[data-player-sleep]")).toBe(true);
    expect(await readOverflow(page)).toBe(0);
    await context.close();
  });

  it("leave what a key does room beside or below it", async () => {
    const page = await open("kept/");
    await page.locator("[data-key-help]").first().click();
    const narrowest = await page
      .locator(".key-sheet dd")
      .evaluateAll((all) => Math.min(...all.map((own) => own.getBoundingClientRect().width)));
    expect(narrowest).toBeGreaterThanOrEqual(4 * 32);
    await page.context().close();
  });

  it("break no word of the first page's title", async () => {
    const page = await open("");
    const lines = await page.locator("h1").evaluate((title) => {
      const range = document.createRange();
      range.selectNodeContents(title);
      return new Set([...range.getClientRects()].map(({ top }) => top)).size;
    });
    expect(lines).toBe(2);
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
  it.each([
    [360, 740],
    [360, 640],
    [320, 640],
    [740, 360],
  ])(
    "takes a fifth of it at most, with a player and while one looks for words too: %s × %s",
    async (width, height) => {
      const page = await openPage(`${site}404.html`, {
        viewport: { width, height },
        isMobile: true,
        hasTouch: true,
      });
      await playAndFind(page);
      expect(await readCovered(page)).toBeLessThanOrEqual(0.2);
      await page.locator(".hit-close").click();
      await page.locator(".player").waitFor();
      expect(await readCovered(page)).toBeLessThanOrEqual(0.2);
      await page.context().close();
    },
  );

  it.each([
    [360, 740],
    [320, 640],
  ])("takes no more where the player is open: %s × %s", async (width, height) => {
    const page = await openPage(`${site}404.html`, {
      viewport: { width, height },
      isMobile: true,
      hasTouch: true,
    });
    await playAndFind(page);
    await page.locator(".player-more").click();
    await page.locator(".player[data-open] [data-player-speed]").waitFor();
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

describe("colours that the system forces, where something is pressed or chosen", () => {
  const forced = { forcedColors: "active", colorScheme: "dark" } as const;

  it("leave the button that plays told apart from its ground", async () => {
    const page = await openPage(`${site}episodes/007-night-train/`, forced);
    for (const button of [".listen", ".player-play"]) {
      await page.locator(button).first().waitFor();
      const [ground, sign] = await page
        .locator(button)
        .first()
        .evaluate((own) => [getComputedStyle(own).backgroundColor, getComputedStyle(own).color]);
      expect(ground).not.toBe(sign);
      expect(sign).toBe(
        await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor),
      );
      await page.locator("listen-button button").first().click();
    }
    await page.context().close();
  });

  it("leave a frame around what can be done with a selection", async () => {
    const page = await openPage(`${odyssey}episodes/deepseek-r1/`, forced);
    await page.locator(".passage .time").nth(1).focus();
    await page.keyboard.press("q");
    const bar = page.locator("quote-bar");
    await bar.waitFor();
    expect(await bar.evaluate((own) => getComputedStyle(own).borderTopWidth)).toBe("1px");
    const [frame, ground] = await bar.evaluate((own) => [
      getComputedStyle(own).borderTopColor,
      getComputedStyle(own).backgroundColor,
    ]);
    expect(frame).not.toBe(ground);
    await page.context().close();
  });

  it("leave a line under what is chosen", async () => {
    const page = await openPage(`${odyssey}episodes/deepseek-r1/`, forced);
    const isLined = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((own) => getComputedStyle(own).textDecorationLine);
    expect(await isLined(".site-header nav [aria-current]")).toBe("underline");
    expect(await isLined("#reading-settings label:has(:checked)")).toBe("underline");
    expect(await isLined("#reading-settings label:not(:has(:checked))")).toBe("none");
    await page.context().close();
  });
});

describe("on paper", () => {
  it("stand the kept passages with their notes, and nothing to press", async () => {
    const page = await openPage(`${odyssey}episodes/deepseek-r1/`);
    for (const index of [2, 4]) {
      await page.locator(".passage .time").nth(index).focus();
      await page.keyboard.press("b");
    }
    await page.goto(`${odyssey}kept/`);
    await page.locator("textarea").first().fill("再听一遍");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("blockquote:visible").count()).toBe(2);
    expect(await page.locator("textarea:visible").count()).toBe(1);
    expect(
      await page
        .locator("textarea")
        .first()
        .evaluate((own) => getComputedStyle(own).borderTopWidth),
    ).toBe("0px");
    expect(await page.locator(":is(button, input, .button):visible").count()).toBe(0);
    await page.context().close();
  });

  it.each([odyssey, `${site}terms/`, `${site}topics/`, `${odyssey}kept/`])(
    "stands nothing to press or to write in: %s",
    async (address) => {
      const page = await openPage(address);
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(":is(button, input, select, .button):visible").count()).toBe(0);
      await page.context().close();
    },
  );

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

describe("the reading settings", () => {
  it.each([
    [1440, 900],
    [1280, 720],
    [1024, 640],
    [1000, 480],
    [360, 740],
  ])("open whole on the screen, and stay where they are: %s × %s", async (width, height) => {
    const page = await openPage(`${odyssey}episodes/deepseek-r1/`, { viewport: { width, height } });
    const panel = page.locator("#reading-settings");
    const choice = panel.locator("heard-switch input[value=heard]");
    await page.locator('[popovertarget="reading-settings"]:visible').last().click();
    await panel.waitFor();
    await waitForRest(page);
    const before = await panel.boundingBox();
    expect(before?.y).toBeGreaterThanOrEqual(0);
    expect((before?.y ?? 0) + (before?.height ?? 0)).toBeLessThanOrEqual(height);
    await choice.check();
    await page.waitForFunction(() => document.documentElement.dataset["words"] === "heard");
    await waitForRest(page);
    expect(await panel.boundingBox()).toEqual(before);
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

  it("is drawn like the rest: what the player lets choose", async () => {
    const page = await openPage(`${site}episodes/007-night-train/`);
    await page.locator("listen-button button").first().click();
    await page.locator(".player").waitFor();
    const looks = await page
      .locator(".player select")
      .evaluateAll((all) =>
        all.map((own) => [
          getComputedStyle(own).appearance,
          getComputedStyle(own).backgroundImage !== "none",
        ]),
      );
    expect(looks).toEqual([
      ["none", true],
      ["none", true],
    ]);
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

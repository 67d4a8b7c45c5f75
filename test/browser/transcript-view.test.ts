import type { Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { openBrowser, openPage } from "./open-page.ts";

const coding = `${inject("siteUrl")}episodes/002-coding-tools/`;
const odyssey = `${inject("odysseyUrl")}episodes/deepseek-r1/`;

/** Id and start of the marked passage, once there is one. */
async function readCurrent(page: Page): Promise<{ id: string; start: number }> {
  const current = page.locator("[data-passage][aria-current]");
  await current.waitFor();
  return current.evaluate((element: HTMLElement) => ({
    id: element.id,
    start: Number(element.dataset["start"]),
  }));
}

function isCurrentInView(page: Page): Promise<boolean> {
  return page.locator("[data-passage][aria-current]").evaluate((element) => {
    const { top } = element.getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  });
}

describe("a time link", () => {
  it.each(["#t=754", "#t=754,790", "#t=12:34", "#t=0:12:34"])("opens the passage at %s", async (fragment) => {
    const page = await openPage(odyssey + fragment);
    const { start } = await readCurrent(page);
    expect(Math.abs(start - 754)).toBeLessThan(40);
    expect(await isCurrentInView(page)).toBe(true);
    await page.close();
  });

  it("opens a passage by its line", async () => {
    const page = await openPage(`${odyssey}#p14`);
    expect((await readCurrent(page)).id).toBe("p14");
    await page.close();
  });

  it("opens the passage that holds a token of a line, wherever in the line passages begin", async () => {
    const page = await openPage(`${odyssey}#p4.67`);
    expect((await readCurrent(page)).id).toBe("p4");
    for (const fragment of ["#p4.68", "#p4.70", "#p4.99999"]) {
      await page.goto(odyssey + fragment);
      await page.waitForFunction(
        () => document.querySelector("[aria-current][data-passage]")?.id === "p4.68",
      );
    }
    await page.close();
  });

  it("opens a passage with a real time by its line too", async () => {
    const page = await openPage(coding);
    const passage = page.locator("[data-passage]").nth(2);
    const [anchor, line] = await passage.evaluate((element) => [
      element.id,
      element.querySelector("span[id]")?.id,
    ]);
    await page.goto(`${coding}#${line}`);
    expect((await readCurrent(page)).id).toBe(anchor);
    await page.close();
  });

  it("moves the focus to the passage, so that reading goes on there", async () => {
    const page = await openPage(`${odyssey}#p14`);
    await readCurrent(page);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("p14");
    await page.close();
  });

  it("takes the recording to its moment and leaves it silent", async () => {
    const page = await openPage(`${coding}#t=15`);
    await readCurrent(page);
    const audio = page.locator("episode-player audio");
    expect(
      await audio.evaluate((element: HTMLAudioElement) => [element.currentTime, element.paused]),
    ).toEqual([15, true]);
    await page.close();
  });

  it("plays when the reader presses a passage's time", async () => {
    const context = await (await openBrowser()).newContext({ reducedMotion: "reduce" });
    await context.addInitScript(() => {
      HTMLMediaElement.prototype.play = function () {
        this.dataset["played"] = String(this.currentTime);
        return Promise.resolve();
      };
    });
    const page = await context.newPage();
    await page.goto(coding);
    await page.locator("[data-passage] .time").nth(1).click();
    const start = await page.locator("[data-passage]").nth(1).getAttribute("data-start");
    expect(await page.locator("episode-player audio").getAttribute("data-played")).toBe(start);
    expect(new URL(page.url()).hash).toBe(`#t=${start}`);
    await page.close();
  });

  it("goes back to where the reader was", async () => {
    const page = await openPage(`${odyssey}#p14`);
    await page.locator(".left .chapters a").nth(4).click();
    expect((await readCurrent(page)).id).not.toBe("p14");
    await page.evaluate(() => {
      document.addEventListener("astro:before-swap", () => document.body.setAttribute("data-swapped", ""));
    });
    await page.goBack();
    await page.waitForFunction(() => document.querySelector("[aria-current][data-passage]")?.id === "p14");
    expect(await page.locator("body[data-swapped]").count()).toBe(0);
    await page.close();
  });

  it("shows each chapter's title at the same height, pressed in the contents or opened by its address", async () => {
    const page = await openPage(odyssey, { viewport: { width: 1366, height: 768 } });
    const links = page.locator(".left .chapters a");
    const settled = (chapter: number) =>
      expect
        .poll(() =>
          page.locator(`#chapter-${chapter}`).evaluate((own) => Math.round(own.getBoundingClientRect().top)),
        )
        .toBe(96);
    for (const chapter of [2, 4, 8, 10]) {
      await links.nth(chapter - 1).click();
      await settled(chapter);
      await page.reload();
      await settled(chapter);
    }
    await page.close();
  });

  it("shows in the contents which chapter is read", async () => {
    const page = await openPage(odyssey);
    const chapter = page.locator(".left .chapters a").nth(3);
    await chapter.click();
    await page.waitForFunction(
      () => document.querySelectorAll(".left .chapters a")[3]?.getAttribute("aria-current") === "true",
    );
    await page.close();
  });
});

describe("a query in the address", () => {
  it("is marked in the passages, whatever its script, and the first mark is shown", async () => {
    const page = await openPage(`${odyssey}?q=${encodeURIComponent("強化學習")}`);
    await page.locator("mark").first().waitFor();
    const marked = new Set(await page.locator("mark").allTextContents());
    expect(marked).toContain("强化学习");
    expect(await isCurrentInView(page)).toBe(true);
    await page.close();
  });

  it("marks the other names of a term as the search finds them", async () => {
    const page = await openPage(`${odyssey}?q=RL`);
    await page.locator("mark").first().waitFor();
    expect(await page.locator("mark").allTextContents()).toEqual(expect.arrayContaining(["RL", "强化学习"]));
    await page.close();
  });

  it("does not lead away from the moment that the address names", async () => {
    const page = await openPage(`${odyssey}?q=RL#p14`);
    await page.locator("mark").first().waitFor();
    expect((await readCurrent(page)).id).toBe("p14");
    await page.close();
  });

  it("marks a corrected word without losing what was heard", async () => {
    const page = await openPage(`${odyssey}?q=${encodeURIComponent("蒸馏")}`);
    await page.locator("[data-heard] mark").first().waitFor();
    expect(await page.locator("[data-heard]:has(mark)").first().textContent()).toContain("蒸馏");
    await page.close();
  });

  it("leaves the text of every passage as it was", async () => {
    const plain = await openPage(odyssey);
    const texts = await plain.locator("[data-passage] .text").allTextContents();
    await plain.goto(`${odyssey}?q=${encodeURIComponent("的 模型 model")}`);
    await plain.locator("mark").first().waitFor();
    expect(await plain.locator("[data-passage] .text").allTextContents()).toEqual(texts);
    await plain.close();
  });
});

describe("the browser's own search in a page", () => {
  it("finds words far below, which are not laid out yet", async () => {
    const page = await openPage(odyssey, { viewport: { width: 360, height: 780 } });
    const leaf = page.locator(".leaf").last();
    expect(await leaf.evaluate((own) => getComputedStyle(own).contentVisibility)).toBe("auto");
    const isFound = await page.evaluate(() =>
      (window as unknown as { find: (words: string) => boolean }).find("下期节目再见"),
    );
    expect(isFound).toBe(true);
    await page.waitForFunction(() => {
      const last = [...document.querySelectorAll("[data-passage]")].at(-1)?.getBoundingClientRect();
      return last !== undefined && last.top < innerHeight && last.bottom > 0;
    });
    await page.close();
  });
});

describe("the buttons over a transcript", () => {
  it.each([
    ["zh", 360],
    ["en", 360],
    ["zh", 390],
    ["en", 390],
  ] as const)("stand on one line of a phone: %s, %d pixels", async (language, width) => {
    const page = await openPage(odyssey, { viewport: { width, height: 780 } });
    if (language === "en") await page.locator("language-switch button").click();
    const boxes = await page
      .locator(".shortcuts .button")
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON()));
    expect(boxes.length).toBe(4);
    expect(new Set(boxes.map(({ top }) => top)).size).toBe(1);
    for (const { height } of boxes) expect(height).toBe(44);
    await page.close();
  });
});

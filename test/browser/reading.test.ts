import { readFile } from "node:fs/promises";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, inject, it } from "vitest";
import { parseString } from "../unit/pipeline/parse/parse-string.ts";
import { findFaults } from "./find-faults.ts";
import { openPage, waitForRest } from "./open-page.ts";
import { selectWords } from "./select-words.ts";

const coding = `${inject("siteUrl")}episodes/002-coding-tools/`;
const odyssey = `${inject("odysseyUrl")}episodes/deepseek-r1/`;

const withClipboard: BrowserContextOptions = { permissions: ["clipboard-read", "clipboard-write"] };
const readClipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

describe("reading settings", () => {
  it("take effect at once and stay on the next page", async () => {
    const page = await openPage(odyssey);
    const measure = () =>
      page.evaluate(() => {
        const style = getComputedStyle(document.querySelector(".passage .text") as Element);
        return {
          size: style.fontSize,
          family: style.fontFamily,
          ground: getComputedStyle(document.documentElement).backgroundColor,
        };
      });
    const before = await measure();
    await page.locator('[popovertarget="reading-settings"]:visible').first().click();
    await page.getByRole("radio", { name: "特大" }).check();
    await page.getByRole("radio", { name: "宋体" }).check();
    await page.getByRole("radio", { name: "深色" }).check();
    const chosen = await measure();
    expect(Number.parseFloat(chosen.size)).toBeGreaterThan(Number.parseFloat(before.size));
    expect(chosen.family).not.toBe(before.family);
    expect(chosen.ground).not.toBe(before.ground);
    await page.reload();
    expect(await measure()).toEqual(chosen);
    await page.locator('[popovertarget="reading-settings"]:visible').first().click();
    expect(await page.getByRole("radio", { name: "特大" }).isChecked()).toBe(true);
    await page.getByRole("radio", { name: "跟随系统" }).check();
    expect((await measure()).ground).toBe(before.ground);
    await page.close();
  });

  it("agree with the appearance switch of the header", async () => {
    const page = await openPage(odyssey);
    await page.locator("setting-switch[setting=theme] button").click();
    await page.locator('[popovertarget="reading-settings"]:visible').first().click();
    expect(await page.getByRole("radio", { name: "浅色" }).isChecked()).toBe(true);
    await page.close();
  });

  it("hide the stamps, which come back with the keyboard's focus", async () => {
    const page = await openPage(odyssey);
    await page.locator('[popovertarget="reading-settings"]:visible').first().click();
    await page.getByRole("radio", { name: "隐藏" }).check();
    await page.keyboard.press("Escape");
    const stamp = page.locator("#p2 .time");
    const opacity = () => stamp.evaluate((element) => getComputedStyle(element).opacity);
    expect(await opacity()).toBe("0");
    await page.locator("#p1 .time").focus();
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => getComputedStyle(document.activeElement as Element).opacity === "1");
    await page.close();
  });

  it("are done by the keyboard and give the focus back", async () => {
    const page = await openPage(odyssey);
    const button = page.locator('[popovertarget="reading-settings"]:visible').first();
    await button.focus();
    await page.keyboard.press("Enter");
    // Past which words are shown.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("html").getAttribute("data-size")).toBe("large");
    await page.keyboard.press("Escape");
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });
});

describe("the contents", () => {
  it("follow the reading as the page is scrolled", async () => {
    const page = await openPage(odyssey);
    await page.evaluate(() => document.getElementById("chapter-6")?.scrollIntoView());
    await page.waitForFunction(
      () => document.querySelectorAll(".left .chapters a")[5]?.getAttribute("aria-current") === "true",
    );
    await page.close();
  });
});

describe("a long transcript", () => {
  it("opens a link to its end at the right passage, however much is laid out", async () => {
    const page = await openPage(odyssey);
    const last = await page.locator("[data-passage]").last().getAttribute("id");
    await page.goto(`${odyssey}?again#${last}`);
    await page.locator("[data-passage][aria-current]").waitFor();
    await waitForRest(page);
    const top = await page
      .locator(`[id="${last}"]`)
      .evaluate((element) => element.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(900);
    await page.close();
  });

  it("lets the browser find words far from the screen", async () => {
    const page = await openPage(odyssey);
    expect(
      await page.evaluate(() => (window as unknown as { find(words: string): boolean }).find("降本增效")),
    ).toBe(true);
    await page.waitForFunction(() => scrollY > 5000);
    await page.close();
  });

  it("shifts nothing while it is scrolled", async () => {
    const page = await openPage(odyssey);
    await page.evaluate(() => {
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          document.documentElement.dataset["shift"] = String(
            Number(document.documentElement.dataset["shift"] ?? 0) + entry.value,
          );
      }).observe({ type: "layout-shift", buffered: true });
    });
    for (let step = 0; step < 20; step++) {
      await page.mouse.wheel(0, 700);
      await page.evaluate(() => new Promise(requestAnimationFrame));
    }
    expect(Number((await page.locator("html").getAttribute("data-shift")) ?? 0)).toBeLessThan(0.01);
    await page.close();
  });
});

describe("selected text", () => {
  it("is copied with its speaker, time and link", async () => {
    const page = await openPage(odyssey, withClipboard);
    await selectWords(page, ["p2", "有幸邀请到了"]);
    await page.getByRole("button", { name: "复制引文" }).click();
    await page.getByText("复制好了").waitFor();
    const [words, source, address] = (await readClipboard(page)).split("\n");
    expect(words).toBe("“有幸邀请到了”");
    expect(source).toBe("——Leo，《DeepSeek R1 背后的技术：蒸馏、MoE 与纯强化学习》，AI Odyssey，≈0:18");
    expect(address).toMatch(new RegExp(`^${odyssey}#p2:~:text=`));
    await page.close();
  });

  it("gives a link to exactly that stretch where the times are real", async () => {
    const page = await openPage(coding, withClipboard);
    const passage = page.locator("[data-passage]").nth(1);
    const [id, start, text] = await passage.evaluate((element: HTMLElement) => [
      element.id,
      element.dataset["start"],
      element.querySelector(".text")?.textContent ?? "",
    ]);
    await selectWords(page, [id ?? "", (text ?? "").slice(0, 4)]);
    await page.getByRole("button", { name: "复制链接" }).click();
    await page.getByText("复制好了").waitFor();
    const [, from, to] = /#t=(\d+),(\d+):~:text=/.exec(await readClipboard(page)) ?? [];
    expect(from).toBe(String(Math.floor(Number(start))));
    expect(Number(to)).toBeGreaterThan(Number(from));
    await page.close();
  });

  it("is found again by the link, without any script", async () => {
    const page = await openPage(odyssey, withClipboard);
    const passage = page.locator("[data-passage]").nth(61);
    const id = (await passage.getAttribute("id")) ?? "";
    const text = (await passage.locator(".text").textContent()) ?? "";
    await passage.scrollIntoViewIfNeeded();
    await selectWords(page, [id, text.slice(0, 3)], [id, text.slice(-3)]);
    await page.getByRole("button", { name: "复制链接" }).click();
    await page.getByText("复制好了").waitFor();
    const directive = (await readClipboard(page)).split("#")[1]?.replace(id, "") ?? "";
    const plain = await openPage(`${odyssey}#${directive}`, { javaScriptEnabled: false });
    const findTop = async () => (await plain.locator(`[id="${id}"]`).boundingBox())?.y;
    await expect.poll(findTop, { timeout: 10_000 }).toBeLessThan(720);
    expect(await findTop()).toBeGreaterThan(-600);
    await plain.close();
    await page.close();
  });

  it("is cited in BibTeX", async () => {
    const page = await openPage(odyssey, withClipboard);
    await selectWords(page, ["p2", "有幸邀请到了"]);
    await page.getByRole("toolbar").getByRole("button", { name: "BibTeX" }).click();
    await page.getByText("复制好了").waitFor();
    expect(await readClipboard(page)).toMatch(/^@misc\{deepseek-r1-2025-0-18,/);
    await page.close();
  });

  it("can be quoted by the keyboard alone, and gives the focus back", async () => {
    const page = await openPage(odyssey, withClipboard);
    await page.locator("#p2 .time").focus();
    await page.keyboard.press("q");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByText("复制好了").waitFor();
    expect(await readClipboard(page)).toContain(`${odyssey}#p2:~:text=`);
    await page.keyboard.press("Escape");
    expect(await page.locator("quote-bar").isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe("#p2");
    await page.close();
  });

  it("is shared where the system can share", async () => {
    const share = () => {
      navigator.share = (data) => {
        document.documentElement.dataset["shared"] = JSON.stringify(data);
        return Promise.resolve();
      };
    };
    const page = await openPage(odyssey, { prepare: (own) => own.addInitScript(share) });
    await selectWords(page, ["p2", "有幸邀请到了"]);
    await page.getByRole("button", { name: "分享" }).click();
    const shared = JSON.parse((await page.locator("html").getAttribute("data-shared")) ?? "{}");
    expect(shared.url).toContain("#p2:~:text=");
    expect(shared.text).toMatch(/^“有幸邀请到了”\n——Leo/);
    await page.close();
  });

  it("leaves the bar when nothing is selected any more", async () => {
    const page = await openPage(odyssey);
    await selectWords(page, ["p2", "有幸邀请到了"]);
    await page.locator("quote-bar").waitFor();
    await page.evaluate(() => getSelection()?.removeAllRanges());
    await page.locator("quote-bar").waitFor({ state: "hidden" });
    await page.close();
  });
});

describe("a plain copy", () => {
  it("of several passages names speakers and times, and nothing else of the page", async () => {
    const page = await openPage(odyssey, withClipboard);
    await selectWords(page, ["p2", "有幸邀请到了"], ["p3", "Hello"]);
    await page.keyboard.press("Control+c");
    expect(await readClipboard(page)).toMatch(/^\[≈0:18\] Leo: 有幸邀请到了.*\n\n\[≈0:36\] 天一: Hello$/);
    await page.close();
  });

  it("inside one passage is the words alone", async () => {
    const page = await openPage(odyssey, withClipboard);
    await selectWords(page, ["p2", "有幸邀请到了"]);
    await page.keyboard.press("Control+c");
    expect(await readClipboard(page)).toBe("有幸邀请到了");
    await page.close();
  });
});

describe("a downloaded transcript", () => {
  const download = async (page: Page, variant: string, format: string) => {
    const waiting = page.waitForEvent("download");
    await page.locator(`button[data-variant="${variant}"][data-format="${format}"]`).click();
    const file = await waiting;
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
  };

  it.each(["vtt", "srt", "txt", "md", "json"])("holds every passage as corrected: %s", async (format) => {
    const page = await openPage(coding);
    const texts = await page.locator("[data-passage] .text").allTextContents();
    const { name, text } = await download(page, "corrected", format);
    expect(name).toBe(`002-coding-tools.${format}`);
    const said = parseString(name, text)
      .cues.map((cue) => cue.text)
      .join("");
    expect(said.replace(/\s/g, "")).toBe(texts.join("").replace(/\s/g, ""));
    await page.close();
  });

  it("holds what the machine wrote, where that is asked for", async () => {
    const page = await openPage(odyssey);
    const corrected = await download(page, "corrected", "txt");
    const heard = await download(page, "heard", "txt");
    expect(heard.name).toBe("deepseek-r1.heard.txt");
    const { heard: was, meant } = await page
      .locator("[data-heard]")
      .nth(4)
      .evaluate((element: HTMLElement) => ({
        heard: element.dataset["heard"] ?? "",
        meant: element.textContent ?? "",
      }));
    expect(heard.text).toContain(was);
    expect(heard.text.split(meant).length).toBeLessThan(corrected.text.split(meant).length);
    await page.close();
  });

  it("says inside subtitles that their times are estimated", async () => {
    const page = await openPage(odyssey);
    const vtt = await download(page, "corrected", "vtt");
    const srt = await download(page, "corrected", "srt");
    expect(vtt.name).toBe("deepseek-r1.estimated.vtt");
    expect(vtt.text).toContain("NOTE 时间按字数估算，和录音会有出入。");
    expect(srt.text).toMatch(/^1\n00:00:00,000 --> 00:00:05,000\n\[时间按字数估算/);
    await page.close();
  });

  it("is asked for again where the network failed", async () => {
    const page = await openPage(odyssey);
    await page.route("**/transcript.json", (route) => route.abort());
    await page.locator('button[data-variant="corrected"][data-format="txt"]').click();
    await page.getByText("没能读到文字稿").waitFor();
    await page.unroute("**/transcript.json");
    expect((await download(page, "corrected", "txt")).text).toContain("欢迎收听");
    await page.close();
  });
});

describe("open panels", () => {
  const cases = (["light", "dark"] as const).flatMap((colorScheme) =>
    ["中文", "English"].map((language) => ({ colorScheme, language })),
  );

  it.each(cases)(
    "have nothing for axe to find: $colorScheme, $language",
    async ({ colorScheme, language }) => {
      const page = await openPage(odyssey, { colorScheme, viewport: { width: 360, height: 780 } });
      if (language === "English") await page.getByRole("button", { name: "English" }).click();
      await page.locator('[popovertarget="reading-settings"]:visible').first().click();
      expect(await findFaults(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.locator("#p2 .time").focus();
      await page.keyboard.press("q");
      await page.locator("quote-bar").waitFor();
      expect(await findFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.close();
    },
  );
});

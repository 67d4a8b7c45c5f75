import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type SiteServer, serveSite } from "../serve-site.ts";
import { findFaults } from "./find-faults.ts";
import { openPage } from "./open-page.ts";

const odyssey = `${inject("odysseyUrl")}episodes/deepseek-r1/`;
const permissions = ["clipboard-read", "clipboard-write"];

/** Opens the sheet of a passage by its key. */
async function openSheet(page: Page, nth: number): Promise<void> {
  await page.locator(".passage .time").nth(nth).focus();
  await page.keyboard.press("q");
  await page.locator('quote-bar [data-action="picture"]').click();
  await page.locator("dialog.share-sheet").waitFor();
}

describe("a moment that is shared", () => {
  it("is saved as a picture of its words in the show's colours", async () => {
    const page = await openPage(`${inject("siteUrl")}episodes/002-coding-tools/`, {
      permissions,
      acceptDownloads: true,
    });
    await openSheet(page, 1);
    expect(await findFaults(page)).toEqual([]);
    const words = await page.locator(".passage .text").nth(1).innerText();
    expect(await page.locator(".share-sheet canvas").getAttribute("aria-label")).toContain(words);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "存成图片" }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^002-coding-tools \d+-\d\d\.png$/);
    const png = await readFile(await download.path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBe(1080);
    // The paper at a corner, and the accent's bar beside the words.
    const colours = await page.locator(".share-sheet canvas").evaluate((canvas: HTMLCanvasElement) => {
      const context = canvas.getContext("2d") as CanvasRenderingContext2D;
      return [
        [4, 4],
        [90, 100],
      ].map(([x, y]) => [...context.getImageData(x as number, y as number, 1, 1).data.slice(0, 3)]);
    });
    expect(colours[0]?.every((value) => value > 240)).toBe(true);
    expect(colours[1]?.[0]).toBeGreaterThan((colours[1]?.[2] as number) + 60);
    await page.keyboard.press("Escape");
    await page.locator("dialog.share-sheet").waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain("time");
    await page.close();
  });

  it("keeps a long one within a phone's height, and says that it was cut", async () => {
    const page = await openPage(odyssey, { viewport: { width: 360, height: 740 } });
    await page.evaluate(() => {
      const texts = document.querySelectorAll(".passage .text");
      getSelection()?.setBaseAndExtent(texts[0] as Element, 0, texts[40] as Element, 1);
    });
    await page.locator('quote-bar [data-action="picture"]').click();
    const canvas = page.locator(".share-sheet canvas");
    await canvas.waitFor();
    expect(await canvas.evaluate((own: HTMLCanvasElement) => own.height)).toBeLessThanOrEqual(1920);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.close();
  });

  it("gives the code that shows it on another page, as it is chosen", async () => {
    const page = await openPage(odyssey, { permissions });
    await openSheet(page, 3);
    await page.locator("select[name=embed-theme]").selectOption("dark");
    await page.locator("select[name=embed-size]").selectOption("small");
    await page.getByRole("button", { name: "复制代码" }).click();
    const address = `${inject("odysseyUrl")}embed/?e=deepseek-r1&amp;theme=dark&amp;size=small#p4`;
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toContain(`<iframe src="${address}"`);
    await page.close();
  });
});

describe("a moment on another page", () => {
  let site: SiteServer;
  let other: Server;
  let blog: string;

  beforeAll(async () => {
    site = await serveSite(inject("siteDir"), { base: "/archiv/", readsHeaders: true });
    const frame = `<iframe src="${site.url}embed/?e=002-coding-tools#t=12,30" height="260"></iframe>`;
    other = createServer((_, response) => response.setHeader("content-type", "text/html").end(frame));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    blog = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  });

  afterAll(async () => {
    other.close();
    await site.close();
  });

  it("stands in its frame with its words, its speakers, its recording and the way on", async () => {
    const page = await openPage(blog);
    const frame = page.frameLocator("iframe");
    await frame.locator("embed-passage[data-open]").waitFor();
    const episode = await openPage(`${site.url}episodes/002-coding-tools/`);
    const texts = await episode.locator("[data-passage]").evaluateAll((all) =>
      all.map((own) => ({
        start: Number((own as HTMLElement).dataset["start"]),
        text: own.querySelector(".text")?.textContent ?? "",
      })),
    );
    const last = texts.findLastIndex(({ start }) => start <= 12);
    const asked = texts.filter(({ start }, index) => index >= last && start < 30);
    expect(asked.length).toBeGreaterThan(0);
    const shown = await frame.locator("[data-words]").innerText();
    for (const { text } of asked) expect(shown).toContain(text);
    expect(await frame.locator("audio").getAttribute("src")).toBe(
      "https://example.org/audio/002.mp3#t=12,30",
    );
    expect(await frame.locator("[data-more]").getAttribute("href")).toBe(
      "/archiv/episodes/002-coding-tools/#t=12,30",
    );
    await episode.close();
    await page.close();
  });

  it("is dark or small where its address says so, and without faults", async () => {
    const page = await openPage(`${site.url}embed/?e=002-coding-tools&theme=dark&size=small#t=12`, {
      viewport: { width: 360, height: 132 },
    });
    await page.locator("embed-passage[data-open][data-small]").waitFor();
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
    expect(await findFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(132);
    await page.close();
  });

  it("says that an episode is gone, and that the network is, with a way to try again", async () => {
    const page = await openPage(`${site.url}embed/?e=nothing`);
    await page.getByText("这一期不在了").waitFor();
    await page.context().setOffline(true);
    await page.evaluate(() => location.replace("#t=1"));
    await page.getByText("没能打开这一段").waitFor();
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "再试一次" }).click();
    await page.getByText("这一期不在了").waitFor();
    await page.close();
  });

  it("may stand in a frame, and no other page may", async () => {
    const policyOf = async (path: string) =>
      (await fetch(site.url + path)).headers.get("content-security-policy") ?? "";
    expect(await policyOf("embed/")).toContain("frame-ancestors *");
    expect(await policyOf("episodes/002-coding-tools/")).toContain("frame-ancestors 'none'");
  });
});

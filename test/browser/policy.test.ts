import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type SiteServer, serveSite } from "../serve-site.ts";
import { openPage, waitForRest } from "./open-page.ts";

/** Opens a page, and gives with it the list of all that its policy refuses and its console complains of. */
async function openWatched(address: string): Promise<{ page: Page; faults: string[] }> {
  const faults: string[] = [];
  const page = await openPage(address, {
    reducedMotion: "no-preference",
    async prepare(own) {
      own.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) faults.push(message.text());
      });
      own.on("pageerror", (error) => faults.push(String(error)));
      await own.exposeFunction("tellViolation", (told: string) => faults.push(told));
      await own.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          const { effectiveDirective, blockedURI, sample } = event;
          const tell = (window as unknown as { tellViolation(told: string): void }).tellViolation;
          tell([location.pathname, effectiveDirective, blockedURI, sample].join(" "));
        });
      });
    },
  });
  return { page, faults };
}

/**
 * Addresses of all pages of a site but those that only lead on; of terms and topics, which are many and alike, the first
 * few.
 */
async function listPages(folder: string, root: string): Promise<string[]> {
  const all = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith("index.html"));
  const htmls = await Promise.all(all.map((file) => readFile(join(folder, file), "utf8")));
  const files = all.filter((_, index) => htmls[index]?.includes("<moved-page>") === false);
  const few = new Map<string, number>();
  return files
    .sort()
    .filter((file) => {
      const kind = file.replace(/^([^/]+\/)[^/]+\/index\.html$/, "$1");
      few.set(kind, (few.get(kind) ?? 0) + 1);
      return (few.get(kind) ?? 0) <= 4;
    })
    .map((file) => new URL(encodeURI(file.replace(/index\.html$/, "")), root).href);
}

/** Follows a link to an address, as the router does it. */
async function follow(page: Page, address: string): Promise<void> {
  await page.evaluate(
    (href) =>
      new Promise<void>((resolve) => {
        document.addEventListener("astro:page-load", () => resolve(), { once: true });
        // Where it does not come the address tells whether the link was followed.
        setTimeout(resolve, 20_000);
        const link = Object.assign(document.createElement("a"), { href });
        document.body.append(link);
        link.click();
      }),
    address,
  );
  await page.waitForURL(address);
}

describe.each([
  ["under a base path, with recordings", inject("siteDir"), "/archiv/"],
  ["at the root, of texts alone", inject("odysseyDir"), "/"],
])("a site %s", (_, folder, base) => {
  let site: SiteServer;
  let pages: string[];

  beforeAll(async () => {
    site = await serveSite(folder, { base, readsHeaders: true });
    pages = await listPages(folder, site.url);
  });

  afterAll(() => site.close());

  it("opens every kind of page without a violation", async () => {
    const { page, faults } = await openWatched(site.url);
    expect(pages.length).toBeGreaterThan(12);
    for (const address of pages) {
      const response = await page.goto(address);
      expect(response?.headers()["content-security-policy"], address).toContain("default-src 'none'");
    }
    await waitForRest(page);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("goes through fifty pages by its router without a violation", async () => {
    const { page, faults } = await openWatched(site.url);
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    // What stands in frames of other pages has no router.
    const routed = pages.filter((address) => !address.endsWith("/embed/"));
    // Seven on each time: a page of another kind follows.
    for (let count = 1; count <= 50; count++)
      await follow(page, routed[(count * 7) % routed.length] as string);
    expect(await page.evaluate(() => "isSame" in window)).toBe(true);
    expect(await page.locator("meta[http-equiv=content-security-policy]").count()).toBe(1);
    await waitForRest(page);
    expect(faults).toEqual([]);
    await page.close();
    // Seven seconds alone, several times that beside other work.
  }, 300_000);
});

describe("a site with its policy", () => {
  let site: SiteServer;

  beforeAll(async () => {
    site = await serveSite(inject("siteDir"), { base: "/archiv/", readsHeaders: true });
  });

  afterAll(() => site.close());

  it("searches, opens a hit, plays it and gives the transcript, without a violation", async () => {
    const { page, faults } = await openWatched(site.url);
    await page.locator("input[type=search]").first().fill("天亮的时候");
    await page.keyboard.press("Enter");
    await page.locator('[data-search-state="ready"] a[data-hit]').first().click();
    await page.waitForURL(/007-night-train/);
    await page.waitForFunction(() => {
      const audio = document.querySelector<HTMLAudioElement>("episode-player audio");
      return audio !== null && !audio.paused && audio.played.length > 0;
    });
    const waiting = page.waitForEvent("download");
    await page.locator('button[data-variant="corrected"][data-format="vtt"]').evaluate((button) => {
      (button as HTMLElement).click();
    });
    expect((await waiting).suggestedFilename()).toBe("007-night-train.vtt");
    await follow(page, `${site.url}search/?q=${encodeURIComponent("zhengliu 没有这个")}`);
    await page.locator('[data-search-state="ready"]').waitFor({ state: "attached" });
    await waitForRest(page);
    expect(faults).toEqual([]);
    await page.close();
  });

  it("runs no script and takes no style that a text might bring in", async () => {
    const { page, faults } = await openWatched(site.url);
    const isRun = await page.evaluate(() => {
      const script = document.createElement("script");
      script.text = "window.isRun = true;";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<p style="color: red">好</p>');
      return "isRun" in window;
    });
    expect(isRun).toBe(false);
    await expect.poll(() => faults.join("\n")).toMatch(/script-src-elem inline[\s\S]*style-src-attr inline/);
    await page.close();
  });

  it("asks no other site than it needs", async () => {
    const { page, faults } = await openWatched(site.url);
    await page.evaluate(() => fetch("https://elsewhere.example/").catch(() => undefined));
    await expect.poll(() => faults.join("\n")).toContain("connect-src https://elsewhere.example/");
    await page.close();
  });
});

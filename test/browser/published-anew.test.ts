import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type SiteServer, serveSite } from "../serve-site.ts";
import { buildSite, makeBuildFolder } from "../site/build-sites.ts";
import { openPage } from "./open-page.ts";

/** Three builds of an archive: the second has three lines more before the last episode's, the third one more again. */
const builds = ["first", "second", "third"] as const;

const episodeCount = 25;
const sentences = ["今天说说蒸馏。", "院子里有一棵梧桐树。", "蒸馏是老师教学生。", "火车在夜里开过去了。"];

let folder = "";
let site: SiteServer;
let page: Page;

beforeAll(async () => {
  folder = await makeBuildFolder();
  const content = join(folder, "content");
  await mkdir(content, { recursive: true });
  await writeFile(
    join(content, "show.yaml"),
    "title: 夜谈\ndescription: 夜里谈的话\nauthor: 夜谈\nlanguage: zh-CN\n",
  );
  const write = async (episode: number, before: readonly string[]) => {
    const own = join(content, "episodes", `e${String(episode).padStart(2, "0")}`);
    await mkdir(own, { recursive: true });
    const day = String(episode + 1).padStart(2, "0");
    await writeFile(join(own, "episode.md"), `---\ntitle: 第${episode}夜\ndate: 2024-01-${day}\n---\n`);
    const said = Array.from(
      { length: 12 },
      (_, k) => `${k % 2 === 0 ? "甲" : "乙"}：${sentences[(episode + k) % sentences.length]}`,
    );
    await writeFile(join(own, "transcript.txt"), [...before, ...said].map((line) => `${line}\n\n`).join(""));
  };
  for (let episode = 0; episode < episodeCount; episode++) await write(episode, []);
  const lines = ["丙：先说三句别的。", "甲：天气很好。", "丙：我们开始吧。"];
  for (const [k, name] of builds.entries()) {
    await write(episodeCount - 1, k === 0 ? [] : [...lines, ...(k === 2 ? ["甲：等一等。"] : [])]);
    await buildSite({
      ARCHIVE_CONTENT: content,
      ARCHIVE_OUT: join(folder, name),
      ARCHIVE_CACHE: join(folder, "cache"),
      ARCHIVE_BASE: "",
      ARCHIVE_SITE: "",
    });
  }
  site = await serveSite(join(folder, "site"));
}, 600_000);

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** As a clean build does: nothing of the last one stays. */
async function publish(name: (typeof builds)[number]): Promise<void> {
  const next = join(folder, "next");
  await cp(join(folder, name), next, { recursive: true });
  await rm(join(folder, "site"), { recursive: true, force: true });
  await rename(next, join(folder, "site"));
}

beforeEach(() => publish("first"));
afterEach(() => page?.close());

/** Newest first: the episode that changes stands where its passages are loaded. */
const addressOf = (query: string) => `${site.url}search/?q=${encodeURIComponent(query)}&sort=newest`;

async function openSearch(query: string): Promise<void> {
  page = await openPage(addressOf(query));
  await waitForAnswer(query);
  // Of the same document as long as it is not loaded anew.
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
}

async function waitForAnswer(query: string): Promise<void> {
  await page.locator(`main[data-search-state="ready"]`).waitFor();
  await expect.poll(() => page.locator("[data-status]").innerText()).toContain(query);
  await page.locator("a[data-hit]").first().waitFor();
}

async function ask(query: string): Promise<void> {
  await page.locator("main input[type=search]").fill(query);
  await page.keyboard.press("Enter");
  await waitForAnswer(query);
}

/** The page was not loaded anew. */
async function expectRight(query: string): Promise<void> {
  await expectMarks(query);
  expect(await page.evaluate(() => "isSameDocument" in window)).toBe(true);
}

/** Every row has the words, and marks nothing else. */
async function expectMarks(query: string): Promise<void> {
  const marked = await page
    .locator('[data-tier="exact"] a[data-hit]')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("mark")].map((own) => own.textContent)),
    );
  expect(marked.length).toBeGreaterThan(0);
  for (const own of marked) {
    expect(own.length).toBeGreaterThan(0);
    for (const word of own) expect(word).toBe(query);
  }
}

describe("an archive that is published anew while its search page is open", () => {
  it("answers the next query from the new one, by itself", async () => {
    await openSearch("蒸馏");
    await publish("second");
    await ask("梧桐树");
    await expectRight("梧桐树");
    await ask("先说三句别的");
    await expectRight("先说三句别的");
  });

  it("shows the new answer when more passages of the old one are asked for", async () => {
    await openSearch("蒸馏");
    await publish("second");
    const newest = page.locator('[data-episode="e24"]').first();
    await newest.locator("[data-more]").click();
    await expect.poll(() => newest.locator("a[data-hit]").count()).toBe(6);
    await waitForAnswer("蒸馏");
    await expectRight("蒸馏");
  });

  it("goes on after two of them", async () => {
    await openSearch("蒸馏");
    await publish("second");
    await ask("梧桐树");
    await publish("third");
    await ask("等一等");
    await expectRight("等一等");
  });

  it("is seen when the page is seen again after ten minutes", async () => {
    page = await openPage("about:blank");
    await page.clock.install();
    await page.goto(addressOf("火车"));
    await waitForAnswer("火车");
    await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    await publish("second");
    const see = (isHidden: boolean) =>
      page.evaluate((own) => {
        Object.defineProperty(document, "hidden", { configurable: true, value: own });
        document.dispatchEvent(new Event("visibilitychange"));
      }, isHidden);
    await see(true);
    await page.clock.fastForward("11:00");
    await see(false);
    await page.locator("a[data-hit][data-start]").first().waitFor();
    await ask("天气很好");
    await expectRight("天气很好");
  });

  it("says so where its files are not all there yet, and trying again works", async () => {
    await openSearch("蒸馏");
    await publish("second");
    await page.route("**/archive.*/manifest.json", (route) => route.abort());
    await page.locator("main input[type=search]").fill("天气很好");
    await page.locator('main[data-search-state="error"]').waitFor();
    await expect.poll(() => page.locator("[data-status]").innerText()).toContain("刚刚更新过");
    await page.unrouteAll();
    await page.getByRole("button", { name: "再试一次" }).click();
    await waitForAnswer("天气很好");
    await expectRight("天气很好");
  });

  it("is never joined with the old one by a proxy that keeps what it should not", async () => {
    const kept = new Map<string, string>();
    page = await openPage("about:blank");
    await page.route(/search-pointer\.json|manifest\.json/, async (route) => {
      const address = new URL(route.request().url()).pathname;
      const body = kept.get(address) ?? (await (await route.fetch()).text());
      kept.set(address, body);
      await route.fulfill({ body, contentType: "application/json" });
    });
    await page.goto(addressOf("火车"));
    await waitForAnswer("火车");
    await publish("second");
    await page.goto(addressOf("蒸馏"));
    const newest = page.locator('[data-episode="e24"]').first();
    await newest.locator(".failed").waitFor();
    await expectMarks("蒸馏");
    await page.unrouteAll();
    await newest.locator(".failed button").click();
    await newest.locator("a[data-hit]").first().waitFor();
    await expectMarks("蒸馏");
  });
});

/** A service worker of the owner's that gives what it has once seen for ever, as recipes for offline reading do. */
const writeKeeper = (match: object) => `
  const isKept = ({ pathname }) => /search-pointer\\.json|manifest\\.json/.test(pathname);
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(clients.claim()));
  self.addEventListener("fetch", (event) => {
    if (!isKept(new URL(event.request.url))) return;
    event.respondWith((async () => {
      const kept = await caches.open("yesterday");
      const known = await kept.match(event.request, ${JSON.stringify(match)});
      if (known !== undefined) return known;
      const response = await fetch(event.request);
      await kept.put(event.request, response.clone());
      return response;
    })());
  });`;

async function keepYesterday(match: object): Promise<void> {
  await writeFile(join(folder, "site/keeper.js"), writeKeeper(match));
  page = await openPage(site.url);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/keeper.js");
    await new Promise<void>((resolve) => {
      if (navigator.serviceWorker.controller !== null) resolve();
      navigator.serviceWorker.addEventListener("controllerchange", () => resolve());
    });
  });
  await page.goto(addressOf("火车"));
  await waitForAnswer("火车");
  await publish("second");
}

/** A page that is opened today, and given yesterday's pointer and manifest with today's index and texts. */
describe("a service worker that keeps yesterday's pointer and manifest", () => {
  let usual: SiteServer;
  beforeAll(async () => {
    usual = site;
    // The browser's own cache would have yesterday's index too.
    site = await serveSite(join(folder, "site"), { headers: { "Cache-Control": "no-store" } });
  });
  afterAll(async () => {
    await site.close();
    site = usual;
  });

  it("does not keep the reader from the new answer", async () => {
    await keepYesterday({});
    await page.goto(addressOf("蒸馏"));
    await waitForAnswer("蒸馏");
    await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    await expectRight("蒸馏");
    await ask("先说三句别的");
    await expectRight("先说三句别的");
  });

  it("is told of where nothing gets past it, and the way on works once something does", async () => {
    await keepYesterday({ ignoreSearch: true });
    await page.goto(addressOf("蒸馏"));
    await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
    const newest = page.locator('[data-episode="e24"]').first();
    await newest.locator(".failed").waitFor();
    expect(await newest.locator(".failed").innerText()).toContain("刚刚更新过");
    await expectRight("蒸馏");
    await page.evaluate(() => caches.delete("yesterday"));
    await newest.locator(".failed button").click();
    await newest.locator("a[data-hit]").first().waitFor();
    await waitForAnswer("蒸馏");
    await expectRight("蒸馏");
  });
});

describe("a program that keeps an answer while the archive is published anew", () => {
  it("is told of the same episodes, each passage whole and of one build", async () => {
    page = await openPage(site.url);
    const begin = () =>
      page.evaluate(async (address) => {
        const api = await globalThis.importModule(address);
        const answer = await api.search("蒸馏");
        Object.assign(window, { answer });
        return answer.episodes.length;
      }, `${site.url}search-api.js`);
    expect(await begin()).toBe(episodeCount);
    await publish("second");
    const marked = await page.evaluate(async () => {
      const { answer } = window as unknown as {
        answer: { episodes: { passages(): Promise<{ text: string; marks: [number, number][] }[]> }[] };
      };
      const all = await Promise.all(answer.episodes.map((episode) => episode.passages()));
      return all.map((own) =>
        own.flatMap(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to))),
      );
    });
    expect(marked.length).toBe(episodeCount);
    for (const own of marked) expect(own).toEqual(new Array(6).fill("蒸馏"));
  });
});

describe("a page whose scripts are gone", () => {
  it("is loaded anew, once", async () => {
    page = await openPage(`${site.url}episodes/e24/`);
    let loads = 0;
    page.on("load", () => loads++);
    await page.route(/transcript-finder|make-file/, (route) => route.fulfill({ status: 404, body: "" }));
    const press = async () => {
      await page.evaluate(() => {
        const element = document.querySelector("transcript-files button[data-format]") as HTMLElement;
        element.click();
      });
    };
    await press();
    await expect.poll(() => loads).toBe(1);
    await press();
    await page
      .locator("transcript-files [data-status]")
      .filter({ hasText: /./ })
      .waitFor({ state: "attached" });
    expect(loads).toBe(1);
  });
});

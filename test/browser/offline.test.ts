import { mkdtemp, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { type SiteServer, serveSite } from "../serve-site.ts";
import { deriveBuild, publishBuild } from "./deploys.ts";
import { findFaults } from "./find-faults.ts";
import { openPage, type PageOptions } from "./open-page.ts";

/** Of each of three builds: what is said there in one place, and nowhere else. */
const saidIn = { first: "天亮的时候", second: "天亮了以后", third: "天亮起来了" } as const;
type BuildName = keyof typeof saidIn;

let folder = "";
let site: SiteServer;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(resolve(".tingsuo", "test-"));
  for (const [name, words] of Object.entries(saidIn))
    await deriveBuild(inject("siteDir"), join(folder, name), {
      mark: String(Object.keys(saidIn).indexOf(name) + 1),
      words: [[saidIn.first, words]],
    });
  await publish("first");
  site = await serveSite(join(folder, "site"), { base: "/archiv/", readsHeaders: true });
});

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  site.cut(false);
  await publish("first");
});

afterEach(() => page?.close());

const publish = (name: BuildName) => publishBuild(join(folder, name), join(folder, "site"));
const train = () => `${site.url}episodes/007-night-train/`;
const panel = () => page.locator("keep-episode");

async function open(address: string, options: PageOptions = {}): Promise<void> {
  page = await openPage(address, options);
}

/** Has the page, and its worker, be without a network: the server answers nothing, and the browser knows. */
async function cut(isCut: boolean): Promise<void> {
  site.cut(isCut);
  await page.context().setOffline(isCut);
}

/** Keeps the episode that is shown, with its recording. */
async function keep(): Promise<void> {
  await panel().getByRole("button", { name: "存下这一期" }).click();
  await panel().getByRole("button", { name: "连录音一起存" }).click();
  await panel().getByText("文字和录音存下了").waitFor();
}

async function play(): Promise<void> {
  await page.locator("listen-button button").click();
  await page.waitForFunction(() => {
    const audio = document.querySelector<HTMLAudioElement>("episode-player audio");
    return audio !== null && !audio.paused && audio.readyState > 2 && audio.played.length > 0;
  });
}

/** What the page of the episode says in the place that differs from build to build, and what its transcript says there. */
async function readBuilds(): Promise<{ page: string; transcript: string; pointer: string }> {
  return await page.evaluate(async (all) => {
    const nameOf = (text: string) => all.find(([, words]) => text.includes(words))?.[0] ?? "none";
    const load = (address: string) => fetch(address).then((response) => response.text());
    const script = document.querySelector<HTMLScriptElement>("script[src*='ListenButton']")?.src ?? "";
    const said = nameOf(document.querySelector("[data-transcript]")?.textContent ?? "");
    const [, mark = ""] = /\.(.).{7}\.js/.exec(script) ?? [];
    return {
      page: said === all[Number(mark) - 1]?.[0] ? said : `${said} with scripts of ${mark}`,
      transcript: nameOf(await load("transcript.json")),
      pointer:
        all[Number(/"scripts":"(.)/.exec(await load("../../search-pointer.json"))?.[1]) - 1]?.[0] ?? "none",
    };
  }, Object.entries(saidIn));
}

const allOf = (name: BuildName) => ({ page: name, transcript: name, pointer: name });

describe("an episode that is kept", () => {
  it("says its size first, and asks for nothing of a reader who keeps nothing", async () => {
    await open(train());
    await page.locator("keep-episode button").waitFor();
    expect(site.takeSent().filter(({ path }) => /offline\.json|service-worker|keep-/.test(path))).toEqual([]);
    await panel().getByRole("button", { name: "存下这一期" }).click();
    await panel()
      .getByRole("button", { name: /连录音一起存（[\d.]+ [KM]B）/ })
      .waitFor();
    expect(await findFaults(page)).toEqual([]);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => panel().getByRole("button").count()).toBe(1);
    expect(await page.evaluate(async () => (await caches.keys()).length)).toBe(0);
  });

  it("opens, plays, follows and finds without a network, whatever is opened before", async () => {
    await open(train());
    await keep();
    await cut(true);
    await page.goto(`${site.url}kept/`);
    await page.locator("kept-episode-list a").filter({ hasText: "夜里的火车" }).click();
    await page.waitForURL(/007-night-train/);
    await play();
    await page.locator("[data-player-place]").evaluate((slider: HTMLInputElement) => {
      slider.valueAsNumber = 74.5;
      slider.dispatchEvent(new Event("input"));
      slider.dispatchEvent(new Event("change"));
    });
    await page.waitForFunction(() => document.querySelector("[data-spoken]")?.id === "t=74");
    await page.keyboard.press("f");
    await page.keyboard.type("天亮");
    await page.locator(".passage mark").first().waitFor();
    expect(await page.locator(".passage mark").allInnerTexts()).toEqual(["天亮"]);
    await page.goto(`${train()}?q=${encodeURIComponent("水田")}#t=74`);
    await page.locator(".passage[aria-current] mark").waitFor();
  });

  it("is found by the search without a network, which says what it covers", async () => {
    await open(train());
    await keep();
    await cut(true);
    await page.goto(`${site.url}search/?q=${encodeURIComponent("天亮")}`);
    await page.locator("[data-status]").filter({ hasText: "没有网络，只在存下的1期里找，有1处" }).waitFor();
    expect(await page.locator("[data-episode] mark").allInnerTexts()).toEqual(["天亮"]);
    expect(await findFaults(page)).toEqual([]);
    await page.locator("[data-episode] a[data-hit]").first().click();
    await page.waitForURL(/007-night-train\/\?q=.*#t=74/);
    await page.goto(`${site.url}search/?q=${encodeURIComponent("蒸馏")}`);
    await page
      .locator("[data-status]")
      .filter({ hasText: "没有网络，只在存下的1期里找，没有找到" })
      .waitFor();
    expect(await page.locator("main").getAttribute("data-search-state")).toBe("error");
  });

  it("leaves the search what it has loaded in passing, and that says of what its answer is", async () => {
    await open(train());
    await keep();
    const address = `${site.url}search/?q=${encodeURIComponent("蒸馏")}`;
    await page.goto(address);
    await page.locator("[data-episode] a[data-hit]").first().waitFor();
    const hits = await page.locator("main").getAttribute("data-hits");
    await cut(true);
    await page.goto(address);
    await page.locator("[data-notes]").filter({ hasText: "没有网络：这是存下的那一版里找到的" }).waitFor();
    expect(await page.locator("main").getAttribute("data-hits")).toBe(hits);
  });

  it("leads to what is kept from a page that is not", async () => {
    await open(train());
    await keep();
    site.cut(true);
    await page.goto(`${site.url}episodes/001-distillation/`);
    await page.locator("[data-kept-status]").filter({ hasText: "那一页也没有存下" }).waitFor();
    expect(await findFaults(page)).toEqual([]);
    site.cut(false);
    await page.getByRole("link", { name: "再打开那一页" }).click();
    await page.waitForURL(/001-distillation/);
  });

  it("is of one build after two more, and the newest when the reader wants it", async () => {
    await open(train());
    await keep();
    expect(await readBuilds()).toEqual(allOf("first"));
    await publish("second");
    await page.goto(train());
    expect(await readBuilds()).toEqual(allOf("second"));
    await publish("third");
    await page.goto(train());
    expect(await readBuilds()).toEqual(allOf("third"));
    await panel().getByText("这一页有新的一版").waitFor();
    await cut(true);
    await page.goto(train());
    expect(await readBuilds()).toEqual(allOf("first"));
    await play();
    // From the kept page of the first build a link leads to one that is of the third.
    await page.evaluate(() => Object.assign(window, { isSame: true }));
    await cut(false);
    await page.locator("a[href='/archiv/search/']").first().click();
    await page.waitForURL(/search/);
    await page.waitForFunction(() => !("isSame" in window));
    await page.goto(train());
    site.takeSent();
    await panel().getByRole("button", { name: "换成新的" }).click();
    await panel().getByText("换好了").waitFor();
    expect(site.takeSent().filter(({ path, bytes }) => path.endsWith(".opus") && bytes > 10_000)).toEqual([]);
    await cut(true);
    await page.goto(train());
    expect(await readBuilds()).toEqual(allOf("third"));
    await play();
    // A few seconds alone, several times that beside other work.
  }, 120_000);
});

describe("a browser that keeps nothing", () => {
  it("says that it is full, and keeps no half of an episode", async () => {
    await open(train());
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(site.url);
    await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 300_000 });
    await panel().getByRole("button", { name: "存下这一期" }).click();
    await panel().getByRole("button", { name: "连录音一起存" }).click();
    await panel().getByText("浏览器里没有地方了").waitFor();
    expect(await findFaults(page)).toEqual([]);
    expect(
      await page.evaluate(async () => (await caches.keys()).filter((name) => / set /.test(name))),
    ).toEqual([]);
    await page.goto(train());
    expect((await readBuilds()).page).toBe("first");
  });

  it("says that it does not allow it", async () => {
    await open(train(), {
      prepare: (own) => own.addInitScript(() => Reflect.deleteProperty(globalThis, "caches")),
    });
    await panel().getByRole("button", { name: "存下这一期" }).click();
    await panel().getByText("这个浏览器不让网页存东西").waitFor();
    await page.goto(`${site.url}kept/?away=`);
    await page.getByText("不能存下节目").waitFor();
  });

  it("tells of what it has cleared, and where the network went", async () => {
    await open(train());
    await keep();
    await page.evaluate(async () => {
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await page.goto(`${site.url}kept/`);
    await page.getByText("浏览器清掉了存下的1期").waitFor();
    await page.goto(train());
    await panel().getByText("浏览器清掉了存下的1期").waitFor();
    await cut(true);
    await panel().getByRole("button", { name: "再存一次" }).click();
    await panel().getByText("没能存下：网络断了").waitFor();
    await cut(false);
    await panel().getByRole("button", { name: "再试一次" }).click();
    await panel().getByRole("button", { name: "连录音一起存" }).click();
    await panel().getByText("文字和录音存下了").waitFor();
    await panel().getByRole("button", { name: "删掉存下的" }).click();
    await panel().getByText("删掉了").waitFor();
    expect(
      await page.evaluate(async () => (await caches.keys()).filter((name) => / set /.test(name))),
    ).toEqual([]);
  });
});

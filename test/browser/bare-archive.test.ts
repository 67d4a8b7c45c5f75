import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SiteServer, serveSite } from "../serve-site.ts";
import { buildSite, makeBuildFolder } from "../site/build-sites.ts";
import { findFaults } from "./find-faults.ts";
import { openPage } from "./open-page.ts";

// An archive as it is after an import: transcripts, and neither a glossary nor people.

const transcripts: Readonly<Record<string, string>> = {
  "2024-bridge":
    "这座桥梁修了三年。桥梁的钢索最难。钢索一断，桥梁就停工。工程师每天检查钢索和桥墩，桥墩下面是河床。",
  "2025-tea":
    "采茶要赶早。茶园在山上，采茶的人天不亮就上茶园。茶叶当天炒，炒茶的锅要热。茶园的主人说，茶叶不等人。",
  "2025-owl":
    "夜里的猫头鹰飞得没有声音。猫头鹰的翅膀很软。我们在树林里等猫头鹰，翅膀一扇，树林里的老鼠就没了。",
};

let folder = "";
let site: SiteServer;

beforeAll(async () => {
  folder = await makeBuildFolder();
  const content = join(folder, "content");
  for (const [slug, text] of Object.entries(transcripts)) {
    const episode = join(content, "episodes", slug);
    await mkdir(episode, { recursive: true });
    await writeFile(join(episode, "transcript.txt"), text);
    await writeFile(
      join(episode, "episode.md"),
      `---\ntitle: ${slug}\ndate: ${slug.slice(0, 4)}-05-01\n---\n`,
    );
  }
  await writeFile(
    join(content, "show.yaml"),
    "title: 山里\ndescription: 讲山里的事。\nauthor: 阿山\nlanguage: zh-CN\n",
  );
  await buildSite({
    ARCHIVE_CONTENT: content,
    ARCHIVE_OUT: join(folder, "dist"),
    ARCHIVE_CACHE: join(folder, "cache"),
    ARCHIVE_BASE: "",
    ARCHIVE_SITE: "",
  });
  site = await serveSite(join(folder, "dist"));
}, 300_000);

afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

const readTry = (page: Page) => page.locator(".try li").allInnerTexts();

it("has words to try that are said, from its keywords", async () => {
  const page = await openPage(site.url);
  const words = await readTry(page);
  expect(words.length).toBeGreaterThanOrEqual(3);
  const said = Object.values(transcripts).join("");
  for (const word of words) expect(said).toContain(word);
  await page.locator(".try a").first().click();
  await page.locator("[data-search-state=ready]").waitFor();
  expect(Number(await page.locator("main").getAttribute("data-hits"))).toBeGreaterThan(0);
  await page.goto(`${site.url}search/`);
  expect(await page.locator("[data-query]").allInnerTexts()).toEqual(expect.arrayContaining(words));
  // There are no terms to look through.
  expect(await page.locator('main a[href$="/terms/"]').count()).toBe(0);
  await page.close();
});

it("offers no pages that would be empty", async () => {
  const page = await openPage(site.url);
  const parts = page.locator(".site-header nav a");
  expect(await parts.evaluateAll((all) => all.map((own) => own.getAttribute("href")))).toEqual([
    "/episodes/",
    "/search/",
  ]);
  await page.close();
});

it("invites by year from its first page", async () => {
  const page = await openPage(site.url);
  const years = page.locator(".browse a[href*='/year/']");
  expect(await years.allInnerTexts()).toEqual(["2025 2", "2024 1"]);
  await page.close();
});

it.each(["", "terms/", "people/", "topics/", "search/"])("speaks to visitors on /%s", async (path) => {
  const page = await openPage(site.url + path);
  // Both languages: the one that is hidden too.
  const text = (await page.locator("main").textContent()) ?? "";
  expect(text.trim()).not.toBe("");
  expect(text).not.toMatch(/\.yaml|\.md\b|draft|草稿|文件夹|folder/);
  if (!["", "search/"].includes(path)) expect(await page.locator('main a[href$="/search/"]').count()).toBe(1);
  expect(await findFaults(page)).toEqual([]);
  await page.close();
});

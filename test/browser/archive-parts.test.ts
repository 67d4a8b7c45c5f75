import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { OFFLINE_LIST } from "../../src/publish/offline-list.ts";
import { type SiteServer, serveSite } from "../serve-site.ts";
import { buildSite, fixtureAddress, makeBuildFolder } from "../site/build-sites.ts";
import { findArchive } from "../unit/search/index/open-written-index.ts";
import { openPage } from "./open-page.ts";

let folder = "";
let site: SiteServer;
/** Another host, with the files of one of the parts. */
let host: SiteServer;

const environment = () => ({
  ARCHIVE_CONTENT: "test/fixtures/archive",
  ARCHIVE_OUT: join(folder, "dist"),
  ARCHIVE_CACHE: join(folder, "cache"),
  ...fixtureAddress,
});

beforeAll(async () => {
  folder = await makeBuildFolder();
  const [early, late] = [join(folder, "parts/early"), join(folder, "parts/late")];
  await buildSite(environment(), ["--part", "year:2023", "--to", early]);
  await buildSite(environment(), ["--part", "year:2024-2025", "--to", late]);
  host = await serveSite(join(folder, "parts"), { headers: { "Access-Control-Allow-Origin": "*" } });
  await buildSite(environment(), ["--parts", early, `${late}=${host.url}late`]);
  site = await serveSite(join(folder, "dist"), { base: "/archiv/", readsHeaders: true });
}, 600_000);

afterAll(async () => {
  await Promise.all([site.close(), host.close()]);
  await rm(folder, { recursive: true, force: true });
});

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith("pagefind/") && !path.endsWith("/manifest.json"))
    .sort();
}

/** All that `/search-api.js` says of some queries. */
function answersOf(page: Page, root: string): Promise<string> {
  return page.evaluate(async (address) => {
    const { search } = await globalThis.importModule(address);
    const answers = [];
    for (const query of [
      "蒸馏",
      "强化学习 RL",
      '"open models"',
      "的 speaker:lin",
      "夜里 -火车",
      "distil",
      "征流",
    ]) {
      const answer = await search(query, { tiers: ["exact", "sound"], prefix: true });
      const passages = [];
      for (const episode of answer.episodes) passages.push(await episode.passages());
      answers.push([query, answer, passages]);
    }
    return JSON.stringify(answers, undefined, 1).replaceAll(location.origin, "");
  }, new URL("search-api.js", root).href);
}

describe("a site built from two parts, one of them served elsewhere", () => {
  it("has every page and file that a build of the whole has, but for the index and the host in the policy", async () => {
    const [whole, inParts] = [inject("siteDir"), join(folder, "dist")];
    // What tells of all episodes is named by its content, and so by the order of things.
    const [name = "", nameInParts = ""] = await Promise.all(
      [whole, inParts].map((root) => findArchive(join(root, "search-data"))),
    );
    const renameArchive = (text: string) => text.replace(nameInParts, name);
    const files = await listFiles(inParts);
    expect(files.map(renameArchive).sort()).toEqual(await listFiles(whole));
    const differing: string[] = [];
    const allowed = ` ${new URL(host.url).origin}`;
    // What can be kept is told by what stands in each page, its policy too.
    for (const path of files.filter((own) => own !== OFFLINE_LIST)) {
      const content = renameArchive(await readFile(join(inParts, path), "latin1"));
      const hasPolicy = path.endsWith(".html") || path === "_headers";
      const expected = hasPolicy ? content.replaceAll(allowed, "") : content;
      if (hasPolicy && expected === content) differing.push(path);
      if (expected !== (await readFile(join(whole, renameArchive(path)), "latin1"))) differing.push(path);
    }
    expect(differing).toEqual([]);
  });

  it("answers as the whole does, and asks each host for what it has", async () => {
    const whole = await openPage(inject("siteUrl"));
    const expected = await answersOf(whole, inject("siteUrl"));
    await whole.context().close();
    const page = await openPage(site.url);
    const asked: string[] = [];
    page.context().on("request", (request) => asked.push(request.url()));
    expect(await answersOf(page, site.url)).toBe(expected);
    expect(asked.filter((url) => url.endsWith(".pf_meta")).map((url) => new URL(url).origin)).toEqual(
      expect.arrayContaining([new URL(site.url).origin, new URL(host.url).origin]),
    );
    await page.context().close();
  });

  it("says so where one of them has another name on its host, and goes on once the site knows it", async () => {
    const page = await openPage(`${site.url}search/?q=${encodeURIComponent("蒸馏")}`);
    await page.locator('main[data-search-state="ready"]').waitFor();
    await page.context().close();
    await rename(join(folder, "parts/late"), join(folder, "parts/later"));
    const later = await openPage(`${site.url}search/?q=${encodeURIComponent("蒸馏")}`);
    await later.locator('main[data-search-state="error"]').waitFor();
    await expect.poll(() => later.locator("[data-status]").innerText()).toContain("刚刚更新过");
    expect(await later.locator("a[data-hit]").count()).toBe(0);
    await later.evaluate(() => Object.assign(window, { isSameDocument: true }));
    const [early, late] = [join(folder, "parts/early"), join(folder, "parts/later")];
    await buildSite(environment(), ["--parts", early, `${late}=${host.url}later`]);
    await later.getByRole("button", { name: "再试一次" }).click();
    await later.locator('main[data-search-state="ready"]').waitFor();
    const rows = await later.locator('[data-tier="exact"] a[data-hit]').allInnerTexts();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatch(/蒸[馏餾]|distillation/i);
    expect(await later.evaluate(() => "isSameDocument" in window)).toBe(true);
    await later.context().close();
  });
});

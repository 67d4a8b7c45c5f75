import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openPage } from "../browser/open-page.ts";
import { serveSite } from "../serve-site.ts";
import { buildSite, makeBuildFolder } from "./build-sites.ts";

let folder = "";
let out = "";
const base = "/播客/";
const longName = "很长的名字".repeat(50);

async function writeEpisode(slug: string, transcript: string): Promise<void> {
  const place = join(folder, "content", "episodes", slug);
  await mkdir(place, { recursive: true });
  await writeFile(join(place, "episode.md"), `---\ntitle: ${slug}\ndate: 2025\n---\n`);
  await writeFile(join(place, "transcript.txt"), transcript);
}

beforeAll(async () => {
  folder = await makeBuildFolder();
  out = join(folder, "dist");
  await mkdir(join(folder, "content"), { recursive: true });
  await writeFile(
    join(folder, "content", "show.yaml"),
    "title: 怪\ndescription: 怪\nlanguage: zh-CN\nauthor: 某人\n",
  );
  await writeEpisode("one-line", `${"说来话长".repeat(250_000)}蒸馏`);
  await writeEpisode(
    "markup",
    `${"蒸馏\0<script>alert(1)</script>]]>--></textarea>".repeat(50)}\n${"x".repeat(100_000)}\n`,
  );
  // As long as file systems take names, and longer than they take addresses.
  await writeEpisode("长".repeat(84), `${longName}。`);
  await writeFile(join(folder, "content", "glossary.yaml"), `- term: ${longName}\n- term: 蒸馏\n`);
  await buildSite({
    ARCHIVE_CONTENT: join(folder, "content"),
    ARCHIVE_OUT: out,
    ARCHIVE_BASE: "/播客",
    ARCHIVE_SITE: "",
  });
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("a transcript of a million characters on one line", () => {
  it("becomes passages of a readable length", async () => {
    const html = await readFile(join(out, "episodes", "one-line", "index.html"), "utf8");
    expect(html.match(/data-passage/g)?.length).toBeGreaterThan(1_500);
  });
});

describe("markup and null bytes in a transcript", () => {
  it("are found as text and run nothing", async () => {
    const site = await serveSite(out, { base });
    const page = await openPage(`${site.url}episodes/markup/`);
    let dialogs = 0;
    page.on("dialog", (dialog) => {
      dialogs++;
      return dialog.dismiss();
    });
    const total = await page.evaluate(async () => {
      const { search } = await globalThis.importModule("/播客/search-api.js");
      return Promise.all(["蒸馏", "script"].map(async (query) => (await search(query)).total));
    });
    expect(total).toEqual([
      { episodes: 2, hits: 51 },
      { episodes: 1, hits: 100 },
    ]);
    await page.goto(`${site.url}search/?q=script`);
    await page.locator("[data-hit]").first().waitFor();
    await page.goto(`${site.url}episodes/markup/?q=script`);
    await page.locator("mark").first().waitFor();
    expect(dialogs).toBe(0);
    await page.close();
    await site.close();
  });
});

describe("names that are longer than file systems take", () => {
  it("become addresses that end in digits of their own", async () => {
    expect(await readdir(join(out, "episodes"))).toContainEqual(
      expect.stringMatching(/^长{57}-[0-9a-f]{6}$/),
    );
    expect(await readdir(join(out, "terms"))).toContainEqual(
      expect.stringMatching(/^(?:很长的名字){11}很长-[0-9a-f]{6}$/),
    );
  });
});

describe("a base path in Chinese", () => {
  it("stands percent-encoded before every link of a page", async () => {
    const html = await readFile(join(out, "index.html"), "utf8");
    const links = [...html.matchAll(/<a\b[^>]*? href="(\/[^"]*)"/g)].map(([, href]) => href);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(link).toMatch(/^\/%E6%92%AD%E5%AE%A2\//);
  });
});

import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SearchManifest } from "../../src/model/search-data.ts";
import { buildSite } from "./build-sites.ts";

// An archive that grew episode by episode, with changes on the way, is the archive that is built at once.

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tingsuo-steps-"));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const content = () => join(folder, "content");

async function build(out: string, cache: string): Promise<void> {
  await buildSite({
    ARCHIVE_CONTENT: content(),
    ARCHIVE_OUT: join(folder, out),
    ARCHIVE_CACHE: join(folder, cache),
    ARCHIVE_SITE: "https://archive.example",
    ARCHIVE_BASE: "/archiv",
  });
}

/** Every file of a site but the index, whose files depend on the order of things, with its content. */
async function readSite(out: string): Promise<Record<string, string>> {
  const root = join(folder, out);
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => !name.startsWith("pagefind/") && name !== "search-data/manifest.json");
  return Object.fromEntries(
    await Promise.all(
      files
        .sort()
        .map(
          async (name) => [name, sortAddresses(name, await readFile(join(root, name), "latin1"))] as const,
        ),
    ),
  );
}

/** The order of a sitemap's addresses means nothing. */
function sortAddresses(name: string, text: string): string {
  return name.startsWith("sitemap") ? (text.match(/<loc>[^<]*/g) ?? []).sort().join("\n") : text;
}

/** Names of all pages that are kept: each says what is in it. */
async function listKeptPages(cache: string): Promise<string[]> {
  const [archive = ""] = await readdir(join(folder, cache));
  return await readdir(join(folder, cache, archive, "pages"));
}

async function readManifest(out: string): Promise<SearchManifest> {
  return JSON.parse(await readFile(join(folder, out, "search-data/manifest.json"), "utf8")) as SearchManifest;
}

describe("an archive that is built in steps", () => {
  it("is, file by file, the one that is built at once", async () => {
    await cp("test/fixtures/archive", content(), { recursive: true });
    const later = ["003-open-models", "008-word-by-word"];
    for (const slug of later) await rm(join(content(), "episodes", slug), { recursive: true });
    await build("first", "kept");
    for (const slug of later)
      await cp(`test/fixtures/archive/episodes/${slug}`, join(content(), "episodes", slug), {
        recursive: true,
      });
    const transcript = join(content(), "episodes/001-distillation/transcript.txt");
    await writeFile(transcript, `${await readFile(transcript, "utf8")}\n最后再说一次蒸馏。\n`);
    await build("steps", "kept");
    await build("once", "fresh");
    const [steps, once] = [await readSite("steps"), await readSite("once")];
    expect(Object.keys(steps)).toEqual(Object.keys(once));
    for (const [name, text] of Object.entries(once)) expect(steps[name], name).toBe(text);
    const manifest = await readManifest("steps");
    expect({ ...manifest, parts: [] }).toEqual({ ...(await readManifest("once")), parts: [] });
  }, 180_000);

  it("has the pages of one more episode made, and of those that lead to it, and no other's", async () => {
    const before = new Set(await listKeptPages("kept"));
    const added = join(content(), "episodes/009-gardens");
    await mkdir(added);
    await writeFile(join(added, "episode.md"), "---\ntitle: 花园\ndate: 2020\n---\n");
    await writeFile(join(added, "transcript.txt"), "园丁：玫瑰、牡丹和紫藤，都在院子里。\n");
    await build("more", "kept");
    const made = (await listKeptPages("kept")).filter((name) => !before.has(name));
    // Its own page and transcript.json, and the page of the episode after it.
    expect(made.length).toBe(3);
  }, 180_000);
});

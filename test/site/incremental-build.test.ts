import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { OFFLINE_LIST, type OfflineList } from "../../src/publish/offline-list.ts";
import { nameFolder, readNamed, type SearchManifest } from "../../src/search/format/manifest.ts";
import { findArchive } from "../unit/search/index/open-written-index.ts";
import { buildSite, fixtureAddress, makeBuildFolder } from "./build-sites.ts";

// An archive that grew episode by episode, with changes on the way, is the archive that is built at once.

let folder = "";
beforeAll(async () => {
  folder = await makeBuildFolder();
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

const content = () => join(folder, "content");

async function build(root: string): Promise<void> {
  await buildSite({
    ...fixtureAddress,
    ARCHIVE_CONTENT: content(),
    ARCHIVE_OUT: root,
    ARCHIVE_CACHE: join(folder, "cache"),
  });
}

/**
 * Every file of a site but the index and its manifest, which depend on the order of things, with its content; of what can
 * be kept only the episodes. The name of what tells of all episodes comes from the manifest.
 */
async function readSite(root: string): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((name) => !name.startsWith("pagefind/") && !name.endsWith("/manifest.json"));
  const archive = await findArchive(join(root, "search-data"));
  return Object.fromEntries(
    await Promise.all(
      files.sort().map(async (name) => {
        const text = keepContent(name, await readFile(join(root, name), "latin1"));
        return [name.replace(archive, "…"), text.replace(archive, "…")] as const;
      }),
    ),
  );
}

/** The order of a sitemap's addresses means nothing, and the shell that can be kept has the manifest in it. */
function keepContent(name: string, text: string): string {
  if (name === OFFLINE_LIST) return JSON.stringify((JSON.parse(text) as OfflineList).episodes);
  return name.startsWith("sitemap") ? (text.match(/<loc>[^<]*/g) ?? []).sort().join("\n") : text;
}

/** Names of all pages that are kept: each says what is in it. */
async function listKeptPages(): Promise<string[]> {
  const [archive = ""] = await readdir(join(folder, "cache"));
  return await readdir(join(folder, "cache", archive, "pages"));
}

async function readManifest(root: string): Promise<SearchManifest> {
  const data = join(root, "search-data");
  const address = `${nameFolder("archive", await findArchive(data))}manifest.json`;
  return readNamed(JSON.parse(await readFile(join(data, address), "utf8")), address);
}

describe("an archive that is built in steps", () => {
  it("is, file by file, the one that is built at once", async () => {
    await cp("test/fixtures/archive", content(), { recursive: true });
    const later = ["003-open-models", "008-word-by-word"];
    for (const slug of later) await rm(join(content(), "episodes", slug), { recursive: true });
    const transcript = join(content(), "episodes/001-distillation/transcript.txt");
    const lines = await readFile(transcript, "utf8");
    await writeFile(transcript, `${lines}\n最后再说一次蒸馏。\n`);
    await build(join(folder, "first"));
    expect((await readManifest(join(folder, "first"))).episodes.slugs).not.toContain(later[0]);
    for (const slug of later)
      await cp(`test/fixtures/archive/episodes/${slug}`, join(content(), "episodes", slug), {
        recursive: true,
      });
    await writeFile(transcript, lines);
    await build(join(folder, "steps"));
    const [steps, once] = [await readSite(join(folder, "steps")), await readSite(inject("siteDir"))];
    expect(Object.keys(steps)).toEqual(Object.keys(once));
    for (const [name, text] of Object.entries(once)) expect(steps[name], name).toBe(text);
    const manifest = await readManifest(join(folder, "steps"));
    expect({ ...manifest, shards: [] }).toEqual({ ...(await readManifest(inject("siteDir"))), shards: [] });
  }, 180_000);

  it("has the pages of one more episode made, and of those that lead to it, and no other's", async () => {
    const before = new Set(await listKeptPages());
    const added = join(content(), "episodes/009-gardens");
    await mkdir(added);
    await writeFile(join(added, "episode.md"), "---\ntitle: 花园\ndate: 2020\n---\n");
    await writeFile(join(added, "transcript.txt"), "园丁：玫瑰、牡丹和紫藤，都在院子里。\n");
    await build(join(folder, "more"));
    const made = (await listKeptPages()).filter((name) => !before.has(name));
    // Its own page, two transcripts for programs and index.md, and the page of the episode after it.
    expect(made.length).toBe(5);
  }, 180_000);
});

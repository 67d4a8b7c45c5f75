import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeOfflineList } from "../../../src/integrations/list-offline.ts";
import { listEpisodeFiles, MOST_SHELL_BYTES, type OfflineList } from "../../../src/publish/offline-list.ts";
import { PAGEFIND_VERSION } from "../../../src/search/format/pagefind-file.ts";

let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tingsuo-"));
  for (const [path, content] of Object.entries({
    "index.html": "home",
    "search/index.html": "search",
    "kept/index.html": "kept",
    "404.html": "not found",
    "favicon.png": "icon",
    "_astro/a.12345678.js": "a",
    "search-api.js": "api",
    "search-pointer.json": JSON.stringify({ scripts: "S1", archive: "A1" }),
    "search-scripts/S1/api.js": "own",
    [`pagefind/${PAGEFIND_VERSION}/pagefind.js`]: "engine",
    "pagefind/shard/0/index/x.pf_index": "index",
    "search-data/archive.A1/manifest.json": "{}",
    "search-data/archive.A1/suggestions.json": "[]",
    "search-data/夜车.V1/0.json": "table",
    "search-data/夜车.V1/1.json": "text",
    "episodes/夜车/index.html": "page",
    "episodes/夜车/transcript.json": "{}",
    "episodes/夜车/cover-640.jpg": "picture",
    "episodes/夜车/night.opus": "sound",
  }))
    write(path, content);
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function list(): OfflineList {
  writeOfflineList(folder, ["夜车"]);
  return JSON.parse(readFileSync(join(folder, "offline.json"), "utf8"));
}

describe("the list of what can be kept", () => {
  it("has what every page needs, and nothing of the index", () => {
    const { shell } = list();
    expect(shell.files).toEqual(
      expect.arrayContaining([
        "",
        "search/",
        "kept/",
        "_astro/a.12345678.js",
        "search-pointer.json",
        "favicon.png",
      ]),
    );
    expect(shell.files.filter((path) => /pf_index|\.V1|404/.test(path))).toEqual([]);
    expect(Object.keys(shell.hashes).sort()).toEqual(["search-api.js", "search-pointer.json"]);
  });

  it("stays below its bound: what the search box offers is left out first", () => {
    write("search-data/archive.A1/suggestions.json", Buffer.alloc(MOST_SHELL_BYTES));
    const { shell } = list();
    expect(shell.bytes).toBeLessThan(MOST_SHELL_BYTES);
    expect(shell.files.some((path) => path.endsWith("suggestions.json"))).toBe(false);
    expect(shell.files.some((path) => path.endsWith("manifest.json"))).toBe(true);
  });

  it("has of an episode the page, its texts and pictures, and not its recording", () => {
    const own = list().episodes["夜车"];
    if (own === undefined) throw new Error("The episode is missing.");
    const slug = encodeURIComponent("夜车");
    expect(listEpisodeFiles("夜车", own)).toEqual([
      `episodes/${slug}/`,
      `episodes/${slug}/transcript.json`,
      `episodes/${slug}/cover-640.jpg`,
      `search-data/${slug}.V1/0.json`,
      `search-data/${slug}.V1/1.json`,
    ]);
    expect(own.bytes).toBe("page{}picturetabletext".length);
  });

  it("names what has changed, and it alone", () => {
    const before = list();
    write("episodes/夜车/index.html", "page anew");
    const after = list();
    expect(after.shell.name).toBe(before.shell.name);
    expect(after.episodes["夜车"]?.name).not.toBe(before.episodes["夜车"]?.name);
    write("_astro/a.12345678.js", "b");
    expect(list().shell.name).not.toBe(before.shell.name);
  });
});

import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { fingerprintModules } from "../../../../src/archive/cache/fingerprint-code.ts";

const kinds = ["episode", "cut", "shard", "readings", "keywords", "page"] as const;

/** Which kinds of cached things are made anew when a file of the checkout changes. */
async function listChanged(file: string, change = (text: string) => `${text}\n//\n`): Promise<string[]> {
  const read = (path: string) => readFile(path, "utf8");
  const readChanged = async (path: string) => (path === file ? change(await read(path)) : read(path));
  const changed = await Promise.all(
    kinds.map(
      async (kind) =>
        (await fingerprintModules(kind, read)) !== (await fingerprintModules(kind, readChanged)),
    ),
  );
  return kinds.filter((_, index) => changed[index]);
}

describe("what is cached", () => {
  it.each([
    ["a word of the interface", "src/wording/interface-words.ts"],
    ["a style", "src/styles/transcript.css"],
    ["a component", "src/components/episode/EpisodeHead.astro"],
    ["a page", "src/pages/episodes/[slug]/index.astro"],
  ])("stays for %s, but for pages", async (_, file) => {
    expect(await listChanged(file)).toEqual(["page"]);
  });
  it.each([
    "src/commands/check.ts",
    "src/search/engine/search-engine.ts",
    "src/components/site/PersonList.astro",
    "src/README.md",
    "test/architecture.test.ts",
  ])("stays for %s", async (file) => {
    expect(await listChanged(file)).toEqual([]);
  });
  it("is indexed anew for another form of the index, and its words are not cut anew", async () => {
    expect(await listChanged("src/search/index/bundle/encode-bundle.ts")).toEqual(["shard"]);
  });
  it("is all made anew for another reading of characters", async () => {
    expect(await listChanged("src/text/normalise.ts")).toEqual([...kinds]);
  });
  it("is cut anew for another version of jieba, and stays for another of a tool that tests", async () => {
    const setVersion = (name: string) => (text: string) => {
      const lockfile = JSON.parse(text);
      lockfile.packages[`node_modules/${name}`].version = "999.0.0";
      return JSON.stringify(lockfile);
    };
    expect(await listChanged("package-lock.json", setVersion("nodejs-jieba"))).toContain("cut");
    expect(await listChanged("package-lock.json", setVersion("vitest"))).toEqual([]);
  });
});

import { mkdtemp, readdir, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadArchive } from "../../../../src/archive/content/load-archive.ts";
import { writeContent } from "../write-content.ts";

let cacheDir = "";
beforeAll(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), "tingsuo-episodes-"));
});
afterAll(async () => rm(cacheDir, { recursive: true, force: true }));

const front = (title: string) => `---\ntitle: ${title}\ndate: 2025-03-05\n---\n`;
const content = {
  "show.yaml": "title: 节目\ndescription: 一个节目\nlanguage: zh-CN\nauthor: 某人\n",
  "glossary.yaml": "- term: 蒸馏\n  heard: [整流]\n",
  "episodes/a/episode.md": front("第一期"),
  "episodes/a/transcript.txt": "天一：我们讲整流。\n",
  "episodes/b/episode.md": front("第二期"),
  "episodes/b/transcript.txt": "天一：我们讲量化。\n",
};

/** Loads an archive twice as two builds do: without anything kept, and with what is. */
async function loadBoth(contentDir: string) {
  const fresh = await loadArchive({ contentDir });
  const kept = await loadArchive({ contentDir, cacheDir });
  return { fresh, kept };
}

describe("episodes that an earlier build has read", () => {
  it("are what reading them gives", async () => {
    const contentDir = await writeContent(content);
    await loadArchive({ contentDir, cacheDir });
    const count = (await readdir(cacheDir)).length;
    expect(count).toBeGreaterThan(0);
    const { fresh, kept } = await loadBoth(contentDir);
    expect(kept.archive).toEqual(fresh.archive);
    expect((await readdir(cacheDir)).length).toBe(count);
  });

  it("are read anew when a file, the glossary or the people change", async () => {
    const contentDir = await writeContent(content);
    await loadArchive({ contentDir, cacheDir });
    for (const [file, text] of [
      ["episodes/a/transcript.txt", "天一：我们讲强化学习。\n"],
      ["episodes/a/corrections.yaml", "replace:\n  - { line: 1, heard: 讲, meant: 说 }\n"],
      ["episodes/a/chapters.yaml", '- { start: "0:00", title: 开头 }\n'],
      ["glossary.yaml", "- term: 精馏\n  heard: [量化]\n"],
      ["people.yaml", "tianyi: { name: 天一 }\n"],
      ["show.yaml", "title: 另一个\ndescription: 一个节目\nlanguage: en\nauthor: 某人\n"],
    ] as const) {
      await writeFile(join(contentDir, file), text);
      const { fresh, kept } = await loadBoth(contentDir);
      expect(kept.archive, file).toEqual(fresh.archive);
    }
  });

  it("are read anew when what is kept is damaged", async () => {
    const contentDir = await writeContent(content);
    await loadArchive({ contentDir, cacheDir });
    for (const name of await readdir(cacheDir)) await truncate(join(cacheDir, name), 20);
    const { fresh, kept } = await loadBoth(contentDir);
    expect(kept.archive).toEqual(fresh.archive);
  });

  it("are not kept with a problem: it is told each time", async () => {
    const contentDir = await writeContent({
      ...content,
      "episodes/a/corrections.yaml": "replace:\n  - { line: 1, heard: 没有, meant: 有 }\n",
    });
    const first = await loadArchive({ contentDir, cacheDir });
    const second = await loadArchive({ contentDir, cacheDir });
    expect(first.problems.length).toBeGreaterThan(0);
    expect(second.problems).toEqual(first.problems);
  });
});

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadArchive } from "../../../../src/archive/content/load-archive.ts";
import { loadContent, writeContent, writeFrontMatter } from "../write-content.ts";

describe("loadArchive", () => {
  test("reads the smallest archive without a problem", async () => {
    const { archive, problems, episodeCount } = await loadContent({});
    expect(problems).toEqual([]);
    expect(episodeCount).toBe(1);
    expect(archive.episodes[0]).toMatchObject({ slug: "one", title: "第一期", language: "zh-CN" });
    expect(archive.episodes[0]?.passages[0]?.text).toBe("今天聊聊蒸馏。");
  });

  test("finds the problems of all files at once, sorted by file and line", async () => {
    const { printed } = await loadContent({
      "show.yaml": "titel: 小样\ndescription: 测试\nlanguage: zh-CN\nauthor: 林晚\n",
      "people.yaml": "lin: { name: 林晚, role: boss }\n",
      "glossary.yaml": "- term: 蒸馏\n  heard: 征流\n",
      "episodes/one/episode.md": "---\ntitle: 第一期\ndate: 5.3.2025\nnumber: zwei\n---\n",
      "episodes/two/episode.md": "---\ntitle: 第二期\ndate: 2025\n---\n",
    });
    expect(printed).toEqual([
      'episodes/one/episode.md:3: The date is "5.3.2025". Write it as 2025-03-05, 2025-03 or 2025, a day that exists.',
      'episodes/one/episode.md:4: The number is "zwei". Write a whole number from 0 up, as in 12.',
      "episodes/two: Warning: There is no transcript yet, so the site leaves this episode out. When there is one, put it into this folder, under any name (.txt, .md, .vtt, .srt, .json, .docx are read, and more).",
      'glossary.yaml:2: "heard" is "征流". Write a list, as in [征流, { form: 整流, near: [模型] }].',
      'people.yaml:1: "role" of "lin" is "boss". Write host, guest, or narrator.',
      'show.yaml:1: The title is missing. Add "title: …".',
      'show.yaml:1: The key "titel" is not known here. Did you mean "title"? Write that, or delete the line.',
    ]);
  });

  test("warns of a repository at which no line can be shown", async () => {
    const show = "title: 小样\ndescription: 测试\nlanguage: zh-CN\nauthor: 林晚\n";
    const { problems } = await loadContent({
      "show.yaml": `${show}repository: https://git.example.org/lin/podcast\n`,
    });
    expect(problems).toEqual([
      expect.objectContaining({
        severity: "warning",
        line: 5,
        kind: "repository-host-unknown",
        values: { repository: expect.stringContaining("git.example.org") },
      }),
    ]);
  });

  test("names files by the content folder as it was given", async () => {
    const contentDir = await writeContent({ "show.yaml": undefined });
    const { problems } = await loadArchive({ contentDir: `${contentDir}/` });
    expect(problems.map(({ file }) => file)).toEqual([`${contentDir}/show.yaml`]);
  });

  test("says that there is no content folder", async () => {
    const { problems } = await loadArchive({ contentDir: "no-such-folder" });
    expect(problems).toEqual([
      expect.objectContaining({
        severity: "error",
        file: "no-such-folder",
        kind: "content-folder-missing",
        values: {},
      }),
    ]);
  });

  test("asks for a show.yaml that is missing", async () => {
    const { printed } = await loadContent({ "show.yaml": undefined });
    expect(printed).toEqual([expect.stringMatching(/^show\.yaml: There is no show\.yaml\. Create it/)]);
  });

  test("asks for the contents of an empty show.yaml", async () => {
    const { printed } = await loadContent({ "show.yaml": "# nothing yet\n" });
    expect(printed).toEqual([expect.stringMatching(/^show\.yaml: The file is empty\. Write "title"/)]);
  });

  test("takes empty people, glossary, corrections and chapters for none", async () => {
    const { problems, archive } = await loadContent({
      "people.yaml": "",
      "glossary.yaml": "# 以后再写\n",
      "episodes/one/corrections.yaml": "replace:\nturns: []\nkeep:\n",
      "episodes/one/chapters.yaml": "",
    });
    expect(problems).toEqual([]);
    expect(archive).toMatchObject({ people: [], terms: [] });
  });

  test("warns of an archive without episodes", async () => {
    const { problems } = await loadContent({
      "episodes/one/episode.md": undefined,
      "episodes/one/transcript.txt": undefined,
    });
    expect(problems).toEqual([expect.objectContaining({ severity: "warning" })]);
  });

  test("leaves out an episode with an error and keeps the others", async () => {
    const { archive, episodeCount } = await loadContent({
      "episodes/two/episode.md": "---\ntitle: 第二期\ndate: 2025-02-30\n---\n",
      "episodes/two/transcript.txt": "好。\n",
    });
    expect(archive.episodes.map(({ slug }) => slug)).toEqual(["one"]);
    expect(episodeCount).toBe(2);
  });

  test("checks a draft and leaves it out", async () => {
    const { archive, printed } = await loadContent({
      "episodes/one/episode.md": writeFrontMatter("draft: true\nnumber: zwei"),
    });
    expect(archive.episodes).toEqual([]);
    expect(printed).toEqual([expect.stringMatching(/^episodes\/one\/episode\.md:5: The number is/)]);
  });

  test("takes a draft where drafts are asked for", async () => {
    const files = { "episodes/one/episode.md": writeFrontMatter("draft: true") };
    const { archive } = await loadContent(files, { includeDrafts: true });
    expect(archive.episodes[0]?.isDraft).toBe(true);
  });

  test("leaves out what is published later, by the clock that it is given and by no cache", async () => {
    const files = { "episodes/one/episode.md": writeFrontMatter("publish: 2026-12-01T08:00+08:00") };
    const contentDir = await writeContent(files);
    const load = (now: string, includeDrafts = false) =>
      loadArchive({ contentDir, cacheDir: join(contentDir, "cache"), now: Date.parse(now), includeDrafts });
    expect((await load("2026-11-30T23:59:59Z")).archive.episodes).toEqual([]);
    expect((await load("2026-12-01T00:00:00Z")).archive.episodes).toHaveLength(1);
    const { archive } = await load("2026-11-30T23:59:59Z", true);
    expect(archive.episodes[0]?.isDraft).toBe(true);
  });

  test("is content with an episode that waits for its transcript, and counts whom it names", async () => {
    const { archive, printed, problems } = await loadContent({
      "people.yaml": "lin: { name: 林晚 }\n",
      "episodes/two/episode.md": "---\ntitle: 第二期\ndate: 2025\npeople: [林晚]\n---\n",
    });
    expect(archive.episodes.map(({ slug }) => slug)).toEqual(["one"]);
    expect(problems).toMatchObject([{ severity: "warning", kind: "transcript-missing" }]);
    expect(printed).toHaveLength(1);
  });

  test("makes the address of an episode from its folder's name", async () => {
    const { archive } = await loadContent({
      "episodes/EP 12：蒸馏/episode.md": "---\ntitle: 十二\ndate: 2026\n---\n",
      "episodes/EP 12：蒸馏/transcript.txt": "好。\n",
    });
    expect(archive.episodes[0]).toMatchObject({ slug: "EP-12-蒸馏", folder: "EP 12：蒸馏" });
  });

  test("tells of a folder whose name is blank, and reads the others", async () => {
    const { printed, archive } = await loadContent({ "episodes/\u3000/episode.md": "---\nTITLE: 二\n---\n" });
    expect(printed.some((line) => line.startsWith("episodes/\u3000:"))).toBe(true);
    expect(archive.episodes).toHaveLength(1);
  });

  test("refuses two folders whose addresses differ only in case", async () => {
    const { printed } = await loadContent({
      "episodes/One!/episode.md": "---\ntitle: 另一\ndate: 2026\n---\n",
      "episodes/One!/transcript.txt": "好，我们下周见。\n",
    });
    expect(printed).toEqual([expect.stringContaining("have the same address, /episodes/")]);
  });

  test("refuses a folder that holds a transcript and no episode.md", async () => {
    const { printed } = await loadContent({ "episodes/two/transcript.vtt": "WEBVTT\n" });
    expect(printed).toEqual([expect.stringMatching(/^episodes\/two: There is no episode\.md\. Create it/)]);
  });

  test("warns of a folder that holds no episode", async () => {
    const { printed, episodeCount } = await loadContent({ "episodes/pictures/a.png": "" });
    expect(printed).toEqual([
      expect.stringMatching(/^episodes\/pictures: Warning: The folder holds no episode\.md/),
    ]);
    expect(episodeCount).toBe(1);
  });

  test("does not mind hidden files and a README", async () => {
    const { problems } = await loadContent({
      ".DS_Store": "x",
      "README.md": "x",
      "episodes/.DS_Store": "x",
      "episodes/one/.transcript.txt.swp": "x",
    });
    expect(problems).toEqual([]);
  });

  test("names the file that a misspelt one was meant to be", async () => {
    const { printed } = await loadContent({
      "glosary.yaml": "",
      "people.yml": "",
      "episodes/one/correction.yaml": "",
    });
    expect(printed).toEqual([
      "episodes/one/correction.yaml: Warning: A file of this name is not read. Rename it to corrections.yaml, or move it away.",
      "glosary.yaml: Warning: A file of this name is not read. Rename it to glossary.yaml, or move it away.",
      "people.yml: A file of this name is not read. Rename it to people.yaml, or move it away.",
    ]);
  });

  test("puts newer episodes first, and a year alone after its months", async () => {
    const dates = { a: "2025", b: "2025-03", c: "2025-03-05", d: "2026", e: "2024-12-31" };
    const files = Object.entries(dates).flatMap(([slug, date]) => [
      [`episodes/${slug}/episode.md`, `---\ntitle: ${slug}\ndate: ${date}\n---\n`],
      [`episodes/${slug}/transcript.txt`, "好。\n"],
    ]);
    const { archive } = await loadContent({
      ...Object.fromEntries(files),
      "episodes/one/episode.md": undefined,
      "episodes/one/transcript.txt": undefined,
    });
    expect(archive.episodes.map(({ slug }) => slug)).toEqual(["d", "c", "b", "a", "e"]);
  });

  test("tells one mistake in people.yaml once", async () => {
    const { printed } = await loadContent({
      "people.yaml": "lin:\n  name: 林晚\n  rolle: host\nzhou:\n  role: guest\n",
      "episodes/one/episode.md": writeFrontMatter("people: [lin, zhou]"),
    });
    expect(printed).toEqual([
      'people.yaml:3: The key "rolle" is not known here. Did you mean "role"? Write that, or delete the line.',
      'people.yaml:4: "name" of "zhou" is missing. Add "name: …".',
    ]);
  });

  test("refuses two people with one address and warns of two with one name", async () => {
    const { printed } = await loadContent({
      "people.yaml": "lin: { name: 林晚 }\nLin: { name: 林早, aliases: [小林] }\nxiao: { name: 小林 }\n",
    });
    expect(printed).toEqual([
      expect.stringMatching(/^people\.yaml:2: The ids "lin" and "Lin" have the same address/),
      expect.stringMatching(/^people\.yaml:2: Warning: "lin" is a name of "lin" and of "Lin"/),
      expect.stringMatching(/^people\.yaml:3: Warning: "小林" is a name of "Lin" and of "xiao"/),
    ]);
  });

  test("never throws, whatever a file says", { timeout: 30_000 }, async () => {
    const file = fc.constantFrom(
      "show.yaml",
      "people.yaml",
      "glossary.yaml",
      "episodes/one/episode.md",
      "episodes/one/corrections.yaml",
      "episodes/one/chapters.yaml",
      "episodes/one/chapters.json",
      "episodes/one/transcript.txt",
    );
    const piece = fc.constantFrom(
      "---\n",
      "title",
      ": ",
      "\n",
      "- ",
      "  ",
      "[",
      "]",
      "{",
      "}",
      ",",
      '"',
      "'",
      "*a",
      "&a ",
      "!!x ",
      "|\n",
      "line: 1",
      "heard: 蒸馏",
      "__proto__: 1\n",
      "toString: 2\n",
      "蒸馏",
      "\t",
      "#",
      "%",
      "\0",
      "null",
      "<<: ",
      "1e9",
      "links: { a: javascript:x }\n",
      "term: a\n",
      "people: [lin]\n",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join("")),
    );
    await fc.assert(
      fc.asyncProperty(file, text, async (name, content) => {
        const { archive } = await loadContent({ [name]: content });
        expect(archive.show.title).not.toBe("");
      }),
      { numRuns: 60 },
    );
  });
});

describe("the archive of the tests", () => {
  const contentDir = join(import.meta.dirname, "../../../fixtures/archive");

  test("has no error", async () => {
    const { problems, archive } = await loadArchive({ contentDir, includeDrafts: true });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(archive.episodes.map(({ slug, timing }) => [slug, timing])).toEqual([
      ["005-draft", "estimated"],
      ["002-coding-tools", "cue"],
      ["001-distillation", "estimated"],
      ["003-open-models", "cue"],
      ["004-taipei", "cue"],
      ["006-hostile", "estimated"],
      ["007-night-train", "cue"],
      ["008-word-by-word", "cue"],
    ]);
  });

  test("keeps its draft's words out of the archive", async () => {
    const { archive } = await loadArchive({ contentDir });
    const draft = await readFile(join(contentDir, "episodes/005-draft/transcript.md"), "utf8");
    expect(draft).toContain("紫藤萝瀑布");
    expect(JSON.stringify(archive)).not.toContain("紫藤萝瀑布");
  });
});

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readPlainVtt, readSource, readUnlabelledText } from "../../bench/read-source.ts";

let folder: string | undefined;

afterEach(async () => {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

async function readFiles(files: Readonly<Record<string, string>>) {
  folder = await mkdtemp(join(tmpdir(), "bench-source-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return readSource(join(folder, "content"), join(folder, "site"));
}

const vtt = "WEBVTT\n\n00:00:03.500 --> 00:00:06.000\n<v 林晚>蒸馏 R1。\n";

describe("readPlainVtt", () => {
  it("reads voices, times and texts", () => {
    expect(
      readPlainVtt("WEBVTT\r\n\r\n1\r\n01:00:03.500 --> 01:00:06.000 align:start\r\n<v 发言人1>你好</v>\r\n"),
    ).toEqual([{ speaker: "发言人1", startTime: 3603.5, endTime: 3606, text: "你好" }]);
  });

  it("leaves a cue without a voice to a real parser", () => {
    expect(readPlainVtt("WEBVTT\n\n00:01.000 --> 00:02.000\n你好\n")).toBeUndefined();
  });

  it("leaves entities and other markup to a real parser", () => {
    expect(readPlainVtt("WEBVTT\n\n00:01.000 --> 00:02.000\n<v 甲>Q&amp;A\n")).toBeUndefined();
    expect(readPlainVtt("WEBVTT\n\n00:01.000 --> 00:02.000\n<v 甲><i>好</i>\n")).toBeUndefined();
  });
});

describe("readUnlabelledText", () => {
  it("reads a line as a paragraph of one speaker", () => {
    expect(readUnlabelledText("第一段\r\n\r\n第二段\n")?.map(({ text }) => text)).toEqual([
      "第一段",
      "第二段",
    ]);
  });

  it("leaves a text with labels to a real parser", () => {
    expect(readUnlabelledText("林晚：你好\n")).toBeUndefined();
  });
});

describe("readSource", () => {
  const site = { "site/episodes.json": JSON.stringify([{ slug: "Ep-1", title: "蒸馏" }]) };

  it("reads a transcript that nothing changes from its file, under the slug of the site", async () => {
    const { episodes } = await readFiles({
      ...site,
      "content/episodes/Ep 1/episode.md": "---\ntitle: 蒸馏\ndate: 2025\nsummary: 讲蒸馏。\n---\n",
      "content/episodes/Ep 1/transcript.vtt": vtt,
      "content/episodes/Ep 1/chapters.json": '{"chapters":[{"startTime":3,"title":"开场"}]}',
    });
    expect(episodes).toEqual([
      {
        slug: "Ep-1",
        title: "蒸馏",
        chapters: [{ title: "开场", startTime: 3 }],
        cues: [{ speaker: "林晚", startTime: 3.5, endTime: 6, text: "蒸馏 R1。" }],
        summary: "讲蒸馏。",
        readFrom: "file",
      },
    ]);
  });

  it("reads the built transcript where a glossary changes the text", async () => {
    const { episodes, aliases } = await readFiles({
      ...site,
      "site/episodes/Ep-1/transcript.json": JSON.stringify({
        segments: [{ speaker: "林晚", startTime: 3.5, endTime: 6, body: "蒸馏" }],
      }),
      "content/glossary.yaml": "- { term: 蒸馏, also: [distillation], heard: [征流] }\n",
      "content/episodes/Ep-1/episode.md": "---\ntitle: 蒸馏\ndate: 2025\n---\n",
      "content/episodes/Ep-1/transcript.vtt": vtt.replace("蒸馏", "征流"),
    });
    expect(episodes[0]).toMatchObject({ readFrom: "build", cues: [{ text: "蒸馏" }] });
    expect(aliases).toEqual([["蒸馏", "distillation"]]);
  });

  it("reads the built transcript where corrections change it", async () => {
    const { episodes } = await readFiles({
      ...site,
      "site/episodes/Ep-1/transcript.json": '{"segments":[]}',
      "content/episodes/Ep-1/corrections.yaml": "keep: []\n",
      "content/episodes/Ep-1/episode.md": "---\ntitle: 蒸馏\ndate: 2025\n---\n",
      "content/episodes/Ep-1/transcript.vtt": vtt,
    });
    expect(episodes[0]?.readFrom).toBe("build");
  });
});

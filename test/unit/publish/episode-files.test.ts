import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parseTranscript } from "../../../src/pipeline/parse/parse-transcript.ts";
import { makeChaptersJson } from "../../../src/publish/make-chapters-json.ts";
import { writeEpisodeMarkdown } from "../../../src/publish/write-episode-markdown.ts";
import { writeTranscriptHtml } from "../../../src/publish/write-transcript-html.ts";
import { makePassage, makePublished, makeUntimed, tea } from "./make-published.ts";

const words = { chapters: "章节", transcript: "文字稿" };
const page = "https://tea.example/episodes/042/";
const lin = { key: "lin", name: "林晚", sure: 1 };

describe("makeChaptersJson", () => {
  it("has the chapters with real times, in their order, each with its place in the text", () => {
    const episode = makePublished({
      passages: [makePassage(1, 4, "一"), makeUntimed(4, 8, "二"), makePassage(9.5, 12, "三")],
      chapters: [
        { title: "尾声", start: 9.5, isEstimated: false, firstPassage: 2 },
        { title: "正文", start: 4, isEstimated: true, firstPassage: 1 },
        { title: "开场", start: 0, isEstimated: false, firstPassage: 0 },
      ],
    });
    expect(makeChaptersJson(episode, tea, page)).toEqual({
      version: "1.2.0",
      title: "一壶好水",
      podcastName: "茶余",
      chapters: [
        { startTime: 0, title: "开场", url: `${page}#t=1` },
        { startTime: 9.5, title: "尾声", url: `${page}#t=9` },
      ],
    });
    expect(makeChaptersJson(episode, tea, undefined).chapters[0]).not.toHaveProperty("url");
  });
});

describe("writeTranscriptHtml", () => {
  it("says who speaks and what, and no times, so that it is read again", () => {
    const html = writeTranscriptHtml(
      makePublished({
        title: "<b>",
        passages: [
          makeUntimed(0, 4, "水 <script>alert(1)</script> & 火", { speaker: lin }),
          makeUntimed(4, 8, "好。", { speaker: { ...lin, name: "周远" } }),
        ],
      }),
    );
    expect(html).not.toMatch(/<time|<script|<b>/);
    expect(html).toContain("<cite>林晚:</cite>\n<p>");
    const { cues } = parseTranscript(new TextEncoder().encode(html), "x.html");
    expect(cues.map(({ text }) => text)).toEqual(["水 <script>alert(1)</script> & 火", "好。"]);
    expect(cues.map(({ speaker }) => speaker)).toEqual(["林晚", "周远"]);
  });
});

describe("writeEpisodeMarkdown", () => {
  const episode = makePublished({
    title: "水: 一 # [壶]",
    summary: "第一行\n---\n\u2028'\"",
    people: [{ name: "林晚", id: "lin" }],
    chapters: [{ title: "开场", start: 1, isEstimated: false, firstPassage: 0 }],
    passages: [makePassage(1, 4, "今天说 *水*。", { speaker: lin }), makeUntimed(64, 70, "好。")],
  });
  const text = writeEpisodeMarkdown(episode, tea, page, words);

  it("begins with what is known of the episode, as YAML", () => {
    const [, front = ""] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
    expect(parse(front)).toEqual({
      title: "水: 一 # [壶]",
      show: "茶余",
      date: "2025-03-05",
      url: page,
      audio: "https://cdn.example/042.mp3",
      duration: 60,
      language: "zh-CN",
      timing: "cue",
      people: ["林晚"],
      summary: "第一行\n---\n\u2028'\"",
    });
  });

  it("has each passage with its speaker, its time and its address", () => {
    expect(text.slice(text.indexOf("\n# "))).toBe(
      `\n# 水: 一 # \\[壶\\]\n\n## 章节\n\n- [0:01](${page}#t=1) 开场\n\n## 文字稿\n\n### 开场\n\n` +
        `[0:01](${page}#t=1) **林晚:** 今天说 \\*水\\*。\n\n[≈1:04](${page}#p1) 好。\n`,
    );
  });
});

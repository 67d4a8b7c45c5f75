import { describe, expect, it } from "vitest";
import { makeFile } from "../../../../src/browser/export/make-file.ts";
import type { TranscriptJson } from "../../../../src/publish/make-transcript-json.ts";

const transcript: TranscriptJson = {
  version: "1.0.0",
  timing: "cue",
  title: "蒸馏怎么做",
  show: "小样播客",
  date: "2025-03",
  language: "zh-CN",
  segments: [{ speaker: "林晚", startTime: 1, endTime: 2, body: "聊蒸馏", changes: [[1, 3, "征流"]] }],
};
const wish = {
  name: "001",
  address: "https://example.org/episodes/001/",
  language: "zh",
  origin: "machine",
} as const;

describe("makeFile", () => {
  it("is named after the episode, and says when it holds what was heard", () => {
    expect(makeFile(transcript, { ...wish, format: "vtt", variant: "corrected" }).name).toBe("001.vtt");
    expect(makeFile(transcript, { ...wish, format: "vtt", variant: "heard" }).name).toBe("001.heard.vtt");
  });

  it("holds the corrected words, or those that were heard", () => {
    expect(makeFile(transcript, { ...wish, format: "txt", variant: "corrected" }).content).toContain(
      "聊蒸馏",
    );
    expect(makeFile(transcript, { ...wish, format: "txt", variant: "heard" }).content).toContain("聊征流");
  });

  it("says in itself how its text was made", () => {
    const read = (part: Partial<TranscriptJson>, own: Partial<Parameters<typeof makeFile>[1]> = {}) =>
      makeFile({ ...transcript, ...part }, { ...wish, format: "md", variant: "corrected", ...own }).content;
    const untouched = { segments: [{ startTime: 1, endTime: 2, body: "好" }] };
    expect(read({})).toContain("文字由机器听写，校订了1处。\n");
    expect(read(untouched)).toContain("文字由机器听写。\n");
    expect(read({}, { variant: "heard" })).toContain("文字由机器听写，这里是校订前的原样。\n");
    expect(read(untouched, { origin: "people" })).toContain("文字由人工听写。\n");
    expect(read({}, { origin: "people" })).toContain("文字由人工听写，校订了1处。\n");
    expect(read({}, { origin: "people", variant: "heard" })).toContain(
      "文字由人工听写，这里是校订前的原样。\n",
    );
  });

  it.each(["vtt", "srt", "md", "json"] as const)("says in itself that times are estimated: %s", (format) => {
    const { content } = makeFile(
      { ...transcript, timing: "estimated" },
      { ...wish, language: "en", format, variant: "corrected" },
    );
    expect(content).toContain("The times are estimated");
  });

  it.each(["vtt", "srt"] as const)(
    "says in a subtitle file's name that times are estimated: %s",
    (format) => {
      const file = makeFile(
        { ...transcript, timing: "estimated" },
        { ...wish, format, variant: "corrected" },
      );
      expect(file.name).toBe(`001.estimated.${format}`);
    },
  );
});

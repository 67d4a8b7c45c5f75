import { describe, expect, it, test } from "vitest";
import { findKept } from "../../../../src/pipeline/parse/find-kept.ts";
import { parseTranscript } from "../../../../src/pipeline/parse/parse-transcript.ts";
import { buildEpisode } from "../../../../src/pipeline/pipeline.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const nobody = (label: string) => ({ key: label, name: label, sure: 1 });

/** The files of an episode, built; `keep` as corrections.yaml has it. */
function build(fileName: string, text: string, keep: readonly { line: number; heard: string }[] = []) {
  const built = buildEpisode(
    {
      transcript: { bytes: bytesOf(text), fileName },
      corrections: {
        replace: [],
        turns: [],
        keep: keep.map((entry, index) => ({ ...entry, sourceLine: index + 2 })),
      },
      chapters: [],
      offset: 0,
    },
    { terms: [], resolveSpeaker: nobody },
  );
  return {
    said: built.passages.map(({ text: own }) => own).join(""),
    cut: built.reading.cut.map(({ line, text: own }) => [line, own]),
    errors: built.problems.filter(({ severity }) => severity === "error"),
  };
}

const captions = (...texts: string[]) =>
  texts
    .map((text, index) => `${index + 1}\n00:00:0${index},000 --> 00:00:0${index + 1},000\n${text}\n`)
    .join("\n");
const head = "聊聊蒸馏\n2025-03-05\n\n";
const turns = "林晚 00:01\n大家好，今天聊聊。\n周远 00:05\n好的。\n林晚 00:09\n开始吧。\n周远 00:12\n好。\n";

/** A file for each reason, what it cuts, and what the owner keeps of it. */
const files: readonly (readonly [name: string, file: string, text: string, keep: [number, string]])[] = [
  ["a sound", "a.srt", captions("[音乐]响起来了"), [3, "音乐"]],
  ["a sound, by the whole line", "a.srt", captions("[音乐]响起来了"), [3, "[音乐]响起来了"]],
  ["a credit", "a.srt", captions("今天好。", "字幕由小样提供"), [7, "字幕由小样提供"]],
  ["a repetition", "a.srt", captions("我们来看看", "我们来看看", "我们来看看"), [7, "来看看"]],
  ["a farewell", "a.srt", captions("好。", "谢谢观看", "谢谢观看", "谢谢观看"), [7, "谢谢观看"]],
  ["a tag", "a.txt", "大家好<unk>\n", [1, "<unk>"]],
  ["a sign", "a.txt", "<|zh|>大家好\n👏\n好的😊\n", [3, "😊"]],
  [
    "another language",
    "a.srt",
    captions("欢迎收听\nWelcome to the show", "今天聊聊\nToday we talk about it"),
    [9, "Today we talk"],
  ],
  ["the head's last line", "a.txt", head + turns, [2, "2025-03-05"]],
];

describe("a keep of corrections.yaml", () => {
  test.each(files)("brings back %s", (_, file, text, [line, heard]) => {
    const before = build(file, text);
    expect(before.cut.length).toBeGreaterThan(0);
    const after = build(file, text, [{ line, heard }]);
    expect(after.errors).toEqual([]);
    expect(after.cut.length).toBeLessThan(before.cut.length);
    const fold = (own: string) => own.replace(/\s/g, "");
    expect(fold(after.said)).toContain(fold(heard));
    expect(fold(after.said).length).toBeGreaterThan(fold(before.said).length);
  });

  test.each(files)("of every piece leaves nothing cut: %s", (_, file, text) => {
    const { cut } = build(file, text);
    const all = cut.map(([line, heard]) => ({ line: line as number, heard: heard as string }));
    expect(build(file, text, all).cut).toEqual([]);
  });

  it("keeps all of a repetition, and every line of a language", () => {
    expect(
      build("a.srt", captions("我们来看看", "我们来看看", "我们来看看"), [{ line: 11, heard: "看看" }]).said,
    ).toBe("我们来看看\u2009我们来看看\u2009我们来看看");
    const two = captions("欢迎收听\nWelcome to the show", "今天聊聊\nToday we talk about it");
    expect(build("a.srt", two, [{ line: 4, heard: "Welcome" }]).said).toContain("Today we talk about it");
  });

  it("ends the head where it stands", () => {
    const { said, cut } = build("a.txt", head + turns, [{ line: 1, heard: "聊聊蒸馏" }]);
    expect(cut).toEqual([]);
    expect(said).toMatch(/^聊聊蒸馏\s?2025-03-05大家好/);
  });

  it("of another line, or of other words, changes nothing", () => {
    const text = captions("今天好。", "字幕由小样提供");
    const plain = parseTranscript(bytesOf(text), "a.srt");
    for (const entry of [
      { line: 3, heard: "字幕由小样提供" },
      { line: 7, heard: "别的话" },
    ])
      expect(parseTranscript(bytesOf(text), "a.srt", [{ ...entry, sourceLine: 1 }])).toEqual(plain);
    expect(findKept([])(1, "")).toBe(false);
    expect(findKept([{ time: 1, heard: "好", sourceLine: 1 }])(1, "好")).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { keepSpeech } from "../../../../src/pipeline/parse/keep-speech.ts";
import { parseTranscript } from "../../../../src/pipeline/parse/parse-transcript.ts";

/** Captions of a second each, on lines of their own. */
const cues = (...texts: string[]) =>
  texts.map((text, index) => ({ text, startTime: index, line: index * 10 + 1 }));
const keep = (...texts: string[]) => {
  const { cues: kept, cut } = keepSpeech(cues(...texts));
  return {
    texts: kept.map(({ text }) => text),
    cut: cut.map(({ reason, line, text }) => [reason, line, text]),
  };
};

describe("keepSpeech", () => {
  it("keeps tags of sounds apart, and the words beside them", () => {
    expect(
      keep("[音乐]", "(笑声) 大家好 ♪♪", "好的[掌声]谢谢", "Or my- my [inaudible]", "Right\n[laughs]."),
    ).toEqual({
      texts: ["大家好", "好的 谢谢", "Or my- my [inaudible]", "Right"],
      cut: [
        ["sound-tag", 1, "[音乐]"],
        ["sound-tag", 11, "(笑声)"],
        ["sound-tag", 11, "♪♪"],
        ["sound-tag", 21, "[掌声]"],
        ["sound-tag", 42, "[laughs]"],
      ],
    });
  });

  it("moves a cue to the line on which its words begin", () => {
    expect(keepSpeech(cues("[音乐]\n大家好")).cues).toEqual([{ text: "大家好", startTime: 0, line: 2 }]);
  });

  it("takes off SenseVoice's tags and signs, and leaves a person's own", () => {
    expect(keep("<|zh|><|NEUTRAL|><|Speech|>大家好", "🎼哈哈😊").texts).toEqual(["大家好", "哈哈"]);
    expect(keep("哈哈😊", "好😊").texts).toEqual(["哈哈😊", "好😊"]);
  });

  it("drops what recognisers write over silence, and a farewell only where they repeat it", () => {
    expect(
      keep("今天先到这里", "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目", "谢谢观看", "谢谢观看", "谢谢观看"),
    ).toEqual({
      texts: ["今天先到这里"],
      cut: [
        ["tool-credit", 11, "请不吝点赞 订阅 转发 打赏支持明镜与点点栏目"],
        ["tool-credit", 21, "谢谢观看"],
        ["tool-credit", 31, "谢谢观看"],
        ["tool-credit", 41, "谢谢观看"],
      ],
    });
    expect(keep("今天先到这里", "谢谢观看").texts).toEqual(["今天先到这里", "谢谢观看"]);
    expect(keep("字幕制作很难", "字幕很好看").cut).toEqual([]);
  });

  it("keeps the first of what loops, and what a person says again and again", () => {
    expect(keep("我们来看看", "我们来看看", "我们来看看", "好").texts).toEqual(["我们来看看", "好"]);
    expect(keep("对", "对", "对", "对对", "我们来看看", "我们来看看").texts).toHaveLength(6);
  });

  it("keeps the second language of bilingual captions apart, below it or behind \\N", () => {
    expect(keep("欢迎收听\nWelcome to the show", "今天聊MoE\\NToday we talk about MoE")).toEqual({
      texts: ["欢迎收听", "今天聊MoE"],
      cut: [
        ["other-language", 2, "Welcome to the show"],
        ["other-language", 11, "Today we talk about MoE"],
      ],
    });
  });

  it("leaves lines of names and terms, and a quotation, where they are", () => {
    const texts = ["蒸馏\nMoE GPT-4o", "蒸馏\nR&D", "他说\nThat is all there is", "好", "对", "嗯"];
    expect(keep(...texts).texts).toEqual(texts);
  });

  it("joins what a break of ASS parts as lines are joined", () => {
    expect(keep("大家\\N好\\h吧").texts).toEqual(["大家好 吧"]);
  });

  it("takes out a watermark of two thousand characters that nobody sees, and says where", () => {
    const mark = "\u200b\u200c".repeat(1024);
    const {
      cues: kept,
      cut,
      problems,
    } = parseTranscript(new TextEncoder().encode(`大家好\n这个Deep${mark}Seek\n👨‍👩‍👧 一家`), "a.txt");
    expect(kept.map(({ text }) => text)).toEqual(["大家好", "这个DeepSeek", "👨‍👩‍👧 一家"]);
    expect(cut).toEqual([{ reason: "hidden-characters", line: 2, text: "U+200B U+200C U+200B … (2048)" }]);
    expect(problems).toEqual([expect.objectContaining({ severity: "notice", kind: "text-cut", line: 2 })]);
  });
});

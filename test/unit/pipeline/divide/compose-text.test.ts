import { describe, expect, it } from "vitest";
import type { CorrectedCue } from "../../../../src/model/cue.ts";
import { composeText } from "../../../../src/pipeline/divide/compose-text.ts";

const compose = (...texts: string[]) =>
  composeText(texts.map((text, index): CorrectedCue => ({ text, line: index + 1, changes: [] })));

describe("a text whose cues end without punctuation", () => {
  it("keeps a thin pause where a cue begins", () => {
    const { text, cues } = compose("大家好欢迎收听\n这一期节目", "今天聊聊蒸馏", "OpenAI 也用");
    expect(text).toBe("大家好欢迎收听这一期节目\u2009今天聊聊蒸馏\u2009OpenAI 也用");
    expect(cues.map(({ from, to }) => text.slice(from, to))).toEqual([
      "大家好欢迎收听这一期节目",
      "今天聊聊蒸馏",
      "OpenAI 也用",
    ]);
  });

  it("keeps it where only what is inside of cues has marks, as in captions", () => {
    expect(compose("大家好，欢迎收听", "今天，我们聊聊蒸馏").text).toBe(
      "大家好，欢迎收听\u2009今天，我们聊聊蒸馏",
    );
  });

  it("keeps none where its cues are words", () => {
    expect(compose("大家", "好", "欢迎", "收听").text).toBe("大家好欢迎收听");
  });
});

it("a text whose cues end with punctuation is joined with nothing", () => {
  expect(compose("大家好，欢迎收听。", "今天聊聊蒸馏。").text).toBe("大家好，欢迎收听。今天聊聊蒸馏。");
});

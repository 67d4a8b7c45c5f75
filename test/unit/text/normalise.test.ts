import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTokens } from "../../../src/text/normalise.ts";

const textsOf = (text: string) => readTokens(text).map((token) => token.text);

describe("readTokens", () => {
  it("takes each Han character and each run of other letters and digits for a token", () => {
    expect(textsOf("用DeepSeek做蒸馏")).toEqual(["用", "deepseek", "做", "蒸", "馏"]);
  });
  it("separates at everything that is neither letter nor digit", () => {
    expect(textsOf("GPT-4o, 3.7 it's")).toEqual(["gpt", "4o", "3", "7", "it", "s"]);
  });
  it("keeps + and # at the end of a token and nowhere else", () => {
    expect(textsOf("C++ c# #1 a+b +")).toEqual(["c++", "c#", "1", "a+", "b"]);
  });
  it("folds width and case", () => {
    expect(textsOf("ＭｏＥ①Ⅳ")).toEqual(["moe1iv"]);
  });
  it("folds Traditional to Simplified", () => {
    expect(textsOf("強化學習")).toEqual(textsOf("强化学习"));
  });
  it("folds 乾, which has two Simplified forms, to the first", () => {
    expect(textsOf("乾")).toEqual(["干"]);
  });
  it("takes a base letter with its accent for the letter", () => {
    expect(textsOf("cafe\u0301s")).toEqual(textsOf("cafés"));
  });
  it("knows Han characters beyond the first plane", () => {
    expect(readTokens("𠮷野")).toEqual([
      { text: "𠮷", isHan: true, from: 0, to: 2 },
      { text: "野", isHan: true, from: 2, to: 3 },
    ]);
  });
  it("leads back to what was written", () => {
    const text = "啊㈱ＧＰＴ—𝟒o 強";
    expect(readTokens(text).map(({ from, to }) => text.slice(from, to))).toEqual([
      "啊",
      "㈱",
      "ＧＰＴ",
      "𝟒o",
      "強",
    ]);
  });
  it("has ascending offsets inside the text, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        let last = 0;
        for (const { from, to } of readTokens(text)) {
          expect(from).toBeGreaterThanOrEqual(Math.min(last, from));
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          last = from;
        }
      }),
    );
  });
  it("reads a million characters on one line in linear time", () => {
    expect(readTokens("蒸a".repeat(500_000))).toHaveLength(1_000_000);
  });
});

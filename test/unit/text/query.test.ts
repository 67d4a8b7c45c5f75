import { describe, expect, it } from "vitest";
import { parseQuery } from "../../../src/text/query.ts";

const aliases = [
  ["RL", "强化学习", "reinforcement learning"],
  ["蒸馏", "知识蒸馏"],
];
const describeWords = (text: string, isTyping = false) =>
  parseQuery(text, aliases, isTyping).words.map(({ text: word, forms }) => [
    word,
    ...forms.map((form) => form.map((token) => token.text).join(" ")),
  ]);

describe("parseQuery", () => {
  it("cuts words at spaces, full-width ones too", () => {
    expect(describeWords("苹果 公司　财报")).toEqual([
      ["苹果", "苹 果"],
      ["公司", "公 司"],
      ["财报", "财 报"],
    ]);
  });
  it("holds a quoted phrase together", () => {
    expect(describeWords('"open ai" “苹果 公司”')).toEqual([
      ["open ai", "open ai"],
      ["苹果 公司", "苹 果 公 司"],
    ]);
  });
  it("lets an open quote hold to the end", () => {
    expect(describeWords('说 "open ai')).toEqual([
      ["说", "说"],
      ["open ai", "open ai"],
    ]);
  });
  it("asks the glossary's other names of a whole word", () => {
    expect(describeWords("rl")).toEqual([["rl", "rl", "强 化 学 习", "reinforcement learning"]]);
  });
  it("asks them of a name typed in Traditional", () => {
    expect(describeWords("強化學習")[0]).toContain("rl");
  });
  it("does not ask them of a part of a word", () => {
    expect(describeWords("RLHF")).toEqual([["RLHF", "rlhf"]]);
  });
  it("drops words without a letter or digit and counts a word said twice once", () => {
    expect(describeWords("蒸馏 ！？ 蒸餾")).toEqual([["蒸餾", "蒸 馏", "知 识 蒸 馏"]]);
  });
  it("has the last word typed on, unless a space or a quote ends it", () => {
    const isTyping = (text: string) => parseQuery(text, [], true).words.map((word) => word.isTyping);
    expect(isTyping("deep pyth")).toEqual([false, true]);
    expect(isTyping("deep pyth ")).toEqual([false, false]);
    expect(isTyping('"pyth"')).toEqual([false]);
    expect(isTyping('"deep pyth')).toEqual([false]);
  });
  it("has no words where there is nothing to ask", () => {
    expect(parseQuery(" 。 ").words).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { wordDropped, wordUnasked, wordUnknown } from "../../../src/wording/filter-words.ts";

describe("wordUnasked", () => {
  it("names what was left out of a query", () => {
    expect(wordUnasked(["的", "我"])).toEqual({
      zh: "一次搜不了这么多，这些没有搜：“的”“我”。",
      en: "This is more than one search takes. Left out: “的” and “我”.",
    });
  });
  it("tells of many words how many they are", () => {
    const { zh, en } = wordUnasked([..."的我是不了在人有"]);
    expect(zh).toMatch(/“在”，还有2个词。$/u);
    expect(en).toMatch(/“在”, and 2 more\.$/u);
  });
});

describe("wordDropped", () => {
  it.each([
    [
      ["紫藤"],
      true,
      "没有逐字说到“紫藤”，下面是其余的词找到的。",
      "“紫藤” is not said word for word: here is what the other words find.",
    ],
    [
      ["chat"],
      true,
      "没有单独说到“chat”，下面是其余的词找到的。",
      "“chat” is not said as a word of its own: here is what the other words find.",
    ],
    [
      ["紫藤", "chat"],
      false,
      "没有单独说到“紫藤”“chat”。",
      "“紫藤” and “chat” are not said as words of their own.",
    ],
    [["紫藤"], false, "没有逐字说到“紫藤”。", "“紫藤” is not said word for word."],
  ])(
    "says of %j no more than that, and promises what is below only where there is any",
    (words, isFound, zh, en) => {
      expect(wordDropped(words, isFound)).toEqual({ zh, en });
    },
  );
});

describe("wordUnknown", () => {
  it("calls nobody nameless who is known and does not speak", () => {
    expect(wordUnknown("speaker", "周一鸣")).toEqual({
      zh: "没有说话人叫“周一鸣”，没有按说话人筛选。",
      en: "No speaker is called “周一鸣”: who speaks was not asked.",
    });
  });
});

import { describe, expect, it } from "vitest";
import { wordUnasked } from "../../../src/wording/filter-words.ts";

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

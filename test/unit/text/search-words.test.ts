import { describe, expect, it } from "vitest";
import { searchWords, wordHitCount, wordMoreEpisodes, wordMoreHits } from "../../../src/text/search-words.ts";

describe("searchWords", () => {
  it("says everything in both languages", () => {
    for (const { zh, en } of Object.values(searchWords)) {
      expect(zh).toMatch(/\p{Script=Han}/u);
      expect(en).toMatch(/^[\p{ASCII}“”’…]+$/u);
    }
  });
});

describe("the counts of the search page", () => {
  it("say one in the singular", () => {
    expect(wordHitCount(1).en).toBe("1 hit");
    expect(wordMoreEpisodes(1).en).toBe("Show 1 more episode");
  });

  it("group the digits of a large number in English", () => {
    expect(wordHitCount(12345)).toEqual({ zh: "12345处", en: "12,345 hits" });
    expect(wordMoreHits(1400).en).toBe("1,400 more");
  });
});

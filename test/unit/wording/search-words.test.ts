import { describe, expect, it } from "vitest";
import {
  searchWords,
  wordHeardAs,
  wordHitCount,
  wordMoreEpisodes,
  wordMoreHits,
  wordNoSounds,
  wordSoundHits,
  wordSoundOffer,
  wordSoundSearch,
} from "../../../src/wording/search-words.ts";

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

describe("the words of what sounds like a query", () => {
  it("count the places and say why they are shown", () => {
    expect(wordSoundHits(12, "蒸馏")).toEqual({
      zh: "有12处听起来像“蒸馏”，写的却是别的字，可能是转写时听错了。",
      en: "12 places sound like “蒸馏” but are written otherwise: the recogniser may have misheard.",
    });
    expect(wordSoundHits(1, "DeepSeek").en).toMatch(/^1 place sounds like “DeepSeek” but is written/);
  });

  it("give no number of what was not looked for", () => {
    expect(wordSoundOffer("蒸馏").zh).toBe("也看看听起来像“蒸馏”的");
    expect(wordSoundOffer("蒸馏").en).not.toMatch(/\d/);
  });

  it("name a quoted phrase without quotes of its own", () => {
    for (const word of [wordSoundOffer, wordSoundSearch, wordNoSounds])
      expect(word('"open source"').en).toContain("“open source”");
  });

  it("name every form that was heard", () => {
    expect(wordHeardAs(["征流", "整流"])).toEqual({ zh: "听成：征流、整流", en: "Heard as: 征流, 整流" });
  });
});

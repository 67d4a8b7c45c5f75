import { describe, expect, it } from "vitest";
import {
  searchWords,
  wordAliases,
  wordCorrected,
  wordHeardAs,
  wordHitCount,
  wordMoreEpisodes,
  wordMoreHits,
  wordNoSounds,
  wordSoundHits,
  wordSoundOffer,
  wordSoundSearch,
  wordTalk,
  wordUnlikelyForms,
  wordVariantHits,
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

  it("group the digits of a large number", () => {
    expect(wordHitCount(12345)).toEqual({ zh: "12,345处", en: "12,345 hits" });
    expect(wordMoreHits(1400).en).toBe("1,400 more");
  });
});

describe("the words of what sounds like a query", () => {
  it("count the places and say why they are shown", () => {
    expect(wordSoundHits(12, "蒸馏", true)).toEqual({
      zh: "有12处听起来像“蒸馏”，写的却是别的字，可能是转写时听错了。",
      en: "12 places sound like “蒸馏” but are written otherwise: they may have been misheard.",
    });
    expect(wordSoundHits(1, "DeepSeek", true).en).toMatch(/^1 place sounds like “DeepSeek” but is written/);
  });

  it("call nothing misheard where the query is said nowhere: it may be misspelt", () => {
    const { zh, en } = wordSoundHits(24, "deepseak", false);
    expect(zh).toBe("有24处听起来像“deepseak”，写的却是别的字。");
    expect(en).toBe("24 places sound like “deepseak” but are written otherwise.");
  });

  it("say of several words that it is words of them, and of filters that they hold", () => {
    expect(wordSoundHits(1, "chat 蒸馏", false)).toEqual({
      zh: "有1处听起来像“chat 蒸馏”里的词，写的却是别的字。",
      en: "1 place sounds like words of “chat 蒸馏” but is written otherwise.",
    });
    expect(wordNoSounds("火车", true)).toEqual({
      zh: "筛选之后，没有听起来像“火车”、却写成别的字的地方。",
      en: "Nothing written otherwise sounds like “火车” with these filters.",
    });
    expect(wordVariantHits(1, 1, "nvidia 蒸馏").zh).toBe("1期里有1处把其中的词写成：");
    expect(wordVariantHits(2, 1, "nvidia").en).toBe(
      "2 places say “nvidia” in another writing, in 1 episode:",
    );
  });

  it("give no number of what was not looked for", () => {
    expect(wordSoundOffer("蒸馏").zh).toBe("也看看听起来像“蒸馏”的");
    expect(wordSoundOffer("蒸馏").en).not.toMatch(/\d/);
  });

  it("name a quoted phrase without quotes of its own", () => {
    for (const word of [wordSoundOffer, wordSoundSearch, (query: string) => wordNoSounds(query, false)])
      expect(word('"open source"').en).toContain("“open source”");
  });

  it("name every form, and call none misheard", () => {
    expect(wordHeardAs(["征流", "整流"])).toEqual({ zh: "写的是：征流、整流", en: "Written: 征流, 整流" });
  });

  it("call what is likely another word so, and not misheard", () => {
    expect(wordUnlikelyForms(41, "罗翔", false)).toEqual({
      zh: "有41处听起来像“罗翔”，多半是别的词：",
      en: "41 places sound like “罗翔”, probably other words:",
    });
    expect(wordUnlikelyForms(1, "罗翔", false).en).toMatch(/^1 place sounds like/);
    expect(wordUnlikelyForms(48, "孟岩", true)).toEqual({
      zh: "另有48处也像，多半是别的词：",
      en: "48 places more, probably other words:",
    });
  });
});

describe("how much of an episode is about a query", () => {
  it("is told in whole minutes of its length", () => {
    expect(wordTalk(700, 4140)).toEqual({ zh: "69分钟里约12分钟在谈", en: "about 12 of 69 min on it" });
  });

  it("is under one where it is a mention", () => {
    expect(wordTalk(20, 4140).zh).toBe("69分钟里不到1分钟在谈");
  });

  it("is told alone where the length is not known", () => {
    expect(wordTalk(90, 0).zh).toBe("约2分钟在谈");
  });
});

describe("what was heard at a hit", () => {
  it("is told once of the same words, and an unsure correction as one", () => {
    const same = { meant: "蒸馏", heard: "征流" };
    const unsure = { meant: "OpenAI", heard: "欧盟", sure: 0.6 };
    expect(wordCorrected([same, same, unsure], "machine")).toEqual({
      zh: "“蒸馏”机器听成“征流”；“OpenAI”机器听成“欧盟”，改得不太确定（60%把握）",
      en: "“蒸馏” was heard as “征流”. “OpenAI” was heard as “欧盟”; the correction is unsure (60% sure)",
    });
  });
});

describe("the names that the glossary adds", () => {
  it("are all told where they are few, and the first of many", () => {
    expect(wordAliases(["RL", "强化学习"]).zh).toBe("也算上：RL、强化学习");
    expect(wordAliases(["a", "b", "c", "d", "e", "f"])).toEqual({
      zh: "也算上：a、b、c、d等6个名字",
      en: "Also count: a, b, c, d and 2 more",
    });
  });
});

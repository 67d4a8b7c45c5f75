import { describe, expect, it } from "vitest";
import {
  chooseInterfaceLanguage,
  interfaceWords,
  wordDate,
  wordDuration,
  wordEpisodeCount,
  wordEpisodeNumber,
} from "../../../src/wording/interface-words.ts";

describe("chooseInterfaceLanguage", () => {
  it.each([
    ["zh-CN", "zh"],
    ["zh-Hant-TW", "zh"],
    ["yue", "zh"],
    ["en-GB", "en"],
    ["ja", "en"],
  ])("speaks to readers of a %s show in %s", (show, language) => {
    expect(chooseInterfaceLanguage(show)).toBe(language);
  });
});

describe("interfaceWords", () => {
  it("holds nothing that an attribute would have to escape", () => {
    expect(Object.values(interfaceWords).filter(({ zh, en }) => /[<>"&]/.test(zh + en))).toEqual([]);
  });
});

describe("wordDate", () => {
  it.each([
    ["2025", "2025年", "2025"],
    ["2025-03", "2025年3月", "March 2025"],
    ["2025-03-05", "2025年3月5日", "5 March 2025"],
  ])("says no more than %s knows", (date, zh, en) => {
    expect(wordDate(date)).toEqual({ zh, en });
  });
});

describe("wordDuration", () => {
  it("says that a length is estimated", () => {
    expect(wordDuration(4116, true)).toEqual({ zh: "约1小时9分", en: "about 1 h 9 min" });
  });

  it("never says nothing of a very short episode", () => {
    expect(wordDuration(8, false)).toEqual({ zh: "1分钟", en: "1 min" });
  });
});

describe("wordEpisodeCount", () => {
  it("knows one from many in English", () => {
    expect([wordEpisodeCount(1).en, wordEpisodeCount(1000).en]).toEqual(["1 episode", "1,000 episodes"]);
  });
});

describe("wordEpisodeNumber", () => {
  it("names the season where there is one", () => {
    expect(wordEpisodeNumber(3, 2)).toEqual({ zh: "第2季第3期", en: "Season 2, episode 3" });
  });
});

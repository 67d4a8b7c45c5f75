import { describe, expect, it } from "vitest";
import {
  chooseInterfaceLanguage,
  formatShare,
  interfaceWords,
  joinSentences,
  wordDate,
  wordDuration,
  wordEpisodeCount,
  wordEpisodeNumber,
  wordPurpose,
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

describe("joinSentences", () => {
  it("puts a space between English sentences alone", () => {
    const sentences = [
      { zh: "一。", en: "One." },
      { zh: "二。", en: "Two." },
    ];
    expect(joinSentences(sentences)).toEqual({ zh: "一。二。", en: "One. Two." });
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

  it.each([
    [8, false, "不到1分钟", "under a minute"],
    [8, true, "不到1分钟", "under a minute"],
    [30, false, "1分钟", "1 min"],
    [7170, false, "2小时", "2 h"],
  ])("neither stretches nor loses a short one: %i", (seconds, isEstimated, zh, en) => {
    expect(wordDuration(seconds, isEstimated)).toEqual({ zh, en });
  });
});

describe("wordPurpose", () => {
  it.each([
    [
      1,
      "none",
      "这里是1期节目的文字稿。搜一句话，就从说这句话的那一刻读起。",
      /^Here is the .* one episode\..* read on from that moment\.$/,
    ],
    [
      3,
      "some",
      "这里是3期节目的文字稿。搜一句话，就从说这句话的那一刻读起，有录音的还能听。",
      /^Here are .* hear it where there is a recording\.$/,
    ],
    [
      3,
      "all",
      "这里是3期节目的文字稿。搜一句话，就从说这句话的那一刻读起、听起。",
      /^Here are .* read and hear on/,
    ],
  ] as const)("promises to be heard only what can be: of %i, %s", (episodes, heard, zh, en) => {
    const words = wordPurpose(episodes, heard);
    expect(words.zh).toBe(zh);
    expect(words.en).toMatch(en);
  });
});

describe("formatShare", () => {
  it("says of nothing, and of a share of nothing, that it is none", () => {
    expect([0, 0 / 0, 0.0004, 0.032, 0.5].map(formatShare)).toEqual(["0%", "0%", "<0.1%", "3.2%", "50%"]);
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

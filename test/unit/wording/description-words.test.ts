import { describe, expect, it } from "vitest";
import { shortenText } from "../../../src/components/site/shorten-text.ts";
import {
  describeEpisodeList,
  describeIndex,
  describePerson,
  describeSearch,
  describeTerm,
  describeTopic,
} from "../../../src/wording/description-words.ts";

describe("the description of a page", () => {
  it.each([
    [
      describeEpisodeList("声", ["甲", "乙"]),
      "声的全部节目，共2期，每一期都有文字稿：甲、乙。",
      "2 episodes of 声 with transcript: 甲, 乙.",
    ],
    [describeEpisodeList("声", ["甲"], "2025"), "声在2025年的节目：甲。", "Episodes of 声 from 2025: 甲."],
    [
      describeIndex("terms", "声", ["RL"]),
      "声说到的1个词条，各在什么时候、由谁说到：RL。",
      "1 term of 声: when each is talked about, and by whom: RL.",
    ],
    [
      describeTerm("RL", "声", 2, ["甲"]),
      "声说到RL的2处，每处都能从那一刻读起：甲。",
      "2 places where 声 speaks of RL, each with its moment: 甲.",
    ],
    [describePerson("李", "声", ["甲"]), "李在声的1期节目里：甲。", "李 in 1 episode of 声: 甲."],
    [describeTopic("RL", "声", ["甲"]), "声谈RL的1期节目：甲。", "1 episode of 声 on RL: 甲."],
    [
      describeSearch("声", 3),
      "在声的3期节目里搜一句说过的话，从说这句话的那一刻读起。",
      "Search every word that was said in 3 episodes of 声, and read on from that moment.",
    ],
  ])("says what is on it: %j", (words, zh, en) => {
    expect(words).toEqual({ zh, en });
  });

  it("is the show's where a page has nothing to list", () => {
    expect(describeEpisodeList("声", [])).toBeUndefined();
    expect(describeIndex("people", "声", [])).toBeUndefined();
  });

  it("names no more than are read", () => {
    const names = Array.from({ length: 500 }, (_, index) => `n${index}`);
    expect(describeIndex("topics", "S", names)?.en).toMatch(/n19, …$/);
  });

  it("is cut at a character, on one line", () => {
    expect(shortenText(" a\n b ", 3)).toBe("a b");
    expect(shortenText("😀".repeat(161))).toBe(`${"😀".repeat(159)}…`);
    expect(shortenText("😀".repeat(160))).toBe("😀".repeat(160));
    expect(shortenText("字".repeat(1_000_000))).toHaveLength(160);
  });
});

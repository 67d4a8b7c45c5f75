import { describe, expect, it } from "vitest";
import {
  countCorrections,
  describeEpisode,
  splitSummary,
} from "../../../../src/components/episode/describe-episode.ts";
import type { Episode } from "../../../../src/model/archive.ts";

const episode: Episode = {
  slug: "第一期",
  title: "第一期",
  date: "2025-03",
  duration: 4170,
  isDurationEstimated: false,
  people: [{ name: "Leo", id: "leo", role: "host" }],
  language: "zh-CN",
  topics: [],
  links: {},
  isDraft: false,
  transcriptFile: "transcript.txt",
  timing: "estimated",
  chapters: [],
  passages: [],
  speakers: [],
  mentions: [],
  strip: [],
};

describe("describeEpisode", () => {
  it("prefers the summary", () => {
    expect(describeEpisode({ ...episode, summary: "谈\n蒸馏" })).toBe("谈 蒸馏");
  });

  it("falls back to the title", () => {
    expect(describeEpisode(episode)).toBe("第一期");
  });

  it("cuts between characters and not inside one", () => {
    expect(describeEpisode({ ...episode, summary: "😀".repeat(30) }, 10)).toBe(`${"😀".repeat(9)}…`);
  });
});

describe("splitSummary", () => {
  it("keeps a short summary whole", () => {
    expect(splitSummary("谈蒸馏。谈量化。")).toEqual({ lead: "谈蒸馏。谈量化。", rest: "" });
  });

  it("cuts a long one after a sentence and loses nothing", () => {
    const summary = `${"谈蒸馏".repeat(20)}。${"谈量化".repeat(40)}。`;
    const { lead, rest } = splitSummary(summary);
    expect(lead).toBe(`${"谈蒸馏".repeat(20)}。`);
    expect(lead + rest).toBe(summary);
  });

  it("does not take the point of a number for a sentence's end", () => {
    const summary = `Sonnet 3.7 is out. ${"And then we talked about it for long. ".repeat(8)}`.trim();
    expect(splitSummary(summary, 20).lead).toBe("Sonnet 3.7 is out.");
  });
});

describe("countCorrections", () => {
  it("counts the places of all passages", () => {
    const change = { from: 0, to: 1, heard: "征", source: "glossary" as const, sure: 1 };
    const passages = [{ changes: [change, change] }, { changes: [] }, { changes: [change] }];
    expect(countCorrections({ passages: passages as unknown as Episode["passages"] })).toBe(3);
    const unclear = [{ changes: [{ ...change, source: "unclear" }] }];
    expect(countCorrections({ passages: unclear as unknown as Episode["passages"] })).toBe(0);
  });
});

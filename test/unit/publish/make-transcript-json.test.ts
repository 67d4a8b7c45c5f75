import { describe, expect, it } from "vitest";
import type { Passage } from "../../../src/model/passage.ts";
import { makeTranscriptJson } from "../../../src/publish/make-transcript-json.ts";

const passage: Passage = {
  anchor: "t=1",
  lineAnchor: "p1",
  line: 1,
  start: 1.00049,
  end: 4,
  isEstimated: false,
  speaker: { key: "leo", name: "Leo", sure: 1 },
  text: "模型蒸馏",
  changes: [],
  cueStarts: [],
};
const episode = {
  passages: [passage],
  chapters: [],
  timing: "cue" as const,
  title: "蒸馏",
  date: "2025-03",
  language: "zh-CN",
};

describe("makeTranscriptJson", () => {
  it("writes passages as Podcasting 2.0 has them, times to the millisecond", () => {
    expect(makeTranscriptJson(episode, "小样播客")).toEqual({
      version: "1.0.0",
      timing: "cue",
      title: "蒸馏",
      show: "小样播客",
      date: "2025-03",
      language: "zh-CN",
      segments: [
        { speaker: "Leo", startTime: 1, endTime: 4, body: "模型蒸馏", anchor: "t=1", lineAnchor: "p1" },
      ],
    });
  });

  it("says once at which place a passage without a time stands", () => {
    const untimed = { ...passage, anchor: "p12.340", lineAnchor: "p12.340", isEstimated: true };
    const [entry] = makeTranscriptJson({ ...episode, passages: [untimed] }, "x").segments;
    expect(entry).toMatchObject({ anchor: "p12.340" });
    expect(entry).not.toHaveProperty("lineAnchor");
  });

  it("leaves an unknown speaker out", () => {
    const { speaker: _, ...unknown } = passage;
    expect(makeTranscriptJson({ ...episode, passages: [unknown] }, "x").segments[0]).not.toHaveProperty(
      "speaker",
    );
  });

  it("says which times are estimated, where cues begin and what was heard", () => {
    const changes = [{ from: 2, to: 4, heard: "征流", source: "glossary" as const, sure: 1 }];
    const cueStarts = [
      [0, 1],
      [2, 2.5],
    ] as const;
    const json = makeTranscriptJson(
      { ...episode, passages: [{ ...passage, isEstimated: true, changes, cueStarts }] },
      "x",
    );
    expect(json.segments[0]).toMatchObject({ isEstimated: true, cues: cueStarts, changes: [[2, 4, "征流"]] });
  });

  it("names the passage with which a chapter begins", () => {
    const chapters = [{ title: "开场", start: 1, isEstimated: true, firstPassage: 0 }];
    expect(makeTranscriptJson({ ...episode, chapters }, "x").chapters).toEqual([
      { title: "开场", startTime: 1, isEstimated: true, first: 0 },
    ]);
  });
});

import { expect, it } from "vitest";
import { makeTranscriptJson } from "../../../src/components/make-transcript-json.ts";
import type { Passage } from "../../../src/model/passage.ts";

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

it("writes passages as Podcasting 2.0 has them, times to the millisecond", () => {
  expect(makeTranscriptJson({ passages: [passage], timing: "cue" })).toEqual({
    version: "1.0.0",
    timing: "cue",
    segments: [{ speaker: "Leo", startTime: 1, endTime: 4, body: "模型蒸馏" }],
  });
});

it("leaves an unknown speaker out", () => {
  const { speaker: _, ...unknown } = passage;
  expect(makeTranscriptJson({ passages: [unknown], timing: "estimated" }).segments[0]).not.toHaveProperty(
    "speaker",
  );
});

import { describe, expect, it } from "vitest";
import { measureTimeline } from "../../../../src/pipeline/measure/claim-time.ts";
import { makePassage } from "./make-episode.ts";

const first = makePassage(0, "模".repeat(60));
const second = makePassage(1, "模".repeat(60));

describe("measureTimeline", () => {
  it("lays airtime into the parts of the time in which it lies", () => {
    const timeline = measureTimeline([{ passage: first, marks: [[30, 30]] }], 120, 4);
    expect(timeline.map(({ seconds }) => seconds)).toEqual([15, 15, 0, 0]);
  });

  it("names the passage that talks about it longest in each part", () => {
    const said = [
      { passage: first, marks: [[58, 58]] as const },
      { passage: second, marks: [[20, 20]] as const },
    ];
    const [whole] = measureTimeline(said, 120, 1);
    expect(whole?.passage).toBe(second);
    expect(whole?.seconds).toBe(17 + 30);
  });

  it("has parts without airtime where the episode has no length", () => {
    expect(
      measureTimeline([{ passage: first, marks: [[0, 1]] }], 0, 2).map(({ seconds }) => seconds),
    ).toEqual([0, 0]);
  });
});

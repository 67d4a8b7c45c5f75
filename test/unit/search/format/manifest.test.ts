import { describe, expect, it } from "vitest";
import { makeTimeAnchors } from "../../../../src/search/format/manifest.ts";

describe("makeTimeAnchors", () => {
  it("tells the second at which a passage begins, and which one of that second it is", () => {
    expect(makeTimeAnchors([0, 9, 7_541, 7_549, 7_550])).toEqual([
      "t=0",
      "t=0.2",
      "t=754",
      "t=754.2",
      "t=755",
    ]);
  });
});

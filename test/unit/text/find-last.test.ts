import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findLastNotAfter } from "../../../src/text/find-last.ts";

describe("findLastNotAfter", () => {
  test("is that of the passage in which a moment lies", () => {
    expect(findLastNotAfter([0, 14.2, 20.6], 14.2)).toBe(1);
    expect(findLastNotAfter([0, 14.2, 20.6], 14.1)).toBe(0);
    expect(findLastNotAfter([0, 14.2, 20.6], 900)).toBe(2);
  });

  test("is none before the first", () => {
    expect(findLastNotAfter([0.5, 14.2], 0.2)).toBe(-1);
    expect(findLastNotAfter([], 3)).toBe(-1);
  });

  test("is the one that a plain search finds", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000)), fc.nat(1000), (some, moment) => {
        const starts = some.sort((a, b) => a - b);
        expect(findLastNotAfter(starts, moment)).toBe(starts.findLastIndex((start) => start <= moment));
      }),
    );
  });
});

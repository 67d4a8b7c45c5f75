import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupStrokes } from "../../../../src/browser/strip/group-strokes.ts";

describe("groupStrokes", () => {
  it("gives every place of the strip to the stroke next to it", () => {
    expect(groupStrokes([9, 29], 60, 4)).toEqual([
      { strokes: [9], from: 0, to: 19.5 },
      { strokes: [29], from: 19.5, to: 60 },
    ]);
  });

  it("lets strokes that stand too close share one link", () => {
    expect(groupStrokes([10, 12, 15, 16], 60, 4).map(({ strokes }) => strokes)).toEqual([
      [10, 12],
      [15, 16],
    ]);
  });

  it("has none for a strip without hits", () => {
    expect(groupStrokes([], 60, 4)).toEqual([]);
  });

  it("fills the strip with shares of which none is too narrow, each around its first stroke", () => {
    const lit = fc.uniqueArray(fc.nat({ max: 59 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(lit, fc.integer({ min: 1, max: 60 }), (strokes, least) => {
        const ascending = strokes.toSorted((a, b) => a - b);
        const groups = groupStrokes(ascending, 60, least);
        expect(groups.flatMap((group) => group.strokes)).toEqual(ascending);
        expect(groups[0]?.from).toBe(0);
        expect(groups.at(-1)?.to).toBe(60);
        for (const [index, { strokes: own, from, to }] of groups.entries()) {
          expect(to - from).toBeGreaterThanOrEqual(least);
          expect(from).toBeLessThanOrEqual(own[0] as number);
          expect(groups[index + 1]?.from ?? to).toBe(to);
        }
      }),
    );
  });
});

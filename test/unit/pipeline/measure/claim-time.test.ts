import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  claimTime,
  findMoment,
  measureOverlap,
  sumStretches,
} from "../../../../src/pipeline/measure/claim-time.ts";

const minute = { start: 0, end: 60, text: "模".repeat(60), cueStarts: [] };

describe("claimTime", () => {
  it("claims fifteen seconds before and after a mention", () => {
    expect(claimTime(minute, [[30, 30]])).toEqual([[15, 45]]);
  });

  it("stays within the passage", () => {
    expect(claimTime({ ...minute, start: 100, end: 110 }, [[0, 2]])).toEqual([[100, 110]]);
  });

  it("counts once what two mentions claim", () => {
    expect(
      claimTime(minute, [
        [20, 20],
        [25, 25],
      ]),
    ).toEqual([[5, 40]]);
  });

  it("keeps apart what two distant mentions claim", () => {
    expect(
      claimTime({ ...minute, end: 120 }, [
        [0, 0],
        [60, 60],
      ]),
    ).toEqual([
      [0, 15],
      [105, 120],
    ]);
  });

  it("claims nothing of a passage without a length", () => {
    expect(claimTime({ ...minute, end: 0 }, [[10, 12]])).toEqual([]);
  });

  it("never claims more than the passage, however often the term is said", () => {
    const mark = fc.tuple(fc.nat(60), fc.nat(4)).map(([from, length]) => [from, from + length] as const);
    fc.assert(
      fc.property(fc.array(mark), fc.nat(200), (marks, length) => {
        const sorted = marks.toSorted((a, b) => a[0] - b[0]);
        const stretches = claimTime({ ...minute, end: length }, sorted);
        expect(sumStretches(stretches)).toBeLessThanOrEqual(length + 1e-6);
      }),
    );
  });
});

describe("findMoment", () => {
  it("goes in step with the text between the passage's ends", () => {
    expect(findMoment(minute, 15)).toBe(15);
  });

  it("keeps to the cues' own times where there are some", () => {
    const timed = {
      ...minute,
      cueStarts: [
        [0, 0],
        [10, 40],
      ] as const,
    };
    expect(findMoment(timed, 10)).toBe(40);
    expect(findMoment(timed, 5)).toBe(20);
    expect(findMoment(timed, 60)).toBe(60);
  });
});

describe("measureOverlap", () => {
  it("sums what both lists cover", () => {
    expect(
      measureOverlap(
        [
          [0, 10],
          [20, 30],
        ],
        [[5, 25]],
      ),
    ).toBe(10);
  });

  it("is the same from both sides, and never more than either", () => {
    const stretches = fc
      .uniqueArray(fc.nat(100), { maxLength: 12 })
      .map((points) => points.sort((a, b) => a - b))
      .map((points) =>
        points.flatMap((from, index): [number, number][] => {
          const to = points[index + 1];
          return index % 2 === 0 && to !== undefined ? [[from, to]] : [];
        }),
      );
    fc.assert(
      fc.property(stretches, stretches, (some, others) => {
        const shared = measureOverlap(some, others);
        expect(shared).toBe(measureOverlap(others, some));
        expect(shared).toBeLessThanOrEqual(Math.min(sumStretches(some), sumStretches(others)));
      }),
    );
  });
});

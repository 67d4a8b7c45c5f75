import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { takeMean, takePercentile, takeSpread } from "../../bench/statistics.ts";

describe("takePercentile", () => {
  it("takes the nearest rank", () => {
    expect([0, 0.5, 0.95, 1].map((share) => takePercentile([15, 20, 35, 40, 50], share))).toEqual([
      15, 35, 50, 50,
    ]);
  });

  it("orders numbers as numbers", () => {
    expect(takePercentile([100, 9, 20], 0.5)).toBe(20);
  });

  it("is NaN of nothing", () => {
    expect(takePercentile([], 0.5)).toBeNaN();
  });

  it("is a value that at least the share of the values does not exceed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const taken = takePercentile(values, share);
          expect(values).toContain(taken);
          expect(values.filter((value) => value <= taken).length).toBeGreaterThanOrEqual(
            Math.floor(share * values.length),
          );
        },
      ),
    );
  });
});

describe("takeSpread", () => {
  it("leaves the values in their order", () => {
    const values = [3, 1, 2];
    expect(takeSpread(values)).toEqual({ count: 3, median: 2, p95: 3, max: 3 });
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("takeMean", () => {
  it("is the sum over the count", () => {
    expect(takeMean([1, 2, 6])).toBe(3);
  });
});

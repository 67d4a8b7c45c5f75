import fc from "fast-check";
import { expect, test } from "vitest";
import { findNearest, measureEditDistance } from "../../../../src/model/schema/find-nearest.ts";

const keys = ["title", "date", "number", "summary", "links"];

test.each([
  ["titel", "title"],
  ["Title", "title"],
  ["dat", "date"],
  ["summry", "summary"],
  ["link", "links"],
])("takes %s for %s", (word, meant) => {
  expect(findNearest(word, keys)).toBe(meant);
});

test("names nothing where nothing is near", () => {
  expect(findNearest("weather", keys)).toBeUndefined();
  expect(findNearest("x", ["a", "b"])).toBeUndefined();
});

test("lets one Han character of a name differ", () => {
  expect(findNearest("天一", ["天逸", "曹伟"])).toBe("天逸");
});

test("counts a swap of neighbours as one step", () => {
  expect(measureEditDistance("zhuo", "zhou")).toBe(1);
});

test("counts the same steps in both directions, and none for the same word", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (a, b) => {
      expect(measureEditDistance(a, b)).toBe(measureEditDistance(b, a));
      expect(measureEditDistance(a, a)).toBe(0);
      expect(measureEditDistance(a, b)).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
    }),
  );
});

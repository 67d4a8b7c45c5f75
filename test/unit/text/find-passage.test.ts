import { describe, expect, it } from "vitest";
import { findPassage, findPassagesInside } from "../../../src/text/find-passage.ts";

const timed = [
  { start: 0, line: 1, tokens: 0, isEstimated: false },
  { start: 60, line: 5, tokens: 0, isEstimated: false },
  { start: 754, line: 9, tokens: 0, isEstimated: false },
  { start: 790, line: 12, tokens: 0, isEstimated: false },
];
const estimated = timed.map((passage) => ({ ...passage, isEstimated: true }));

describe("findPassage", () => {
  it.each(["#t=760", "#t=12:40", "#t=0:12:40", "#t=760,770"])(
    "opens the passage in which %s lies",
    (fragment) => {
      expect(findPassage(fragment, timed)).toBe(2);
    },
  );

  it("opens the passage with the nearest estimate where times are estimated", () => {
    expect([findPassage("#t=59", estimated), findPassage("#t=20", estimated)]).toEqual([1, 0]);
  });

  it("opens the passage in which a moment lies, estimated or not, where some times are real", () => {
    const mixed = timed.map((passage, index) => ({ ...passage, isEstimated: index % 2 === 1 }));
    expect([findPassage("#t=753", mixed), findPassage("#t=59", mixed)]).toEqual([1, 0]);
  });

  it("opens a passage that begins within the second", () => {
    const later = timed.map((passage, index) => ({
      ...passage,
      start: passage.start + 0.7,
      isEstimated: index > 0,
    }));
    expect(findPassage("#t=60", later)).toBe(1);
  });

  it("does not leave a real passage for a nearer next one", () => {
    expect(findPassage("#t=59", timed)).toBe(0);
  });

  it("opens the last passage for a moment after the end", () => {
    expect(findPassage("#t=99999", timed)).toBe(3);
  });

  it("opens the first passage for a moment before it", () => {
    expect(findPassage("#t=2", [{ start: 5, line: 1, tokens: 0, isEstimated: false }])).toBe(0);
  });

  it("opens the passage that a line stands in", () => {
    expect([findPassage("#p10", timed), findPassage("#p12.3", timed), findPassage("#p5", timed)]).toEqual([
      2, 3, 1,
    ]);
  });

  it("opens the passage that holds a token of a line", () => {
    const places = [0, 340, 702].map((tokens) => ({ start: tokens, line: 12, tokens, isEstimated: true }));
    const opened = ["#p12", "#p12.339", "#p12.340", "#p12.9999", "#p13"].map((own) =>
      findPassage(own, places),
    );
    expect(opened).toEqual([0, 0, 1, 2, 2]);
  });

  it("opens nothing for another fragment", () => {
    expect(findPassage("#details", timed)).toBeUndefined();
  });

  it("opens nothing where there is nothing", () => {
    expect(findPassage("#t=5", [])).toBeUndefined();
  });
});

describe("findPassagesInside", () => {
  it("gives the passages that a stretch covers besides its first", () => {
    expect(findPassagesInside("#t=70,800", timed, 1)).toEqual([2, 3]);
  });

  it("gives none for a moment", () => {
    expect(findPassagesInside("#t=70", timed, 1)).toEqual([]);
  });
});

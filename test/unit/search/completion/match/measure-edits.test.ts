import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  allowEdits,
  countOtherLetters,
  measureEdits,
} from "../../../../../src/search/completion/match/measure-edits.ts";

describe("measureEdits", () => {
  it.each([
    ["deepseek", "deepseek", 0],
    ["deepsek", "deepseek", 1],
    ["deeppseek", "deepseek", 1],
    ["deapseek", "deepseek", 1],
    ["deepseke", "deepseek", 1],
    ["depsek", "deepseek", 2],
    ["abc", "xyz", 3],
    ["abcde", "ab", 3],
  ])("of %s and %s is %d, up to a limit of 2", (a, b, edits) => {
    expect(measureEdits(a, b, 2)).toBe(edits);
  });

  it("is the same both ways", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(measureEdits(a, b, limit)).toBe(measureEdits(b, a, limit));
      }),
    );
  });

  it("is one for each swap, change, letter more or less that was made", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "d"), minLength: 2, maxLength: 10 });
    fc.assert(
      fc.property(word, fc.nat(), (a, seed) => {
        const at = seed % (a.length - 1);
        const swapped = a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2);
        const shorter = a.slice(0, at) + a.slice(at + 1);
        expect(measureEdits(a, swapped, 2)).toBeLessThanOrEqual(1);
        expect(measureEdits(a, shorter, 2)).toBe(1);
      }),
    );
  });
});

describe("allowEdits", () => {
  it("allows none in a word of two letters, one up to five, two beyond", () => {
    expect([2, 3, 5, 6, 12].map(allowEdits)).toEqual([0, 1, 1, 2, 2]);
  });
});

describe("countOtherLetters", () => {
  it("never tells words apart that are a few edits from one another", () => {
    const word = fc.string({ unit: fc.constantFrom(..."abcxyz019"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const edits = measureEdits(a, b, 8);
        expect(countOtherLetters(a, b)).toBeLessThanOrEqual(2 * edits);
      }),
    );
  });
});

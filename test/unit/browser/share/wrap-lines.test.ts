import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrapLines } from "../../../../src/browser/share/wrap-lines.ts";

/** A Han character is as wide as two others. */
const measure = (line: string) =>
  [...line].reduce((sum, own) => sum + (/[\p{Script=Han}，。]/u.test(own) ? 2 : 1), 0);

describe("wrapLines", () => {
  it("divides Han characters anywhere and words of other letters between them", () => {
    expect(wrapLines("我们用小模型", 4, measure)).toEqual(["我们", "用小", "模型"]);
    expect(wrapLines("long chain of thought", 11, measure)).toEqual(["long chain", "of thought"]);
  });
  it("begins no line with a mark that closes, and ends none with one that opens", () => {
    for (const line of wrapLines("蒸馏，强化（学习）对。", 6, measure)) {
      expect(line).not.toMatch(/^[，。）]/u);
      expect(line).not.toMatch(/（$/u);
    }
  });
  it("breaks a word that is wider than a line", () => {
    expect(wrapLines("reinforcement", 5, measure)).toEqual(["reinf", "orcem", "ent"]);
  });
  it("keeps every letter, and no line is wider than it may be", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(..."蒸馏学习abcRL ，。（）3.5%")),
        fc.integer({ min: 8, max: 30 }),
        (letters, width) => {
          const text = letters.join("");
          const lines = wrapLines(text, width, measure);
          expect(lines.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
          for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});

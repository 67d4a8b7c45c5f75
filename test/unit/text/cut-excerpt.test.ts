import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutExcerpt } from "../../../src/text/cut-excerpt.ts";

describe("cutExcerpt", () => {
  it("keeps a short text whole", () => {
    expect(cutExcerpt("模型蒸馏", [[2, 4]])).toEqual({
      from: 0,
      text: "模型蒸馏",
      marks: [[2, 4]],
      isCutBefore: false,
      isCutAfter: false,
    });
  });

  it("moves the marks along with the cut", () => {
    const text = `${"前".repeat(200)}蒸馏${"后".repeat(200)}`;
    const excerpt = cutExcerpt(text, [[200, 202]]);
    expect(excerpt.marks.map(([from, to]) => excerpt.text.slice(from, to))).toEqual(["蒸馏"]);
    expect(excerpt).toMatchObject({ isCutBefore: true, isCutAfter: true });
  });

  it("does not begin inside a Latin word", () => {
    const text = `${"我们".repeat(60)}understanding 蒸馏${"后".repeat(200)}`;
    const excerpt = cutExcerpt(text, [[134, 136]], 30);
    expect(excerpt.text).toMatch(/^(understanding )?蒸馏/);
  });

  it("begins after punctuation where some is near", () => {
    const text = `${"前".repeat(100)}，${"中".repeat(20)}蒸馏${"后".repeat(200)}`;
    expect(cutExcerpt(text, [[121, 123]], 80).text).toMatch(/^中{20}蒸馏/);
  });

  it("shows the marks that stand closest together", () => {
    const text = `${"前".repeat(40)}蒸馏${"中".repeat(200)}蒸馏和MoE${"后".repeat(100)}`;
    const excerpt = cutExcerpt(text, [
      [40, 42],
      [242, 244],
      [245, 248],
    ]);
    expect(excerpt.marks.map(([from, to]) => excerpt.text.slice(from, to))).toEqual(["蒸馏", "MoE"]);
  });

  it("shows two words rather than one of them twice", () => {
    const text = `蒸馏蒸馏蒸馏${"前".repeat(120)}蒸馏和MoE${"后".repeat(100)}`;
    const places = [...text.matchAll(/蒸馏|MoE/g)].map(
      ({ index, 0: own }) => [index, index + own.length] as const,
    );
    const excerpt = cutExcerpt(text, places);
    expect(excerpt.marks.map(([from, to]) => excerpt.text.slice(from, to))).toEqual(["蒸馏", "MoE"]);
  });

  it("does not end inside a mark or a long Latin word", () => {
    const text = `蒸馏${"中".repeat(70)}internationalisation${"后".repeat(100)}`;
    expect(cutExcerpt(text, [[0, 2]]).text).toMatch(/internationalisation$/);
    const marked = `蒸馏${"中".repeat(76)}强化学习${"后".repeat(100)}`;
    const excerpt = cutExcerpt(marked, [
      [0, 2],
      [78, 82],
    ]);
    expect(excerpt.text).toMatch(/强化学习$/);
    expect(excerpt.marks).toHaveLength(2);
  });

  it("takes as much room in every script: letters are half as wide", () => {
    const length = (letter: string) => cutExcerpt(letter.repeat(400), []).text.length;
    expect(length("前")).toBe(80);
    expect(length("- ")).toBeGreaterThan(150);
  });

  it("ends without a space", () => {
    expect(cutExcerpt("word ".repeat(60), [[0, 4]]).text).toMatch(/word$/);
  });

  it("always holds the first mark whole", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("模", "a", " ", "，", "😀"), minLength: 1, maxLength: 400 }),
        fc.nat(),
        fc.integer({ min: 1, max: 8 }),
        (text, seed, size) => {
          const from = seed % text.length;
          const to = Math.min(text.length, from + size);
          const excerpt = cutExcerpt(text, [[from, to]], 40);
          const [mark] = excerpt.marks;
          expect(mark && excerpt.text.slice(mark[0], mark[1])).toBe(text.slice(from, to));
        },
      ),
    );
  });

  it("cuts through no stretch that is to stay whole, and says where it begins", () => {
    const text = `${"前".repeat(170)}征流${"中".repeat(28)}蒸馏${"后".repeat(200)}`;
    for (const at of [168, 170, 172, 174]) {
      const { from, text: shown } = cutExcerpt(text, [[200, 202]], 80, [[at, at + 6]]);
      expect(text.slice(from, from + shown.length)).toBe(shown);
      expect(from <= at || from >= at + 6).toBe(true);
    }
  });
});

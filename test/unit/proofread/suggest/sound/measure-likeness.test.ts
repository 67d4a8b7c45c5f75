import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureLikeness } from "../../../../../src/proofread/suggest/sound/measure-likeness.ts";
import { soundOut } from "../../../../../src/proofread/suggest/sound/sound-out.ts";
import { loadWordKnowledge } from "../../../../../src/proofread/suggest/word-knowledge.ts";

const words = await loadWordKnowledge();

/** The likeness of the likest readings. */
function compare(left: string, right: string): number {
  const pairs = soundOut(left, words).flatMap((a) =>
    soundOut(right, words).map((b) => measureLikeness(a, b)),
  );
  return Math.max(0, ...pairs);
}

describe("measureLikeness", () => {
  test.each([
    ["征流", "蒸馏"],
    ["机座", "基座"],
    ["套客", "套壳"],
    ["草尾", "曹伟"],
  ])("finds that %s sounds as %s does", (heard, meant) => {
    expect(compare(heard, meant)).toBe(1);
  });

  test.each([
    ["Han for Han", "中流", "蒸馏"],
    ["Latin for Latin", "DeepSig", "DeepSeek"],
    ["letters for a word", "DPC", "DeepSeek"],
    ["Han for letters", "模拟", "MoE"],
    ["Han for a Latin word", "缩大", "SOTA"],
    ["letters for letters", "MOU", "MoE"],
    ["Han and a letter for a Latin name", "欧盟 A", "OpenAI"],
  ])("finds %s likely: %s, %s", (_, heard, meant) => {
    expect(compare(heard, meant)).toBeGreaterThan(0.72);
  });

  test.each([
    ["模型", "蒸馏"],
    ["work", "world model"],
    ["比较", "基座"],
    ["大家", "DeepSeek"],
  ])("finds %s and %s unlike", (heard, meant) => {
    expect(compare(heard, meant)).toBeLessThan(0.65);
  });

  test("is the same both ways, between 0 and 1, and 1 for the same", () => {
    const reading = fc.array(fc.integer({ min: 0, max: 27 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(reading, reading, (a, b) => {
        const likeness = measureLikeness(a, b);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(measureLikeness(a, a)).toBe(1);
      }),
    );
  });

  test("answers 0 below the least that is asked for, and the same above it", () => {
    const reading = fc.array(fc.integer({ min: 0, max: 27 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(reading, reading, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (a, b, least) => {
        const likeness = measureLikeness(a, b);
        fc.pre(Math.abs(likeness - least) > 1e-4);
        expect(measureLikeness(a, b, least)).toBe(likeness < least ? 0 : likeness);
      }),
    );
  });
});

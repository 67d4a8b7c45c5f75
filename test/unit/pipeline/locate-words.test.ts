import { describe, expect, it } from "vitest";
import { locateWords } from "../../../src/pipeline/locate-words.ts";

function words(...texts: string[]): { text: string }[] {
  return texts.map((text) => ({ text }));
}

describe("locateWords", () => {
  it("finds each word after the one before it", () => {
    expect(locateWords("用 MoE 用 RL", words("用", " MoE", "用", "RL"))).toEqual([0, 2, 6, 8]);
  });

  it("leaves out a word that the text does not hold and goes on", () => {
    expect(locateWords("蒸馏很好", words("蒸馏", "呃", "很好"))).toEqual([0, undefined, 2]);
  });

  it("does not take a word far away for the one that is missing", () => {
    expect(locateWords(`蒸馏${"的".repeat(100)}好`, words("蒸馏", "好", "的"))).toEqual([0, undefined, 2]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countConsonants, keyLatinSound } from "../../../../src/text/sound/latin-sound.ts";

describe("keyLatinSound", () => {
  it.each([
    ["deepseek", "deepsig"],
    ["deepseek", "dipsick"],
    ["deepseek", "deepseq"],
    ["deepseek", "deepsync"],
    ["deepseek", "deepsix"],
    ["seek", "sick"],
    ["deep", "dip"],
    ["lovable", "lavable"],
    ["claude", "cloud"],
    ["copilot", "copyright"],
    ["inference", "influence"],
    ["agent", "agen"],
    ["sota", "sorta"],
    ["mla", "mra"],
    ["gpt", "gpd"],
    ["knight", "night"],
    ["phone", "fone"],
    ["7b", "7p"],
  ])("hears %s and %s alike", (one, other) => {
    expect(keyLatinSound(one)).toBe(keyLatinSound(other));
  });

  it.each([
    ["claude", "ground"],
    ["claude", "quality"],
    ["cot", "god"],
    ["rl", "rlhf"],
    ["o1", "o3"],
    ["gpt", "capped"],
    ["data", "beta"],
    ["7b", "8b"],
  ])("tells %s from %s", (one, other) => {
    expect(keyLatinSound(one)).not.toBe(keyLatinSound(other));
  });

  it("leaves numbers and other scripts as they are", () => {
    for (const token of ["2025", "c++", "カタカナ", "한국", "é"]) expect(keyLatinSound(token)).toBe(token);
  });

  it("gives letters and digits only, and a vowel or a consonant at least, for any word", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,20}$/), (word) => {
        expect(keyLatinSound(word)).toMatch(/^[a-z0-9]*$/);
        expect(countConsonants(keyLatinSound(word))).toBeLessThanOrEqual(2 * word.length);
      }),
    );
  });

  it("gives every word a key", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,8}$/), (word) => {
        expect(keyLatinSound(word)).not.toBe("");
      }),
      { examples: [["e"], ["gh"], ["h"]] },
    );
  });
});

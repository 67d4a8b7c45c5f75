import { describe, expect, it } from "vitest";
import { readSyllable } from "../../../../src/text/sound/sound.ts";

const syllable = (pinyin: string) => readSyllable(pinyin)?.syllable;

describe("readSyllable", () => {
  it.each([
    ["zheng1", "zeng4"],
    ["chang2", "can2"],
    ["shi4", "si4"],
    ["liang4", "lian4"],
    ["zhuang1", "zhuan3"],
    ["xing2", "xin1"],
    ["ning2", "lin2"],
    ["ren2", "len2"],
    ["hui4", "fei4"],
    ["hun2", "fen1"],
    ["hu2", "fu2"],
    ["qu4", "qi4"],
    ["yuan2", "yan2"],
    ["nü3", "li3"],
    ["wen4", "weng4"],
  ])("hears %s and %s alike", (one, other) => {
    expect(syllable(one)).toBe(syllable(other));
  });

  it.each([
    ["ba1", "pa1"],
    ["ji1", "qi1"],
    ["hai3", "fai3"],
    ["lü4", "lu4"],
    ["dong1", "dun1"],
    ["ou1", "u1"],
    ["wo3", "o1"],
  ])("tells %s from %s", (one, other) => {
    expect(syllable(one)).toBeDefined();
    expect(syllable(one)).not.toBe(syllable(other));
  });

  it("tells merged syllables and tones apart by their variant", () => {
    const written = ["zheng1", "zeng1", "zhen1", "zen1", "zheng4", "zheng0"];
    expect(new Set(written.map((pinyin) => readSyllable(pinyin)?.variant)).size).toBe(written.length);
    expect(readSyllable("huan2")).not.toEqual(readSyllable("huang2"));
  });

  it("reads what is said without a vowel as the syllable it sounds like", () => {
    expect(syllable("ng2")).toBe(syllable("en1"));
    expect(syllable("r0")).toBe(syllable("er2"));
    expect(syllable("m2")).toBeDefined();
  });

  it("refuses what is no syllable", () => {
    for (const text of ["", "zh1", "bcd1", "GPT", "zhang", "蒸", "xyz3"])
      expect(readSyllable(text)).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import {
  allBoundaries,
  endSoundPair,
  makeSoundTerm,
  type SoundToken,
} from "../../../../src/search/format/sound-terms.ts";
import { readPair, readThird } from "../../../../src/search/format/terms.ts";

const han = (text: string, variant: string): SoundToken => ({ text, variant, isHan: true, from: 0, to: 0 });
const latin = (text: string): SoundToken => ({ text, isHan: false, from: 0, to: 0 });

describe("makeSoundTerm", () => {
  const tokens = [han("丁", "刀"), han("七", "刃"), latin("tpsk"), han("丁", "分")];
  const starts = [true, false, true, true, true];
  const pair = `丁七${endSoundPair({ first: true, second: false, after: true }, "刀", "刃")}`;
  it("tells a pair of syllables, how it stands to words, and its variants", () => {
    expect(makeSoundTerm(tokens, 0, starts)).toBe(pair);
  });
  it("gives a pair that can be split by the next syllable in place of its variants", () => {
    const three = [han("丁", "刀"), han("七", "刃"), han("丈", "分")];
    expect(readPair(pair)).toBe("丁七");
    expect(`丁七${readThird(makeSoundTerm(three, 1, starts))}`).toBe("丁七丈");
    expect(`丁七${readThird(makeSoundTerm(tokens, 1, starts))}`).toBe("丁七ǀ");
  });
  it("joins no two syllables between which something stands in the text", () => {
    const two = [han("丁", "刀"), han("七", "刃")];
    expect(makeSoundTerm(two, 0, [true, true, true], [true, false])).toBe("丁ǀ");
    expect(makeSoundTerm(two, 0, [true, true, true], [false, false])).not.toBe("丁ǀ");
  });
  it("tells a key and what follows it as the index of words does", () => {
    expect([1, 2, 3].map((k) => makeSoundTerm(tokens, k, starts))).toEqual(["七ǀ", "tpskǀ丁", "丁ǀ"]);
  });
});

describe("endSoundPair", () => {
  it("is another letter for every way to stand to words, and begins what has variants", () => {
    const ends = allBoundaries.map((boundaries) => endSoundPair(boundaries));
    expect(new Set(ends).size).toBe(8);
    for (const boundaries of allBoundaries)
      expect(endSoundPair(boundaries, "刀", "刃").startsWith(endSoundPair(boundaries, "刀"))).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { splitPinyin } from "../../../../src/search/names/split-pinyin.ts";

const split = (letters: string) => splitPinyin(letters).map((way) => way.join(" "));

describe("splitPinyin", () => {
  it("divides letters into syllables", () => {
    expect(split("zhengliu")).toEqual(["zheng liu"]);
    expect(split("weishenme")[0]).toBe("wei shen me");
  });
  it("gives the ways in which they can be divided, those with a bare vowel last", () => {
    expect(split("xian")).toEqual(["xian", "xi an"]);
    expect(split("fangan")).toEqual(["fan gan", "fang an"]);
  });
  it("knows what is no pinyin", () => {
    expect(split("strength")).toEqual([]);
    expect(split("")).toEqual([""]);
  });
  it("is quick with what can be divided in very many ways", () => {
    expect(splitPinyin("xian".repeat(15))).toHaveLength(3);
  });
});

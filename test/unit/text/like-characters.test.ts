import hongKongVariants from "opencc-js/dict/HKVariants";
import hongKongReverse from "opencc-js/dict/HKVariantsRev";
import simplifiedCharacters from "opencc-js/dict/TSCharacters";
import taiwanVariants from "opencc-js/dict/TWVariants";
import taiwanReverse from "opencc-js/dict/TWVariantsRev";
import { describe, expect, it } from "vitest";
import {
  ideographOfRadical,
  phraseVariants,
  regionalVariants,
  usualOfVariant,
} from "../../../src/text/like-characters.ts";

function readTable(table: string): [string, string][] {
  return table.split("|").map((line) => line.split(" ").slice(0, 2) as [string, string]);
}

const simplified = new Map(readTable(simplifiedCharacters));
const simplify = (character: string) => simplified.get(character) ?? character;
const usual = (character: string) => usualOfVariant.get(simplify(character)) ?? simplify(character);

describe("the variants", () => {
  it("join whatever OpenCC's regional tables join", () => {
    const rows = [taiwanVariants, taiwanReverse, hongKongVariants, hongKongReverse].flatMap(readTable);
    expect(rows.filter(([a, b]) => usual(a) !== usual(b))).toEqual([]);
  });
  it("hold no regional pair that OpenCC's tables do not join", () => {
    const rows = [taiwanVariants, taiwanReverse, hongKongVariants, hongKongReverse].flatMap(readTable);
    const joined = new Set(rows.flatMap(([a, b]) => [simplify(a) + simplify(b), simplify(b) + simplify(a)]));
    expect(regionalVariants.split(" ").filter((pair) => !joined.has(pair))).toEqual([]);
  });
  it("are Simplified, each listed once, and lead to none that is a variant itself", () => {
    const pairs = `${regionalVariants} ${phraseVariants}`.split(" ");
    expect(usualOfVariant.size).toBe(pairs.length);
    for (const [variant, own] of usualOfVariant) {
      expect([variant, simplify(variant)]).toEqual([variant, variant]);
      expect([own, usual(own)]).toEqual([own, own]);
    }
  });
});

describe("the radicals", () => {
  it("are those of Unicode's blocks", () => {
    expect(["⻢", "⺁", "⻲", "⻱", "㇟", "⺟"].map((radical) => ideographOfRadical.get(radical))).toEqual([
      ...["马", "厂", "亀", "龜", "乚", "母"],
    ]);
  });
});

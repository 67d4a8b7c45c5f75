import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumbers } from "../../../../src/search/format/variants/read-numbers.ts";
import { readTokens } from "../../../../src/text/normalise.ts";

const FIGURES = "零一二三四五六七八九";
const UNITS = [
  [10_000, "万"],
  [1_000, "千"],
  [100, "百"],
  [10, "十"],
  [1, ""],
] as const;

function readKeys(text: string): string[] {
  return readNumbers({ text, tokens: readTokens(text) }).map(({ key }) => key);
}

/** A number below 100,000 as it is said in full. */
function sayNumber(number: number): string {
  let said = "";
  let isZeroDue = false;
  for (const [size, unit] of UNITS) {
    const figure = Math.floor(number / size) % 10;
    if (figure === 0) isZeroDue = true;
    else {
      const isPlainTen = size === 10 && figure === 1 && said === "";
      said += (isZeroDue && said !== "" ? "零" : "") + (isPlainTen ? "" : FIGURES.charAt(figure)) + unit;
      isZeroDue = false;
    }
  }
  return said;
}

function spellFigures(number: number, zero = "零"): string {
  return [...String(number)]
    .map((figure) => (figure === "0" ? zero : FIGURES.charAt(Number(figure))))
    .join("");
}

describe("readNumbers", () => {
  it("reads every number up to 99,999 by the same value in figures and as it is said", () => {
    const wrong: string[] = [];
    for (let number = 0; number < 100_000; number++) {
      // A single figure counts something or is none.
      const said = sayNumber(number) || "零";
      const [digits, written] = number > 10 ? [String(number), said] : [`第${number}集`, `第${said}集`];
      if (readKeys(digits).join() !== readKeys(written).join() || !readKeys(digits).includes(`n${number}`))
        wrong.push(said);
    }
    expect(wrong).toEqual([]);
  });

  it("reads every year in digits and in figures with either zero by the same key", () => {
    for (let year = 1000; year < 2100; year++)
      for (const written of [`${year}年`, `${spellFigures(year)}年`, `${spellFigures(year, "〇")}年`])
        expect(readKeys(written)).toEqual([`n${year}`]);
  });

  it("reads a share and a decimal by the same key in both writings", () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 9_999 }), fc.nat({ max: 99 }), (whole, part) => {
        const decimal = `${whole}.${part}`;
        const said = `${sayNumber(whole)}点${spellFigures(part)}`;
        expect(readKeys(said)).toEqual(readKeys(decimal));
        expect(readKeys(`百分之${said}`)).toEqual([`n${decimal}%`]);
        expect(readKeys(`${decimal}%`)).toEqual([`n${decimal}%`]);
      }),
    );
  });

  it.each([
    ["七八个", []],
    ["几十万", []],
    ["一百多万", []],
    ["万一", []],
    ["千万别", []],
    ["三三两两", []],
    ["一个", []],
    ["三国", []],
    ["3.5.1", []],
    ["下午三点五分", ["n3"]],
    ["007", ["n007"]],
  ])("reads %s as %j", (text, keys) => {
    expect(readKeys(text)).toEqual(keys);
  });
});

import { describe, expect, it } from "vitest";
import { stockNames } from "../../../../src/search/format/variants/stock-names.ts";
import { foldName, readTokens } from "../../../../src/text/normalise.ts";

describe("the stock list of names", () => {
  it("has a few hundred groups of two names and more, each name in one of them", () => {
    const names = stockNames().flat().map(foldName);
    expect(stockNames().length).toBeGreaterThan(300);
    expect(stockNames().filter((group) => group.length < 2)).toEqual([]);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  it("has no Chinese name of one character, which would stand in any word", () => {
    const tooShort = stockNames()
      .flat()
      .filter((name) => readTokens(name).length === 1 && readTokens(name)[0]?.isHan !== false);
    expect(tooShort).toEqual([]);
  });
});

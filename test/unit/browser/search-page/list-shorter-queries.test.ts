import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listShorterQueries } from "../../../../src/browser/search-page/suggest-queries.ts";

describe("listShorterQueries", () => {
  it("lists the longest parts first", () => {
    expect(listShorterQueries("蒸馏模型")).toEqual([
      ["蒸馏模", "馏模型"],
      ["蒸馏", "馏模", "模型"],
    ]);
  });

  it("asks for a Latin word alone, but for no single Han character", () => {
    expect(listShorterQueries("DeepSeek塔")).toEqual([["DeepSeek"]]);
  });

  it("keeps what was typed, capitals and signs between included", () => {
    expect(listShorterQueries("GPT-4o 模型")).toEqual([
      ["GPT-4o 模", "4o 模型"],
      ["GPT-4o", "4o 模", "模型"],
      ["GPT", "4o"],
    ]);
  });

  it("has nothing to offer for one token", () => {
    expect(listShorterQueries("distilation")).toEqual([]);
  });

  it("never asks more often than it may", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("蒸", "馏", "a", " ", "-"), maxLength: 60 }), (word) => {
        expect(listShorterQueries(word, 12).flat().length).toBeLessThanOrEqual(12);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { suggestQueries } from "../../../../src/browser/search-page/suggest-queries.ts";

/** Counts as an archive would that says exactly these. */
function countIn(said: Readonly<Record<string, number>>): (query: string) => Promise<number> {
  return async (query) => said[query] ?? 0;
}

const suggest = (words: string, countHits: (query: string) => Promise<number>) =>
  suggestQueries({ words, isNarrowed: false, together: [] }, countHits);

describe("suggestQueries", () => {
  it("begins with the query without its filters, and the words that are said together", async () => {
    const together = [{ words: ["蒸馏", "量化"], query: "蒸馏 量化", episodes: 2 }];
    const counted = countIn({ "蒸馏 量化 剪枝": 5 });
    const query = { words: "蒸馏 量化 剪枝", isNarrowed: true, together };
    expect((await suggestQueries(query, counted)).slice(0, 2)).toEqual([
      { kind: "unfiltered", query: "蒸馏 量化 剪枝", hits: 5 },
      { kind: "together", query: "蒸馏 量化", episodes: 2 },
    ]);
  });

  it("offers the longest part of a word that is said", async () => {
    expect(await suggest("蒸馏塔", countIn({ 蒸馏: 50, 塔: 2 }))).toEqual([
      { kind: "shorter", query: "蒸馏", hits: 50 },
    ]);
  });

  it("counts each word alone, the missing one as well", async () => {
    expect(await suggest("蒸馏 紫藤", countIn({ 蒸馏: 50 }))).toEqual([
      { kind: "word", query: "蒸馏", hits: 50 },
      { kind: "word", query: "紫藤", hits: 0 },
    ]);
  });

  it("offers the words without their quotes where that finds something", async () => {
    expect(await suggest('"专家 混合"', countIn({ "专家 混合": 3, 专家: 9, 混合: 4 }))).toContainEqual({
      kind: "unquoted",
      query: "专家 混合",
      hits: 3,
    });
  });

  it("keeps a part with a space in it together", async () => {
    expect(await suggest('"open source AI"', countIn({ '"open source"': 2 }))).toEqual([
      { kind: "shorter", query: '"open source"', hits: 2 },
    ]);
  });

  it("puts the part that is said most often first", async () => {
    const [first, second] = await suggest("蒸馏模型", countIn({ 蒸馏: 5, 模型: 90 }));
    expect([first?.query, second?.query]).toEqual(["模型", "蒸馏"]);
  });

  it("offers nothing where nothing is said", async () => {
    expect(await suggest("紫藤萝", countIn({}))).toEqual([]);
  });

  it("passes on that the search failed", async () => {
    const failing = async () => Promise.reject(new Error("no network"));
    await expect(suggest("蒸馏", failing)).rejects.toThrow("no network");
  });
});

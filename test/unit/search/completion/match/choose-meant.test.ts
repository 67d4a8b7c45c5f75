import { describe, expect, it } from "vitest";
import { chooseMeant, mayBeMeantOtherwise } from "../../../../../src/search/completion/match/choose-meant.ts";
import { openWords } from "../../../../../src/search/completion/match/open-names.ts";
import { suggestNames } from "../../../../../src/search/completion/match/suggest-names.ts";
import { packWords } from "../../../../../src/search/format/suggestion-file.ts";
import { makeNames } from "./make-names.ts";

async function choose(query: string, episodes: number): Promise<string[]> {
  const names = await makeNames([
    { text: "蒸馏", kind: "term", also: ["distillation"], heard: ["征流"], episodes: 12 },
    { text: "蒸馏塔", episodes: 20 },
    { text: "整理", episodes: 9 },
  ]);
  const words = await openWords(
    { words: packWords(["DeepSeek", "DeepSek"]), episodes: [12, 1] },
    async () => undefined,
  );
  const found = { episodes, hits: episodes };
  if (!mayBeMeantOtherwise(query, found)) return [];
  return chooseMeant(query, suggestNames(query, names, words, 12), found).map((own) => own.query);
}

describe("what a query was meant to be", () => {
  it.each<[query: string, meant: string[]]>([
    ["zhengliu", ["蒸馏"]],
    ["zheng liu", ["蒸馏"]],
    ["zl", ["蒸馏", "整理"]],
    ["征流", ["蒸馏"]],
    ["distilation", ["蒸馏"]],
    ["zhengliut", ["蒸馏塔"]],
    ["模型 zhengliu", ["模型 蒸馏"]],
    ["xyzzy", []],
  ])("%s, when nothing was found: %j", async (query, meant) => {
    expect(await choose(query, 0)).toEqual(meant);
  });

  it("is asked for a word in Latin letters that few episodes say, where more say another", async () => {
    expect(await choose("DeepSek", 1)).toEqual(["DeepSeek"]);
    expect(await choose("DeepSeeek", 1)).toEqual(["DeepSeek"]);
    expect(await choose("DeepSeeek", 4)).toEqual([]);
  });

  it("is not asked for Chinese that was found", async () => {
    expect(await choose("蒸馏", 1)).toEqual([]);
  });
});

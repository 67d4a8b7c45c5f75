import { describe, expect, it } from "vitest";
import { spellName } from "../../../../../src/search/completion/make/make-suggestion-file.ts";
import { readTokens } from "../../../../../src/text/normalise.ts";

const spell = (name: string, options?: Parameters<typeof spellName>[1]) =>
  spellName(readTokens(name), options).map((spelling) => spelling.join(" "));

describe("spellName", () => {
  it.each([
    ["蒸馏", ["zheng liu"]],
    ["銀行", ["yin hang"]],
    ["女权", ["nv quan"]],
    ["AI应用", ["ying yong"]],
    ["GPT", []],
  ])("spells %s as it is typed: %j", (name, spellings) => {
    expect(spell(name)).toEqual(spellings);
  });

  it("reads a person's first character as a family name first", () => {
    expect(spell("单田芳", { isPerson: true })).toEqual(["shan tian fang", "dan tian fang"]);
  });

  it("gives the likely readings of each character where they are told, eight at most", () => {
    const likely = new Map([
      ["重", ["zhong4", "chong2"]],
      ["行", ["xing2", "hang2", "heng2"]],
    ]);
    expect(spell("重楼", { likely })).toContain("chong lou");
    expect(spell("重楼", { likely })).toContain("zhong lou");
    expect(spell("行重行重行重行", { likely }).length).toBeLessThanOrEqual(8);
  });
});

import { describe, expect, it } from "vitest";
import { joinQuery, splitQuery } from "../../../../../src/search/completion/match/split-query.ts";

const listTyped = (query: string) => splitQuery(query).map(({ typed }) => typed);

describe("the part of a query that is being typed", () => {
  it.each<[query: string, typed: string[]]>([
    ["zhengl", ["zhengl"]],
    ["蒸馏 推", ["推"]],
    ["zheng liu", ["zheng liu", "liu"]],
    ["蒸馏 zheng liu", ["zheng liu", "liu"]],
    ["GPT-4o zhengl", ["zhengl"]],
    ["蒸馏 -zl", ["zl"]],
    ['"reward mo', ["reward mo"]],
    ['"reward model" 强', ["强"]],
    ["zheng ", []],
    ["", []],
    ['蒸馏 "', []],
    ['"reward model"', []],
    ["蒸馏 speaker:li", ["li"]],
    ["说话人:李", ["李"]],
    ["说话人：李", ["李"]],
    ["topic:", [""]],
    ['topic:"reward mo', ["reward mo"]],
    ['topic:"reward model"', []],
    ["speaker:li ", []],
    ["speaker: li", ["li"]],
    ["-speaker:li", []],
    ["year:20", []],
    ["note:li", []],
  ])("of %j is %j", (query, typed) => {
    expect(listTyped(query)).toEqual(typed);
  });

  it.each([
    ["zheng liu", ["蒸馏", "zheng 蒸馏"]],
    ["模型 -zl", ["模型 -蒸馏"]],
    ['RL "zheng', ["RL 蒸馏"]],
    ["模型 speaker:li", ["模型 speaker:蒸馏"]],
    ['主题："re', ["主题：蒸馏"]],
  ])("makes room for a suggestion in %j", (query, joined) => {
    expect(splitQuery(query).map((split) => joinQuery(split, "蒸馏"))).toEqual(joined);
  });
});

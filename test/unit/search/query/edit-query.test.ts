import { describe, expect, it } from "vitest";
import {
  quoteForms,
  readExcluded,
  readPhrase,
  removeItems,
  replaceExcluded,
  switchPhrase,
} from "../../../../src/search/query/edit-query.ts";
import { parseQuery } from "../../../../src/search/query/query.ts";

describe("a query that controls change", () => {
  it("loses a filter and keeps the rest as it was typed", () => {
    const query = '蒸馏 speaker:"Lex Fridman"  -"open ai" 说话人：天一';
    expect(removeItems(query, (item) => item.kind === "filter" && item.value === "Lex Fridman")).toBe(
      '蒸馏 -"open ai" 说话人：天一',
    );
  });
  it("shows what it leaves out, and leaves out what is written there instead", () => {
    expect(readExcluded('蒸馏 -量化 -"open ai"')).toBe('量化 "open ai"');
    expect(replaceExcluded("蒸馏 -量化 topic:MoE", '剪枝 "open ai"')).toBe('蒸馏 topic:MoE -剪枝 -"open ai"');
    expect(replaceExcluded("蒸馏 -量化", "")).toBe("蒸馏");
    expect(replaceExcluded("蒸馏", "-量化")).toBe("蒸馏 -量化");
  });
  it("is held together and let go again", () => {
    expect(readPhrase("open ai -x")).toBe("words");
    expect(switchPhrase("open ai -x", true)).toBe('"open ai" -x');
    expect(readPhrase('"open ai" -x')).toBe("phrase");
    expect(switchPhrase('"open ai" -x', false)).toBe("open ai -x");
    expect([readPhrase("蒸馏"), readPhrase('"蒸馏"'), readPhrase("")]).toEqual(["none", "none", "none"]);
  });
});

describe("quoteForms", () => {
  it("makes a query that holds each form together", () => {
    const query = quoteForms(["整流", "狼 COT", "整流"]);
    expect(query).toBe('"整流" "狼 COT"');
    expect(parseQuery(query).words.map(({ text }) => text)).toEqual(["整流", "狼 COT"]);
  });

  it("holds a form together that has quotes in it", () => {
    expect(parseQuery(quoteForms(["整“流"])).words.map(({ text }) => text)).toEqual(["整 流"]);
  });
});

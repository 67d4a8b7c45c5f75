import { describe, expect, it } from "vitest";
import { listHeardForms, quoteForms } from "../../../../src/browser/search-page/heard-forms.ts";
import { parseQuery } from "../../../../src/search/query/query.ts";

describe("listHeardForms", () => {
  it("lists what the marks show, each form once", () => {
    const text = "这个整流和狼 COT 的整流";
    const marks = [
      [2, 4],
      [5, 10],
      [12, 14],
    ] as const;
    expect(listHeardForms({ text, marks })).toEqual(["整流", "狼 COT"]);
  });
});

describe("quoteForms", () => {
  it("makes a query that holds each form together", () => {
    const query = quoteForms(["整流", "狼 COT", "整流"]);
    expect(query).toBe('"整流" "狼 COT"');
    expect(parseQuery(query).words.map(({ text }) => text)).toEqual(["整流", "狼 COT"]);
  });

  it("keeps a form in one piece that has quotes in it", () => {
    expect(parseQuery(quoteForms(["整“流"])).words.map(({ text }) => text)).toEqual(["整 流"]);
  });
});

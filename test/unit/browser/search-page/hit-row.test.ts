import { describe, expect, it } from "vitest";
import { listHeardForms } from "../../../../src/browser/search-page/hit-row.ts";

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

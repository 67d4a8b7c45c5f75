import { describe, expect, it } from "vitest";
import { quoteQuery } from "../../../src/wording/interface-words.ts";

describe("quoteQuery", () => {
  it("keeps only its own quotes around a quoted phrase", () => {
    expect(quoteQuery(' "强化学习" ')).toBe("“强化学习”");
  });

  it("shortens what fills more than a line or two", () => {
    expect(quoteQuery("𠮷".repeat(41))).toBe(`“${"𠮷".repeat(40)}…”`);
  });
});

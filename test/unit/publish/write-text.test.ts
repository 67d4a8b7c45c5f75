import { describe, expect, it } from "vitest";
import { writeCsv } from "../../../src/publish/write-text.ts";

describe("writeCsv", () => {
  it("begins with a byte order mark and ends every row with CRLF", () => {
    expect(
      writeCsv([
        ["date", "minutes"],
        ["2025-03", 1.5],
      ]),
    ).toBe("\uFEFFdate,minutes\r\n2025-03,1.5\r\n");
  });

  it("quotes commas, quotes and line breaks", () => {
    expect(writeCsv([['说"蒸馏"', "a,b", "a\nb"]])).toBe('\uFEFF"说""蒸馏""","a,b","a\nb"\r\n');
  });
});

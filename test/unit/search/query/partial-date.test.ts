import { describe, expect, it } from "vitest";
import {
  isPossiblyAfter,
  isPossiblyBefore,
  readPartialDate,
} from "../../../../src/search/query/query-syntax.ts";

describe("readPartialDate", () => {
  it("reads years, months and days as people write them", () => {
    const read = ["2025", "2025年", "2025-3", "2025/03", "2025年3月", "2025.3.5", "2025年3月5日"].map(
      readPartialDate,
    );
    expect(read).toEqual(["2025", "2025", "2025-03", "2025-03", "2025-03", "2025-03-05", "2025-03-05"]);
  });
  it("reads nothing else, nor a day that is in no calendar", () => {
    for (const text of ["", "25", "2025-", "2025-13", "2025-02-30", "昨天", "2025-1-1-1"])
      expect([text, readPartialDate(text)]).toEqual([text, undefined]);
  });
});

describe("a date beside a bound", () => {
  it("is after it from the bound's first day on", () => {
    expect(["2024-12-31", "2025-01-01", "2025-06"].map((date) => isPossiblyAfter(date, "2025"))).toEqual([
      false,
      true,
      true,
    ]);
  });
  it("is before it up to the day before the bound's first day", () => {
    expect(["2024-12-31", "2025-01-01", "2025"].map((date) => isPossiblyBefore(date, "2025"))).toEqual([
      true,
      false,
      false,
    ]);
  });
  it("is on both sides where it is not exact enough to tell", () => {
    expect([isPossiblyAfter("2025", "2025-03-10"), isPossiblyBefore("2025", "2025-03-10")]).toEqual([
      true,
      true,
    ]);
    expect([isPossiblyAfter("2025-02", "2025-03-10"), isPossiblyBefore("2025-03", "2025-03-01")]).toEqual([
      false,
      false,
    ]);
  });
});

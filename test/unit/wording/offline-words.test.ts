import { describe, expect, it } from "vitest";
import { formatSize, wordKeeping } from "../../../src/wording/offline-words.ts";

describe("sizes", () => {
  it.each([
    [1, "1 KB"],
    [62_400, "62 KB"],
    [949_000, "949 KB"],
    [950_000, "0.9 MB"],
    [1_040_000, "1.0 MB"],
    [9_940_000, "9.9 MB"],
    [43_210_000, "43 MB"],
  ])("of %i bytes are written %s", (bytes, written) => {
    expect(formatSize(bytes)).toBe(written);
  });
});

it("never says that all has come before it is kept, nor more than all", () => {
  expect(wordKeeping(50, 200).en).toContain("25%");
  expect(wordKeeping(900, 200).en).toContain("99%");
  expect(wordKeeping(900, 0).en).toContain("0%");
});

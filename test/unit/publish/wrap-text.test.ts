import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wrapText } from "../../../src/publish/wrap-text.ts";

describe("wrapText", () => {
  it("leaves a short text on its line", () => {
    expect(wrapText("今天说水。", 65)).toEqual(["今天说水。"]);
  });

  it("ends lines between Han characters, and never before a closing mark", () => {
    expect(wrapText("今天说说水，水要活。", 5)).toEqual(["今天说说", "水，水要", "活。"]);
  });

  it("ends lines at spaces and not inside a word", () => {
    expect(wrapText("water and fire and tea", 10)).toEqual(["water and", "fire and", "tea"]);
  });

  it("gives the first line less room", () => {
    expect(wrapText("water and fire", 10, 6)).toEqual(["water", "and fire"]);
  });

  it("cuts a word that is longer than a line", () => {
    expect(wrapText("a".repeat(12), 5)).toEqual(["aaaaa", "aaaaa", "aa"]);
  });

  it("loses nothing, keeps to the room and cuts no character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 200 }),
        fc.integer({ min: 12, max: 65 }),
        (given, most) => {
          const text = given.replace(/\s+/g, " ").trim();
          const lines = wrapText(text, most);
          expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
          for (const line of lines) {
            expect(line.length).toBeLessThanOrEqual(most);
            expect(line).not.toMatch(/[\ud800-\udfff]/u);
          }
        },
      ),
    );
  });
});

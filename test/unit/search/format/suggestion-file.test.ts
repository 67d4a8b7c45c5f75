import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packWords, unpackWords } from "../../../../src/search/format/suggestion-file.ts";

describe("packWords", () => {
  it("takes of a word what it begins with as the one before does", () => {
    expect(packWords(["GPT", "GPT4", "GPU", "a"])).toBe("0GPT\n34\n2U\n0a");
  });

  it("keeps every word, in any order", () => {
    const word = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\n", ""));
    const alike = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 30, maxLength: 50 });
    fc.assert(
      fc.property(fc.array(fc.oneof(word, alike)), (words) => {
        const packed: string = JSON.parse(JSON.stringify(packWords(words)));
        expect(unpackWords(packed)).toEqual(words);
      }),
    );
  });
});

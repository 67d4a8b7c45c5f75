import { describe, expect, it } from "vitest";
import { guessRunLanguage } from "../../../src/text/guess-run-language.ts";

describe("guessRunLanguage", () => {
  it("takes plain Latin letters on a Chinese page for English", () => {
    expect(guessRunLanguage("reward model", "zh-CN")).toBe("en");
  });

  it.each(["蒸馏", "长CoT", "école", "3.7"])("leaves %s to the page's language", (text) => {
    expect(guessRunLanguage(text, "zh-CN")).toBeUndefined();
  });

  it("marks nothing on a page that is written in Latin letters itself", () => {
    expect(guessRunLanguage("reward model", "de")).toBeUndefined();
  });
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { breakWords } from "../../../src/text/escape-html.ts";

it("lets a Chinese title break between words only", () => {
  expect(breakWords("强化学习与蒸馏")).toMatch(/学习<wbr>与/);
  expect(breakWords("强化学习与蒸馏")).not.toContain("强<wbr>化");
});

it("escapes what is in the title", () => {
  expect(breakWords("<b>粗</b>").replaceAll("<wbr>", "")).toBe("&lt;b&gt;粗&lt;/b&gt;");
});

it("adds nothing to the text but places to break", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("模", "型", "a", "1", " ", "：", "é") }), (title) => {
      expect(breakWords(title).replaceAll("<wbr>", "")).toBe(title);
    }),
  );
});

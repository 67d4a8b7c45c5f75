import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinTexts } from "../../../src/text/join-text.ts";

describe("joinTexts of two parts", () => {
  it.each([
    ["我们用", "蒸馏", "我们用蒸馏"],
    ["language", "model", "language model"],
    ["大家好，", "我是", "大家好，我是"],
    ["大家好,", "我是", "大家好,我是"],
    ["他说：“", "好”", "他说：“好”"],
    ["他说：“好。”", "“是吗？”", "他说：“好。”“是吗？”"],
    ["Well, ", " so", "Well, so"],
    ["すごい", "です", "すごいです"],
    ["안녕", "하세요", "안녕 하세요"],
    ["𠮷野", "家", "𠮷野家"],
  ])("joins %s and %s to %s", (left, right, text) => {
    expect(joinTexts([left, right]).text).toBe(text);
  });

  it("puts nothing between Han and Latin characters where the file has no space", () => {
    expect(joinTexts(["我是", "Ryu"]).text).toBe("我是Ryu");
  });

  it("keeps a space between Han and Latin characters where the file has one at the break", () => {
    expect(joinTexts(["我是 ", "Ryu"]).text).toBe("我是 Ryu");
  });

  it("says where the right part stands", () => {
    expect(joinTexts(["用", "  蒸馏"]).starts[1]).toBe(-1);
    expect(joinTexts(["language", "model"]).starts[1]).toBe(9);
  });
});

describe("joinTexts", () => {
  it("maps every character of every part to its place", () => {
    const part = fc.string({
      unit: fc.constantFrom("蒸", "馏", "a", "B", "，", ".", " ", "“"),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const { text, starts } = joinTexts(parts);
        for (const [index, value] of parts.entries()) {
          for (const [at, character] of [...value].entries()) {
            const isEdge = value.slice(0, at + 1).trim() === "" || value.slice(at).trim() === "";
            if (!isEdge) expect(text.charAt((starts[index] ?? Number.NaN) + at)).toBe(character);
          }
        }
      }),
    );
  });

  it("keeps every character but spaces", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        expect(joinTexts(parts).text.replace(/\s/g, "")).toBe(parts.join("").replace(/\s/g, ""));
      }),
    );
  });
});

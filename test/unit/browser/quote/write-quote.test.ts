import { describe, expect, it } from "vitest";
import { writeQuote } from "../../../../src/browser/quote/write-quote.ts";

const source = { title: "蒸馏、MoE 与纯强化学习", show: "AI Odyssey", date: "2025-03", slug: "deepseek-r1" };
const address = "https://example.org/episodes/deepseek-r1/#t=754,790";

describe("writeQuote", () => {
  it("names who says it, where and when, and ends with the link", () => {
    const quote = { parts: [{ speaker: "天一", text: "小模型需要更聪明的搜索" }], time: "12:34", address };
    expect(writeQuote(quote, source, "zh")).toBe(
      `“小模型需要更聪明的搜索”\n——天一，《蒸馏、MoE 与纯强化学习》，AI Odyssey，12:34\n${address}`,
    );
  });

  it("speaks English where the interface does", () => {
    const quote = { parts: [{ speaker: "Maya", text: "It’s sparse." }], time: "≈12:34", address };
    expect(writeQuote(quote, { ...source, title: "Open models" }, "en")).toBe(
      `“It’s sparse.”\n— Maya, “Open models”, AI Odyssey, ≈12:34\n${address}`,
    );
  });

  it("puts each speaker's words on a line where several speak", () => {
    const parts = [
      { speaker: "Leo", text: "为什么便宜?" },
      { speaker: "天一", text: "量化。" },
      { text: "对。" },
    ];
    expect(writeQuote({ parts, time: "1:02", address }, source, "zh")).toMatch(
      /^Leo：为什么便宜\?\n天一：量化。\n对。\n——《/,
    );
  });

  it("turns quotation marks inside into those of the second level", () => {
    const quote = { parts: [{ text: "他说“好”" }], time: "1:02", address };
    expect(writeQuote(quote, { ...source, title: "《三体》" }, "zh")).toMatch(/^“他说‘好’”\n——《〈三体〉》/);
  });

  it("does not name the show twice", () => {
    const quote = { parts: [{ text: "好" }], time: "1:02", address };
    expect(writeQuote(quote, { ...source, title: "AI Odyssey 第一期" }, "zh")).toContain(
      "——《AI Odyssey 第一期》，1:02",
    );
  });
});

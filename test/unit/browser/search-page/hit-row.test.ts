import { describe, expect, it } from "vitest";
import { listHeardForms, renderExcerpt } from "../../../../src/browser/search-page/hit-row.ts";

describe("listHeardForms", () => {
  it("lists what the marks show, each form once", () => {
    const text = "这个整流和狼 COT 的整流";
    const marks = [
      [2, 4],
      [5, 10],
      [12, 14],
    ] as const;
    expect(listHeardForms({ text, marks })).toEqual(["整流", "狼 COT"]);
  });
});

describe("renderExcerpt", () => {
  const word = (from: number, to: number, heard: string, sure = 1) =>
    ({ at: [from, to], heard, sure, source: sure < 1 ? "correction" : "glossary" }) as const;

  it("shows what was meant, keeps what was heard, and says how sure that is only where it is not", () => {
    expect(renderExcerpt("聊蒸馏和专家", [], [word(1, 3, "征流"), word(4, 6, "砖家", 0.6)])).toBe(
      '聊<span data-heard="征流" data-origin="glossary">蒸馏</span>和<span data-heard="砖家" data-sure="0.6" data-unsure>专家</span>',
    );
  });

  it("nests a mark in a corrected word, or around one", () => {
    expect(renderExcerpt("知识蒸馏", [[0, 4]], [word(2, 4, "征流")])).toBe(
      '<mark>知识<span data-heard="征流" data-origin="glossary">蒸馏</span></mark>',
    );
    expect(renderExcerpt("知识蒸馏", [[2, 4]], [word(0, 4, "支使征流")])).toBe(
      '<span data-heard="支使征流" data-origin="glossary">知识<mark>蒸馏</mark></span>',
    );
  });

  it("makes two of a mark that begins in a corrected word and ends behind it", () => {
    expect(renderExcerpt("强化学习", [[1, 4]], [word(0, 2, "墙花")])).toBe(
      '<span data-heard="墙花" data-origin="glossary">强<mark>化</mark></span><mark>学习</mark>',
    );
  });

  it("shows what a file says as text, never as markup", () => {
    expect(renderExcerpt("<b>结束", [[3, 5]], [word(3, 5, '"><script>')])).toBe(
      '&lt;b&gt;<span data-heard="&quot;&gt;&lt;script&gt;" data-origin="glossary"><mark>结束</mark></span>',
    );
  });
});

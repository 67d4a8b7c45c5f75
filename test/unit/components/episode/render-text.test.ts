import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderText } from "../../../../src/components/episode/render-text.ts";
import type { Change } from "../../../../src/model/cue.ts";

const address = "/terms/%E8%92%B8%E9%A6%8F/";
const change = (from: number, to: number, heard: string): Change => ({
  from,
  to,
  heard,
  source: "correction",
  sure: 1,
});

describe("renderText", () => {
  it("links a term to its page", () => {
    expect(renderText({ text: "先蒸馏再说", changes: [] }, [{ from: 1, to: 3, address }])).toBe(
      `先<a class="term" href="${address}">蒸馏</a>再说`,
    );
  });

  it("keeps a correction inside the term that it gave", () => {
    expect(renderText({ text: "蒸馏", changes: [change(0, 2, "征流")] }, [{ from: 0, to: 2, address }])).toBe(
      `<a class="term" href="${address}"><span data-heard="征流" title="征流">蒸馏</span></a>`,
    );
  });

  it("links a term inside a longer correction", () => {
    expect(
      renderText({ text: "用蒸馏做", changes: [change(0, 4, "用征流做")] }, [{ from: 1, to: 3, address }]),
    ).toBe(
      `<span data-heard="用征流做" title="用征流做">用<a class="term" href="${address}">蒸馏</a>做</span>`,
    );
  });

  it("leaves a term plain that only overlaps a correction", () => {
    expect(
      renderText({ text: "知识蒸馏", changes: [change(1, 3, "石征")] }, [{ from: 2, to: 4, address }]),
    ).toBe('知<span data-heard="石征" title="石征">识蒸</span>馏');
  });

  it("links the longer of two terms at one place", () => {
    const html = renderText({ text: "R1-Zero", changes: [] }, [
      { from: 0, to: 2, address: "/terms/R1/" },
      { from: 0, to: 7, address: "/terms/R1-Zero/" },
    ]);
    expect(html).toBe('<a class="term" href="/terms/R1-Zero/">R1-Zero</a>');
  });

  it("marks what is unclear, and says of nothing that it was heard otherwise", () => {
    const changes: Change[] = [{ from: 1, to: 4, heard: "拉奇比", source: "unclear", sure: 0 }];
    expect(renderText({ text: "是拉奇比吗", changes })).toBe("是<span data-unclear>拉奇比</span>吗");
  });

  it("says of a correction whether it is only a guess", () => {
    const html = (sure: number) => renderText({ text: "是", changes: [{ ...change(0, 1, "事"), sure }] });
    expect(html(0.69)).toBe('<span data-heard="事" data-sure="0.69" data-unsure title="事">是</span>');
    expect(html(0.7)).toBe('<span data-heard="事" data-sure="0.7" title="事">是</span>');
  });

  it("says of a term that it was met before", () => {
    const linked = new Set<string>();
    const places = [
      { from: 0, to: 2, address },
      { from: 3, to: 5, address },
    ];
    const [first, again] = [
      `<a class="term" href="${address}">`,
      `<a class="term" data-again href="${address}">`,
    ];
    expect(renderText({ text: "蒸馏和蒸馏", changes: [] }, places, linked)).toBe(
      `${first}蒸馏</a>和${again}蒸馏</a>`,
    );
    expect(renderText({ text: "蒸馏", changes: [] }, places.slice(0, 1), linked)).toBe(`${again}蒸馏</a>`);
  });

  it("says who decided, and whether it was the glossary", () => {
    const changes: Change[] = [
      { from: 0, to: 2, heard: "征流", source: "glossary", sure: 1 },
      { from: 2, to: 4, heard: "魔性", source: "correction", sure: 0.8, by: "lin" },
    ];
    expect(renderText({ text: "蒸馏模型", changes })).toBe(
      '<span data-heard="征流" data-origin="glossary" title="征流">蒸馏</span><span data-heard="魔性" data-sure="0.8" data-by="lin" title="魔性">模型</span>',
    );
  });

  it("keeps every character of the text, escaped, wherever changes and terms stand", () => {
    const place = fc.tuple(fc.nat(20), fc.nat(6)).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(
        fc.string({ minLength: 26, maxLength: 40 }),
        fc.array(place),
        fc.array(place),
        (text, some, others) => {
          let reached = 0;
          const changes = some
            .sort((a, b) => a.from - b.from)
            .filter(({ from, to }) => {
              if (from < reached) return false;
              reached = to;
              return true;
            })
            .map(({ from, to }) => change(from, to, "x"));
          const html = renderText(
            { text: text.replaceAll("\0", "x"), changes },
            others.map((other) => ({ ...other, address: "/t/" })),
          );
          const plain = html
            .replace(/<[^>]*>/g, "")
            .replace(
              /&(lt|gt|quot|#39|amp);/g,
              (_, name: string) => ({ lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" })[name] ?? "",
            );
          expect(plain).toBe(text.replaceAll("\0", "x"));
        },
      ),
    );
  });
});

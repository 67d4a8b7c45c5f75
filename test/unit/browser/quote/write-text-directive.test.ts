import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeTextDirective } from "../../../../src/browser/quote/write-text-directive.ts";

const text = "我们有时候会说模型蒸馏,其实是用大模型的输出训练小模型,它不一定更好";
const edge = (words: string, isEnd = false) => ({
  text,
  offset: text.indexOf(words) + (isEnd ? words.length : 0),
});
const decode = (directive: string) => directive.split(",").map(decodeURIComponent);

describe("writeTextDirective", () => {
  it("names the words around a short quote, which may stand elsewhere too", () => {
    const [prefix, quote, suffix] = decode(writeTextDirective(edge("蒸馏"), edge("蒸馏", true), true));
    expect(prefix).toMatch(/^text=.*会说模型-$/);
    expect(quote).toBe("蒸馏");
    expect(suffix).toMatch(/^-/);
  });

  it("widens a quote to whole words, as browsers match no others", () => {
    const first = edge("型蒸馏");
    const last = { text, offset: text.indexOf("训练小") + 1 };
    expect(decodeURIComponent(writeTextDirective(first, last, true))).toMatch(/模型蒸馏.*输出训练(?:,|$)/);
  });

  it("takes only the beginning and the end of a quote over several passages", () => {
    const other = "Hello 大家好,我中文名字叫陈天逸";
    const directive = writeTextDirective(edge("我们"), { text: other, offset: other.length }, false);
    const [start, end] = decode(directive);
    expect(text.startsWith((start ?? "").replace("text=", ""))).toBe(true);
    expect(other.endsWith(end ?? "?")).toBe(true);
  });

  it("writes the signs of its own syntax as references", () => {
    const words = "GPT-4o, R&D";
    expect(writeTextDirective({ text: words, offset: 0 }, { text: words, offset: words.length }, true)).toBe(
      "text=GPT%2D4o%2C%20R%26D",
    );
  });

  it("holds a quote inside what it names, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 80 }),
        fc.nat(),
        fc.nat(),
        (any, a, b) => {
          const [from, to] = [a % (any.length + 1), b % (any.length + 1)].sort((x, y) => x - y);
          const directive = writeTextDirective(
            { text: any, offset: from ?? 0 },
            { text: any, offset: to ?? 0 },
            true,
          );
          expect(directive).toMatch(/^text=[^\s&]*$/);
        },
      ),
    );
  });
});

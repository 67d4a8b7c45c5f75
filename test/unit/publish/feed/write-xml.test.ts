import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeElement, makeOptional, writeXml } from "../../../../src/publish/feed/write-xml.ts";
import { readXml } from "../../../check-feed.ts";

describe("writeXml", () => {
  it("writes elements in elements, each on its line", () => {
    const root = makeElement("a", [makeElement("b", "水"), makeElement("c", "", { d: 1, e: undefined })]);
    expect(writeXml(root)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <b>水</b>\n  <c d="1"/>\n</a>\n',
    );
  });

  it("leaves an element out that has nothing to say", () => {
    expect(makeOptional("a", undefined)).toEqual([]);
    expect(makeOptional("a", "")).toEqual([]);
    expect(makeOptional("a", 0)).toHaveLength(1);
  });

  it("is read again as it was, whatever texts and attributes hold", () => {
    const part = fc.oneof(
      fc.constantFrom(
        "]]>",
        "<![CDATA[",
        "&amp;",
        "&#0;",
        "\0",
        "\ud800",
        "\ufffe",
        "<!--",
        "-->",
        "\r",
        "\n",
        "\t",
      ),
      fc.constantFrom('"', "'", "<a b='c'>", "</a>", "<?xml ?>", "\u001b[0m", "𠮷", "é", "&"),
      fc.string({ maxLength: 10 }),
    );
    const any = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(any, any, (text, value) => {
        const root = readXml(writeXml(makeElement("a", text, { value })));
        const clean = (own: string) =>
          own.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu, "");
        expect(root.text).toBe(clean(text));
        expect(root.attributes["value"]).toBe(clean(value).replace(/[\t\n]/g, " "));
        expect(root.children).toEqual([]);
      }),
    );
  });
});

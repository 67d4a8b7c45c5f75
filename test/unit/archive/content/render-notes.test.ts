import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderNotes } from "../../../../src/archive/content/render-notes.ts";
import { FaultError } from "../../../../src/model/report.ts";

const render = (markdown: string) => renderNotes(markdown).html;

describe("renderNotes", () => {
  test("renders Markdown with tables and bare links", () => {
    const html = render("- 蒸馏\n- **RL**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nhttps://example.org");
    expect(html).toContain("<li>蒸馏</li>");
    expect(html).toContain("<strong>RL</strong>");
    expect(html).toContain("<td>1</td>");
    expect(html).toContain('<a href="https://example.org" rel="nofollow noopener">');
  });

  test("begins its headings at h3 and keeps their distance", () => {
    const html = render("# 一\n\n## 二\n\n##### 五\n");
    expect(html.match(/<h\d/g)).toEqual(["<h3", "<h4", "<h6"]);
  });

  test("brings headings that begin low up to h3", () => {
    expect(render("#### 四\n\n##### 五\n").match(/<h\d/g)).toEqual(["<h3", "<h4"]);
  });

  test.each([
    '<script>alert("蒸馏")</script>',
    "<img src=x onerror=alert(1)>",
    '<iframe src="https://example.org"></iframe>',
    "[点我](javascript:alert(1))",
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    "<svg><script>alert(1)</script></svg>",
    '<style>*{display:none}</style><p style="color:red">x</p>',
    '<form action="https://example.org"><input name="q"></form>',
    "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
    "<b onclick=alert(1)>粗</b>",
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  ])("makes %s harmless", (markdown) => {
    const html = render(`前 ${markdown} 后`);
    expect(html).not.toMatch(
      /<(?:script|iframe|style|form|svg|math)|<[^>]*(?:\son\w+=|javascript:|data:text|style=)/i,
    );
  });

  const table = (columns: number, rows: number) =>
    `|${"a|".repeat(columns)}\n|${"-|".repeat(columns)}\n${"|x\n".repeat(rows)}`;
  const fonts = Array.from({ length: 1000 }, (_, color) => `<font color=${color}>`).join("");

  test.each([
    ["a table whose rows are filled up", table(500, 500)],
    ["a table that would be gigabytes", table(6000, 12_000)],
    ["a footnote that is used thousands of times", `[^a]: ${"y".repeat(20_000)}\n\n${"[^a] ".repeat(5000)}`],
    ["tags that each paragraph opens anew", `${fonts}${"<p>x".repeat(7000)}`],
    ["quotes that stand in each other", `${"> ".repeat(20_000)}a`],
  ])("refuses %s, by what would come out", (_, markdown) => {
    expect(() => render(markdown)).toThrow(FaultError);
  });

  test.each([
    ["https://a.example/b.png", "https://a.example/b.png"],
    ["HTTPS://A.example/b.png", "https://a.example/b.png"],
    ["//a.example/b.png", "https://a.example/b.png"],
    ["\\\\a.example\\b.png", "https://a.example/b.png"],
    ["/b.png", "/b.png"],
    ["b.png", "b.png"],
    ["http://a.example/b.png", undefined],
    ["https:b.png", undefined],
    ["data:image/svg+xml,<svg>", undefined],
    ["ftp://a.example/b.png", undefined],
  ])("shows the picture %s at %s", (src, shown) => {
    const { html, dropped } = renderNotes(`<p>图<img src="${src}" srcset="http://a.example/c.png 2x"></p>`);
    expect(/<img src="([^"]*)" alt="" loading="lazy" referrerpolicy="no-referrer">/.exec(html)?.[1]).toBe(
      shown,
    );
    expect(html).not.toContain("srcset");
    expect(dropped).toEqual(shown === undefined ? [src] : []);
  });

  test("holds no picture of another site where the show allows none, and tells of none", () => {
    const markdown = "![甲](https://a.example/b.png) ![乙](b.png)";
    const { html, dropped } = renderNotes(markdown, { remotePictures: false });
    expect(html).toMatch(/^<p> <img src="b\.png" [^>]*><\/p>$/);
    expect(dropped).toEqual([]);
  });

  test("takes no other picture for one of its own", () => {
    expect(render('<picture><source srcset="http://a.example/b.png"><img src="b.png"></picture>')).toMatch(
      /^<p><img src="b\.png" [^>]*><\/p>$/,
    );
  });

  // A reader of Markdown that goes back for each mark needs minutes for these, which ends the test.
  test.each(["_a_*", "~a~", "|a"])("reads notes that are nothing but %j", (piece) => {
    expect(render(piece.repeat(50_000 / piece.length))).toContain("a");
  });

  test("never lets a script, a handler or a frame through", () => {
    const piece = fc.constantFrom(
      "<",
      ">",
      "/",
      "script",
      "img src=x ",
      "onerror=",
      "alert(1)",
      '"',
      "'",
      "\n",
      "<!--",
      "-->",
      "]]>",
      "<svg ",
      "<iframe ",
      "javascript:",
      "[a](",
      ")",
      "`",
      "&lt;",
      "\\",
      "<a href=",
      " ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const tags = render(pieces.join("")).match(/<[a-z][^>]*>/gi) ?? [];
        for (const tag of tags) {
          expect(tag).not.toMatch(/^<(?:script|iframe|svg)|(?:href|src)="\s*javascript:/i);
          expect(tag.replace(/"[^"]*"/g, "")).not.toMatch(/\son\w+/i);
        }
      }),
      { numRuns: 200 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { escapeHtml, markHtml } from "../../../src/text/escape-html.ts";

describe("escapeHtml", () => {
  it("escapes every character that could begin or end markup", () => {
    expect(escapeHtml(`<a href="x" id='y'> & ]]>`)).toBe(
      "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt; &amp; ]]&gt;",
    );
  });

  it("drops null bytes", () => {
    expect(escapeHtml("蒸\0馏")).toBe("蒸馏");
  });
});

describe("markHtml", () => {
  it("marks stretches and escapes inside and outside of them", () => {
    expect(
      markHtml("<模型>蒸馏", [
        [1, 3],
        [4, 6],
      ]),
    ).toBe("&lt;<mark>模型</mark>&gt;<mark>蒸馏</mark>");
  });
});

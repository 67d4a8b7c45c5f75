import { describe, expect, it } from "vitest";
import { makeEmbedAddress, writeEmbedCode } from "../../../../src/browser/share/write-embed-code.ts";

const page = "https://example.org/pod/embed/";

describe("the code of an embed", () => {
  it("names the episode and the moment, and not where the words are on its page", () => {
    expect(makeEmbedAddress(page, "042", "#t=754,790:~:text=a", { isSmall: false })).toBe(
      "https://example.org/pod/embed/?e=042#t=754,790",
    );
    expect(makeEmbedAddress(page, "第一期", "#p12", { isSmall: true, theme: "dark" })).toBe(
      "https://example.org/pod/embed/?e=%E7%AC%AC%E4%B8%80%E6%9C%9F&theme=dark&size=small#p12",
    );
  });
  it("escapes what a title says", () => {
    const code = writeEmbedCode(`${page}?e=a&size=small`, 'A "quoted" <title>', { isSmall: true });
    expect(code).toBe(
      `<iframe src="${page}?e=a&amp;size=small" title="A &quot;quoted&quot; &lt;title&gt;" width="100%" height="132" loading="lazy" style="border:0"></iframe>`,
    );
  });
});

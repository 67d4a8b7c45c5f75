import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { writeCitation } from "../../../../src/browser/quote/write-citation.ts";

const source = { title: "蒸馏、MoE & 强化学习", show: "AI Odyssey", date: "2025-03-05", slug: "deepseek-r1" };
const address = "https://example.org/episodes/deepseek-r1/";
const accessed = "2026-11-23";
const quote = {
  parts: [{ speaker: "天一", text: "a*b" }],
  time: "≈12:34",
  address: `${address}#p12`,
};

describe("writeCitation", () => {
  it("cites an episode in plain text in the interface's language", () => {
    expect(writeCitation({ source, address, accessed }, "plain", "zh")).toBe(
      "AI Odyssey．蒸馏、MoE & 强化学习［播客文字稿］．2025-03-05．https://example.org/episodes/deepseek-r1/（2026-11-23查阅）",
    );
    expect(writeCitation({ source, address, accessed, quote }, "plain", "en")).toBe(
      "AI Odyssey (2025-03-05). 蒸馏、MoE & 强化学习 [podcast transcript], at ≈12:34. https://example.org/episodes/deepseek-r1/ (accessed 2026-11-23)",
    );
  });

  it("quotes in Markdown with the words escaped and the title linked", () => {
    expect(writeCitation({ source, address: quote.address, accessed, quote }, "markdown", "zh")).toBe(
      `> a\\*b\n>\n> — 天一，[蒸馏、MoE & 强化学习](<${address}#p12>)，AI Odyssey，≈12:34`,
    );
  });

  it("writes BibTeX with a plain key, a month's name and escaped signs", () => {
    expect(writeCitation({ source, address, accessed, quote }, "bibtex", "zh")).toBe(
      [
        "@misc{deepseek-r1-2025-12-34,",
        "  author = {{AI Odyssey}},",
        "  title = {{蒸馏、MoE \\& 强化学习}},",
        "  year = {2025},",
        "  month = mar,",
        "  day = {5},",
        "  howpublished = {Podcast transcript},",
        "  note = {at ≈12:34, accessed 2026-11-23},",
        "  url = {https://example.org/episodes/deepseek-r1/},",
        "}",
      ].join("\n"),
    );
  });

  it("gives a key to an episode whose slug has no Latin letter", () => {
    const citation = { source: { ...source, slug: "第一期", date: "2024" }, address, accessed };
    expect(writeCitation(citation, "bibtex", "zh")).toMatch(/^@misc\{2024,/);
  });

  it("keeps the braces of BibTeX in balance, whatever the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (title) => {
        const text = writeCitation({ source: { ...source, title }, address, accessed }, "bibtex", "zh");
        const bare = text.replace(/\\[{}]/g, "");
        expect(bare.split("{").length).toBe(bare.split("}").length);
      }),
    );
  });
});

import { describe, expect, it } from "vitest";
import { newestListed, writeLlmsText } from "../../../src/publish/write-llms-text.ts";

const words = {
  about: "About.",
  ...{ episodes: "Episodes", programs: "For programs", optional: "Optional", mcp: "MCP" },
  ...{ searchTitle: "Search API", search: "a module", listTitle: "All episodes", list: "JSON" },
};
const show = { title: "夜谈", description: "夜里谈的话\n一周一期" };
const makeEpisode = (number: number) => ({
  slug: `第${number}夜`,
  title: `[${number}] 第${number}夜`,
  date: "2025-03",
  duration: 3723,
  isDurationEstimated: number === 1,
  people: [{ name: "林晚" }, { name: "Maya" }],
});
const write = (count: number, origin?: string) => {
  const episodes = Array.from({ length: count }, (_, index) => makeEpisode(index + 1));
  return writeLlmsText({ show, episodes, base: "/pod/", origin }, words);
};

describe("an llms.txt", () => {
  it("has the form of llmstxt.org: a title, a quoted summary, a paragraph, sections of links", () => {
    const [title, summary, about, ...sections] = write(2, "https://pod.example").trimEnd().split("\n\n");
    expect([title, summary, about]).toEqual(["# 夜谈", "> 夜里谈的话 一周一期", "About."]);
    expect(sections.filter((_, index) => index % 2 === 0)).toEqual(["## For programs", "## Episodes"]);
    for (const line of sections
      .filter((_, index) => index % 2 === 1)
      .join("\n")
      .split("\n"))
      expect(line).toMatch(/^- (?:\[.+\]\(https:\/\/pod\.example\/pod\/\S+\): .+|MCP: `.+`)$/);
  });

  it("leads to each episode's Markdown, with its date, length and people", () => {
    expect(write(2, "https://pod.example")).toContain(
      "- [\\[2\\] 第2夜](https://pod.example/pod/episodes/%E7%AC%AC2%E5%A4%9C/index.md): 2025-03 · 1:02:03 · 林晚, Maya\n",
    );
  });

  it("says that an estimated length is one", () => {
    expect(write(1)).toContain(": 2025-03 · ≈1:02:03 · ");
  });

  it("writes whole addresses where the site has one, for the command too", () => {
    expect(write(1, "https://pod.example")).toContain("`npm run --silent mcp -- https://pod.example/pod/`");
    expect(write(1)).toContain("](/pod/episodes/");
    expect(write(1)).toContain("`npm run --silent mcp -- <dist>`");
  });

  it("lists every episode once, the older ones as what may be left out", () => {
    const text = write(newestListed + 30, "https://pod.example");
    const [needed = "", optional = ""] = text.split("\n## Optional\n");
    expect(needed.match(/index\.md\)/g)).toHaveLength(newestListed);
    expect(optional.match(/index\.md\)/g)).toHaveLength(30);
    expect(new Set(text.match(/\(\S+index\.md\)/g)).size).toBe(newestListed + 30);
    expect(write(newestListed)).not.toContain("Optional");
  });

  it("keeps a stranger's title on its line, as text", () => {
    const title = "a](https://evil.example)\n# b\n- [c";
    const text = writeLlmsText(
      { show: { ...show, title }, episodes: [{ ...makeEpisode(1), title }], base: "/" },
      words,
    );
    expect(text.match(/^#.*$/gm)).toEqual([
      "# a\\](https://evil.example) # b - \\[c",
      "## For programs",
      "## Episodes",
    ]);
    expect(text).toContain("- [a\\](https://evil.example) # b - \\[c](/episodes/");
  });
});

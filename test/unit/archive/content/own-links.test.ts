import { describe, expect, it } from "vitest";
import { loadArchive } from "../../../../src/archive/content/load-archive.ts";
import { renderNotes } from "../../../../src/archive/content/render-notes.ts";
import { writeContent, writeFrontMatter } from "../write-content.ts";

const place = { base: "/podcast/", slug: "042" };
/** Where a link, or a picture, of episode 042's notes leads. */
const lead = (markdown: string, base = "/podcast/") =>
  /(?:href|src)="([^"]*)"/.exec(renderNotes(markdown, { place: { ...place, base } }).html)?.[1];

describe("a link of show notes", () => {
  it.each([
    ["/episodes/041/", "/podcast/episodes/041/"],
    ["/episodes/041", "/podcast/episodes/041/"],
    ["/podcast/episodes/041/#t=754", "/podcast/episodes/041/#t=754"],
    ["../041/?q=RL#p12", "/podcast/episodes/041/?q=RL#p12"],
    ["/terms/蒸馏/", "/podcast/terms/%E8%92%B8%E9%A6%8F/"],
    ["/terms/%E8%92%B8%E9%A6%8F/index.html", "/podcast/terms/%E8%92%B8%E9%A6%8F/"],
    ["/", "/podcast/"],
    ["/slides.pdf", "/podcast/slides.pdf"],
  ])("leads below the base path: %s", (written, leads) => {
    expect(lead(`[看](${written})`)).toBe(leads);
  });

  it.each([
    "https://example.org/episodes/1/",
    "//example.org/episodes/1/",
    "mailto:a@example.org",
    "#t=754",
    "?q=RL",
  ])("stays as it is where it leads elsewhere, or within the page: %s", (written) => {
    expect(lead(`[看](${written})`)).toBe(written);
  });

  it("may be followed by search engines where it leads to the site itself", () => {
    expect(renderNotes("[a](/terms/)", { place }).html).toBe('<p><a href="/podcast/terms/">a</a></p>');
    expect(renderNotes("[a](https://example.org/)", { place }).html).toContain('rel="nofollow noopener"');
  });

  it("is the same with and without a base path", () => {
    expect(lead("[a](/episodes/1/)", "/")).toBe("/episodes/1/");
    expect(lead("![图](/a.png)")).toBe("/podcast/a.png");
    expect(lead("![图](a.png)")).toBe("a.png");
  });
});

describe("a link of show notes to a page that is not there", () => {
  const note = (text: string) => ({
    "episodes/one/episode.md": writeFrontMatter("number: 1", text),
    "episodes/two/episode.md": writeFrontMatter("number: 2\ndraft: true", "[未来](/episodes/two/)"),
    "episodes/two/transcript.txt": "今天说第二件事情，说得很长很长，讲完了就结束了。\n",
    "moved.yaml": "/topics/old/: /episodes/one/\n/topics/lost/: gone\n",
  });
  const find = async (text: string, base = "/") => {
    const contentDir = await writeContent(note(text));
    const { problems } = await loadArchive({ contentDir, base, cacheDir: `${contentDir}-cache` });
    return problems.filter(({ kind }) => kind === "note-link-dead");
  };

  it.each(["/", "/podcast/", "/播客/"])(
    "is told once, with its line and its words, under %s",
    async (base) => {
      const text =
        "好\n\n[一](/episodes/one/) [二](/topics/old/) [三](/search/?q=a) [四](/a.pdf)\n\n[五](/episodes/öne/) [六](/episodes/%C3%B6ne/#t=1)";
      expect(await find(text, base)).toMatchObject([
        { severity: "warning", line: 10, values: { address: "/episodes/öne/", nearest: "/episodes/one/" } },
      ]);
    },
  );

  // Seeking each in all of the notes would be two million readings of an address.
  it("is told with its line where there are thousands", async () => {
    const links = Array.from({ length: 1500 }, (_, index) => `[a](/episodes/${"x".repeat(9)}${index}/)`);
    const found = await find(links.join("\n"));
    expect(found).toHaveLength(200);
    expect([found[0]?.line, found[198]?.line]).toEqual([6, 204]);
    expect(found[199]?.others).toEqual({ count: 1300, lastLine: 1505 });
  });

  it("is also one to what is gone, and to a draft, but from a draft", async () => {
    const [gone, draft] = await find("[一](/topics/lost/)\n\n<a href='/episodes/two/'>二</a>");
    expect(gone).toMatchObject({ values: { address: "/topics/lost/" } });
    expect(draft).toMatchObject({ values: { address: "/episodes/two/" } });
    expect(await find("好")).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadContent } from "../write-content.ts";

const topics = { "episodes/one/episode.md": "---\ntitle: 一\ndate: 2025\ntopics: [蒸馏, C++]\n---\n" };

async function load(lines: readonly string[], base = "/") {
  const files = { ...topics, "moved.yaml": `${lines.join("\n")}\n` };
  const { archive, printed } = await loadContent(files, { base });
  return { moved: archive.moved, printed };
}

describe("moved.yaml", () => {
  it("leads old addresses to pages that are there, or says that they are gone", async () => {
    expect(await load(["/topics/c-2/: /topics/cplusplus/", "/episodes/zero/: gone"])).toEqual({
      moved: [{ from: "topics/c-2", to: "/topics/cplusplus/" }, { from: "episodes/zero" }],
      printed: [],
    });
  });

  it.each([
    "/pod/topics/旧/",
    "/topics/旧/",
    "/topics/旧",
    "topics/旧",
    "/pod/topics/%E6%97%A7/",
    "/topics/%e6%97%a7/index.html",
    "//./topics//旧/".slice(1),
  ])("takes %s for the same address, however it is written", async (from) => {
    const { moved, printed } = await load([`"${from}": /topics/蒸馏/`], "/pod/");
    expect(printed).toEqual([]);
    expect(moved).toEqual([{ from: "topics/旧", to: "/pod/topics/%E8%92%B8%E9%A6%8F/" }]);
  });

  it("keeps what follows a new address", async () => {
    expect((await load(["/two/: '/episodes/one/#p1'"])).moved).toEqual([
      { from: "two", to: "/episodes/one/#p1" },
    ]);
  });

  it("follows an old address to another old one, and on to the page", async () => {
    const { moved } = await load(["/a/: /b/", "/b/: /c", "/c/: /topics/", "/d/: /e/", "/e/: gone"]);
    expect(moved).toEqual([
      { from: "a", to: "/topics/" },
      { from: "b", to: "/topics/" },
      { from: "c", to: "/topics/" },
      { from: "d" },
      { from: "e" },
    ]);
  });

  it("tells every old address that leads in a circle", async () => {
    const { printed, moved } = await load(["/a/: /b/", "/b/: /a/", "/c/: /a/", "/d/: /d/"]);
    expect(moved).toEqual([]);
    expect(printed.map((line) => line.slice(0, 12))).toEqual(
      [1, 2, 3, 4].map((line) => `moved.yaml:${line}`),
    );
  });

  it.each(["https://example.org/old/", "//example.org/old", "/../old/", "mailto:a", "/a%2Fb/", "/a%00/"])(
    "refuses %s, which is no address of the site",
    async (from) => {
      expect((await load([`"${from}": /`])).printed).toEqual([
        `moved.yaml:1: "${from}" is no address of this site. Write one that is, from its first slash on, as in /topics/distillation/.`,
      ]);
    },
  );

  it.each([
    "/",
    "/index.html",
    "/old/?page=2",
    "/old/#t=3",
    "/feed.xml",
    "/old.html",
    "/old.html/x/",
    "/_headers",
    "/pagefind/x/",
  ])("refuses %s, at which no page can lead on", async (from) => {
    const [problem = ""] = (await load([`"${from}": /topics/`])).printed;
    expect(problem).toContain("is not the address of a page that could lead on");
  });

  it.each(["/episodes/", "/episodes/one/", "/topics/cplusplus/", "/search/", "/episodes/year/2025/"])(
    "refuses %s, where a page is",
    async (from) => {
      const [problem = ""] = (await load([`${from}: gone`])).printed;
      expect(problem).toContain(`There is a page at "${from}"`);
    },
  );

  it("names the page that was meant", async () => {
    expect((await load(["/old/: /topics/cplusplu/"])).printed).toEqual([
      'moved.yaml:1: There is no page at "/topics/cplusplu/". Did you mean "/topics/cplusplus/"? Write one that is there, or gone.',
    ]);
  });

  it("does not miss the page of an episode that cannot be read", async () => {
    const { printed } = await loadContent({
      "episodes/two/transcript.txt": "好。",
      "moved.yaml": "/old/: /episodes/two/\n",
    });
    expect(printed.filter((line) => line.startsWith("moved.yaml"))).toEqual([]);
  });

  it("never throws, and leads only to addresses of the site", async () => {
    const address = fc.oneof(fc.constantFrom("/a", "/b/", "gone", "/topics/"), fc.string({ unit: "binary" }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(address, address), { maxLength: 6 }), async (entries) => {
        const { moved } = await load(
          entries.map((own) => own.map((text) => JSON.stringify(text)).join(": ")),
        );
        for (const { from, to = "/" } of moved) {
          expect(from.split("/")).not.toContain("..");
          expect(to).toMatch(/^\/(?!\/)/);
        }
      }),
      { numRuns: 50 },
    );
  });
});

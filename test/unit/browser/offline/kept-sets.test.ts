import { describe, expect, it } from "vitest";
import { KeptFiles } from "../../../../src/browser/offline/kept-files.ts";
import { listNeedless, nameSetCache, type StoredSet } from "../../../../src/browser/offline/kept-sets.ts";

const root = new URL("https://archive.example/pod/");
const at = (path: string) => new URL(path, root).href;

function makeShell(name: string, time: number, files: readonly string[] = []): StoredSet {
  return { kind: "shell", name, shell: name, files: files.map(at), bytes: 1, time, cache: `shell ${name}` };
}

function makeEpisode(slug: string, shell: string, time: number, audio?: string): StoredSet {
  const files = [
    `episodes/${slug}/`,
    `episodes/${slug}/transcript.json`,
    `search-data/${slug}.${time}/0.json`,
  ];
  const own = { kind: "episode", name: `${slug}${time}`, shell, slug, title: slug, bytes: 1, time } as const;
  return {
    ...own,
    files: files.map(at),
    cache: `${slug} ${time}`,
    ...(audio === undefined ? {} : { audio }),
  };
}

describe("the caches of a site", () => {
  it("carry its base path, and no two sets have one", () => {
    const set = { kind: "shell", name: "a", time: 1 } as const;
    const other = new URL("https://archive.example/pod/two/");
    expect(nameSetCache(root, set)).toContain(" /pod/ ");
    expect(nameSetCache(other, set).startsWith("tingsuo /pod/ ")).toBe(false);
    expect(nameSetCache(root, set)).not.toBe(nameSetCache(root, { ...set, time: 2 }));
  });
});

describe("what nothing needs any more", () => {
  it("is what is not whole, an older set of an episode, and a shell that no page needs", () => {
    const sets = [
      makeShell("five", 50),
      makeEpisode("moon", "five", 45),
      makeShell("four", 40),
      makeShell("three", 30),
      makeEpisode("train", "two", 25),
      makeShell("two", 20),
      makeEpisode("moon", "one", 15),
      makeShell("one", 10),
    ];
    const all = [...sets.map(({ cache }) => cache), "half"];
    expect(listNeedless(sets, all).sort()).toEqual(["half", "moon 15", "shell one", "shell three"]);
  });

  it("is all where nothing is kept", () => {
    expect(listNeedless([], ["one", "two"])).toEqual(["one", "two"]);
  });
});

describe("kept files", () => {
  const audio = "https://cdn.example/night.mp3?x=1";
  const sets = [
    makeShell("two", 20, ["", "search-api.js", "_astro/a.22.js"]),
    makeEpisode("moon", "one", 15, audio),
    makeShell("one", 10, ["", "kept/", "_astro/a.11.js"]),
  ];
  const files = new KeptFiles(root, sets);

  it("are found in any set where their content names them", () => {
    expect(files.findNamed(at("_astro/a.22.js"))).toBe("shell two");
    expect(files.findNamed(at("_astro/a.11.js"))).toBe("shell one");
    expect(files.findNamed(at("search-data/moon.15/0.json"))).toBe("moon 15");
  });

  it("are those of the newest shell alone where not", () => {
    expect(files.findOfShell(at(""))).toBe("shell two");
    expect(files.findOfShell(at("kept/"))).toBeUndefined();
  });

  it("tell a page from what goes with it", () => {
    expect(files.findPage(at("episodes/moon/"))?.slug).toBe("moon");
    expect(files.findPart(at("episodes/moon/"))).toBeUndefined();
    expect(files.findPart(at("episodes/moon/transcript.json"))?.slug).toBe("moon");
    expect(files.findPart(audio)?.slug).toBe("moon");
    expect(files.findPart("https://cdn.example/night.mp3")).toBeUndefined();
  });
});

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareLimits, type Host, hosts, type SiteSize } from "../../../src/publish/host-limits.ts";
import { wordHostLimit, wordSiteSize } from "../../../src/wording/commands/host-words.ts";

const small: SiteSize = { files: 3, folders: 1, bytes: 3000, largest: { path: "a.html", bytes: 2000 } };
const host = (limits: Partial<Host>): Host => ({ name: "H", source: "", read: "", ...limits });
const compare = (size: Partial<SiteSize>, ...known: Host[]) => compareLimits({ ...small, ...size }, known);

describe("the limits of hosts", () => {
  it("say that a small site fits all hosts, near nothing", () => {
    expect(compareLimits(small)).toEqual({ fits: hosts.map(({ name }) => name), reached: [] });
  });

  it.each([
    ["files", { files: 100 }, { files: 89 }, { files: 90 }, { files: 101 }],
    [
      "entries",
      { entries: 100 },
      { files: 80, folders: 9 },
      { files: 80, folders: 10 },
      { files: 80, folders: 21 },
    ],
    ["bytes", { bytes: 1000 }, { bytes: 899 }, { bytes: 900 }, { bytes: 1001 }],
    [
      "largest",
      { largest: 1000 },
      { largest: { path: "x", bytes: 899 } },
      { largest: { path: "x", bytes: 1000 } },
      { largest: { path: "x", bytes: 1001 } },
    ],
  ] satisfies [string, Partial<Host>, ...Partial<SiteSize>[]][])(
    "are told from nine tenths on, and a site does not fit above one: %s",
    (measure, limits, below, near, over) => {
      expect(compare(below, host(limits))).toEqual({ fits: ["H"], reached: [] });
      expect(compare(near, host(limits))).toMatchObject({
        fits: ["H"],
        reached: [{ hosts: ["H"], measure }],
      });
      expect(compare(over, host(limits))).toMatchObject({ fits: [], reached: [{ hosts: ["H"], measure }] });
    },
  );

  it("leave out a host exactly where a limit of its own is passed", () => {
    const count = fc.integer({ min: 1, max: 2e9 });
    fc.assert(
      fc.property(count, count, count, count, (files, folders, bytes, one) => {
        const size = { files, folders, bytes, largest: { path: "x", bytes: one } };
        const { fits, reached } = compareLimits(size);
        for (const { name } of hosts)
          expect(fits.includes(name)).toBe(
            reached.every((limit) => !limit.hosts.includes(name) || limit.value <= limit.limit),
          );
      }),
    );
  });

  it("that several have are told once", () => {
    const limits = { largest: 1000, files: 100 };
    const others = [
      host(limits),
      { ...host({ largest: 1000 }), name: "I" },
      { ...host({ largest: 2000 }), name: "J" },
    ];
    const { fits, reached } = compare({ largest: { path: "x", bytes: 1500 } }, ...others);
    expect(fits).toEqual(["J"]);
    expect(reached).toEqual([{ hosts: ["H", "I"], measure: "largest", limit: 1000, value: 1500 }]);
  });

  it("each say who says so, and when it was read", () => {
    for (const { source, read } of hosts) {
      expect(source).toMatch(/^https:\/\//);
      expect(read).toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});

describe.each(["docs/hosting.md", "docs/hosting.zh.md"])("%s", (guide) => {
  it("has the limits that the build goes by", () => {
    const rows = readFileSync(guide, "utf8").matchAll(/^\| ([A-Z][^|]*?) \| (.*) \|$/gm);
    const cells = new Map([...rows].map(([, name, rest = ""]) => [name, rest.split("|")]));
    const sizes = { [25 * 1024 * 1024]: "25 MiB", 100000000: "100 MB", 1000000000: "1 GB" };
    const write = (bytes: number | undefined) =>
      bytes === undefined ? "" : (sizes as Record<number, string>)[bytes];
    for (const { name, files, entries, largest, bytes } of hosts) {
      const [counted = "", one, whole] = cells.get(name)?.map((cell) => cell.trim()) ?? [];
      expect([counted.replace(/[^\d,]/g, "").replace(/,$/, ""), one, whole]).toEqual([
        (files ?? entries)?.toLocaleString("en-US") ?? "",
        write(largest),
        write(bytes),
      ]);
    }
  });
});

describe("what a build says of a site's size", () => {
  const reached = { hosts: ["H"], limit: 20_000, value: 18_000, largest: "a/b.mp3" };

  it("is its files, its bytes and the hosts that take it", () => {
    const size = { ...small, files: 1234, bytes: 45_678_901, fits: ["A", "B"] };
    expect(wordSiteSize(size)).toEqual({
      zh: "网站有1,234个文件，共45.7 MB，最大的是a.html (2 KB)。放得下的有A、B，还有没有上限的主机。",
      en: "The site has 1,234 files of 45.7 MB; the largest is a.html (2 KB). It fits A, B, and any host without limits.",
    });
    expect(wordSiteSize({ ...size, fits: [] }).zh).toContain("有上限的主机都放不下");
  });

  it("is how near a limit is, and that nothing fits only where it is passed", () => {
    expect(wordHostLimit({ ...reached, measure: "files" }).en).toBe(
      'At H a site may have at most 20,000 files, and this one has 18,000, which is 90 %. If it is to stand there, see "What hosts take" in docs/hosting.md.',
    );
    expect(wordHostLimit({ ...reached, value: 20_001, measure: "entries" })).toEqual({
      zh: "H最多放20,000个文件和文件夹，这个网站有20,001个，放不下。请看docs/hosting.zh.md里的“各家的上限”。",
      en: 'At H a site may have at most 20,000 files and folders, and this one has 20,001: it does not fit. See "What hosts take" in docs/hosting.md.',
    });
    expect(wordHostLimit({ ...reached, limit: 1e9, value: 1.5e9, measure: "bytes" }).en).toContain(
      "a site may have at most 1 GB, and this one has 1.5 GB: it does not fit",
    );
    expect(wordHostLimit({ ...reached, limit: 1e6, value: 999_999, measure: "largest" }).en).toContain(
      "a file may have at most 1 MB, and a/b.mp3 has 1 MB, which is 99 %",
    );
  });
});

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkPassages } from "../../bench/check-passages.ts";
import { makePlainArchive } from "../../bench/plain-archive.ts";
import { type PlainFind, readPlainQuery, searchPlainly } from "../../bench/plain-search.ts";
import type { ApiPassage } from "../../bench/search-in-page.ts";

const archive = makePlainArchive([
  {
    slug: "a",
    title: "a",
    chapters: [],
    summary: "",
    readFrom: "file",
    cues: [
      { speaker: "甲", startTime: 3.5, endTime: 6, text: "今天讲蒸馏," },
      { speaker: "甲", startTime: 6, endTime: 9, text: "也讲剪枝。" },
      { speaker: "乙", startTime: 9, endTime: 12, text: "蒸馏是什么?" },
    ],
  },
]);
const words = readPlainQuery("蒸馏");
const [find] = searchPlainly(archive, words) as [PlainFind];
const first: ApiPassage = {
  start: 3.5,
  url: "/episodes/a/#t=3",
  text: "今天讲蒸馏,也讲剪枝。",
  marks: [[3, 5]],
};
const second: ApiPassage = { start: 9, url: "/episodes/a/#t=9", text: "蒸馏是什么?", marks: [[0, 2]] };
let siteDir: string;

beforeAll(async () => {
  siteDir = await mkdtemp(join(tmpdir(), "bench-passages-"));
  await mkdir(join(siteDir, "episodes", "a"), { recursive: true });
  await writeFile(
    join(siteDir, "episodes", "a", "index.html"),
    '<p id="t=3" data-passage><p id="t=9" data-passage>',
  );
});

afterAll(() => rm(siteDir, { recursive: true }));

async function listFaults(passages: readonly ApiPassage[]): Promise<string[]> {
  const faults = await checkPassages("蒸馏", find, passages, { archive, siteDir, words });
  return faults.map(({ fault }) => fault);
}

describe("checkPassages", () => {
  it("finds no fault where every passage is at its place", async () => {
    expect(await listFaults([second, first])).toEqual([]);
  });

  it("finds a hit that no passage shows", async () => {
    expect(await listFaults([first])).toEqual([
      expect.stringMatching(/^The hit at token \d+ is in 0 passages\.$/),
    ]);
  });

  it("finds a time that is not the cue's", async () => {
    expect(await listFaults([first, { ...second, start: 5 }])).toContain(
      "Its text does not stand in the episode at 5 s.",
    );
  });

  it("finds a text that stands nowhere", async () => {
    expect(await listFaults([{ ...first, text: "今天讲蒸馏,不讲剪枝。" }, second])).toContain(
      "Its text does not stand in the episode at 3.5 s.",
    );
  });

  it("finds an address that the page does not have", async () => {
    expect(await listFaults([first, { ...second, url: "/episodes/a/#t=90" }])).toEqual([
      "The episode's page has no such anchor.",
    ]);
  });

  it("finds marks on other words", async () => {
    expect(await listFaults([{ ...first, marks: [[8, 10]] }, second])).toEqual([
      'It marks "剪 枝", which is no word of the query.',
    ]);
  });
});

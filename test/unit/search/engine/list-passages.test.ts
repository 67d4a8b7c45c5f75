import { describe, expect, it } from "vitest";
import { measureTalk } from "../../../../src/search/engine/list-passages.ts";
import { PassageTable, readHeard, readText } from "../../../../src/search/engine/passage-table.ts";
import type { SearchTable } from "../../../../src/search/format/manifest.ts";
import { indexEpisodes, type Said } from "./index-episodes.ts";

const other = "后来我们说说别的事情。".repeat(20);

/** The texts of an episode's passages, best first. */
async function rank(said: readonly Said[], query: string): Promise<string[]> {
  const { engine } = await indexEpisodes([said]);
  const passages = await engine.listPassages(await engine.search(query), 0);
  return passages.map(({ text }) => text);
}

describe("listPassages", () => {
  it("puts a passage that says something of a word before a turn that only echoes it", async () => {
    const said: Said[] = [
      ["甲", "对，蒸馏。"],
      ["乙", other],
      ["甲", "蒸馏就是用大模型写出来的数据去训练一个小模型，让小模型学到大模型的本事。"],
      ["乙", other],
    ];
    expect(await rank(said, "蒸馏")).toEqual([said[2]?.[1], said[0]?.[1]]);
  });

  it("puts a passage in the midst of the talk about a word before one that mentions it", async () => {
    const sentence = "有人也说到了蒸馏这件事情，不过后来大家就没有再往下说了。";
    const said: Said[] = [
      ["甲", sentence],
      ["乙", other],
      ["甲", "先说蒸馏的数据从哪里来，再说怎么训练。"],
      ["乙", sentence],
      ["甲", "蒸馏的代价是什么，蒸馏以后要看什么。"],
      ["乙", other],
    ];
    const { engine } = await indexEpisodes([said]);
    const passages = await engine.listPassages(await engine.search("蒸馏"), 0);
    const starts = passages.filter(({ text }) => text === sentence).map(({ start }) => start);
    expect(starts).toEqual([30, 0]);
  });

  it("puts a passage with all words first, and its scores fall in its order", async () => {
    const said: Said[] = [
      ["甲", "蒸馏蒸馏蒸馏，蒸馏就是这样的"],
      ["乙", "蒸馏和量化是两回事"],
      ["甲", "量化以后就小了"],
    ];
    const { engine } = await indexEpisodes([said]);
    const passages = await engine.listPassages(await engine.search("蒸馏 量化"), 0);
    expect(passages[0]?.text).toBe(said[1]?.[1]);
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });
});

describe("measureTalk", () => {
  /** Three passages of a hundred positions and a hundred seconds each. */
  const table: SearchTable = {
    title: "",
    positions: [0, 100, 100],
    starts: [0, 1000, 1000],
    anchors: "t=0 t=100 t=200",
    speakers: [0, 1, 0],
    chapters: [],
    blocks: [0],
    strip: "",
    duration: 300,
  };
  const talk = (...words: number[][]) =>
    measureTalk(
      new PassageTable(table),
      words.map((positions) => positions.map((from) => ({ from, to: from + 2 }))),
    );

  it("counts a quarter of a minute before and after each place, once where two claim it", () => {
    expect(talk([50])).toBe(30);
    expect(talk([50, 60])).toBe(40);
    expect(talk([30, 70])).toBe(60);
  });

  it("ends with the passage, and with the episode", () => {
    expect(talk([95])).toBe(20);
    expect(talk([100])).toBe(15);
    expect(talk([299])).toBe(16);
  });

  it("counts of several words while each is said within half a minute, by whomever", () => {
    expect(talk([50], [60])).toBe(50);
    expect(talk([95], [105])).toBe(50);
    expect(talk([50], [250])).toBe(0);
    expect(talk([5], [10])).toBe(35);
  });
});

describe("readHeard", () => {
  it("reads where corrected words stand, what was heard there and how sure each is", () => {
    const entry = ["这是蒸馏，也是强化学习", [2, 2, "征流"], [3, 4, "强华学习", 0.6]] as const;
    expect(readText(entry)).toBe(entry[0]);
    expect(readHeard(entry)).toEqual([
      { at: [2, 4], heard: "征流", sure: 1, source: "glossary" },
      { at: [7, 11], heard: "强华学习", sure: 0.6, source: "correction" },
    ]);
  });

  it("reads none of a text that nobody corrected", () => {
    expect(readHeard("这是蒸馏")).toEqual([]);
  });
});

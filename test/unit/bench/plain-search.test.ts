import { describe, expect, it } from "vitest";
import { makePlainArchive } from "../../bench/plain-archive.ts";
import { readPlainQuery, searchPlainly } from "../../bench/plain-search.ts";
import type { SourceCue, SourceEpisode } from "../../bench/read-source.ts";

/** An episode of lines `speaker: text`, a second each. */
function makeEpisode(slug: string, lines: readonly string[]): SourceEpisode {
  const cues = lines.map((line, index): SourceCue => {
    const [speaker = "", text = ""] = line.split(": ");
    return { speaker, text, startTime: index, endTime: index + 1 };
  });
  return { slug, title: slug, summary: "", chapters: [], cues, readFrom: "file" };
}

function countHits(query: string, lines: readonly string[], aliases: string[][] = []): number {
  const finds = searchPlainly(makePlainArchive([makeEpisode("a", lines)]), readPlainQuery(query, aliases));
  return finds[0]?.hits.length ?? 0;
}

describe("searchPlainly", () => {
  it("counts places that overlap: 哈哈 in 哈哈哈 twice", () => {
    expect(countHits("哈哈", ["甲: 哈哈哈"])).toBe(2);
  });

  it("finds GPT-4o written with a space", () => {
    expect(countHits("GPT-4o", ["甲: 用 GPT 4o 写,不是 GPT4o"])).toBe(1);
  });

  it("tells C++ from C", () => {
    expect([countHits("C++", ["甲: C++ 与 C 与 C#"]), countHits("C", ["甲: C++ 与 C 与 C#"])]).toEqual([
      1, 1,
    ]);
  });

  it("finds Simplified by Traditional and the other way round", () => {
    expect([countHits("強化學習", ["甲: 强化学习"]), countHits("强化学习", ["甲: 強化學習"])]).toEqual([
      1, 1,
    ]);
  });

  it("finds a phrase over two cues of one speaker", () => {
    expect(countHits("苹果公司", ["甲: 我说苹果,", "甲: 公司很好"])).toBe(1);
  });

  it("finds no phrase over two speakers", () => {
    expect(countHits("苹果公司", ["甲: 我说苹果", "乙: 公司很好"])).toBe(0);
  });

  it("finds no phrase whose tokens stand apart", () => {
    expect(countHits("苹果公司", ["甲: 苹果的公司"])).toBe(0);
  });

  it("finds the episodes in which every word stands, with the hits of all words", () => {
    const archive = makePlainArchive([
      makeEpisode("both", ["甲: 蒸馏蒸馏", "乙: 模型"]),
      makeEpisode("one", ["甲: 蒸馏"]),
    ]);
    const finds = searchPlainly(archive, readPlainQuery("蒸馏 模型"));
    expect(finds.map(({ episode, hits }) => [archive.episodes[episode]?.slug, hits.length])).toEqual([
      ["both", 3],
    ]);
  });

  it("finds no phrase over the end of an episode", () => {
    const archive = makePlainArchive([makeEpisode("a", ["甲: 苹果"]), makeEpisode("b", ["甲: 公司"])]);
    expect(searchPlainly(archive, readPlainQuery("苹果公司"))).toEqual([]);
  });

  it("does not find a word by its beginning", () => {
    expect(countHits("RL", ["甲: RLHF 与 RL"])).toBe(1);
  });

  it("finds a term by its other names", () => {
    expect(countHits("RL", ["甲: 强化学习就是 RL"], [["强化学习", "RL"]])).toBe(2);
  });

  it("counts a name inside a longer one once", () => {
    expect(countHits("蒸馏", ["甲: 知识蒸馏和蒸馏"], [["蒸馏", "知识蒸馏"]])).toBe(2);
  });

  it("finds nothing for a query without letters and digits", () => {
    expect(countHits("……", ["甲: ……好"])).toBe(0);
  });
});

describe("readPlainQuery", () => {
  it("cuts at spaces, and quotes hold words together", () => {
    expect(readPlainQuery('"open ai" 蒸馏')).toEqual([[["open", "ai"]], [["蒸", "馏"]]]);
  });

  it("counts a word that is said twice once", () => {
    expect(readPlainQuery("蒸馏 蒸餾")).toHaveLength(1);
  });
});

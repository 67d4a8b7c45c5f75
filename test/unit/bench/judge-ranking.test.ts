import { beforeAll, describe, expect, it } from "vitest";
import { cutEpisode, PairUses } from "../../bench/cut-archive.ts";
import { judgeFirstTen, judgeKnownItems } from "../../bench/judge-ranking.ts";

describe("judgeKnownItems", () => {
  it("takes the mean of 1 / rank, and 0 for what is not found", () => {
    expect(judgeKnownItems([1, 4, undefined, 20])).toEqual({
      queries: 4,
      mrr: (1 + 1 / 4 + 0 + 1 / 20) / 4,
      recallAt10: 0.5,
    });
  });
});

describe("judgeFirstTen", () => {
  it("looks at the first ten answers alone", () => {
    const areRight = [...new Array<boolean>(5).fill(true), ...new Array<boolean>(15).fill(false)];
    expect(judgeFirstTen([{ areRight, rightCount: 5 }])).toEqual({ queries: 1, share: 0.5, ndcg: 1 });
  });

  it("counts an early place more", () => {
    const { ndcg } = judgeFirstTen([{ areRight: [false, true], rightCount: 1 }]);
    expect(ndcg).toBeCloseTo(1 / Math.log2(3), 10);
  });

  it("leaves out queries without an answer", () => {
    expect(
      judgeFirstTen([
        { areRight: [], rightCount: 3 },
        { areRight: [true], rightCount: 1 },
      ]).share,
    ).toBe(1);
  });
});

describe("cutEpisode", () => {
  // jieba reads its dictionary at the first word.
  beforeAll(() => void cutEpisode({ cues: [{ startTime: 0, endTime: 1, text: "好" }] }), 60_000);

  it("cuts Han runs by jieba and keeps other tokens whole", () => {
    expect(
      cutEpisode({ cues: [{ startTime: 0, endTime: 1, text: "我们用GPT-4o学习" }] }).filter(
        (word) => word !== "\n",
      ),
    ).toEqual(["我们", "用", "学习", "gpt", "4o"]);
  });
});

describe("PairUses", () => {
  it("lists words whose characters often meet across two words, and no others", () => {
    const uses = new PairUses();
    for (let episode = 0; episode < 10; episode += 1) {
      uses.add(episode, ["有利", "\n", "我", "没有", "利润", "\n", "我们"]);
    }
    expect(uses.listAccidental().map(({ word, episodes }) => [word, episodes.size])).toEqual([["有利", 10]]);
  });

  it("lists no word that too few episodes say", () => {
    const uses = new PairUses();
    for (let episode = 0; episode < 9; episode += 1) uses.add(episode, ["有利", "\n", "没有", "利润"]);
    expect(uses.listAccidental()).toEqual([]);
  });

  it("joins no pair over a line feed", () => {
    const uses = new PairUses();
    for (let episode = 0; episode < 10; episode += 1) uses.add(episode, ["有利", "\n", "没有", "\n", "利润"]);
    expect(uses.listAccidental()).toEqual([]);
  });
});

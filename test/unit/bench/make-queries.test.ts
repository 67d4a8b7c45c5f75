import { describe, expect, it } from "vitest";
import { makeQueries, type QueryKind, queryCounts } from "../../bench/make-queries.ts";
import { makePlainArchive } from "../../bench/plain-archive.ts";
import { readPlainQuery, searchPlainly } from "../../bench/plain-search.ts";
import { isHanToken, readPlainTokens } from "../../bench/plain-tokens.ts";
import { makeRandom } from "../../bench/random.ts";
import type { SourceEpisode } from "../../bench/read-source.ts";

const speech = [
  "我们今天聊 DeepSeek R1 的蒸馏,还有强化学习。",
  "用 GPT-4o 写 Python 代码,大模型有利于科研,C++ 也行。",
  "他说“open source 是未来”,the open model 很好用。",
];

const episodes: readonly SourceEpisode[] = [0, 1, 2].map((number) => ({
  slug: `e${number}`,
  title: `第${number}期`,
  chapters: [
    { title: "大模型的知识蒸馏与推理成本", startTime: 0 },
    { title: "强化学习怎样改变训练", startTime: 60 },
  ],
  cues: speech.map((text, index) => ({
    speaker: index === 2 ? "乙" : "甲",
    text: `${text}第${number}${index}次。`,
    startTime: index,
    endTime: index + 1,
  })),
  summary: "",
  readFrom: "file",
}));

const queries = makeQueries(episodes, makeRandom(7));
const ofKind = (kind: QueryKind): string[] =>
  queries.filter((own) => own.kind === kind).map(({ text }) => text);

describe("makeQueries", () => {
  it("makes the same queries from the same seed, and others from another", () => {
    expect(makeQueries(episodes, makeRandom(7))).toEqual(queries);
    expect(makeQueries(episodes, makeRandom(8))).not.toEqual(queries);
  });

  it("makes no query twice and no more of a kind than asked", () => {
    expect(new Set(queries.map(({ text }) => text)).size).toBe(queries.length);
    for (const [kind, count] of Object.entries(queryCounts))
      expect(ofKind(kind as QueryKind).length).toBeLessThanOrEqual(count);
  });

  it("takes words of chapter titles", () => {
    const titles = "大模型的知识蒸馏与推理成本 强化学习怎样改变训练";
    expect(ofKind("title").length).toBeGreaterThan(5);
    for (const text of ofKind("title")) for (const word of text.split(" ")) expect(titles).toContain(word);
  });

  it("takes runs of two to six tokens that stand somewhere, as one word", () => {
    const archive = makePlainArchive(episodes);
    expect(ofKind("run").length).toBeGreaterThan(50);
    for (const text of ofKind("run")) {
      const words = readPlainQuery(text);
      expect(words).toHaveLength(1);
      expect([2, 3, 4, 5, 6]).toContain(words[0]?.[0]?.length);
      expect(searchPlainly(archive, words)).not.toEqual([]);
    }
  });

  it("mixes Han and Latin in each mixed query", () => {
    expect(ofKind("mixed").length).toBeGreaterThan(5);
    for (const text of ofKind("mixed")) {
      const tokens = readPlainTokens(text).map((token) => token.text);
      expect(tokens.some(isHanToken)).toBe(true);
      expect(tokens.some((token) => /[a-z]/.test(token))).toBe(true);
    }
  });

  it("asks for numbers with their per cent, and what stands beside them", () => {
    const cues = ["涨了30%吧", "有5%和70%的"].map((text, at) => ({ startTime: at, endTime: at + 1, text }));
    const made = makeQueries([{ ...(episodes[0] as SourceEpisode), cues }], makeRandom(7));
    const texts = made.filter(({ kind }) => kind === "percent").map(({ text }) => text);
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(text).toMatch(/^\p{L}?\d+%\p{L}?$/u);
  });

  it("has no Han character in a Latin query", () => {
    expect(ofKind("latin")).toContain("DeepSeek");
    for (const text of ofKind("latin")) expect(text).not.toMatch(/\p{Script=Han}/u);
  });

  it("makes none from an archive without episodes", () => {
    expect(makeQueries([], makeRandom(1))).toEqual([]);
  });
});

describe("makeRandom", () => {
  it("picks every index and no other", () => {
    const random = makeRandom(1);
    const picked = new Set(Array.from({ length: 200 }, () => random.pickIndex(5)));
    expect([...picked].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it("refuses to pick from nothing", () => {
    expect(() => makeRandom(1).pick([])).toThrow(RangeError);
  });
});

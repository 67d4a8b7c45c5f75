import { describe, expect, it } from "vitest";
import { indexEpisodes, type Said } from "../index-episodes.ts";

const filler = (count: number): Said[] =>
  Array.from({ length: count }, (_, k): Said => ["甲", `今天天气不错，我们随便聊聊第${k}件事。`]);

const pyramid: Said[] = [
  ["甲", "我们先说说旅行的准备。"],
  ["乙", "胡夫金字塔内部其实很热，里面要弯着腰走。"],
  ...filler(6),
];
const museum: Said[] = [["甲", "博物馆内部很大。"], ...filler(6)];
const other: Said[] = [["甲", "昨天去吃了火锅。"], ...filler(6)];

async function ask(query: string, episodes: readonly (readonly Said[])[], options = {}) {
  const { engine } = await indexEpisodes(episodes);
  const answer = await engine.search(query, { tiers: ["exact", "related"], ...options });
  return { answer, passages: await engine.listRelated(answer) };
}

describe("the related tier", () => {
  it("leads a question to the passage that answers it, though nobody says it word for word", async () => {
    const { answer, passages } = await ask("胡夫金字塔内部的情况如何？", [other, museum, pyramid]);
    expect(answer.episodes.filter(({ tier }) => tier === "exact")).toEqual([]);
    expect(passages[0]).toMatchObject({ slug: "e2", start: 10, speaker: "乙" });
  });
  it("asks for a character that is a word by itself", async () => {
    const cat: Said[] = [["丙", "猫一见到毯子就踩来踩去。"], ...filler(6)];
    const { passages } = await ask("猫为什么会这样", [other, museum, cat]);
    expect(passages.map(({ slug, said }) => [slug, said])).toEqual([["e2", ["猫"]]]);
  });
  it("says which words stand there and which do not", async () => {
    const { passages } = await ask("胡夫金字塔的电梯", [pyramid]);
    expect(passages[0]).toMatchObject({ said: ["胡夫金字塔"], unsaid: ["电梯"] });
  });
  it("says that a word stands there which is said too often to be looked for", async () => {
    const often: Said[] = [
      ["甲", "蒸馏，蒸馏，还是蒸馏。"],
      ["乙", "胡夫金字塔里也有人谈蒸馏。"],
      ...filler(6),
    ];
    const { engine } = await indexEpisodes([often], { frequentPair: 2 });
    const answer = await engine.search("胡夫金字塔的蒸馏和电梯", { tiers: ["related"] });
    const [first] = await engine.listRelated(answer);
    expect(answer.related.evidence.flatMap(({ tokens }) => tokens.map(({ text }) => text))).not.toContain(
      "蒸",
    );
    expect(first).toMatchObject({ start: 10, said: ["胡夫金字塔", "蒸馏"], unsaid: ["电梯"] });
  });
  it("marks what it found", async () => {
    const { passages } = await ask("金字塔热吗", [pyramid]);
    const [first] = passages;
    expect(first?.marks.map(([from, to]) => first.text.slice(from, to))).toEqual(["金字塔"]);
  });
  it("counts passages, and each of them is given once", async () => {
    const { answer, passages } = await ask("金字塔和博物馆内部", [other, museum, pyramid]);
    const related = answer.episodes.filter(({ tier }) => tier === "related");
    expect(passages.length).toBe(related.reduce((sum, { hits }) => sum + hits, 0));
    expect(new Set(passages.map(({ slug, anchor }) => `${slug}#${anchor}`)).size).toBe(passages.length);
  });
  it("gives an episode's passages with scores that compare across episodes", async () => {
    const { passages } = await ask("金字塔和博物馆内部", [museum, pyramid]);
    const scores = passages.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });
  it("finds only what a speaker says who is asked for", async () => {
    const { passages } = await ask("金字塔内部如何 speaker:甲", [museum, pyramid]);
    expect(passages.map(({ speaker }) => speaker)).not.toContain("乙");
  });
  it("finds nothing for words of grammar alone, nor for what nobody says", async () => {
    expect((await ask("你是什么呢", [pyramid])).passages).toEqual([]);
    expect((await ask("量子纠缠", [pyramid])).passages).toEqual([]);
  });
  it("adds nothing to the exact tier, and is not asked where it is not wanted", async () => {
    const { engine } = await indexEpisodes([pyramid]);
    const alone = await engine.search("金字塔");
    const both = await engine.search("金字塔", { tiers: ["exact", "related"] });
    expect(both.episodes.filter(({ tier }) => tier === "exact")).toEqual(alone.episodes);
    expect(alone.related.windows).toEqual([]);
  });
  it("asks a word in any case and in Traditional characters alike", async () => {
    const episodes = [[["甲", "DeepSeek 的强化学习很有意思。"] as Said, ...filler(3)]];
    const ways = ["DeepSeek 的强化学习怎么样", "deepseek 的强化学习怎么样", "DEEPSEEK 的強化學習怎麼樣"];
    const found = await Promise.all(
      ways.map(async (query) => (await ask(query, episodes)).passages[0]?.anchor),
    );
    expect(new Set(found)).toEqual(new Set(["t=0"]));
  });
});

import { describe, expect, it } from "vitest";
import type { Episode } from "../../../../src/model/archive.ts";
import { countWords, WordCounter } from "../../../../src/pipeline/keywords/count-words.ts";
import { findKeywords, type KeywordJudge } from "../../../../src/pipeline/keywords/find-keywords.ts";
import { findRelated } from "../../../../src/pipeline/keywords/find-related.ts";
import { makeWordList, tokenizePassages } from "../../../../src/search/tokenize/cut-words.ts";
import { makeEpisode, makePassage } from "../measure/make-episode.ts";

const knowsNothing: KeywordJudge = { findShare: () => undefined, isContentWord: () => true };

function count(texts: readonly string[], terms: readonly string[] = []) {
  const counter = new WordCounter<Episode>();
  const episodes: Episode[] = texts.map((text, index) => makeEpisode(`e${index}`, [makePassage(0, text)]));
  for (const episode of episodes)
    counter.add(
      episode,
      countWords(episode.passages, tokenizePassages(episode.passages, makeWordList(terms))),
    );
  return { table: counter.list(), episodes };
}

function listKeywords(
  texts: readonly string[],
  knowledge = knowsNothing,
  terms: readonly string[] = [],
): string[][] {
  const { table, episodes } = count(texts, terms);
  const found = findKeywords(table, knowledge, 5);
  return episodes.map((episode) => (found.get(episode) ?? []).map(({ form }) => form));
}

describe("WordCounter", () => {
  it("counts words of two Han characters or more, Latin words, and terms of the glossary whole", () => {
    const { table } = count(["大模型训练大模型，reward model 和 R1"], ["大模型", "reward model"]);
    expect(
      Object.fromEntries(
        table.words.map((word, index) => [word, [...table.countsOf.values()][0]?.counts[index]]),
      ),
    ).toEqual({
      大模型: 2,
      训练: 1,
      "reward model": 1,
      r1: 1,
    });
  });

  it("keeps a word as the text writes it", () => {
    expect(count(["DeepSeek 出來了"]).table.forms).toContain("DeepSeek");
  });
});

describe("findKeywords", () => {
  it("puts what one episode alone says before what all say", () => {
    const [first, second] = listKeywords([
      "大学大学大学咖啡咖啡咖啡咖啡".repeat(3),
      "大学大学大学火山火山火山火山".repeat(3),
    ]);
    expect(first?.[0]).toBe("咖啡");
    expect(second?.[0]).toBe("火山");
  });

  it("knows from elsewhere which words are common where there is one episode alone", () => {
    const [only] = listKeywords(["时间咖啡".repeat(9)], {
      findShare: (word) => (word === "时间" ? 0.5 : 0.001),
      isContentWord: () => true,
    });
    expect(only).toEqual(["咖啡", "时间"]);
  });

  it("leaves out words that are no content words and words said once", () => {
    const [only] = listKeywords([`${"觉得咖啡".repeat(9)}火山`], {
      findShare: () => undefined,
      isContentWord: (word) => word !== "觉得",
    });
    expect(only).toEqual(["咖啡"]);
  });
});

describe("findRelated", () => {
  it("finds the episode with the same subjects and says which they are", () => {
    const { table, episodes } = count([
      "咖啡牛奶咖啡牛奶".repeat(5),
      "咖啡牛奶咖啡牛奶蛋糕".repeat(5),
      "火山地震火山地震".repeat(5),
    ]);
    const related = findRelated(findKeywords(table, knowsNothing, 10), 3);
    expect(related.get(episodes[0] as Episode)?.map(({ episode }) => episode.slug)).toEqual(["e1"]);
    expect(new Set(related.get(episodes[0] as Episode)?.[0]?.shared)).toEqual(new Set(["咖啡", "牛奶"]));
    expect(related.get(episodes[2] as Episode)).toEqual([]);
  });
});

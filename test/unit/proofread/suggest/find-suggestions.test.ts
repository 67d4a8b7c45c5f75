import { describe, expect, test } from "vitest";
import type { HeardText } from "../../../../src/model/heard-text.ts";
import { findSuggestions } from "../../../../src/proofread/suggest/find-suggestions.ts";
import { loadWordKnowledge } from "../../../../src/proofread/suggest/word-knowledge.ts";
import { hear, makeTerms } from "./hear.ts";

const words = await loadWordKnowledge();
const terms = makeTerms(
  ["蒸馏", "知识蒸馏", "distillation"],
  ["DeepSeek"],
  ["MoE"],
  ["SOTA"],
  ["基座模型", "基座"],
  ["套壳"],
);

function suggest(...texts: HeardText[]): string[] {
  const people = [{ id: "wei", slug: "wei", name: "曹伟", aliases: [], links: {} }];
  return findSuggestions(texts, { terms, people, topics: ["具身智能"] }, words)
    .filter(({ sure }) => sure >= 0.3)
    .map(({ slug, place, meant }) => `${slug}:${place.line} ${place.heard} → ${meant}`);
}

describe("findSuggestions", () => {
  test("finds what sounds as a term does, beside the term itself", () => {
    expect(suggest(hear("我们先讲蒸馏，也就是用大模型教小模型。\n然后用征流的方式收敛得更快。"))).toEqual([
      "one:2 征流 → 蒸馏",
    ]);
  });

  test("finds Latin misspellings of a Latin name", () => {
    expect(suggest(hear("DeepSeek 很便宜。\n后来 DeepSig 又出了新的。"))).toEqual([
      "one:2 DeepSig → DeepSeek",
    ]);
  });

  test("finds a person whose name was written in other characters", () => {
    expect(suggest(hear("我们请到了曹伟。\n草尾你怎么看？"))).toEqual(["one:2 草尾 → 曹伟"]);
  });

  test("finds a name that is written in capitals of its own", () => {
    expect(suggest(hear("Moe 分两种。"))).toEqual(["one:1 Moe → MoE"]);
  });

  test("leaves everyday words alone where nobody speaks of the term", () => {
    expect(suggest(hear("我把房间整理了一下，然后去市场买菜，所在的地方很远。"))).toEqual([]);
  });

  test("leaves right names alone, and words that hold one", () => {
    expect(
      suggest(hear("知识蒸馏就是蒸馏，distillation。DeepSeek 的基座模型，基座很好，套壳也行。")),
    ).toEqual([]);
  });

  test("does not ask about what is kept, corrected or in the glossary", () => {
    const text = "我们讲蒸馏。\n征流的方式。\n帧流的方式。\n针流的方式。";
    const heard = hear(text, {
      terms: terms.map((term) => (term.term === "蒸馏" ? { ...term, heard: [{ form: "针流" }] } : term)),
      replace: [{ line: 3, heard: "帧流", meant: "蒸馏", sure: 1, sourceLine: 1 }],
      keep: [{ line: 2, heard: "征流", sourceLine: 2 }],
    });
    expect(suggest(heard)).toEqual([]);
  });

  test("never looks across a change of speaker", () => {
    expect(suggest(hear("甲：我们讲蒸馏，它叫征\n乙：流是什么\n甲：蒸馏。\n乙：好。"))).toEqual([]);
  });

  test("puts the surest first, and names the second of two on a line", () => {
    const found = findSuggestions(
      [hear("蒸馏，蒸馏。征流和征流。")],
      { terms, people: [], topics: [] },
      words,
    );
    expect(found.slice(0, 2).map(({ place }) => place)).toEqual(
      expect.arrayContaining([
        { line: 1, heard: "征流", nth: 1 },
        { line: 1, heard: "征流", nth: 2 },
      ]),
    );
    expect(found.map(({ sure }) => sure)).toEqual(found.map(({ sure }) => sure).sort((a, b) => b - a));
  });

  test("finds what no dictionary knows and sounds as a word of the archive does", () => {
    const heard = hear("这两个方向是正交的。正交就是互不影响，正交很重要。\n所以它们是整交的。");
    expect(suggest(heard)).toContain("one:2 整交 → 正交");
  });

  test("finds a name that most episodes write otherwise", () => {
    const usual = hear("鸿钧老师你好。鸿钧说得对。鸿钧讲讲。鸿钧谢谢。", { slug: "one" });
    expect(suggest(usual, hear("洪钧老师再见。", { slug: "two" }))).toEqual(["two:1 洪钧 → 鸿钧"]);
  });

  test("gives its reason, with the words around the place", () => {
    const [found] = findSuggestions(
      [hear("我们先讲蒸馏。然后用征流的方式。")],
      { terms, people: [], topics: [] },
      words,
    );
    expect(found).toMatchObject({
      about: "蒸馏",
      kind: "term",
      reason: {
        kind: "sounds-like-name",
        values: { name: "蒸馏", owner: "蒸馏", sound: "same", word: "unknown", spokenOf: "here" },
      },
      before: "我们先讲蒸馏。然后用",
      after: "的方式。",
    });
  });
});

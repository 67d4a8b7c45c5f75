import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IndexedPassage, PassageIndex } from "../../../../src/browser/transcript/passage-index.ts";
import { type AliasGroups, parseQuery } from "../../../../src/search/query/query.ts";
import { readTurns } from "../../../../src/search/tokenize/read-turns.ts";
import { findForm, mergeHits } from "../../../../src/text/find-form.ts";

type Said = readonly [speaker: string | undefined, text: string];

function makeIndex(said: readonly Said[]): PassageIndex {
  const index = new PassageIndex();
  for (const [speaker, text] of said) index.add({ speaker, text });
  return index;
}

/** The texts of the places of a query, stretch by stretch. */
function find(said: readonly Said[], query: string, aliases: AliasGroups = [], isTyping = false): string[] {
  const hits = makeIndex(said)
    .find(parseQuery(query, aliases, isTyping))
    .flat();
  return hits.map((hit) =>
    hit.map(({ passage, from, to }) => `${passage}:${said[passage]?.[1].slice(from, to)}`).join("|"),
  );
}

describe("PassageIndex", () => {
  it("finds a phrase whatever separates its tokens, and folds", () => {
    expect(find([["甲", "GPT-4o，gpt 4O、GPT4o"]], "gpt 4o")).toEqual(["0:GPT", "0:gpt", "0:4o", "0:4O"]);
    expect(find([["甲", "GPT-4o，gpt 4O、GPT4o"]], "gpt-4o")).toEqual(["0:GPT-4o", "0:gpt 4O"]);
    expect(find([["甲", "经济学"]], "經濟學")).toEqual(["0:经济学"]);
  });

  it("counts overlapping places", () => {
    expect(find([["甲", "哈哈哈"]], "哈哈")).toEqual(["0:哈哈", "0:哈哈"]);
  });

  it("finds a phrase over passages of one turn, also over one without words, and none over two turns", () => {
    const said: Said[] = [
      ["甲", "这是强"],
      ["甲", "……"],
      ["甲", "化学习"],
      ["乙", "强化"],
      ["甲", "学习"],
    ];
    expect(find(said, "强化学习")).toEqual(["0:强|2:化学习"]);
    expect(find(said, "学习")).toEqual(["2:学习", "4:学习"]);
  });

  it("takes passages without a speaker for one speaker's", () => {
    expect(
      find(
        [
          [undefined, "强化"],
          [undefined, "学习"],
        ],
        "强化学习",
      ),
    ).toEqual(["0:强化|1:学习"]);
  });

  it("finds other names, a place inside a longer one once", () => {
    const aliases = [["蒸馏", "知识蒸馏", "Distillation"]];
    expect(find([["甲", "知识蒸馏,distillation"]], "蒸馏", aliases)).toEqual([
      "0:知识蒸馏",
      "0:distillation",
    ]);
  });

  it("finds a beginning only of the word that is being typed", () => {
    expect(find([["甲", "RL、RLHF"]], "rl")).toEqual(["0:RL"]);
    expect(find([["甲", "RL、RLHF"]], "rl", [], true)).toEqual(["0:RL", "0:RLHF"]);
  });

  it("has the places of each word apart, in the order of the episode", () => {
    const index = makeIndex([["甲", "量化,蒸馏,量化"]]);
    expect(index.find(parseQuery("蒸馏 量化 没有")).map((hits) => hits.length)).toEqual([1, 2, 0]);
  });

  it("finds what a reading of every turn finds", () => {
    const text = fc
      .array(fc.constantFrom("强", "化", "学", "习", "rl", "rlhf", "，", " "), { maxLength: 8 })
      .map((parts) => parts.join(""));
    const passages = fc.array(fc.tuple(fc.constantFrom("甲", "乙", undefined), text), { maxLength: 8 });
    const aliases = [["rl", "强化学习"]];
    fc.assert(
      fc.property(passages, text, fc.boolean(), (said, asked, isTyping) => {
        const query = parseQuery(asked, aliases, isTyping);
        const turns = readTurns(
          said.map(([key, own]) => ({
            text: own,
            ...(key === undefined ? {} : { speaker: { key, name: key, sure: 1 } }),
          })),
        );
        const counts = query.words.map(({ forms, isTyping: isOpen }) =>
          turns.reduce(
            (sum, { tokens }) =>
              sum + mergeHits(forms.map((form, k) => findForm(tokens, form, isOpen && k === 0))).length,
            0,
          ),
        );
        const passagesOf: IndexedPassage[] = said.map(([speaker, own]) => ({ speaker, text: own }));
        const index = new PassageIndex();
        for (const passage of passagesOf) index.add(passage);
        expect(index.find(query).map((hits) => hits.length)).toEqual(counts);
      }),
    );
  });
});

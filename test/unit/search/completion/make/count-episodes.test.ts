import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countEpisodes, type SaidTokens } from "../../../../../src/search/completion/make/count-episodes.ts";
import { recordTerms } from "../../../../../src/search/index/cut/make-record.ts";
import { readTurns } from "../../../../../src/search/tokenize/read-turns.ts";
import { findForm } from "../../../../../src/text/find-form.ts";
import { readTokens } from "../../../../../src/text/normalise.ts";

type Lines = readonly (readonly [speaker: string, text: string])[];

const readLines = (lines: Lines) =>
  readTurns(lines.map(([speaker, text]) => ({ text, speaker: { key: speaker, name: speaker, sure: 1 } })));

function readSaid(lines: Lines): SaidTokens {
  const turns = readLines(lines).map((turn) => ({ ...turn, wordStarts: [] }));
  return recordTerms(turns, ({ tokens }, k) => tokens[k]?.text ?? "");
}

function count(episodes: readonly Lines[], ...names: string[][]): number[] {
  return countEpisodes(
    episodes.map(readSaid),
    names.map((forms) => forms.map((form) => readTokens(form))),
  );
}

describe("countEpisodes", () => {
  it("counts each episode once, however often and in whatever form a name is said", () => {
    const episodes: Lines[] = [
      [["a", "蒸馏，蒸馏，知识蒸馏"]],
      [["a", "distillation"]],
      [["a", "蒸餾"]],
      [["a", "别的"]],
    ];
    expect(count(episodes, ["蒸馏", "distillation"], ["馏"], ["别的"])).toEqual([3, 2, 1]);
  });

  it("finds a name over separators and passages of a speaker, not over a change of speaker", () => {
    expect(
      count(
        [
          [
            ["a", "GPT-"],
            ["a", "4o 强化"],
            ["a", "学习"],
          ],
        ],
        ["GPT 4o"],
        ["强化学习"],
      ),
    ).toEqual([1, 1]);
    expect(
      count(
        [
          [
            ["a", "强化"],
            ["b", "学习"],
          ],
        ],
        ["强化学习"],
      ),
    ).toEqual([0]);
    expect(count([[["a", "强化"]], [["a", "学习"]]], ["强化学习"])).toEqual([0]);
  });

  it("takes whole words in Latin letters only", () => {
    expect(count([[["a", "RLHF and C++"]]], ["RL"], ["RLHF"], ["C"], ["c++"])).toEqual([0, 1, 0, 1]);
  });

  it("finds names that overlap or begin alike", () => {
    expect(count([[["a", "哈哈哈大模型"]]], ["哈哈哈"], ["哈哈"], ["大模型"], ["模型"], ["哈大"])).toEqual([
      1, 1, 1, 1, 1,
    ]);
  });

  it("agrees with a plain look at every place", () => {
    const text = fc
      .array(fc.constantFrom("蒸", "馏", "餾", "模", "型", "gpt", "4o", " ", "，", "-", "c++", "RL"), {
        maxLength: 12,
      })
      .map((parts) => parts.join(""));
    const lines = fc.array(fc.tuple(fc.constantFrom("a", "b"), text), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 3 }), fc.array(text, { maxLength: 4 }), (episodes, names) => {
        const forms = names.map((name) => readTokens(name));
        const plain = forms.map((form) =>
          form.length === 0
            ? 0
            : episodes.filter((own) => readLines(own).some(({ tokens }) => findForm(tokens, form).length > 0))
                .length,
        );
        expect(
          countEpisodes(
            episodes.map(readSaid),
            forms.map((form) => [form]),
          ),
        ).toEqual(plain);
      }),
    );
  });
});

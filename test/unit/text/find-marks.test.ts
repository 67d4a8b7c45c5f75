import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findForm, findMarks, mergeHits } from "../../../src/text/find-marks.ts";
import { readTokens } from "../../../src/text/normalise.ts";
import { parseQuery } from "../../../src/text/query.ts";

const marked = (text: string, query: string, following = "") =>
  findMarks(text, parseQuery(query, [["蒸馏", "知识蒸馏"]]), following).map(([from, to]) =>
    text.slice(from, to),
  );

describe("findMarks", () => {
  it("marks what is written as it is written", () => {
    expect(marked("他说強化學習,不是RLHF", "强化学习")).toEqual(["強化學習"]);
  });
  it("marks a phrase over what separates its tokens", () => {
    expect(marked("用 GPT 4o 和 GPT-4o", "gpt-4o")).toEqual(["GPT 4o", "GPT-4o"]);
  });
  it("joins overlapping places", () => {
    expect(marked("哈哈哈,哈", "哈哈")).toEqual(["哈哈哈,哈"]);
  });
  it("marks the glossary's other names", () => {
    expect(marked("做知识蒸馏", "蒸馏")).toEqual(["知识蒸馏"]);
  });
  it("marks as far as the text goes what goes on in the next passage", () => {
    expect(marked("这是强化", "强化学习", "学习的事")).toEqual(["强化"]);
    expect(marked("这是强化", "强化学习", "训练的事")).toEqual([]);
  });
});

describe("findForm", () => {
  it("counts overlapping places: 哈哈 stands twice in 哈哈哈", () => {
    expect(findForm(readTokens("哈哈哈"), readTokens("哈哈"))).toHaveLength(2);
  });
  it("finds RL and not RLHF", () => {
    expect(findForm(readTokens("RL RLHF 的RL"), readTokens("RL"))).toHaveLength(2);
  });
  it("finds by its beginning the token that is still being typed", () => {
    expect(findForm(readTokens("Python pythonic py"), readTokens("pyth"), true)).toHaveLength(2);
  });
});

describe("mergeHits", () => {
  it("counts once a place found by two forms or inside a longer form's", () => {
    const longer = [{ from: 0, to: 4 }];
    const shorter = [
      { from: 2, to: 4 },
      { from: 6, to: 8 },
    ];
    expect(mergeHits([shorter, longer])).toEqual([
      { from: 0, to: 4 },
      { from: 6, to: 8 },
    ]);
    expect(mergeHits([shorter, shorter])).toEqual(shorter);
  });
  it("keeps overlapping places of one form", () => {
    const places = [
      { from: 0, to: 2 },
      { from: 1, to: 3 },
    ];
    expect(mergeHits([places, []])).toEqual(places);
  });
  it("keeps exactly the places that no other form's place holds", () => {
    const place = fc.record({ from: fc.nat(12), length: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(
        fc.array(fc.uniqueArray(fc.nat(12), { maxLength: 6 }), { minLength: 2, maxLength: 3 }),
        place,
        (starts, { length }) => {
          // A form has one length, so the k-th form's places are as long as `length + k`.
          const byForm = starts.map((own, k) =>
            own.sort((a, b) => a - b).map((from) => ({ from, to: from + length + k })),
          );
          const all = byForm.flatMap((hits, form) => hits.map((hit) => ({ hit, form })));
          const expected = all.filter(
            ({ hit, form }) =>
              !all.some((other) => other.form > form && other.hit.from <= hit.from && hit.to <= other.hit.to),
          );
          expect(mergeHits(byForm)).toHaveLength(expected.length);
        },
      ),
    );
  });
});

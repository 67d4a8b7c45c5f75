import { describe, expect, it } from "vitest";
import { compareAnswer } from "../../bench/measure-exact.ts";

const query = { kind: "run", text: "蒸馏" } as const;
const truth = new Map([
  ["a", 2],
  ["b", 1],
]);

function answer(episodes: Record<string, number>, total?: { episodes: number; hits: number }) {
  const list = Object.entries(episodes).map(([slug, hits]) => ({ slug, hits }));
  const hits = list.reduce((sum, own) => sum + own.hits, 0);
  return { total: total ?? { episodes: list.length, hits }, episodes: list };
}

describe("compareAnswer", () => {
  it("takes the truth in any order for right", () => {
    expect(compareAnswer(query, truth, answer({ b: 1, a: 2 }))).toBeUndefined();
  });

  it("names a missing episode", () => {
    expect(compareAnswer(query, truth, answer({ a: 2 }))).toMatchObject({ missing: ["b"], extra: [] });
  });

  it("names an episode too many", () => {
    expect(compareAnswer(query, truth, answer({ a: 2, b: 1, c: 1 }))).toMatchObject({ extra: ["c"] });
  });

  it("tells another number of hits, also where the sum is right", () => {
    expect(compareAnswer(query, truth, answer({ a: 1, b: 2 }))?.otherCounts).toEqual([
      { slug: "a", expected: 2, got: 1 },
      { slug: "b", expected: 1, got: 2 },
    ]);
  });

  it("does not take a wrong total for right", () => {
    expect(compareAnswer(query, truth, answer({ a: 2, b: 1 }, { episodes: 2, hits: 4 }))?.got.hits).toBe(4);
  });

  it("does not take an episode told twice for right", () => {
    const twice = answer({ a: 2, b: 1 });
    expect(
      compareAnswer(query, truth, { ...twice, episodes: [...twice.episodes, { slug: "a", hits: 2 }] }),
    ).toBeDefined();
  });
});

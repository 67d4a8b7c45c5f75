import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Indexable,
  type KnownPart,
  planParts,
} from "../../../../../src/search/index/shards/plan-shards.ts";

const episodes = (from: number, to: number, size = 20_000): Indexable[] =>
  Array.from({ length: to - from }, (_, k) => ({ key: `e${from + k}`, size }));
const part = (name: string, members: Indexable[]): KnownPart => ({ name, members });
const describePlan = (wanted: Indexable[], known: KnownPart[]) => {
  const { kept, fresh } = planParts(wanted, known);
  return { kept: kept.map(({ name }) => name), fresh: fresh.map((keys) => keys.length) };
};

describe("planParts", () => {
  it("indexes all as one part where nothing is known", () => {
    expect(describePlan(episodes(0, 100), [])).toEqual({ kept: [], fresh: [100] });
  });

  it("uses a part as it is where nothing has changed", () => {
    expect(describePlan(episodes(0, 100), [part("all", episodes(0, 100))])).toEqual({
      kept: ["all"],
      fresh: [],
    });
  });

  it("indexes one new episode of a thousand alone", () => {
    const known = [part("all", episodes(0, 1_000))];
    expect(describePlan(episodes(0, 1_001), known)).toEqual({ kept: ["all"], fresh: [1] });
  });

  it("replaces the small part of the last build by one that holds its episodes and the new one", () => {
    const known = [part("all", episodes(0, 1_000)), part("small", episodes(1_000, 1_001))];
    expect(describePlan(episodes(0, 1_002), known)).toEqual({ kept: ["all"], fresh: [2] });
  });

  it("makes one part of all when the new ones are a fourth of the old", () => {
    expect(describePlan(episodes(0, 130), [part("old", episodes(0, 100))])).toEqual({
      kept: [],
      fresh: [130],
    });
  });

  it("gives a part up of which more than a tenth is gone", () => {
    const known = [part("old", episodes(0, 100))];
    expect(describePlan(episodes(5, 100), known)).toEqual({ kept: ["old"], fresh: [] });
    expect(describePlan(episodes(15, 100), known)).toEqual({ kept: [], fresh: [85] });
  });

  it("keeps full parts beside what grows, and makes new ones no larger", () => {
    const size = 1_000_000;
    const known = [part("full", episodes(0, 20, size))];
    expect(describePlan(episodes(0, 60, size), known)).toEqual({ kept: ["full"], fresh: [25, 15] });
  });

  it("uses given parts whatever their size, before any other, and those twice given once", () => {
    const known = [part("all", episodes(0, 100))];
    const given = [
      part("a", episodes(0, 2)),
      part("b", episodes(1, 3)),
      part("a again", episodes(0, 3)),
      part("of old", episodes(200, 210)),
    ];
    const { kept, fresh } = planParts(episodes(0, 4), known, given);
    expect(kept.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(fresh).toEqual([["e3"]]);
  });

  it("has every episode in one part, whatever is known", () => {
    const some = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 20 });
    fc.assert(
      fc.property(some, fc.array(some, { maxLength: 4 }), (wanted, known) => {
        const sized = (own: number[]) =>
          own.map((k): Indexable => ({ key: `e${k}`, size: 1 + k * 1_000_000 }));
        const { kept, fresh } = planParts(
          sized(wanted),
          known.map((own, k) => part(`p${k}`, sized(own))),
        );
        const covered = new Set([
          ...kept.flatMap(({ members }) => members.map(({ key }) => key)),
          ...fresh.flat(),
        ]);
        for (const { key } of sized(wanted)) expect(covered).toContain(key);
        for (const key of fresh.flat())
          expect(kept.flatMap(({ members }) => members.map((own) => own.key))).not.toContain(key);
      }),
    );
  });
});

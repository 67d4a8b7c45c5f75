import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Indexable,
  type KnownShard,
  planShards,
} from "../../../../../src/search/index/shards/plan-shards.ts";

const episodes = (from: number, to: number, size = 20_000): Indexable[] =>
  Array.from({ length: to - from }, (_, k) => ({ key: `e${from + k}`, size }));
const shard = (name: string, members: Indexable[]): KnownShard => ({ name, members });
const describePlan = (wanted: Indexable[], known: KnownShard[]) => {
  const { reused, fresh } = planShards(wanted, known);
  return { reused: reused.map(({ name }) => name), fresh: fresh.map((keys) => keys.length) };
};

describe("planShards", () => {
  it("indexes all as one shard where nothing is known", () => {
    expect(describePlan(episodes(0, 100), [])).toEqual({ reused: [], fresh: [100] });
  });

  it("uses a shard as it is where nothing has changed", () => {
    expect(describePlan(episodes(0, 100), [shard("all", episodes(0, 100))])).toEqual({
      reused: ["all"],
      fresh: [],
    });
  });

  it("indexes one new episode of a thousand alone", () => {
    const known = [shard("all", episodes(0, 1_000))];
    expect(describePlan(episodes(0, 1_001), known)).toEqual({ reused: ["all"], fresh: [1] });
  });

  it("replaces the small shard of the last build by one that holds its episodes and the new one", () => {
    const known = [shard("all", episodes(0, 1_000)), shard("small", episodes(1_000, 1_001))];
    expect(describePlan(episodes(0, 1_002), known)).toEqual({ reused: ["all"], fresh: [2] });
  });

  it("makes one shard of all when the new ones are a fourth of the old", () => {
    expect(describePlan(episodes(0, 130), [shard("old", episodes(0, 100))])).toEqual({
      reused: [],
      fresh: [130],
    });
  });

  it("gives a shard up of which more than a tenth is gone", () => {
    const known = [shard("old", episodes(0, 100))];
    expect(describePlan(episodes(5, 100), known)).toEqual({ reused: ["old"], fresh: [] });
    expect(describePlan(episodes(15, 100), known)).toEqual({ reused: [], fresh: [85] });
  });

  it("keeps full shards beside what grows, and makes new ones no larger", () => {
    const size = 1_000_000;
    const known = [shard("full", episodes(0, 20, size))];
    expect(describePlan(episodes(0, 60, size), known)).toEqual({ reused: ["full"], fresh: [25, 15] });
  });

  it("uses prebuilt shards whatever their size, before any other, and those of the same episodes once", () => {
    const known = [shard("all", episodes(0, 100))];
    const prebuilt = [
      shard("a", episodes(0, 2)),
      shard("b", episodes(1, 3)),
      shard("a again", episodes(0, 3)),
      shard("of old", episodes(200, 210)),
    ];
    const { reused, fresh } = planShards(episodes(0, 4), known, prebuilt);
    expect(reused.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(fresh).toEqual([["e3"]]);
  });

  it("has every episode in one shard, whatever is known", () => {
    const some = fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 20 });
    fc.assert(
      fc.property(some, fc.array(some, { maxLength: 4 }), (wanted, known) => {
        const sized = (own: number[]) =>
          own.map((k): Indexable => ({ key: `e${k}`, size: 1 + k * 1_000_000 }));
        const { reused, fresh } = planShards(
          sized(wanted),
          known.map((own, k) => shard(`p${k}`, sized(own))),
        );
        const covered = new Set([
          ...reused.flatMap(({ members }) => members.map(({ key }) => key)),
          ...fresh.flat(),
        ]);
        for (const { key } of sized(wanted)) expect(covered).toContain(key);
        for (const key of fresh.flat())
          expect(reused.flatMap(({ members }) => members.map((own) => own.key))).not.toContain(key);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SearchOptions } from "../../../../src/search/api/search-types.ts";
import type { SearchEngine } from "../../../../src/search/engine/search-engine.ts";
import { indexEpisodes, type Said } from "./index-episodes.ts";

const speakers = ["甲", "乙"];
const words = [
  "蒸馏",
  "征流",
  "整流",
  "强化学习",
  "化学",
  "RL",
  "GPT-4o",
  "deep",
  "的",
  "一",
  "经济学",
  "经纪学",
];
const said = fc.array(
  fc.tuple(
    fc.constantFrom(...speakers),
    fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((own) => own.join("")),
  ),
  { minLength: 1, maxLength: 4 },
);
const archive = fc.array(said, { minLength: 2, maxLength: 5 });

/** Every episode in one shard at least; some in two. */
const shards = (count: number) =>
  fc
    .array(fc.tuple(fc.nat({ max: 2 }), fc.option(fc.nat({ max: 2 }))), {
      minLength: count,
      maxLength: count,
    })
    .map((places) =>
      [0, 1, 2]
        .map((shard) => places.flatMap((own, episode) => (own.includes(shard) ? [episode] : [])))
        .filter((own) => own.length > 0),
    );

const query = fc.oneof(
  fc.constantFrom(...words),
  fc.constantFrom("de", "R", "蒸", "强化", "GPT"),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `${a} ${b}`),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `"${a}${b}"`),
  fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words)).map(([a, b]) => `${a} -${b}`),
  fc.constantFrom(...words).map((word) => `${word} speaker:甲`),
  fc.constantFrom(...words).map((word) => `${word} after:2021-06`),
);

async function answerOf(engine: SearchEngine, text: string, options: SearchOptions) {
  const answer = await engine.search(text, options);
  const passages = await Promise.all(
    answer.episodes.map(({ index, tier }) => engine.listPassages(answer, index, undefined, tier)),
  );
  return { episodes: answer.episodes, notes: answer.notes, passages };
}

describe("an index in shards", () => {
  it("answers as the whole, however its lists are divided: the same episodes, scores, hits, passages and counts, in the same order", async () => {
    await fc.assert(
      fc.asyncProperty(
        archive.chain((episodes) => fc.tuple(fc.constant(episodes), shards(episodes.length))),
        fc.constantFrom(0, 1, 2, 3, 1_000),
        fc.array(query, { minLength: 6, maxLength: 6 }),
        fc.boolean(),
        fc.constantFrom(0, 2, 1_000),
        fc.constantFrom(1, 3, 1_000),
        async ([episodes, divided], frequentPair, queries, prefix, commonCharacter, pairList) => {
          const settings = {
            frequentPair,
            commonCharacter,
            sound: { frequentPair },
            words: ["RL"],
            aliases: [["RL", "强化学习"]],
            headed: episodes.map((_, k) => ({
              title: words[k] as string,
              topics: ["化学"],
              chapters: [{ title: "蒸馏", start: 0, isEstimated: false, firstPassage: 0 }],
            })),
          };
          const whole = await indexEpisodes(episodes as Said[][], settings);
          const inShards = await indexEpisodes(episodes as Said[][], {
            ...settings,
            shards: divided,
            pairList,
          });
          for (const text of queries) {
            const options: SearchOptions = { prefix, tiers: ["exact", "sound"], dropMissing: true };
            expect(await answerOf(inShards.engine, text, options)).toEqual(
              await answerOf(whole.engine, text, options),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

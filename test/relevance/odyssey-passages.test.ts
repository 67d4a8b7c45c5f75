import MiniSearch from "minisearch";
import { expect, it } from "vitest";
import { loadArchive } from "../../src/archive/content/load-archive.ts";
import type { Episode } from "../../src/model/archive.ts";
import { cutEpisode } from "../bench/cut-archive.ts";
import { judgeKnownItems } from "../bench/judge-ranking.ts";
import { indexEpisodes } from "../unit/search/engine/index-episodes.ts";
import { odysseyJudgments } from "./odyssey-judgments.ts";

/**
 * Mean of 1 / rank of the first of the best passages. Raised when it rises; 0.86 before the passages were divided by
 * their punctuation and judged anew by somebody who did not know the ranking (src/search/README.md).
 */
const LEAST_MRR = 0.82;
/** Share of queries that have one of them among the first three: what the results show unasked. */
const LEAST_FIRST_THREE = 0.94;

type Rank = (query: string) => Promise<string[]>;

async function rankOurs(
  episode: Episode,
  words: readonly string[],
  aliases: readonly string[][],
): Promise<Rank> {
  const said = episode.passages.map(({ speaker, text }) => [speaker?.key ?? "", text] as const);
  const { engine } = await indexEpisodes([said], { headed: [episode], words, aliases });
  return async (query) => {
    const passages = await engine.listPassages(await engine.search(query), 0);
    // The test's passages begin every ten seconds.
    return passages.map(({ start }) => episode.passages[start / 10]?.lineAnchor ?? "");
  };
}

/** MiniSearch over the passages, cut into words by jieba. */
function rankMiniSearch({ passages }: Episode): Rank {
  const cut = (text: string) => cutEpisode({ cues: [{ startTime: 0, endTime: 0, text }] });
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ["text"],
    tokenize: cut,
    processTerm: (term) => (term.trim() === "" ? null : term.toLowerCase()),
    searchOptions: { combineWith: "AND" },
  });
  index.addAll(passages.map(({ lineAnchor, text }) => ({ id: lineAnchor, text })));
  return async (query) => index.search(query).map(({ id }) => id as string);
}

async function judge(rank: Rank) {
  const ranks = await Promise.all(
    odysseyJudgments.map(async ({ query, best }) => {
      const at = (await rank(query)).findIndex((anchor) => best.includes(anchor));
      return at < 0 ? undefined : at + 1;
    }),
  );
  const firstThree = ranks.filter((rank) => rank !== undefined && rank <= 3).length / ranks.length;
  return { ...judgeKnownItems(ranks), firstThree };
}

it("puts the passages that explain a thing before most that only name it", async () => {
  const { archive } = await loadArchive({ contentDir: "content" });
  const [episode] = archive.episodes;
  if (episode === undefined) throw new Error("content/ has no episode");
  const names = archive.terms.map(({ term, also }) => [term, ...also]);
  const ours = await judge(await rankOurs(episode, names.flat(), names));
  const miniSearch = await judge(rankMiniSearch(episode));
  console.info(
    Object.entries({ ours, miniSearch })
      .map(
        ([name, own]) =>
          `${name}: MRR ${own.mrr.toFixed(3)}, recall@10 ${own.recallAt10.toFixed(3)}, first three ${own.firstThree.toFixed(3)}`,
      )
      .join("; "),
  );
  expect(ours.mrr).toBeGreaterThanOrEqual(LEAST_MRR);
  expect(ours.firstThree).toBeGreaterThanOrEqual(LEAST_FIRST_THREE);
});

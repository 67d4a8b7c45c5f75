import type { FoundEpisode, SearchOptions } from "../api/search-types.ts";
import type { SearchManifest } from "../format/manifest.ts";
import type { HitsOf } from "./narrow-episodes.ts";
import type { PhraseHit, PlacedHits } from "./place-hits.ts";
import { scoreEpisodes, scoreSounds } from "./rank-episodes.ts";
import type { RankedWindow } from "./related/rank-windows.ts";

/** An episode of an answer and its index in the manifest; its title is told by other files. */
export type RankedEpisode = Omit<FoundEpisode, "title"> & { readonly index: number };

/** The episodes of a tier. */
export interface FoundTier {
  readonly tier: "exact" | "variant" | "sound";
  /** What scores are made from. */
  readonly hitsOf: HitsOf;
  /** The places of those that are an episode's hits. */
  readonly counted: HitsOf;
  /** The exact tier's: where each word stands in headings too; absent for the other tiers. */
  readonly placed?: readonly PlacedHits[];
  /** As `RankedWordHits` has it. */
  readonly telling?: readonly boolean[];
}

/** Scores and sorts the episodes of a tier. */
export function listFound(
  { tier, hitsOf, counted, placed, telling = [] }: FoundTier,
  manifest: SearchManifest,
  sort: SearchOptions["sort"],
): RankedEpisode[] {
  const { slugs, tokenCounts } = manifest.episodes;
  const matching = [...hitsOf];
  const ranked = matching.map(([index, hitsByWord]) => ({
    hitsByWord,
    headingsByWord: placed === undefined ? [] : findHeadings(placed, index),
    tokenCount: tokenCounts[index] as number,
    telling,
  }));
  const averageTokenCount = tokenCounts.reduce((sum, count) => sum + count, 0) / Math.max(1, slugs.length);
  const scores =
    tier === "sound"
      ? scoreSounds(ranked, slugs.length)
      : scoreEpisodes(ranked, slugs.length, averageTokenCount);
  const episodes = matching.map(
    ([index], k): RankedEpisode => ({
      ...describeEpisode(index, manifest),
      hits: counted.get(index)?.reduce((sum, hits) => sum + hits.length, 0) ?? 0,
      score: scores[k] as number,
      tier,
    }),
  );
  // The manifest lists the oldest first, so the index stands for the date.
  if (sort === "oldest") return episodes.sort((a, b) => a.index - b.index);
  if (sort === "newest") return episodes.sort((a, b) => b.index - a.index);
  return episodes.sort((a, b) => b.score - a.score || b.index - a.index);
}

/** Where the words of a query stand in the headings of an episode. */
export function findHeadings(placed: readonly PlacedHits[], episode: number): PhraseHit[][] {
  return placed.map(({ headings }) => headings.get(episode) ?? []);
}

/** The episodes of the windows nearest to a question, each once, at the place of its best. */
export function listNear(windows: readonly RankedWindow[], manifest: SearchManifest): RankedEpisode[] {
  const byEpisode = new Map<number, RankedEpisode>();
  for (const { episode, score } of windows) {
    const known = byEpisode.get(episode);
    const own = known ?? { ...describeEpisode(episode, manifest), hits: 0, score, tier: "related" };
    byEpisode.set(episode, { ...own, hits: own.hits + 1 });
  }
  return [...byEpisode.values()];
}

function describeEpisode(
  index: number,
  { episodes: { slugs, dates, languages, people }, people: names }: SearchManifest,
): Omit<RankedEpisode, "hits" | "score" | "tier"> {
  return {
    index,
    slug: slugs[index] as string,
    date: dates[index] as string,
    language: languages[index] as string,
    people: (people[index] as readonly number[]).map((own) => names[own] as string),
  };
}

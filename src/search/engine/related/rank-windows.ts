import type { PlacedHits } from "../place-hits.ts";
import { B } from "../rank-episodes.ts";

/** One thing that a question asks about, where it stands in the episodes that pass. */
export interface WeighedPiece {
  readonly placed: PlacedHits;
  /** Of two pieces of evidence that share a character each says a part of the same. */
  readonly overlaps: number;
}

/** What of an archive its windows are counted by. Columns of the manifest. */
export interface WindowColumns {
  readonly tokenCounts: readonly number[];
  readonly headingLengths: readonly number[];
}

/** A stretch of an episode, in its positions, and how well it answers. */
export interface RankedWindow {
  readonly episode: number;
  readonly from: number;
  readonly to: number;
  readonly score: number;
}

/*
 * Chosen on 200 questions about 1,000 episodes (MRR of the episode, right minute among ten passages): windows of 1,000
 * tokens 0.76 and 0.70, of 500 0.785 and 0.745, of 300 0.785 and 0.77, of 200 0.78 and 0.77. The rest changes little.
 */
const WINDOW = 300;
const STEP = 100;
const K1 = 0.5;
/** What the episode as a whole says, beside what its window does. */
const EPISODE_WEIGHT = 0.7;
const HEADING_WEIGHT = 2;
/** Pairs that share a character tell little more than one of them. */
const OVERLAP = 0.6;
/** A window with all that is asked beats one that says a part of it over and over. */
const COVERAGE = 0.3;
const EPISODE_K1 = 0.5;

/**
 * Windows of episodes, best first, none over another one, and what each piece weighs by how few windows have it: BM25 over stretches of some three hundred tokens, with that of
 * their whole episode and its headings added. What stands nowhere says nothing.
 */
export function rankWindows(
  evidence: readonly WeighedPiece[],
  { tokenCounts, headingLengths }: WindowColumns,
  limit: number,
): { readonly windows: readonly RankedWindow[]; readonly weights: readonly number[] } {
  const windowCount = tokenCounts.reduce((sum, count) => sum + Math.ceil(count / STEP), 0);
  const average = tokenCounts.reduce((sum, count) => sum + count, 0) / Math.max(1, tokenCounts.length);
  const windows = new Map<number, Map<number, { score: number; covered: number }>>();
  const whole = new Map<number, number>();
  const weights: number[] = [];
  for (const { placed, overlaps } of evidence) {
    const { said, headings } = placed;
    const weight = shareOf(overlaps);
    const counts = countInWindows(said, headingLengths);
    const held = [...counts.values()].reduce((sum, own) => sum + own.size, 0);
    const own = weight * rarity(windowCount, held);
    weights.push(own);
    for (const [episode, byWindow] of counts) {
      const scores = windows.get(episode) ?? new Map<number, { score: number; covered: number }>();
      windows.set(episode, scores);
      for (const [window, count] of byWindow) {
        const { score = 0, covered = 0 } = scores.get(window) ?? {};
        scores.set(window, { score: score + own * saturate(count, K1), covered: covered + own });
      }
    }
    const rare = weight * rarity(tokenCounts.length, said.size);
    for (const [episode, hits] of said) {
      const norm = EPISODE_K1 * (1 - B + (B * (tokenCounts[episode] as number)) / average);
      add(whole, episode, (rare * hits.length * (EPISODE_K1 + 1)) / (hits.length + norm));
    }
    for (const [episode, hits] of headings)
      add(whole, episode, HEADING_WEIGHT * rare * saturate(hits.length, 1));
  }
  const all = weights.reduce((sum, own) => sum + own, 0);
  const ranked = [...windows].flatMap(([episode, byWindow]) =>
    [...byWindow].map(([window, { score, covered }]): RankedWindow => {
      const from = (headingLengths[episode] as number) + window * STEP;
      const coverage = (covered / all) ** COVERAGE;
      return {
        episode,
        from,
        to: from + WINDOW,
        score: score * coverage + EPISODE_WEIGHT * (whole.get(episode) ?? 0),
      };
    }),
  );
  // At the same score the newer episode, and in it what is said first.
  ranked.sort((a, b) => b.score - a.score || b.episode - a.episode || a.from - b.from);
  return { windows: takeApart(ranked, limit), weights };
}

function shareOf(overlaps: number): number {
  return 1 / (1 + OVERLAP * overlaps);
}

/** How often something is said in each window of each episode. A window is named by its number in the episode. */
function countInWindows(
  said: PlacedHits["said"],
  headingLengths: readonly number[],
): Map<number, Map<number, number>> {
  const counts = new Map<number, Map<number, number>>();
  for (const [episode, hits] of said) {
    const byWindow = new Map<number, number>();
    for (const { from } of hits) {
      const last = Math.floor((from - (headingLengths[episode] as number)) / STEP);
      for (let window = Math.max(0, last - WINDOW / STEP + 1); window <= last; window++)
        add(byWindow, window, 1);
    }
    counts.set(episode, byWindow);
  }
  return counts;
}

function takeApart(ranked: readonly RankedWindow[], limit: number): RankedWindow[] {
  const taken: RankedWindow[] = [];
  const byEpisode = new Map<number, RankedWindow[]>();
  for (const next of ranked) {
    if (taken.length === limit) break;
    const own = byEpisode.get(next.episode) ?? [];
    if (own.some(({ from, to }) => next.from < to && from < next.to)) continue;
    byEpisode.set(next.episode, [...own, next]);
    taken.push(next);
  }
  return taken;
}

/** BM25's inverse frequency. */
function rarity(count: number, holding: number): number {
  return Math.log(1 + Math.max(0, count - holding + 0.5) / (holding + 0.5));
}

function saturate(count: number, k1: number): number {
  return (count * (k1 + 1)) / (count + k1);
}

function add(sums: Map<number, number>, key: number, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

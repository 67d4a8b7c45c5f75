import { type RankedWordHits, scoreEpisodes } from "./rank-episodes.ts";

/**
 * Scores for episodes in which words are heard: one near place counts more than many far ones, so an episode's score
 * goes with its best place; and its length says nothing.
 * @param episodeCount of the whole archive
 */
export function scoreSounds(episodes: readonly RankedWordHits[], episodeCount: number): number[] {
  const alike = episodes.map(({ hitsByWord }) => ({ hitsByWord, headingsByWord: [], tokenCount: 1 }));
  return scoreEpisodes(alike, episodeCount, 1).map((score, k) => {
    const best = (episodes[k] as RankedWordHits).hitsByWord.map((hits) =>
      hits.reduce((most, { quality }) => Math.max(most, quality), 0),
    );
    return score * best.reduce((product, quality) => product * quality ** 2, 1);
  });
}

import type { PhraseHit } from "./match-phrase.ts";

/** What an episode's score is made from. Hits ascending, positions of the episode. */
export interface RankedWordHits {
  /** One list a word of the query. */
  readonly hitsByWord: readonly (readonly PhraseHit[])[];
  readonly tokenCount: number;
}

/** Okapi BM25's usual constants (Robertson and Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

/** Tokens within which two words count as said together: about a passage. Chosen. */
const NEARNESS = 60;

/**
 * Scores for episodes that all have every word: BM25 over the words, each place weighed by its quality, more where
 * the words stand close together.
 * @param episodeCount of the whole archive
 */
export function scoreEpisodes(
  episodes: readonly RankedWordHits[],
  episodeCount: number,
  averageTokenCount: number,
): number[] {
  const idf = Math.log(1 + (episodeCount - episodes.length + 0.5) / (episodes.length + 0.5));
  return episodes.map(({ hitsByWord, tokenCount }) => {
    const norm = K1 * (1 - B + (B * tokenCount) / averageTokenCount);
    const sum = hitsByWord.reduce((score, hits) => {
      const frequency = hits.reduce((total, { quality }) => total + quality, 0);
      return score + (frequency * (K1 + 1)) / (frequency + norm);
    }, 0);
    return (idf + 0.1) * sum * (1 + closeness(hitsByWord));
  });
}

/** 0 for one word or words far apart, towards 1 the closer the nearest places of all words stand. */
function closeness(hitsByWord: readonly (readonly PhraseHit[])[]): number {
  if (hitsByWord.length < 2) return 0;
  const next = hitsByWord.map(() => 0);
  let narrowest = Number.POSITIVE_INFINITY;
  // The smallest window that holds one place of each word: move on the word that stands first.
  for (;;) {
    const places = hitsByWord.map((hits, word) => hits[next[word] as number]?.from);
    if (places.includes(undefined)) break;
    const positions = places as number[];
    const first = Math.min(...positions);
    narrowest = Math.min(narrowest, Math.max(...positions) - first);
    const word = positions.indexOf(first);
    next[word] = (next[word] as number) + 1;
  }
  return NEARNESS / (NEARNESS + narrowest);
}

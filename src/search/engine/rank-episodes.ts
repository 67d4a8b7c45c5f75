import type { PhraseHit } from "./place-hits.ts";

/** What an episode's score is made from. Hits ascending, positions of the episode. */
export interface RankedWordHits {
  /** One list a word of the query. */
  readonly hitsByWord: readonly (readonly PhraseHit[])[];
  /** The same of the episode's headings; empty where they do not count. */
  readonly headingsByWord: readonly (readonly PhraseHit[])[];
  readonly tokenCount: number;
  /**
   * Which words say something by where they stand; all where absent. A single character is near everything, and is counted
   * whether it is known where it stands or not.
   */
  readonly telling?: readonly boolean[];
}

/** Okapi BM25's usual constants (Robertson and Zaragoza 2009). */
export const K1 = 1.2;
export const B = 0.75;

/**
 * What a word in a heading counts beside one that is said. Chosen on 240 bench episodes, by words of the episodes'
 * summaries: of 0, 0.25, 0.5, 1 and 2 the last two find most, and 2 costs words that are often met by accident.
 */
const HEADING_WEIGHT = 1;
/** A title says a word once or twice. Chosen. */
const HEADING_K1 = 1;

/** Tokens within which two words count as said together: about a passage. Chosen. */
const NEARNESS = 60;

/** Tokens before and after a place in which it is still talked about: about a quarter of a minute. Chosen. */
const TALK_REACH = 60;

/**
 * How much an episode's length counts against it. Chosen with {@link TALK_REACH} on 167 bench episodes, by single words of
 * chapters' titles that only the texts were asked for: nDCG of the first ten 0.690 where places are counted and this is
 * 0.75, 0.700 so.
 */
const LENGTH_SHARE = 0.5;

/**
 * Scores for episodes that all have every word: BM25 over how long each word is talked about, weighed by the quality of
 * its places, more where the words stand close together; the same again for the words of headings, counted. An episode
 * that comes back to a word for ten minutes is about it; one that says it ten times in one breath is not.
 * @param episodeCount of the whole archive
 */
export function scoreEpisodes(
  episodes: readonly RankedWordHits[],
  episodeCount: number,
  averageTokenCount: number,
): number[] {
  const idf = Math.log(1 + (episodeCount - episodes.length + 0.5) / (episodes.length + 0.5));
  return episodes.map(({ hitsByWord, headingsByWord, tokenCount, telling = [] }) => {
    const norm = K1 * (1 - LENGTH_SHARE + (LENGTH_SHARE * tokenCount) / averageTokenCount);
    const measure = (hits: readonly PhraseHit[], isTelling: boolean) =>
      isTelling ? measureTalk(hits) : Math.min(hits.length, Math.max(1, tokenCount / (2 * TALK_REACH)));
    const said = scoreWords(hitsByWord, telling, measure, K1, norm);
    const headed = scoreWords(headingsByWord, telling, addQualities, HEADING_K1, HEADING_K1);
    return (idf + 0.1) * (said + HEADING_WEIGHT * headed);
  });
}

function scoreWords(
  hitsByWord: readonly (readonly PhraseHit[])[],
  telling: readonly boolean[],
  measure: (hits: readonly PhraseHit[], isTelling: boolean) => number,
  k1: number,
  norm: number,
): number {
  const sum = hitsByWord.reduce((score, hits, word) => {
    const frequency = measure(hits, telling[word] !== false);
    return score + (frequency * (k1 + 1)) / (frequency + norm);
  }, 0);
  return sum * (1 + closeness(hitsByWord.filter((_, word) => telling[word] !== false)));
}

function addQualities(hits: readonly PhraseHit[]): number {
  return hits.reduce((total, { quality }) => total + quality, 0);
}

/**
 * How long a word is talked about, by its mean quality: 1 for a place alone, less for each of those whose surroundings
 * overlap. 0 where it has no place.
 */
function measureTalk(hits: readonly PhraseHit[]): number {
  if (hits.length === 0) return 0;
  let tokens = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const { from } of hits) {
    tokens += Math.max(0, from + TALK_REACH - Math.max(from - TALK_REACH, reached));
    reached = Math.max(reached, from + TALK_REACH);
  }
  return ((tokens / (2 * TALK_REACH)) * addQualities(hits)) / hits.length;
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

/**
 * Scores for episodes in which words are heard: one near place counts more than many far ones, so an episode's score
 * goes with its best place; and its length says nothing.
 * @param episodeCount of the whole archive
 */
export function scoreSounds(episodes: readonly RankedWordHits[], episodeCount: number): number[] {
  const alike = episodes.map((episode) => ({ ...episode, headingsByWord: [], tokenCount: 1 }));
  return scoreEpisodes(alike, episodeCount, 1).map((score, k) => {
    const best = (episodes[k] as RankedWordHits).hitsByWord.map((hits) =>
      hits.reduce((most, { quality }) => Math.max(most, quality), 0),
    );
    return score * best.reduce((product, quality) => product * quality ** 2, 1);
  });
}

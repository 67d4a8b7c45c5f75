import type { Keyword } from "./find-keywords.ts";

/** An episode about the same things. */
export interface RelatedEpisode<E> {
  readonly episode: E;
  /** 0 to 1: the cosine of the two episodes' keywords. */
  readonly likeness: number;
  /** The words that make them alike, most telling first. */
  readonly shared: readonly string[];
}

/** Two episodes that share less than this share no subject. Chosen by looking at a thousand episodes. */
const leastLikeness = 0.12;
const leastShared = 2;
const sharedShown = 4;

/** The episodes most like each one by the words that tell them from others, most like it first. */
export function findRelated<E>(
  keywordsOf: ReadonlyMap<E, readonly Keyword[]>,
  count: number,
): ReadonlyMap<E, readonly RelatedEpisode<E>[]> {
  const vectors = new Map(
    [...keywordsOf].map(([episode, keywords]) => [episode, normaliseWeights(keywords)]),
  );
  const episodesOf = new Map<number, { episode: E; weight: number }[]>();
  for (const [episode, vector] of vectors) {
    for (const { word, weight } of vector) {
      const own = episodesOf.get(word) ?? [];
      episodesOf.set(word, own);
      own.push({ episode, weight });
    }
  }
  const related = new Map<E, RelatedEpisode<E>[]>();
  for (const [episode, vector] of vectors) {
    const products = new Map<E, { likeness: number; words: { form: string; product: number }[] }>();
    for (const { word, weight, form } of vector) {
      for (const other of episodesOf.get(word) ?? []) {
        if (other.episode === episode) continue;
        const own = products.get(other.episode) ?? { likeness: 0, words: [] };
        products.set(other.episode, own);
        own.likeness += weight * other.weight;
        own.words.push({ form, product: weight * other.weight });
      }
    }
    const found = [...products]
      .filter(([, { likeness, words }]) => likeness >= leastLikeness && words.length >= leastShared)
      .sort(([, a], [, b]) => b.likeness - a.likeness)
      .slice(0, count)
      .map(([other, { likeness, words }]) => ({
        episode: other,
        likeness: Math.min(1, likeness),
        shared: words
          .sort((a, b) => b.product - a.product)
          .slice(0, sharedShown)
          .map(({ form }) => form),
      }));
    related.set(episode, found);
  }
  return related;
}

/** Weights by their logarithm, so that one word said three hundred times is not all an episode is about. */
function normaliseWeights(keywords: readonly Keyword[]): Keyword[] {
  const softened = keywords.map((keyword) => ({ ...keyword, weight: Math.log1p(keyword.weight) }));
  const length = Math.sqrt(softened.reduce((sum, { weight }) => sum + weight * weight, 0));
  return softened.map((keyword) => ({ ...keyword, weight: keyword.weight / length }));
}

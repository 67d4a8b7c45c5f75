import type { WordTable } from "./count-words.ts";

/** A word that tells an episode from others. */
export interface Keyword {
  /** Index in the word table. */
  readonly word: number;
  /** As it is written. */
  readonly form: string;
  /** How often the episode says it times how rare it is. */
  readonly weight: number;
}

/** What is known of words beside the archive. */
export interface KeywordJudge {
  /** The share of all texts in which a word stands, after some large collection; undefined where it is not known. */
  findShare(word: string): number | undefined;
  /** False for words that say nothing about what an episode is about. Asked of what one says {@link LEAST_COUNT} times. */
  isContentWord(word: string): boolean;
}

/** Texts of the large collection that count beside the archive's own: one episode says little of what is rare. Chosen. */
const priorTexts = 200;

/** The share of a word that no collection knows. Chosen: about the rarest that it does know. */
const unknownShare = 1e-5;

/** A word that an episode says less often is said by chance. Chosen. */
export const LEAST_COUNT = 3;

/** Words looked at for each one that is kept: most are left out because they are no content words. Chosen. */
const candidatesPerKeyword = 6;

/**
 * The words that each episode says much and others do not, weightiest first: TF-IDF (count times the logarithm of
 * inverse frequency) over the archive, where an episode's texts are joined by {@link priorTexts} of a large
 * collection, so that one episode alone has keywords too.
 */
export function findKeywords<E>(
  table: WordTable<E>,
  knowledge: KeywordJudge,
  count: number,
): ReadonlyMap<E, readonly Keyword[]> {
  const rarities = new Map<number, number>();
  const episodeCount = table.countsOf.size;
  const findRarity = (word: number): number => {
    let rarity = rarities.get(word);
    if (rarity === undefined) {
      const share = knowledge.findShare(table.words[word] as string) ?? unknownShare;
      const texts = (table.episodeCounts[word] as number) + priorTexts * share;
      rarity = Math.log((episodeCount + priorTexts) / texts);
      rarities.set(word, rarity);
    }
    return rarity;
  };
  const keywords = new Map<E, Keyword[]>();
  for (const [episode, { words, counts }] of table.countsOf) {
    const weighed: { word: number; weight: number }[] = [];
    words.forEach((word, index) => {
      const times = counts[index] as number;
      if (times >= LEAST_COUNT) weighed.push({ word, weight: times * findRarity(word) });
    });
    const kept: Keyword[] = [];
    weighed.sort((a, b) => b.weight - a.weight);
    for (const { word, weight } of weighed.slice(0, count * candidatesPerKeyword)) {
      if (kept.length === count) break;
      if (knowledge.isContentWord(table.words[word] as string))
        kept.push({ word, weight, form: table.forms[word] as string });
    }
    keywords.set(episode, kept);
  }
  return keywords;
}

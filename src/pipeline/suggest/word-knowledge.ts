/** What is known about words in general, from dictionaries. */
export interface WordKnowledge {
  /** Cuts a run of Han characters into words. */
  cut(run: string): readonly string[];
  /** How often a Chinese word stands in the dictionary's corpus; 0 where it does not know it. */
  countWord(word: string): number;
  /** How an English word is pronounced, as ARPABET; undefined where it is unknown. */
  pronounce(word: string): string | undefined;
}

import { readFile } from "node:fs/promises";
import { dictionary } from "cmu-pronouncing-dictionary";
import { cut, DEFAULT_DICT } from "nodejs-jieba";
/** What is known about words in general, from dictionaries. */
export interface WordKnowledge {
  /** Cuts a run of Han characters into words. */
  cut(run: string): readonly string[];
  /** How often a Chinese word stands in the dictionary's corpus; 0 where it does not know it. */
  countWord(word: string): number;
  /** How an English word is pronounced, as ARPABET; undefined where it is unknown. */
  pronounce(word: string): string | undefined;
}

let loading: Promise<WordKnowledge> | undefined;

/** jieba's dictionary with its counts, and the pronouncing dictionary of Carnegie Mellon University; read once. */
export function loadWordKnowledge(): Promise<WordKnowledge> {
  loading ??= readDictionaries();
  return loading;
}

async function readDictionaries(): Promise<WordKnowledge> {
  const counts = new Map<string, number>();
  for (const line of (await readFile(DEFAULT_DICT, "utf8")).split("\n")) {
    // 蒸馏 42 v
    const [word = "", count = ""] = line.split(" ");
    counts.set(word, Number(count) || 0);
  }
  return {
    cut: (run) => cut(run),
    countWord: (word) => counts.get(word) ?? 0,
    pronounce: (word) => (Object.hasOwn(dictionary, word) ? dictionary[word] : undefined),
  };
}

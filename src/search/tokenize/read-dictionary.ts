import { readFileSync } from "node:fs";
import { DEFAULT_DICT } from "nodejs-jieba";

/** Words said less often say little about how their characters are read, and are many. Chosen. */
const LEAST_COUNT = 30;

/** The words of jieba's dictionary that have several characters, with how often each is said. */
export function readDictionary(): [word: string, count: number][] {
  return readFileSync(DEFAULT_DICT, "utf8")
    .split("\n")
    .map((line): [string, number] => {
      const [word = "", count] = line.split(" ");
      return [word, Number(count)];
    })
    .filter(([word, count]) => count >= LEAST_COUNT && word.length > 1);
}

/**
 * The characters that are written most often.
 * @param words with how often each is said
 */
export function listUsualCharacters(
  words: Iterable<readonly [word: string, count: number]>,
  limit: number,
): string[] {
  const counts = new Map<string, number>();
  for (const [word, count] of words)
    for (const character of word) counts.set(character, (counts.get(character) ?? 0) + count);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, limit)
    .map(([character]) => character);
}

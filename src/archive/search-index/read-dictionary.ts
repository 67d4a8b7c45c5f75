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

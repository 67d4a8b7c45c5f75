import { readFileSync } from "node:fs";
import { DEFAULT_DICT } from "nodejs-jieba";
import { pinyin } from "pinyin-pro";
import { readLexical, readTokens } from "../../text/normalise.ts";
import { readSyllable } from "../../text/sound/sound.ts";

/** The block of Han characters that texts and names are written in. */
const FIRST = 0x4e00;
const LAST = 0x9fff;
/** Written in years beside them: 二〇二五. */
const ZERO = 0x3007;
/** A reading in fewer of a character's words than this is no likely one. Chosen by the recall of asr-errors-aishell3. */
const LIKELY_SHARE = 0.02;

/**
 * The likely readings of every Simplified character, as pinyin with a tone: the one it has alone, the one it has as
 * a family name, and those that it has in enough of `words`, the likeliest first.
 * @param words with how often each is said
 */
export function listReadings(words: Iterable<readonly [word: string, count: number]>): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  const weights = new Map<string, Map<string, number>>();
  const points = Array.from({ length: LAST - FIRST + 1 }, (_, k) => FIRST + k);
  for (const point of [ZERO, ...points]) {
    const character = String.fromCodePoint(point);
    const known = pinyin(character, { toneType: "num", type: "array", multiple: true });
    const [token] = readTokens(character);
    if (known[0] === character || token === undefined || readLexical(token) !== character) continue;
    const alone = pinyin(character, { toneType: "num", toneSandhi: false });
    const asName = pinyin(character, { toneType: "num", surname: "head" });
    const own = [...new Set([alone, asName])].filter((reading) => readSyllable(reading) !== undefined);
    if (own.length > 0) readings.set(character, own);
    if (known.length > 1) weights.set(character, new Map());
  }
  for (const [word, count] of words) {
    const characters = [...word];
    if (!characters.some((character) => weights.has(character))) continue;
    const inWord = pinyin(word, { toneType: "num", type: "array", toneSandhi: false });
    for (const [k, character] of characters.entries()) {
      const own = weights.get(character);
      const reading = inWord[k];
      // The root keeps a few words that are said all the time from hiding all others.
      if (own !== undefined && reading !== undefined)
        own.set(reading, (own.get(reading) ?? 0) + Math.sqrt(count));
    }
  }
  for (const [character, own] of weights) addLikely(readings, character, own);
  return readings;
}

function addLikely(
  readings: Map<string, string[]>,
  character: string,
  weights: ReadonlyMap<string, number>,
): void {
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
  const likely = [...weights]
    .filter(([reading, weight]) => weight > sum * LIKELY_SHARE && readSyllable(reading) !== undefined)
    .sort((a, b) => b[1] - a[1])
    .map(([reading]) => reading);
  const all = new Set([...likely, ...(readings.get(character) ?? [])]);
  if (all.size > 0) readings.set(character, [...all]);
}

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

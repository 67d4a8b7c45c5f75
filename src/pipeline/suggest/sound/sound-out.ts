import type { WordKnowledge } from "../word-knowledge.ts";
import type { Phone } from "./phones.ts";
import { soundOutHan } from "./sound-out-han.ts";
import { soundOutLatin } from "./sound-out-latin.ts";

/** The ways in which a name in any mixture of scripts may be said; at most four. */
export function soundOut(written: string, words: Pick<WordKnowledge, "pronounce">): Phone[][] {
  let readings: Phone[][] = [[]];
  for (const run of written.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
    const ways = /\p{Script=Han}/u.test(run)
      ? [soundOutHan(run).flatMap(({ phones }) => phones)]
      : soundOutLatin(run, words.pronounce);
    if (ways.length === 0) continue;
    readings = readings.flatMap((reading) => ways.map((way) => [...reading, ...way])).slice(0, 4);
  }
  return readings.filter((reading) => reading.length > 0);
}

import { formatCount } from "../text/format-count.ts";
import { type Wording, wordUnsaid } from "./interface-words.ts";

// Apart from the other words, because the browser loads these.

/** The fixed words of an episode's hits: its strip, and the bar that finds in it. */
export const findWords = {
  whereInTime: { zh: "在这一期的什么时候", en: "Where in the episode" },
  find: { zh: "在这一期里找", en: "Find in this episode" },
  findShort: { zh: "找", en: "Find" },
  previous: { zh: "上一处", en: "Previous hit" },
  next: { zh: "下一处", en: "Next hit" },
  close: { zh: "关闭查找", en: "Close the search in this episode" },
  searchAll: { zh: "搜全部节目", en: "Search all episodes" },
  unavailable: { zh: "查找没有加载出来。", en: "The search in this episode did not load." },
} as const satisfies Record<string, Wording>;

/** That words of a query are not in the episode. */
export function wordNotHere(words: readonly string[]): Wording {
  const { zh, en } = wordUnsaid(words);
  return { zh: `这一期里${zh}`, en: `${en} in this episode` };
}

/** Which hit of how many, for those who hear it. `time` as it is shown. */
export function wordHitPlace(place: number, count: number, time: string): Wording {
  return {
    zh: `第${formatCount(place)}处，共${formatCount(count)}处，${time}`,
    en: `${formatCount(place)} of ${formatCount(count)}, ${time}`,
  };
}

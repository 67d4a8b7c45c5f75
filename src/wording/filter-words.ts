import type { FilterKey } from "../search/query/query-syntax.ts";
import { formatCount } from "../text/format-count.ts";
import { quoteQuery, type Wording, wordUnsaid } from "./interface-words.ts";

// Apart from the other words, because the browser loads these.

/** The fixed words of what narrows a search down. */
export const filterWords = {
  filters: { zh: "筛选", en: "Filter" },
  chosen: { zh: "正在筛选", en: "Filters in use" },
  clear: { zh: "全部去掉", en: "Remove all" },
  speaker: { zh: "谁说的", en: "Who says it" },
  topic: { zh: "主题", en: "Topic" },
  year: { zh: "年份", en: "Year" },
  timing: { zh: "文字的时间", en: "Times of the text" },
  after: { zh: "从这天起", en: "From" },
  before: { zh: "早于这天", en: "Before" },
  without: { zh: "没有说到", en: "Not said" },
  withoutExample: { zh: "广告 “开源”", en: "ads “open source”" },
  phrase: { zh: "这几个词连在一起说", en: "These words one after another" },
  any: { zh: "都可以", en: "Any" },
} as const satisfies Record<string, Wording>;

const timings: Readonly<Record<string, Wording>> = {
  cue: { zh: "有时间", en: "exact" },
  estimated: { zh: "估计的", en: "estimated" },
  mixed: { zh: "一部分有", en: "partly exact" },
};

const nameOfKey: Readonly<Record<FilterKey, Wording>> = {
  speaker: { zh: "说话人", en: "speaker" },
  topic: { zh: "主题", en: "topic" },
  year: { zh: "年份", en: "year" },
  timing: { zh: "时间", en: "times" },
  after: { zh: "从", en: "from" },
  before: { zh: "早于", en: "before" },
};

/** A filter as its chip says it. */
export function wordFilter(key: FilterKey | "excluded", value: string): Wording {
  if (key === "excluded") return { zh: `没有说到 ${value}`, en: `not said: ${value}` };
  const { zh, en } = wordFacet(key, value);
  const name = nameOfKey[key];
  return key === "after" || key === "before"
    ? { zh: `${name.zh} ${zh}`, en: `${name.en} ${en}` }
    : { zh: `${name.zh}：${zh}`, en: `${name.en}: ${en}` };
}

export function wordRemoveFilter(key: FilterKey | "excluded", value: string): Wording {
  const { zh, en } = wordFilter(key, value);
  return { zh: `去掉：${zh}`, en: `Remove: ${en}` };
}

/** A value of a key: the timing in words, all else as it is called. */
export function wordFacet(key: FilterKey, name: string): Wording {
  return (key === "timing" ? timings[name] : undefined) ?? { zh: name, en: name };
}

/**
 * Words that were left out of a query because nobody says them.
 * @param isFound the other words find something
 */
export function wordDropped(words: readonly string[], isFound: boolean): Wording {
  const { zh, en } = wordUnsaid(words);
  return isFound
    ? { zh: `${zh}，下面是其余的词找到的。`, en: `${en}: here is what the other words find.` }
    : { zh: `${zh}。`, en: `${en}.` };
}

/** Left-out words that are named; of more a reader is told how many. Chosen. */
const namedWords = 6;

/** What of a query was more than one search asks for. */
export function wordUnasked(words: readonly string[]): Wording {
  const named = words.slice(0, namedWords).map((word) => quoteQuery(word));
  const others = words.length - named.length;
  const rest = others === 0 ? [] : [`${formatCount(others)} more`];
  return {
    zh: `一次搜不了这么多，这些没有搜：${named.join("")}${others === 0 ? "" : `，还有${formatCount(others)}个词`}。`,
    en: `This is more than one search takes. Left out: ${new Intl.ListFormat("en").format([...named, ...rest])}.`,
  };
}

export function wordSearchBySound(word: string): Wording {
  return { zh: `找听起来像“${word}”的`, en: `Look for what sounds like “${word}”` };
}

/** A filter of a query that was left out because it names nobody or nothing. */
export function wordUnknown(key: "speaker" | "topic" | "after" | "before", value: string): Wording {
  if (key === "after" || key === "before")
    return {
      zh: `没有“${value}”这一天，没有按日期筛选。`,
      en: `There is no such day as “${value}”: the date was not asked.`,
    };
  return key === "speaker"
    ? {
        zh: `没有说话人叫“${value}”，没有按说话人筛选。`,
        en: `No speaker is called “${value}”: who speaks was not asked.`,
      }
    : {
        zh: `没有“${value}”这个主题，没有按主题筛选。`,
        en: `There is no topic “${value}”: it was not asked.`,
      };
}

/** How many episodes something finds. */
export function wordEpisodeCount(count: number): Wording {
  return {
    zh: `${formatCount(count)}期`,
    en: `${formatCount(count)} ${count === 1 ? "episode" : "episodes"}`,
  };
}

import type { FoundKind, FoundNames } from "../search/api/search-types.ts";
import { formatCount } from "../text/format-count.ts";
import { hasSeveralWords, quoteQuery, type Wording, wordSureness } from "./interface-words.ts";
import { type TextOrigin, wordHeardFor } from "./text-words.ts";

// Apart from the other words, because the browser loads these.

/** The fixed words of the search page. */
export const searchWords = {
  sortBy: { zh: "排序", en: "Sort" },
  sortRelevance: { zh: "最相关", en: "Relevance" },
  sortNewest: { zh: "最新", en: "Newest" },
  sortOldest: { zh: "最早", en: "Oldest" },

  results: { zh: "搜索结果", en: "Results" },
  showFewer: { zh: "收起", en: "Show fewer" },
  tryAgain: { zh: "再试一次", en: "Try again" },
  publishedAnew: {
    zh: "这里的节目刚刚更新过，新的文件还没有都到齐。过一会儿再试一次。",
    en: "The archive has just been published anew, and not all of its files are there yet. Try again in a moment.",
  },
  searchedWhole: {
    zh: "没有网络：这是存下的那一版里找到的，没有加载过的段落打不开。",
    en: "There is no network: this was found in the version that is kept here, and passages that were never loaded do not open.",
  },
  passagesFailed: { zh: "这几段没有加载出来。", en: "These passages did not load." },

  names: { zh: "名字里有的", en: "Named so" },
  variants: { zh: "另一种写法", en: "Written otherwise" },
  variantResults: { zh: "另一种写法的结果", en: "Results that are written otherwise" },

  soundsLike: { zh: "听起来像", en: "Sounds like" },
  showSounds: { zh: "显示听起来像的", en: "Show what sounds alike" },
  soundResults: { zh: "听起来像的结果", en: "Results that sound alike" },
  allForms: { zh: "全部", en: "All" },
  otherForms: { zh: "其他", en: "Others" },
  soundFailed: {
    zh: "听起来像的地方没有加载出来。",
    en: "What sounds alike did not load.",
  },

  related: { zh: "最接近的段落", en: "Nearest passages" },
  relatedFailed: { zh: "最接近的段落没有加载出来。", en: "The nearest passages did not load." },
  moreRelated: { zh: "再看几段", en: "Show more passages" },
  saidThere: { zh: "说到", en: "Says" },
  unsaidThere: { zh: "没说到", en: "Does not say" },

  exactFolded: { zh: "看逐字搜到的", en: "Show what is found word for word" },

  howTo: { zh: "怎么搜", en: "How to search" },
  howSpaces: {
    zh: "几个词用空格隔开，找都说到的节目",
    en: "Several words find the episodes that say all of them",
  },
  howQuotes: {
    zh: "加引号，词必须连在一起",
    en: "Quotes hold words together",
  },
  howWithout: {
    zh: "减号后面的词，整期都没有说到",
    en: "A hyphen leaves out the episodes that say the word anywhere",
  },
  howFilters: {
    zh: "只找一个人说的，或一个主题的节目；有了结果，在“筛选”里也可以选",
    en: "Only what one person says, or episodes on a topic; with results, also under “Filter”",
  },
  howDates: {
    zh: "从哪天起，早于哪天：年、月、日都可以",
    en: "From a day on, before a day: a year or a month will do",
  },
  howScripts: {
    zh: "简体繁体、大写小写都一样",
    en: "Simplified or Traditional, upper or lower case: all the same",
  },
  howToStart: { zh: "在任何一页都可以开始搜", en: "Search from any page" },
  howToMove: {
    zh: "在结果里移动，打开，回到搜索框",
    en: "Move through the hits, open one, come back to the field",
  },
  oftenSaid: { zh: "常说到的", en: "Often said" },

  whatToTry: { zh: "可以试试", en: "What you can try" },
  trySingleWords: { zh: "分开来搜：", en: "One word alone:" },
  tryShorter: { zh: "短一点：", en: "A shorter form:" },
  tryTogether: { zh: "一起说到的最多是：", en: "Said together at most:" },
  tryWithoutFilters: { zh: "去掉筛选：", en: "Without the filters:" },
  tryWithoutQuotes: { zh: "去掉引号：", en: "Without the quotes:" },
  trySpaces: {
    zh: "用空格隔开几个词，它们就不必连在一起",
    en: "Put spaces between words that need not stand together",
  },
  tryTerms: { zh: "在词条里找", en: "Look through the terms" },
  tryEpisodes: { zh: "翻翻全部节目", en: "Look through all episodes" },

  needsScript: {
    zh: "搜索在浏览器里进行，要打开JavaScript才能用。",
    en: "The search runs in your browser and needs JavaScript.",
  },
  withoutScript: {
    zh: "不打开也可以读，从这里进去：",
    en: "Everything can be read without it, from here:",
  },
} as const satisfies Record<string, Wording>;

/** What a search without a network looks through. */
export function wordSearchedKept(count: number, hits: number): Wording {
  const zh = `没有网络，只在存下的${formatCount(count)}期里找`;
  const en = `There is no network: only the ${count === 1 ? "episode" : `${formatCount(count)} episodes`} kept here ${count === 1 ? "was" : "were"} searched`;
  return hits === 0
    ? { zh: `${zh}，没有找到。`, en: `${en}, and nothing was found.` }
    : {
        zh: `${zh}，有${formatCount(hits)}处：`,
        en: `${en}: ${formatCount(hits)} ${hits === 1 ? "hit" : "hits"}.`,
      };
}

/** What a name is of. */
export const nameKindWords = {
  episode: { zh: "节目", en: "Episode" },
  chapter: { zh: "章节", en: "Chapter" },
  person: { zh: "人物", en: "Person" },
  term: { zh: "词条", en: "Term" },
  topic: { zh: "主题", en: "Topic" },
} as const satisfies Record<FoundKind, Wording>;

/** What shows the other names. */
export function wordMoreNames(count: number): Wording {
  return {
    zh: `再看${formatCount(count)}个名字`,
    en: `Show ${formatCount(count)} more ${count === 1 ? "name" : "names"}`,
  };
}

/** What counts names of each kind. */
const nameCounts: Readonly<Record<FoundKind, (count: number) => Wording>> = {
  episode: (count) => ({ zh: `${formatCount(count)}期节目`, en: countEnglish(count, "episode", "episodes") }),
  // Of episodes that were not looked into it is not known how many they have.
  chapter: (count) => ({
    zh: `约${formatCount(count)}个章节`,
    en: `about ${countEnglish(count, "chapter", "chapters")}`,
  }),
  person: (count) => ({ zh: `${formatCount(count)}位人物`, en: countEnglish(count, "person", "people") }),
  term: (count) => ({ zh: `${formatCount(count)}个词条`, en: countEnglish(count, "term", "terms") }),
  topic: (count) => ({ zh: `${formatCount(count)}个主题`, en: countEnglish(count, "topic", "topics") }),
};

function countEnglish(count: number, one: string, several: string): string {
  return `${formatCount(count)} ${count === 1 ? one : several}`;
}

/** How many names of each kind are not listed. */
export function wordUnlistedNames(counts: FoundNames["moreNames"]): Wording {
  const worded = Object.entries(counts).map(([kind, count]) => nameCounts[kind as FoundKind](count));
  return {
    zh: `还有${worded.map(({ zh }) => zh).join("、")}没有列出，再加一个词就少了。`,
    en: `Not listed: ${worded.map(({ en }) => en).join(", ")}. Another word narrows them down.`,
  };
}

/** How often a query stands in an episode. */
export function wordHitCount(count: number): Wording {
  return { zh: `${formatCount(count)}处`, en: `${formatCount(count)} ${count === 1 ? "hit" : "hits"}` };
}

/** How many places say a query, or words of it, in another writing; which ones is listed behind it. */
export function wordVariantHits(count: number, episodes: number, query: string): Wording {
  const places = count === 1 ? "1 place says" : `${formatCount(count)} places say`;
  const inEpisodes = `${formatCount(episodes)} ${episodes === 1 ? "episode" : "episodes"}`;
  if (hasSeveralWords(query))
    return {
      zh: `${formatCount(episodes)}期里有${formatCount(count)}处把其中的词写成：`,
      en: `${count === 1 ? "1 place says" : `${formatCount(count)} places say`} some of these words in another writing, in ${inEpisodes}:`,
    };
  return {
    zh: `${formatCount(episodes)}期里有${formatCount(count)}处把${quoteQuery(query)}写成：`,
    en: `${places} ${quoteQuery(query)} in another writing, in ${inEpisodes}:`,
  };
}

/**
 * How many places sound like a query, and why they are shown.
 * @param isSaid the query itself stands somewhere: one that does not may be misspelt, and nothing was misheard
 */
export function wordSoundHits(count: number, query: string, isSaid: boolean): Wording {
  const places = count === 1 ? "1 place sounds" : `${formatCount(count)} places sound`;
  const like = wordLike(query);
  const zh = `有${formatCount(count)}处听起来像${like.zh}，写的却是别的字`;
  const en = `${places} like ${like.en} but ${count === 1 ? "is" : "are"} written otherwise`;
  return isSaid
    ? {
        zh: `${zh}，可能是转写时听错了。`,
        en: `${en}: ${count === 1 ? "it" : "they"} may have been misheard.`,
      }
    : { zh: `${zh}。`, en: `${en}.` };
}

/** What something sounds like: a query, or words of one that has several. */
function wordLike(query: string): Wording {
  const quoted = quoteQuery(query);
  return hasSeveralWords(query)
    ? { zh: `${quoted}里的词`, en: `words of ${quoted}` }
    : { zh: quoted, en: quoted };
}

/**
 * What stands before writings that sound like a query and are likely other words.
 * @param isFurther likely ones stand before them
 */
export function wordUnlikelyForms(count: number, query: string, isFurther: boolean): Wording {
  const places = count === 1 ? "1 place" : `${formatCount(count)} places`;
  const sounds = count === 1 ? "sounds" : "sound";
  return isFurther
    ? { zh: `另有${formatCount(count)}处也像，多半是别的词：`, en: `${places} more, probably other words:` }
    : {
        zh: `有${formatCount(count)}处听起来像${wordLike(query).zh}，多半是别的词：`,
        en: `${places} ${sounds} like ${wordLike(query).en}, probably other words:`,
      };
}

/** What looks for places that sound like a query; how many there are is not known before. */
export function wordSoundOffer(query: string): Wording {
  return {
    zh: `也看看听起来像${quoteQuery(query)}的`,
    en: `Look for what sounds like ${quoteQuery(query)} too`,
  };
}

export function wordSoundSearch(query: string): Wording {
  return {
    zh: `正在找听起来像${quoteQuery(query)}的…`,
    en: `Looking for what sounds like ${quoteQuery(query)}…`,
  };
}

/** @param isNarrowed filters hold, and what they leave out was not looked at */
export function wordNoSounds(query: string, isNarrowed: boolean): Wording {
  const { zh, en } = wordLike(query);
  return {
    zh: `${isNarrowed ? "筛选之后，" : ""}没有听起来像${zh}、却写成别的字的地方。`,
    en: `Nothing written otherwise sounds like ${en}${isNarrowed ? " with these filters" : ""}.`,
  };
}

/** How what sounds like a query is written: whether it was misheard is for the reader to say. */
export function wordHeardAs(forms: readonly string[]): Wording {
  return { zh: `写的是：${forms.join("、")}`, en: `Written: ${forms.join(", ")}` };
}

/** What opens the rest of an episode's hits. */
export function wordMoreHits(count: number): Wording {
  return { zh: `还有${formatCount(count)}处`, en: `${formatCount(count)} more` };
}

/** What shows more episodes of the results. */
export function wordMoreEpisodes(count: number): Wording {
  return {
    zh: `再看${formatCount(count)}期`,
    en: count === 1 ? "Show 1 more episode" : `Show ${formatCount(count)} more episodes`,
  };
}

/** How many passages are near to a question, and what that means. */
export function wordRelated(count: number): Wording {
  if (count === 0) return { zh: "没有相近的段落。", en: "No passage is near." };
  return {
    zh: "按意思里的词找的，不是原话；每段说到了哪些、没说到哪些，都写在下面。",
    en: "Found by the words of the question, not word for word; each says which of them stand there.",
  };
}

/** Words of a question that a passage says, or does not. */
export function wordSaid(label: Wording, words: readonly string[]): Wording {
  return { zh: `${label.zh}：${words.join("、")}`, en: `${label.en}: ${words.join(", ")}` };
}

/** Names told beside a count, more of them would push it off a phone's screen. Chosen. */
const mostAliases = 4;

/** Which names of the glossary count as the words of a query, on the switch that leaves them out. */
export function wordAliases(names: readonly string[]): Wording {
  const shown = names.slice(0, mostAliases);
  const rest = names.length - shown.length;
  return {
    zh: `也算上：${shown.join("、")}${rest === 0 ? "" : `等${names.length}个名字`}`,
    en: `Also count: ${shown.join(", ")}${rest === 0 ? "" : ` and ${rest} more`}`,
  };
}

/** How many of an episode's minutes are about what was asked. Both in seconds; a duration of 0 is not known. */
export function wordTalk(talk: number, duration: number): Wording {
  const minutes = Math.round(talk / 60);
  const [zh, en] = minutes < 1 ? ["不到1分钟", "under 1"] : [`约${minutes}分钟`, `about ${minutes}`];
  const whole = Math.round(duration / 60);
  if (whole < 1) return { zh: `${zh}在谈`, en: `${en} min on it` };
  return { zh: `${whole}分钟里${zh}在谈`, en: `${en} of ${whole} min on it` };
}

/** A word that was corrected; `sure` is there where it is not sure. */
interface CorrectedWord {
  readonly meant: string;
  readonly heard: string;
  readonly sure?: number;
}

/** What was heard where corrected words stand, and of which ones that is unsure. */
export function wordCorrected(words: readonly CorrectedWord[], origin: TextOrigin): Wording {
  const worded = words.map(({ meant, heard, sure }): Wording => {
    const { zh, en } = wordHeardFor(origin, meant, heard);
    if (sure === undefined) return { zh, en };
    const share = wordSureness(sure);
    return { zh: `${zh}，改得不太确定（${share.zh}）`, en: `${en}; the correction is unsure (${share.en})` };
  });
  const join = (language: "zh" | "en", between: string) =>
    [...new Set(worded.map((own) => own[language]))].join(between);
  return { zh: join("zh", "；"), en: join("en", ". ") };
}

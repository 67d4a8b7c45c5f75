import { formatCount } from "../text/format-count.ts";
/** The languages the interface speaks. */
export type InterfaceLanguage = "zh" | "en";

/** BCP 47: how each is written, and read out. The zh of a show in Traditional is another one (integrations/). */
export const languageTags: Readonly<Record<InterfaceLanguage, string>> = { zh: "zh-CN", en: "en" };

/** One thing to say, in each language of the interface. */
export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** The interface's language for a show's: Chinese for every kind of Chinese, English for all else. */
export function chooseInterfaceLanguage(showLanguage: string): InterfaceLanguage {
  return /^(zh|yue|cmn)\b/i.test(showLanguage) ? "zh" : "en";
}

/** How many of an archive's episodes can be heard. */
export type HeardPart = "none" | "some" | "all";

/** What an archive is for, on its front page. */
export function wordPurpose(episodes: number, heard: HeardPart): Wording {
  const count = formatCount(episodes);
  const transcripts =
    episodes === 1 ? "the transcript of one episode" : `the transcripts of ${count} episodes`;
  const reads = {
    none: { zh: "读起", en: "read on from that moment" },
    some: {
      zh: "读起，有录音的还能听",
      en: "read on from that moment, and hear it where there is a recording",
    },
    all: { zh: "读起、听起", en: "read and hear on from that moment" },
  }[heard];
  return {
    zh: `这里是${count}期节目的文字稿。搜一句话，就从说这句话的那一刻${reads.zh}。`,
    en: `Here ${episodes === 1 ? "is" : "are"} ${transcripts}. Search for something said, and ${reads.en}.`,
  };
}

/** The fixed words of the interface. Short, plain, friendly; a reader is never blamed. */
export const interfaceWords = {
  skipToContent: { zh: "跳到正文", en: "Skip to content" },
  home: { zh: "首页", en: "Home" },
  episodes: { zh: "节目", en: "Episodes" },
  terms: { zh: "词条", en: "Terms" },
  people: { zh: "人物", en: "People" },
  siteParts: { zh: "本站", en: "This site" },

  search: { zh: "搜索", en: "Search" },
  searchLabel: { zh: "搜索节目里说过的话", en: "Search every word that was said" },
  searchPlaceholder: { zh: "搜一句说过的话", en: "Search what was said" },
  tryThese: { zh: "试试", en: "Try" },

  switchLanguage: { zh: "English", en: "中文" },
  themeAuto: { zh: "外观：跟随系统", en: "Appearance: as the system" },
  themeLight: { zh: "外观：浅色", en: "Appearance: light" },
  themeDark: { zh: "外观：深色", en: "Appearance: dark" },

  latestEpisode: { zh: "最新一期", en: "Latest episode" },
  latestEpisodes: { zh: "最近的节目", en: "Latest episodes" },
  allEpisodes: { zh: "全部节目", en: "All episodes" },
  allTerms: { zh: "全部词条", en: "All terms" },
  allPeople: { zh: "全部人物", en: "All people" },
  noEpisodes: {
    zh: "这里还没有节目，过些时候再来看看。",
    en: "There are no episodes here yet. Come back in a while.",
  },
  noTerms: {
    zh: "这里没有整理出来的词条。说过的话都可以搜。",
    en: "No terms are listed here. Every word that was said can be searched for.",
  },
  noPeople: {
    zh: "这里没有人物介绍。说过的话都可以搜。",
    en: "No people are listed here. Every word that was said can be searched for.",
  },
  pages: { zh: "分页", en: "Pages" },
  newerPage: { zh: "较新", en: "Newer" },
  olderPage: { zh: "较早", en: "Older" },

  contents: { zh: "目录", en: "Contents" },
  transcript: { zh: "文字稿", en: "Transcript" },
  details: { zh: "本期", en: "This episode" },
  detailsShort: { zh: "本期", en: "About" },
  notes: { zh: "节目介绍", en: "Show notes" },
  topics: { zh: "话题", en: "Topics" },
  links: { zh: "链接", en: "Links" },
  subscribe: { zh: "订阅", en: "Subscribe" },
  termsHere: { zh: "本期词条", en: "Terms in this episode" },
  aboutText: { zh: "关于这份文字", en: "About this text" },
  timesEstimated: {
    zh: "这期没有时间码，带“≈”的时间按字数估算，和录音会有出入。",
    en: "This transcript came without times: those with “≈” are estimated from its length and may be off.",
  },
  timesMixed: {
    zh: "带“≈”的时间是按旁边准确的时间估算的。",
    en: "Times with “≈” are estimated from the exact ones near them.",
  },
  noAudio: {
    zh: "这里没有这一期的录音，只有文字。",
    en: "There is no recording of this episode here, only its text.",
  },
  listen: { zh: "听这一期", en: "Listen to this episode" },
  suggestFix: { zh: "指正", en: "Fix" },
  meantHere: { zh: "校订为", en: "Corrected to" },
  byGlossary: { zh: "按词表改的", en: "by the glossary" },
  byReader: { zh: "校订者逐处改的", en: "by a reader of this episode" },
  termPage: { zh: "这个词条", en: "About this term" },
  unsureSpeaker: { zh: "说话人不确定", en: "Not sure who speaks" },
  episodesAround: { zh: "前后两期", en: "Episodes before and after" },
  newerEpisode: { zh: "后一期", en: "Next episode" },
  olderEpisode: { zh: "前一期", en: "Previous episode" },

  airtimeMeaning: {
    zh: "每说到一次，前后各15秒算作在谈它，不越过这一段，重叠的只算一次。",
    en: "Each mention counts the 15 seconds before and after it, within its passage; what two mentions share counts once.",
  },
  airtimeEstimated: {
    zh: "有的时间是估算的，这些时长只是约数。",
    en: "Some of the times are estimated, and the minutes with them.",
  },
  overArchive: { zh: "什么时候谈", en: "When it is talked about" },
  overEpisode: { zh: "在这期里什么时候谈", en: "When it is talked about in the episode" },
  shareOfSpeech: { zh: "占讲话的份额", en: "Share of the speech" },
  shareOfTime: { zh: "占每小段时间的份额", en: "Share of each stretch of time" },
  whoSaysIt: { zh: "谁在谈", en: "Who talks about it" },
  saidBeside: { zh: "一起谈到", en: "Talked about beside it" },
  numbers: { zh: "数字", en: "Numbers" },
  period: { zh: "时间", en: "Time" },
  minutes: { zh: "分钟", en: "Minutes" },
  mostAirtime: { zh: "谈得最多", en: "Most talked about" },
  newTerms: { zh: "新出现", en: "New" },
  risingTerms: { zh: "近来多起来", en: "Rising" },
  allTermsByName: { zh: "全部词条", en: "All terms" },
  characteristicTerms: { zh: "比别人谈得多的", en: "Talks about more than others do" },
  personTerms: { zh: "谈到", en: "Talks about" },
  passagesOn: { zh: "谈到的地方", en: "Passages" },
  keywords: { zh: "关键词", en: "Keywords" },
  relatedEpisodes: { zh: "相近的节目", en: "Related episodes" },
  bothSay: { zh: "都谈", en: "Both about" },
  speaksFor: { zh: "讲话", en: "Speaks for" },
  alsoSaid: { zh: "也作", en: "Also" },
  countsMeaning: { zh: "后面的数字是说到的次数。", en: "The number says how often it is said." },
  searchThis: { zh: "搜索这个词", en: "Search for it" },
  alsoKnownAs: { zh: "又名", en: "Also known as" },
  speaksIn: { zh: "参与的节目", en: "Episodes" },

  host: { zh: "主持", en: "Host" },
  guest: { zh: "嘉宾", en: "Guest" },
  narrator: { zh: "旁白", en: "Narrator" },

  notFound: { zh: "这里没有这一页", en: "There is no such page" },
  notFoundHelp: {
    zh: "地址可能写错了，或者这一页搬走了。可以搜一搜，或从全部节目里找。",
    en: "The address may have a slip in it, or the page has moved. Search for it, or look through all episodes.",
  },
  pageMoved: { zh: "这一页搬家了", en: "This page has moved" },
  toNewPage: { zh: "去新的网址", en: "Go to its new address" },
  pageGone: { zh: "这一页已经撤下", en: "This page is gone" },
  pageGoneHelp: {
    zh: "它不会再回来了。可以搜一搜，或从全部节目里找别的。",
    en: "It was taken down and will not come back. Search for something else, or look through all episodes.",
  },
} as const satisfies Record<string, Wording>;

/** A count in English. */
export function chooseNumber(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

export function wordEpisodeCount(count: number): Wording {
  return { zh: `${formatCount(count)}期`, en: chooseNumber(count, "episode", "episodes") };
}

export function wordMentionCount(count: number): Wording {
  return { zh: `说到${formatCount(count)}次`, en: chooseNumber(count, "mention", "mentions") };
}

export function wordTermCount(count: number): Wording {
  return { zh: `${formatCount(count)}个词`, en: chooseNumber(count, "term", "terms") };
}

/** Airtime, how long something is talked about: seconds under a minute, minutes with a tenth under ten. */
export function wordAirtime(seconds: number): Wording {
  if (seconds < 59.5) {
    const whole = Math.round(seconds);
    return { zh: `${whole}秒`, en: `${whole} s` };
  }
  const minutes = seconds / 60;
  const text = minutes < 9.95 ? minutes.toFixed(1) : formatCount(Math.round(minutes));
  return { zh: `${text}分钟`, en: `${text} min` };
}

/** A share from 0 to 1, with as many digits as say something: `3.2%`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  // Of speech without times a share is no number.
  if (!(percent > 0)) return "0%";
  if (percent < 0.1) return "<0.1%";
  return `${percent < 9.95 ? percent.toFixed(1) : Math.round(percent)}%`;
}

/** What a share is of. */
export function wordShareOfSpeech(share: number): Wording {
  return { zh: `占讲话的${formatShare(share)}`, en: `${formatShare(share)} of the speech` };
}

/** What share of somebody's speech an airtime is. */
export function wordShareOfTheirs(airtime: Wording, share: string): Wording {
  return { zh: `${airtime.zh}，占其讲话的${share}`, en: `${airtime.en}, ${share} of what they say` };
}

/** How long somebody speaks; `约` / `about` where times are estimated. */
export function wordSpeaking(seconds: number, isEstimated: boolean): Wording {
  const { zh, en } = wordAirtime(seconds);
  return isEstimated
    ? { zh: `讲话约${zh}`, en: `speaks for about ${en}` }
    : { zh: `讲话${zh}`, en: `speaks for ${en}` };
}

/** How sure a correction is: a share from 0 to 1. */
export function wordSureness(sure: number): Wording {
  const percent = Math.round(sure * 100);
  return { zh: `${percent}%把握`, en: `${percent}% sure` };
}

/** Sentences one after another: a space stands between them in English alone. */
export function joinSentences(sentences: readonly Wording[]): Wording {
  return { zh: sentences.map(({ zh }) => zh).join(""), en: sentences.map(({ en }) => en).join(" ") };
}

/** Who decided a correction, where its entry says so. */
export function wordDecider(name: string): Wording {
  return { zh: `${name}改的`, en: `by ${name}` };
}

/** `第12期`, with the season where it is known. */
export function wordEpisodeNumber(number: number, season?: number): Wording {
  return season === undefined
    ? { zh: `第${number}期`, en: `Episode ${number}` }
    : { zh: `第${season}季第${number}期`, en: `Season ${season}, episode ${number}` };
}

/** An episode's length in minutes, `约` / `about` where no file says it. Seconds in. */
export function wordDuration(seconds: number, isEstimated: boolean): Wording {
  const minutes = Math.round(seconds / 60);
  if (minutes === 0) return { zh: "不到1分钟", en: "under a minute" };
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const zh = hours === 0 ? `${minutes}分钟` : rest === 0 ? `${hours}小时` : `${hours}小时${rest}分`;
  const en = hours === 0 ? `${minutes} min` : rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
  return isEstimated ? { zh: `约${zh}`, en: `about ${en}` } : { zh, en };
}

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A date as exact as it is known: `2025`, `2025-03` or `2025-03-05`. */
export function wordDate(date: string): Wording {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return { zh: `${year}年`, en: year };
  const monthName = monthNames[Number(month) - 1] ?? month;
  if (day === undefined) return { zh: `${year}年${Number(month)}月`, en: `${monthName} ${year}` };
  return {
    zh: `${year}年${Number(month)}月${Number(day)}日`,
    en: `${Number(day)} ${monthName} ${year}`,
  };
}

/** What opens the rest of a list. */
export function wordMore(count: number): Wording {
  return { zh: `还有${formatCount(count)}处`, en: `${formatCount(count)} more` };
}

/** What opens the older part of a list of episodes. */
export function wordEarlierEpisodes(count: number): Wording {
  return {
    zh: `更早的${formatCount(count)}期`,
    en: chooseNumber(count, "earlier episode", "earlier episodes"),
  };
}

/** A longer query is not repeated whole. Chosen: a line of a phone holds about twenty Han characters. */
const longestQuery = 40;

/** A query as a sentence names it: “蒸馏”. One that is a quoted phrase keeps only the quotes around it. */
export function quoteQuery(query: string): string {
  const text = query.trim().replace(/^["“”„]([^"“”„]*)["“”„]$/u, "$1");
  const characters = [...text];
  return `“${characters.length > longestQuery ? `${characters.slice(0, longestQuery).join("")}…` : text}”`;
}

/** Whether a query has several words; what stands in quotes is one. */
export function hasSeveralWords(query: string): boolean {
  const words = query.match(/["“”„][^"“”„]*["“”„]?|[^\s"“”„]+/gu) ?? [];
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).length > 1;
}

/**
 * That words stand nowhere as they were asked for. Beside it may stand what is near: `ChatGPT` holds `chat`, which nobody
 * says as a word; a name may be written otherwise, or be somebody's.
 */
export function wordUnsaid(words: readonly string[]): Wording {
  const quoted = words.map(quoteQuery);
  const isPartOfWord = words.some((word) => !/[\p{Script=Han}\s]/u.test(word));
  const are = words.length === 1 ? "is" : "are";
  const how = isPartOfWord
    ? words.length === 1
      ? "as a word of its own"
      : "as words of their own"
    : "word for word";
  return {
    zh: `没有${isPartOfWord ? "单独" : "逐字"}说到${quoted.join("")}`,
    en: `${new Intl.ListFormat("en").format(quoted)} ${are} not said ${how}`,
  };
}

/**
 * The attributes of an element whose `name` is in words: `attributeWords("placeholder", words, "zh")` gives
 * `placeholder`, `data-zh-placeholder` and `data-en-placeholder`; `<language-switch>` swaps them in place.
 */
export function attributeWords(
  name: "aria-label" | "placeholder" | "title",
  wording: Wording,
  language: InterfaceLanguage,
): Record<string, string> {
  return { [name]: wording[language], [`data-zh-${name}`]: wording.zh, [`data-en-${name}`]: wording.en };
}

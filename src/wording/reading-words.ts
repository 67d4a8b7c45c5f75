import { formatCount } from "../text/format-count.ts";
import type { Wording } from "./interface-words.ts";

/** The words of reading, quoting and downloading. */
export const readingWords = {
  reading: { zh: "阅读设置", en: "Reading" },
  size: { zh: "字号", en: "Size" },
  sizeSmall: { zh: "小", en: "Small" },
  sizeMedium: { zh: "中", en: "Medium" },
  sizeLarge: { zh: "大", en: "Large" },
  sizeLarger: { zh: "特大", en: "Larger" },
  width: { zh: "行宽", en: "Width" },
  widthNarrow: { zh: "窄", en: "Narrow" },
  widthMedium: { zh: "适中", en: "Medium" },
  widthWide: { zh: "宽", en: "Wide" },
  type: { zh: "字体", en: "Typeface" },
  typeSans: { zh: "黑体", en: "Sans" },
  typeSerif: { zh: "宋体", en: "Serif" },
  theme: { zh: "外观", en: "Theme" },
  themeAuto: { zh: "跟随系统", en: "System" },
  themeLight: { zh: "浅色", en: "Light" },
  themeDark: { zh: "深色", en: "Dark" },
  stamps: { zh: "时间", en: "Times" },
  stampsShown: { zh: "显示", en: "Shown" },
  stampsHidden: { zh: "隐藏", en: "Hidden" },
  marks: { zh: "标记", en: "Marks" },
  /** Every correction, and a term where it comes first. */
  marksFirst: { zh: "少标", en: "Few" },
  marksAll: { zh: "都标", en: "All" },
  marksTerms: { zh: "词条", en: "Terms" },
  marksCorrections: { zh: "校订", en: "Corrections" },
  marksNone: { zh: "不标", en: "None" },
  words: { zh: "文字", en: "Text" },
  wordsCorrected: { zh: "校订后", en: "Corrected" },
  showingCorrected: { zh: "现在是校订后的文字", en: "This is the corrected text" },
  showCorrected: { zh: "看校订后的文字", en: "Show as corrected" },
  follow: { zh: "点开结果", en: "A hit opens" },
  followPlaying: { zh: "就播放", en: "Playing" },
  followQuiet: { zh: "先不出声", en: "Silent" },
  quoteHint: {
    zh: "选中一段文字就能引用；用键盘时，停在一段的时间上按Q。",
    en: "Select some text to quote it; on a keyboard, press Q on a passage’s time.",
  },

  quoting: { zh: "引用", en: "Quote" },
  copyQuote: { zh: "复制引文", en: "Copy quote" },
  copyLink: { zh: "复制链接", en: "Copy link" },
  share: { zh: "分享", en: "Share" },
  cite: { zh: "引用格式", en: "Cite" },
  citePlain: { zh: "纯文本", en: "Plain text" },
  citeMarkdown: { zh: "Markdown", en: "Markdown" },
  citeBibtex: { zh: "BibTeX", en: "BibTeX" },
  copied: { zh: "复制好了", en: "Copied" },
  copyFailed: { zh: "浏览器不让复制", en: "The browser does not allow copying" },
  openMoment: { zh: "从这里听", en: "Hear it on" },
  close: { zh: "关闭", en: "Close" },

  download: { zh: "带走", en: "Take it along" },
  corrected: { zh: "校订稿", en: "Corrected" },
  transcriptHeading: { zh: "文字稿", en: "Transcript" },
  chaptersHeading: { zh: "章节", en: "Chapters" },
  citeEpisode: { zh: "引用这一期", en: "Cite this episode" },
  fileFailed: {
    zh: "没能读到文字稿。连上网再试一次。",
    en: "The transcript could not be read. Check the connection and try again.",
  },
  fileEstimated: {
    zh: "这期没有时间码：字幕里的时间按字数估算，文件里也写明了。",
    en: "This episode came without times: those in subtitles are estimated, and the files say so.",
  },

  noteEstimated: {
    zh: "时间按字数估算，和录音会有出入。",
    en: "The times are estimated from the text’s length and may be off.",
  },
  noteMixed: {
    zh: "一部分时间是按旁边准确的时间估算的。",
    en: "Some of the times are estimated from the exact ones near them.",
  },

  years: { zh: "年份", en: "Years" },
  topics: { zh: "话题", en: "Topics" },
  allTopics: { zh: "全部话题", en: "All topics" },
  noTopics: {
    zh: "这里的节目没有按话题分。可以按年份找，也可以搜。",
    en: "The episodes here are not sorted by topic. Look by year, or search.",
  },
  browse: { zh: "按年份、人物和话题找", en: "By year, person and topic" },
} as const satisfies Record<string, Wording>;

/** That a file was saved. */
export function wordSaved(fileName: string): Wording {
  return { zh: `已存为${fileName}`, en: `Saved as ${fileName}` };
}

/** How many topics there are. */
export function wordTopicCount(count: number): Wording {
  return {
    zh: `${formatCount(count)}个话题`,
    en: `${formatCount(count)} ${count === 1 ? "topic" : "topics"}`,
  };
}

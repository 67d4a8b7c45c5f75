import { formatCount } from "../text/format-count.ts";
import type { Wording } from "./interface-words.ts";

/** The words of keeping passages in this browser. */
export const keepWords = {
  kept: { zh: "收藏", en: "Kept" },
  keptHelp: { zh: "都只存在这个浏览器里。", en: "All of it is in this browser alone." },
  passages: { zh: "收藏的段落", en: "Kept passages" },
  passagesHelp: {
    zh: "换浏览器、清数据之前，先存成Markdown，到那边再读进来。",
    en: "Before you change browsers or clear its data, save them as Markdown and read them in again there.",
  },
  none: {
    zh: "还没有收藏。读一期的时候，把指针停在一段上，或者点它的时间，就能收藏它；选中的文字也可以。",
    en: "Nothing kept yet. While you read an episode, point at a passage or press its time, and keep it; selected words can be kept as well.",
  },
  noScript: { zh: "看收藏要打开JavaScript。", en: "JavaScript is needed to show what is kept." },
  tools: { zh: "这一段", en: "This passage" },
  copyLink: { zh: "复制链接", en: "Copy link" },
  keep: { zh: "收藏", en: "Keep" },
  isKept: { zh: "已收藏", en: "Kept" },
  keptNow: { zh: "收藏好了", en: "Saved here" },
  letGo: { zh: "取消收藏了", en: "No longer kept" },
  toList: { zh: "写备注", en: "Add a note" },
  refused: {
    zh: "没能存下：浏览器不让存，或者已经满了。",
    en: "Nothing was kept: the browser does not allow it, or is full.",
  },
  note: { zh: "备注", en: "Note" },
  remove: { zh: "取消收藏", en: "Remove" },
  copyMarkdown: { zh: "复制为Markdown", en: "Copy as Markdown" },
  saveMarkdown: { zh: "存成Markdown", en: "Save as Markdown" },
  readMarkdown: { zh: "读进Markdown", en: "Read Markdown in" },
  nothingRead: {
    zh: "这个文件里没有收藏的段落。要的是在这里存成的Markdown。",
    en: "There are no kept passages in this file. It takes the Markdown that is saved here.",
  },
} as const satisfies Record<string, Wording>;

/** How many passages came in. */
export function wordRead(count: number): Wording {
  return {
    zh: count === 0 ? "里面的段落都收藏过了。" : `读进了${formatCount(count)}段。`,
    en:
      count === 0
        ? "All of its passages were kept already."
        : `${formatCount(count)} ${count === 1 ? "passage" : "passages"} read in.`,
  };
}

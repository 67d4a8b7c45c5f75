import type { Wording } from "./interface-words.ts";

/** A key, or several that do the same, and what it does. */
export interface KeyRow {
  readonly keys: readonly string[];
  readonly words: Wording;
}

export const keyWords = {
  title: { zh: "键盘操作", en: "Keyboard" },
  close: { zh: "关闭", en: "Close" },
} as const satisfies Record<string, Wording>;

/** All keys of the site that are its own, by where they work. */
export const keyGroups: readonly { readonly title: Wording; readonly rows: readonly KeyRow[] }[] = [
  {
    title: { zh: "每一页", en: "On every page" },
    rows: [
      { keys: ["/", "Ctrl K", "⌘ K"], words: { zh: "到搜索框", en: "To the search field" } },
      { keys: ["?"], words: { zh: "打开这张表", en: "Show these keys" } },
      { keys: ["Esc"], words: { zh: "关掉打开的东西", en: "Close what is open" } },
    ],
  },
  {
    title: { zh: "搜索", en: "Searching" },
    rows: [
      { keys: ["↓", "↑"], words: { zh: "在建议和结果之间走", en: "Through suggestions and results" } },
      { keys: ["Home", "End"], words: { zh: "第一个或最后一个结果", en: "The first or the last result" } },
      { keys: ["Enter"], words: { zh: "搜索，或者打开", en: "Search, or open" } },
      {
        keys: ["Tab"],
        words: { zh: "把选中的建议写进搜索框", en: "Put the chosen suggestion into the field" },
      },
    ],
  },
  {
    title: { zh: "读一期", en: "Reading an episode" },
    rows: [
      { keys: ["F"], words: { zh: "在本期里找", en: "Find in this episode" } },
      { keys: ["N", "Shift N"], words: { zh: "下一处、上一处", en: "The next place, the one before" } },
      { keys: ["C"], words: { zh: "复制这一段的链接", en: "Copy the link to the passage" } },
      { keys: ["B"], words: { zh: "收藏这一段，或者取消", en: "Keep the passage, or let it go" } },
      { keys: ["Q"], words: { zh: "引用这一段或选中的文字", en: "Quote the passage or what is selected" } },
      {
        keys: ["←", "→"],
        words: {
          zh: "在带注的词、图上的短线之间走",
          en: "From noted word to noted word, from stroke to stroke",
        },
      },
    ],
  },
  {
    title: { zh: "听", en: "Listening" },
    rows: [
      { keys: ["Space", "K"], words: { zh: "播放或暂停", en: "Play or pause" } },
      { keys: ["J", "L"], words: { zh: "后退15秒、前进30秒", en: "15 seconds back, 30 seconds on" } },
      { keys: ["←", "→"], words: { zh: "后退或前进5秒", en: "5 seconds back or on" } },
      { keys: ["M"], words: { zh: "静音或恢复", en: "Sound off or on" } },
    ],
  },
];

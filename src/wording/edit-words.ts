import { formatCount } from "../text/format-count.ts";
import type { Wording } from "./interface-words.ts";

/** The words of correcting a passage on its page, which the development server offers. */
export const editWords = {
  correct: { zh: "改正", en: "Correct" },
  correcting: { zh: "改正文字稿", en: "Correct the transcript" },
  selectHere: {
    zh: "选出要改的字（Shift加方向键）",
    en: "Select the words to correct (Shift and the arrow keys)",
  },
  meant: { zh: "改成", en: "Meant" },
  onlyHere: { zh: "只改这里", en: "Only here" },
  everywhere: { zh: "到处都改", en: "Everywhere" },
  asHeard: { zh: "照原文", en: "As heard" },
  speaker: { zh: "谁说的", en: "Said by" },
  fromHere: { zh: "从这里起", en: "From here on" },
  onlyThese: { zh: "只这几个字", en: "Only these words" },
  undo: { zh: "撤销", en: "Undo" },
  close: { zh: "关闭", en: "Close" },
  onePassage: {
    zh: "请只在一段里选。",
    en: "Select within one passage.",
  },
  heardShown: {
    zh: "页面现在显示的是识别原文。请先换回校订后的文字。",
    en: "The page shows what was heard. Switch back to the corrected text first.",
  },
  failed: {
    zh: "没有收到开发服务器的回答。请看看npm run dev还在不在运行。",
    en: "The development server does not answer. See whether npm run dev still runs.",
  },
} as const satisfies Record<string, Wording>;

/** What stands in the selected place, and who has replaced it. */
export function wordHeard(heard: string, source: "glossary" | "correction" | undefined): Wording {
  if (source === undefined) return { zh: `文字稿：${heard}`, en: `In the transcript: ${heard}` };
  return source === "glossary"
    ? { zh: `文字稿：${heard}（词表换的）`, en: `In the transcript: ${heard} (replaced by the glossary)` }
    : { zh: `文字稿：${heard}（校订过）`, en: `In the transcript: ${heard} (corrected)` };
}

/** Where an edit was written: `content/episodes/one/corrections.yaml:3`. */
export function wordWritten(places: readonly string[]): Wording {
  return { zh: `写进了${places.join("、")}。`, en: `Written to ${places.join(" and ")}.` };
}

/** The same of what the glossary replaces. */
export function wordWrittenEverywhere(
  places: readonly string[],
  counts: { readonly places: number; readonly episodes: number },
  newTerm?: string,
): Wording {
  const { zh, en } = wordWritten(places);
  const here = counts.places === 1 ? "One place reads" : `${formatCount(counts.places)} places read`;
  const episodes = counts.episodes === 1 ? "one episode" : `${formatCount(counts.episodes)} episodes`;
  return {
    zh: `${zh}${newTerm === undefined ? "" : `词表里新加了“${newTerm}”。`}${formatCount(counts.episodes)}期节目里有${formatCount(counts.places)}处改了。`,
    en: `${en}${newTerm === undefined ? "" : ` “${newTerm}” is a new term of the glossary.`} ${here} otherwise, in ${episodes}.`,
  };
}

/** What was put back. */
export function wordUndone(files: readonly string[]): Wording {
  return { zh: `撤销了，${files.join("、")}恢复原样。`, en: `Undone: ${files.join(" and ")} is as before.` };
}

/** Why nothing was written, where a file says so. */
export function wordNotWritten({ zh, en }: Wording): Wording {
  return { zh: `没有写：${zh}`, en: `Nothing was written. ${en}` };
}

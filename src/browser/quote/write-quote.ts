import type { InterfaceLanguage } from "../../wording/interface-words.ts";

/** What is cited of an episode. */
export interface Source {
  readonly title: string;
  readonly show: string;
  /** `2025`, `2025-03` or `2025-03-05`. */
  readonly date: string;
  readonly slug: string;
}

/** A stretch of a transcript as somebody takes it along. */
export interface Quote {
  /** Consecutive words of one speaker each. */
  readonly parts: readonly { readonly speaker?: string; readonly text: string }[];
  /** As shown: `12:30`, or `≈12:30` where the time is estimated. */
  readonly time: string;
  /** Whole address of the stretch. */
  readonly address: string;
}

/** The quote's words, who says them where, and the link: for a message or a note. */
export function writeQuote(
  { parts, time, address }: Quote,
  source: Source,
  language: InterfaceLanguage,
): string {
  const isOne = parts.length === 1;
  const words = isOne
    ? quoteWords(parts[0]?.text ?? "")
    : parts
        .map(({ speaker, text }) =>
          speaker === undefined ? text : `${speaker}${language === "zh" ? "：" : ": "}${text}`,
        )
        .join("\n");
  return `${words}\n${nameQuote(isOne ? parts[0]?.speaker : undefined, time, source, language)}\n${address}`;
}

/** `——天一，《标题》，节目，12:30` or `— Tianyi, “Title”, Show, 12:30`. */
function nameQuote(
  speaker: string | undefined,
  time: string,
  { title, show }: Source,
  language: InterfaceLanguage,
): string {
  const names = [
    ...(speaker === undefined ? [] : [speaker]),
    quoteTitle(title, language),
    ...(title.includes(show) ? [] : [show]),
    time,
  ];
  return language === "zh" ? `——${names.join("，")}` : `— ${names.join(", ")}`;
}

/** Quotation marks inside become those of the second level. */
function quoteWords(text: string): string {
  return `“${text.replace(/“/g, "‘").replace(/”/g, "’")}”`;
}

function quoteTitle(title: string, language: InterfaceLanguage): string {
  return language === "zh" ? `《${title.replace(/《/g, "〈").replace(/》/g, "〉")}》` : `“${title}”`;
}

/** What is cited on this page, from its `[data-cited]`. */
export function readSource(): Source {
  return JSON.parse(document.querySelector("[data-cited]")?.textContent ?? "{}") as Source;
}

/** This page's whole address without query and fragment. */
export function readPageAddress(): string {
  return location.origin + location.pathname;
}

/** Today, where the reader is: `2026-11-23`. */
export function readToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, "0"))
    .join("-");
}

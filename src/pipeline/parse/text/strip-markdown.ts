import { decodeEntities } from "../decode/clean-characters.ts";

const transcriptHeading =
  /^(?:(?:full|episode|complete|audio|video) )?transcript(?:ion)?(?: of .*)?$|^(?:节目|節目|完整|全文|本期)?(?:逐字稿|文字稿|文稿|转写|轉寫|转录|轉錄|字幕|全文|文字实录|文字記錄|文字记录)(?:全文)?$/i;

/** A line of a document. */
export interface MarkdownLine {
  /** 1-based. */
  readonly line: number;
  /** Block markup gone, inline markup still there. */
  readonly text: string;
  readonly isHeading: boolean;
}

/**
 * The lines of a Markdown file that may be speech, and its headings. Front matter, comments, rules, fences and
 * link definitions are left out; list and quote marks are taken off. Where a heading says Transcript or 逐字稿,
 * what stands above it is about the episode and is left out too.
 */
export function readMarkdownLines(lines: readonly string[]): MarkdownLine[] {
  const found: MarkdownLine[] = [];
  let isComment = false;
  for (let index = skipFrontMatter(lines); index < lines.length; index += 1) {
    const raw = (lines[index] ?? "").trim();
    if (isComment || raw.startsWith("<!--")) {
      isComment = !raw.includes("-->");
      continue;
    }
    const heading = /^#{1,6}\s+(.*)$/.exec(raw);
    if (heading !== null) {
      const text = stripInlineMarkdown((heading[1] ?? "").replace(/\s#+$/, ""))
        .replace(/[:：]$/, "")
        .trim();
      if (transcriptHeading.test(text)) found.length = 0;
      found.push({ line: index + 1, text, isHeading: true });
    } else if (/^=+$/.test(raw)) {
      // The underline of a heading of the other kind.
      found.splice(-1, 1);
    } else if (!isFurniture(raw)) {
      found.push({
        line: index + 1,
        text: raw.replace(/^(?:>\s?)+/, "").replace(/^[-*+•]\s+/, ""),
        isHeading: false,
      });
    }
  }
  return found;
}

/** Index of the first line after `---` … `---`, else 0. */
function skipFrontMatter(lines: readonly string[]): number {
  if ((lines[0] ?? "").trimEnd() !== "---") return 0;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  return end === -1 ? 0 : end + 1;
}

/** Rules, fences, definitions of links and lines of a table's frame. */
function isFurniture(text: string): boolean {
  return /^(?:```|~~~|\[[^\]]{1,200}\]:\s*(?:https?:|<)|\|?[\s:|-]*-{3}[\s:|-]*$|(?:[*_]\s?){3,}$)/.test(
    text,
  );
}

const inlineTag =
  /<\/?(?:a|b|i|u|s|em|strong|sub|sup|br|span|mark|small|cite|time|p|div|center|font|kbd|code)(?:\s[^<>]{0,300})?\/?>/gi;

/** Text of a line without emphasis, links, code marks, escapes and the inline tags of HTML. In linear time. */
export function stripInlineMarkdown(text: string): string {
  if (!/[\\*_`[<&~]/.test(text)) return text;
  const plain = dropComments(text)
    .replace(/(?<!\\)!\[[^[\]]*\]\([^()\s]*\)/g, "")
    .replace(/(?<!\\)\[([^[\]]*)(?<!\\)\]\((?:[^()\s]|\([^()\s]*\))*(?: "[^"]*")?\)/g, "$1")
    .replace(/<(https?:\/\/[^<>\s]*)>/g, "$1")
    .replace(inlineTag, "");
  return decodeEntities(dropEmphasis(plain).replace(/\\([!-/:-@[-`{-~])/g, "$1"));
}

function dropComments(text: string): string {
  let kept = "";
  let from = 0;
  for (let open = text.indexOf("<!--"); open !== -1; open = text.indexOf("<!--", from)) {
    const close = text.indexOf("-->", open + 4);
    if (close === -1) break;
    kept += text.slice(from, open);
    from = close + 3;
  }
  return kept + text.slice(from);
}

/** Removes `*`, `**`, `_`, `__`, `~~` and backticks that stand in pairs around something. */
function dropEmphasis(text: string): string {
  const open = new Map<string, number[]>();
  const removed: { at: number; length: number }[] = [];
  for (const match of text.matchAll(/(?<!\\)(\*{1,3}|_{1,3}|~~|`{1,2})/g)) {
    const [mark] = match;
    const before = text[match.index - 1] ?? " ";
    const after = text[match.index + mark.length] ?? " ";
    const isInWord = mark.startsWith("_") && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
    if (isInWord) continue;
    const openers = open.get(mark) ?? [];
    const opener = /\s/.test(before) ? undefined : openers.pop();
    if (opener !== undefined) {
      removed.push({ at: opener, length: mark.length }, { at: match.index, length: mark.length });
    } else if (!/\s/.test(after)) {
      openers.push(match.index);
    }
    open.set(mark, openers);
  }
  removed.sort((a, b) => a.at - b.at);
  let kept = "";
  let from = 0;
  for (const { at, length } of removed) {
    kept += text.slice(from, at);
    from = at + length;
  }
  return kept + text.slice(from);
}

/** A text as it is written in Markdown, where it holds no markup of its own. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[~]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;");
}

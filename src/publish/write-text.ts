import { formatTime } from "../text/time.ts";
import type { TranscriptEntry, TranscriptJson } from "./make-transcript-json.ts";
import { putOnOneLine } from "./write-captions.ts";

/**
 * Plain text: a paragraph a passage, `[12:30] Name: text`. Only what was said, so that it can be read again as a
 * transcript; estimated times are left out.
 */
export function writePlainText({ segments }: TranscriptJson): string {
  const lines = segments.map(({ startTime, isEstimated, speaker, body }) => {
    const time = isEstimated === true ? "" : `[${formatTime(startTime)}] `;
    return `${time}${speaker === undefined ? "" : `${putOnOneLine(speaker)}: `}${putOnOneLine(body)}`;
  });
  return `${lines.join("\n\n")}\n`;
}

/** Text that Markdown shows as it stands. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/&(?=#?\w{1,8};)/g, "&amp;")
    .replace(/[\\`*_[\]<>~|]/g, "\\$&")
    .replace(/^[#+=-]/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

function writeParagraph({ startTime, isEstimated, speaker, body }: TranscriptEntry): string {
  const name = speaker === undefined ? "" : `**${escapeMarkdown(putOnOneLine(speaker))}:** `;
  const time = isEstimated === true ? "" : `[${formatTime(startTime)}] `;
  return `${name}${time}${escapeMarkdown(putOnOneLine(body))}`;
}

/**
 * Markdown: the episode's title and what is to be known about the file, then its chapters and paragraphs as
 * `**Name:** [12:30] text`. Estimated times stand only at the chapters, with `≈`.
 */
export function writeMarkdown(
  transcript: TranscriptJson,
  about: { readonly address: string; readonly heading: string; readonly notes: readonly string[] },
): string {
  const { title, show, date, chapters = [], segments } = transcript;
  const source = `${escapeMarkdown(show)} · ${date} · <${about.address}>`;
  const parts = [`# ${escapeMarkdown(putOnOneLine(title))}`, source, ...about.notes.map(escapeMarkdown)];
  parts.push(`## ${about.heading}`);
  segments.forEach((entry, index) => {
    chapters.forEach(({ title: name, startTime, isEstimated, first }, place) => {
      if (first !== index) return;
      const time = `${isEstimated === true ? "≈" : ""}${formatTime(startTime)}`;
      parts.push(`### ${place + 1}. ${escapeMarkdown(putOnOneLine(name))} (${time})`);
    });
    parts.push(writeParagraph(entry));
  });
  return `${parts.join("\n\n")}\n`;
}

/**
 * Rows as CSV (RFC 4180), the first one its header, with a byte order mark: spreadsheets take a file without one for
 * another encoding than UTF-8, and Chinese is lost.
 */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("")}`;
}

function writeCell(cell: string | number): string {
  const text = String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

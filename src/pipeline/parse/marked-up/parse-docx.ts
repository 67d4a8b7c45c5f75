import type { IsKept } from "../find-kept.ts";
import { parseSrt } from "../parse-srt.ts";
import { hasWebVttHeader, parseVtt } from "../parse-vtt.ts";
import type { ParsedTranscript } from "../parsed-transcript.ts";
import { beginsWithTimes } from "../read-clock.ts";
import { parseTableRows } from "../table/parse-table.ts";
import { readHead, type TableRow } from "../table/read-table.ts";
import { parseDocument } from "../text/parse-text.ts";
import type { DocxParagraph } from "./read-docx.ts";

/**
 * Reads a Word document: a paragraph a line, with headings and bold names as in Markdown. A table whose head names its
 * columns is read by them; captions that were pasted into a document are read as captions.
 */
export function parseDocx(paragraphs: readonly DocxParagraph[], isKept: IsKept): ParsedTranscript {
  const lines = paragraphs.map(({ text }) => text);
  if (hasWebVttHeader(lines)) return parseVtt(lines);
  if (beginsWithTimes(lines)) return parseSrt(lines);
  const rows = readRows(paragraphs);
  const columns = rows[0] === undefined ? undefined : readHead(rows[0].cells);
  if (columns !== undefined) return parseTableRows({ rows: rows.slice(1), columns });
  return parseDocument(
    paragraphs.map(({ number, markdown, isHeading }) => ({ line: number, text: markdown.trim(), isHeading })),
    isKept,
  );
}

/** The rows of the document's tables, each with its first paragraph's number. */
function readRows(paragraphs: readonly DocxParagraph[]): TableRow[] {
  const rows = new Map<string, { cells: string[]; line: number }>();
  for (const { cell, number, text } of paragraphs) {
    if (cell === undefined) continue;
    const key = `${cell.table} ${cell.row}`;
    const row = rows.get(key) ?? { cells: [], line: number };
    rows.set(key, row);
    const index = cell.column - 1;
    row.cells[index] = `${row.cells[index] ?? ""} ${text}`.trim();
  }
  return [...rows.values()].map(({ cells, line }) => ({
    cells: Array.from(cells, (cell) => cell ?? ""),
    line,
  }));
}

import { parseRecords } from "../json/read-timed-json.ts";
import type { TimedRecordShape } from "../json/timed-json-shape.ts";
import type { ParsedTranscript } from "../parsed-transcript.ts";
import { type Column, readHead, readMarkdownTable, readTable, type TableRow } from "./read-table.ts";

const separators = ["\t", ",", ";", "|"];

/** Times are clock times, seconds or, as Whisper writes them, milliseconds. */
const shape: TimedRecordShape = {
  text: ["text"],
  start: "start",
  end: "end",
  speaker: "speaker",
  unit: "guess",
};

interface Table {
  readonly rows: readonly TableRow[];
  readonly columns: ReadonlyMap<Column, number>;
}

/** Whether a file is a table with a head line that names its columns: CSV, TSV, or Markdown and nothing else. */
export function isTable(lines: readonly string[]): boolean {
  return findTable(lines) !== undefined;
}

function findTable(lines: readonly string[]): Table | undefined {
  const at = lines.findIndex((line) => line.trim() !== "");
  const first = lines[at]?.slice(0, 1000) ?? "";
  if (first.trim().startsWith("|")) {
    const columns = readHead(readMarkdownTable([first])[0]?.cells ?? []);
    return columns === undefined ? undefined : { columns, rows: readMarkdownTable(lines).slice(1) };
  }
  for (const separator of separators) {
    const columns = readHead(readTable([first], separator)[0]?.cells ?? []);
    if (columns !== undefined) return { columns, rows: readTable(lines, separator).slice(1) };
  }
  return undefined;
}

/** Reads a table of speech, a row a cue. */
export function parseTable(lines: readonly string[]): ParsedTranscript {
  return parseTableRows(findTable(lines) ?? { rows: [], columns: new Map() });
}

/** Reads the rows below a head. */
export function parseTableRows({ rows, columns }: Table): ParsedTranscript {
  const records = rows.map(({ cells }) =>
    Object.fromEntries(
      [...columns].flatMap(([column, index]) => {
        const cell = cells[index]?.trim() ?? "";
        return cell === "" && column !== "text" ? [] : [[column, cell.replace(/<br\s?\/?>/gi, " ")]];
      }),
    ),
  );
  return parseRecords(records, shape, (index) => {
    const line = rows[index]?.line ?? 1;
    return { line, bodyLine: line };
  });
}

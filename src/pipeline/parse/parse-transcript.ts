import type { Keep } from "../../model/corrections.ts";
import type { Fault, LineProblem } from "../../model/problem.ts";
import type { CutText, TranscriptReading } from "../../model/transcript.ts";
import { findLastIndex } from "../../text/find-last.ts";
import { collectProblems } from "./collect-problems.ts";
import { decodeTranscript } from "./decode/decode-transcript.ts";
import { nameBinary } from "./decode/name-binary.ts";
import { findKept, type IsKept } from "./find-kept.ts";
import { wrapJson } from "./json/wrap-json.ts";
import { keepSpeech } from "./keep-speech.ts";
import { parseDocx } from "./marked-up/parse-docx.ts";
import { readDocx } from "./marked-up/read-docx.ts";
import {
  isChaptersJson,
  listKeys,
  nameForeignExtension,
  nameForeignJson,
  nameForeignText,
} from "./name-foreign.ts";
import type { ParsedTranscript } from "./parsed-transcript.ts";
import { beginsWithTimes, readTimeLine } from "./read-clock.ts";
import {
  findJsonFormat,
  type TranscriptFormat,
  transcriptFormats,
  usualEndings,
} from "./transcript-formats.ts";

/**
 * Reads a transcript file as delivered. Never throws on bad input: what cannot be read is an error problem.
 * @param keep what the owner says is spoken, where it looks like something else
 */
export function parseTranscript(
  bytes: Uint8Array,
  fileName: string,
  keep: readonly Keep[] = [],
): TranscriptReading {
  const isKept = findKept(keep);
  const binary = nameBinary(bytes);
  if (binary === "docx") return readDocument(bytes, isKept);
  if (binary !== undefined) return refuse({ kind: "format-not-read", values: { format: binary } });
  const { lines, encoding, cut: hidden, problems: found } = decodeTranscript(bytes);
  if (lines === undefined || encoding === undefined) return { ...nothing, problems: found };
  if (lines.every((line) => line.trim() === "")) return refuse({ kind: "transcript-empty", values: {} });
  const detected = detectFormat(lines, fileName);
  if ("fault" in detected) return refuse(detected.fault, detected.line);
  const { kind } = detected.format;
  const parsed = detected.format.parse(detected.lines ?? lines, isKept);
  return finish({ kind, encoding, hidden, problems: found }, parsed, isKept);
}

/** A Word document is an archive: its text has no encoding of its own but the one that all of them have. */
function readDocument(bytes: Uint8Array, isKept: IsKept): TranscriptReading {
  const paragraphs = readDocx(bytes);
  if (paragraphs === undefined) return refuse({ kind: "document-unreadable", values: {} });
  if (paragraphs.every(({ text }) => text.trim() === ""))
    return refuse({ kind: "transcript-empty", values: {} });
  const file = { kind: "docx", encoding: "utf-8", hidden: [], problems: [] } as const;
  return finish(file, parseDocx(paragraphs, isKept), isKept);
}

/** Takes what is no speech out of what a parser has read, and tells of it. */
function finish(
  file: Pick<TranscriptReading, "problems"> &
    Required<Pick<TranscriptReading, "kind" | "encoding">> & { readonly hidden: readonly CutText[] },
  parsed: ParsedTranscript,
  isKept: IsKept,
): TranscriptReading {
  const { kind, encoding, hidden, problems: found } = file;
  const { cues, cut: unsaid } = keepSpeech(parsed.cues, isKept);
  const hasError = parsed.problems.some(({ severity }) => severity === "error");
  const hasWords = cues.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
  if (!hasWords && !hasError) return refuse({ kind: "transcript-without-words", values: {} });
  const cut = [...hidden, ...(parsed.cut ?? []), ...unsaid].sort((a, b) => a.line - b.line);
  const problems = [...found, ...parsed.problems, ...tellCut(cut)];
  return { kind, encoding, cues, chapters: parsed.chapters ?? [], cut, problems };
}

const nothing = { cues: [], chapters: [], cut: [] } as const;

function refuse(fault: Fault, line?: number): TranscriptReading {
  return { ...nothing, problems: [{ severity: "error", ...fault, ...(line === undefined ? {} : { line }) }] };
}

/** A notice for each reason, with the first piece and how many there are. */
function tellCut(cut: readonly CutText[]): LineProblem[] {
  const problems = collectProblems();
  for (const { reason, line, text } of cut) {
    problems.note(line, {
      kind: "text-cut",
      values: { reason, text: [...text.slice(0, 100)].slice(0, 40).join("") },
    });
  }
  return problems.list();
}

/** What a file is: a format that is read, with the document it is where that is JSON, or why it is refused. */
type Detected =
  // `lines` are those to be parsed where they are others.
  | { readonly format: TranscriptFormat; readonly lines?: readonly string[] }
  | { readonly fault: Fault; readonly line?: number };

/**
 * Finds out what a file is: by its content where that is plain, whatever its name says, else by its name.
 * `lines` are cleaned.
 */
export function detectFormat(lines: readonly string[], fileName: string): Detected {
  const ending = /\.([^./\\]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  const marked = transcriptFormats.find((format) => format.hasMark?.(lines));
  if (marked !== undefined) return { format: marked };
  const foreign = nameForeignText(lines);
  if (foreign !== undefined && !(ending === "md" && foreign === "html")) {
    return { fault: { kind: "format-not-read", values: { format: foreign } } };
  }
  const json = detectJson(lines, ending);
  if (json !== undefined) return json;
  const timed = transcriptFormats.filter(({ hasTimeLines = false }) => hasTimeLines);
  const format =
    timed.find(({ endings }) => endings.includes(ending)) ??
    timed.find(({ hasMark }) => hasMark === undefined);
  if (format !== undefined && beginsWithTimes(lines)) return { format };
  return detectByName(lines, ending);
}

function detectByName(lines: readonly string[], ending: string): Detected {
  const format = transcriptFormats.find(
    ({ endings, isMarked = false }) => !isMarked && endings.includes(ending),
  );
  if (format !== undefined) {
    const hasTimes = lines.some((line) => readTimeLine(line)?.start !== undefined);
    return format.hasTimeLines !== true || hasTimes
      ? { format }
      : { fault: { kind: "file-without-times", values: { ending } } };
  }
  if (ending === "docx") return { fault: { kind: "document-unreadable", values: {} } };
  const foreign = nameForeignExtension(ending);
  if (foreign !== undefined) return { fault: { kind: "format-not-read", values: { format: foreign } } };
  const values = { endings: usualEndings, ...(ending === "" ? {} : { ending }) };
  return { fault: { kind: "ending-says-no-format", values } };
}

function detectJson(source: readonly string[], ending: string): Detected | undefined {
  const lines = wrapJson(source);
  const start = (lines.find((line) => line.trim() !== "") ?? "").trim();
  if (ending !== "json" && !/^[{[]/.test(start)) return undefined;
  // Where JSON is wanted it is parsed; where it is not, only what can hold no plain text (`[00:12] Name: …`).
  if (ending !== "json" && !/^(?:\{\s*(?:["}]|$)|\[\s*(?:[{["\]]|$))/.test(start)) return undefined;
  const text = lines.join("\n");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (ending !== "json" || /^\s*\d/.test(start)) return undefined;
    return refuseBrokenJson(lines, error);
  }
  const format = findJsonFormat(value);
  if (format !== undefined) return { format, lines };
  if (isChaptersJson(value)) return { fault: { kind: "chapters-as-transcript", values: {} } };
  const foreign = nameForeignJson(value);
  if (foreign !== undefined) return { fault: { kind: "format-not-read", values: { format: foreign } } };
  if (ending !== "json" && (typeof value !== "object" || value === null)) return undefined;
  return { fault: { kind: "json-not-a-transcript", values: { keys: listKeys(value) } } };
}

function refuseBrokenJson(lines: readonly string[], error: unknown): Detected {
  const text = error instanceof Error ? error.message : String(error);
  // The engine goes on to quote the file at length.
  const reason = text.split(/,? (?:\.{3})?"| in JSON at /, 1)[0] ?? "";
  return { line: findJsonFault(lines), fault: { kind: "transcript-json-broken", values: { reason } } };
}

/**
 * 1-based line on which a text stops being JSON; the last line where it only ends too soon. The engine names a
 * position for some faults and not for others, but it can always tell whether a beginning could still go on.
 */
function findJsonFault(lines: readonly string[]): number {
  return findLastIndex(lines.length, (count) => couldGoOn(lines.slice(0, count).join("\n"))) + 1;
}

function couldGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    const position = /at position (\d+)/.exec(reason)?.[1];
    return /^(?:Unexpected end|Unterminated string)/.test(reason) || Number(position) >= beginning.length;
  }
}

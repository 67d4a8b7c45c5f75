import type { TranscriptKind } from "../../model/transcript.ts";
import type { IsKept } from "./find-kept.ts";
import { expandDraft } from "./json/expand-draft.ts";
import { findShape } from "./json/find-shape.ts";
import { parseTimedJson } from "./json/read-timed-json.ts";
import { isTranscriptHtml, parseHtml } from "./marked-up/parse-html.ts";
import { findMarkupKind, parseTimedMarkup } from "./marked-up/parse-timed-markup.ts";
import { isAss, parseAss } from "./parse-ass.ts";
import { hasLrcTag, parseLrc } from "./parse-lrc.ts";
import { isSbv, parseSbv } from "./parse-sbv.ts";
import { parseSrt } from "./parse-srt.ts";
import { hasWebVttHeader, parseVtt } from "./parse-vtt.ts";
import type { ParsedTranscript } from "./parsed-transcript.ts";
import { isTable, parseTable } from "./table/parse-table.ts";
import { parseMarkdown, parseText } from "./text/parse-text.ts";

/** A kind of transcript that is read: how its files are told from others, and how they are parsed. */
export interface TranscriptFormat {
  readonly kind: TranscriptKind;
  /** Endings of file names, in lower case. The first is the one an owner is told of. */
  readonly endings: readonly [string, ...string[]];
  /** Whether the lines say that they are of this format, whatever the file's name says. */
  hasMark?(lines: readonly string[]): boolean;
  /** Whether a file is of this format only where its lines say so: its ending stands for others too. */
  readonly isMarked?: boolean;
  /** Whether each cue has a line with its times. Such a file without a mark is SRT, unless its name says otherwise. */
  readonly hasTimeLines?: boolean;
  parse(lines: readonly string[], isKept: IsKept): ParsedTranscript;
}

/** XML and HTML with times, told by their root or their attributes. */
const markupFormats = (
  [
    ["ttml", ["ttml", "dfxp", "xml"]],
    ["youtube-srv3", ["srv3", "srv2", "srv1", "xml"]],
    ["podlove-xml", ["xml"]],
    ["hyperaudio-html", ["html", "htm"]],
  ] as const
).map(
  ([kind, endings]): TranscriptFormat => ({
    kind,
    endings,
    hasMark: (lines) => findMarkupKind(lines) === kind,
    isMarked: true,
    parse: parseTimedMarkup,
  }),
);

/**
 * The transcripts that are read. A new format is a file with its parser and an entry here: which names an episode's
 * folder may hold, what is read again when it changes and what the problems offer are made from this list.
 */
export const transcriptFormats: readonly TranscriptFormat[] = [
  { kind: "text", endings: ["txt", "text"], parse: parseText },
  { kind: "markdown", endings: ["md", "markdown"], parse: parseMarkdown },
  { kind: "webvtt", endings: ["vtt"], hasMark: hasWebVttHeader, hasTimeLines: true, parse: parseVtt },
  { kind: "srt", endings: ["srt"], hasTimeLines: true, parse: parseSrt },
  { kind: "sbv", endings: ["sbv"], hasMark: isSbv, parse: parseSbv },
  { kind: "lrc", endings: ["lrc"], hasMark: hasLrcTag, parse: parseLrc },
  { kind: "ass", endings: ["ass", "ssa"], hasMark: isAss, parse: parseAss },
  ...markupFormats,
  {
    kind: "podcast-html",
    endings: ["html", "htm"],
    hasMark: isTranscriptHtml,
    isMarked: true,
    parse: parseHtml,
  },
  { kind: "table", endings: ["csv", "tsv"], hasMark: isTable, isMarked: true, parse: parseTable },
];

/** How a JSON document is read, told by what it holds alone; undefined where it is no transcript that is read. */
export function findJsonFormat(document: unknown): TranscriptFormat | undefined {
  const expanded = expandDraft(document);
  const shape = findShape(expanded);
  if (shape === undefined) return undefined;
  return {
    kind: shape.kind,
    endings: ["json"],
    parse: (lines) => parseTimedJson(expanded, lines.join("\n"), shape),
  };
}

/** The endings that an owner is told of. */
export const usualEndings: readonly string[] = ["txt", "md", "vtt", "srt", "json", "docx"];

/** Endings of the files that may be transcripts, in lower case, the usual ones first. */
export const transcriptEndings: readonly string[] = [
  ...new Set([
    ...transcriptFormats.map(({ endings }) => endings[0]),
    "json",
    "docx",
    ...transcriptFormats.flatMap(({ endings }) => endings),
  ]),
];

import type { TranscriptKind } from "../../model/transcript.ts";
import { expandDraft } from "./json/expand-draft.ts";
import { findShape, parseTimedJson } from "./json/read-timed-json.ts";
import { parseSrt } from "./parse-srt.ts";
import { hasWebVttHeader, parseVtt } from "./parse-vtt.ts";
import type { ParsedTranscript } from "./parsed-transcript.ts";
import { parseMarkdown, parseText } from "./text/parse-text.ts";

/** A kind of transcript that is read: how its files are told from others, and how they are parsed. */
export interface TranscriptFormat {
  readonly kind: TranscriptKind;
  /** Endings of file names, in lower case. The first is the one an owner is told of. */
  readonly endings: readonly [string, ...string[]];
  /** Whether the lines say that they are of this format, whatever the file's name says. */
  hasMark?(lines: readonly string[]): boolean;
  /** Whether each cue has a line with its times. Such a file without a mark is SRT, unless its name says otherwise. */
  readonly hasTimeLines?: boolean;
  parse(lines: readonly string[]): ParsedTranscript;
}

/**
 * The transcripts that are read. A new format is a file with its parser and an entry here: which names an episode's
 * folder may hold, what is read again when it changes and what the problems offer are made from this list.
 */
export const transcriptFormats: readonly TranscriptFormat[] = [
  { kind: "text", endings: ["txt", "text"], parse: parseText },
  { kind: "markdown", endings: ["md", "markdown"], parse: parseMarkdown },
  { kind: "webvtt", endings: ["vtt"], hasMark: hasWebVttHeader, hasTimeLines: true, parse: parseVtt },
  { kind: "srt", endings: ["srt"], hasTimeLines: true, parse: parseSrt },
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

import type { Cue } from "../../model/cue.ts";
import type { LineProblem } from "../../model/problem.ts";
import { decodeTranscript } from "./decode-transcript.ts";
import { type Detected, detectFormat, refuseKind } from "./detect-format.ts";
import { nameBinary } from "./name-binary.ts";
import { parsePodcastJson } from "./parse-podcast-json.ts";
import { parseSrt } from "./parse-srt.ts";
import { parseMarkdown, parseText } from "./parse-text.ts";
import { parseVtt } from "./parse-vtt.ts";

/** What a transcript file holds. Where a problem is an error, `cues` is empty. */
interface ParsedTranscript {
  cues: Cue[];
  problems: LineProblem[];
}

/** Reads a transcript file as delivered. Never throws on bad input: what cannot be read is an error problem. */
export function parseTranscript(bytes: Uint8Array, fileName: string): ParsedTranscript {
  const binary = nameBinary(bytes);
  if (binary !== undefined) return refuse(refuseKind(binary));
  const decoded = decodeTranscript(bytes);
  if (decoded.lines === undefined) return { cues: [], problems: [...decoded.problems] };
  if (decoded.lines.every((line) => line.trim() === "")) {
    return refuse("The file is empty. Export the transcript again, or remove the file.");
  }
  const detected = detectFormat(decoded.lines, fileName);
  if (detected.format === "refused") return refuse(detected.message, detected.line);
  const { cues, problems } = parseLines(decoded.lines, detected);
  if (cues.length === 0 && !problems.some(({ severity }) => severity === "error")) {
    return refuse("The file holds no words. Export the transcript again, or remove the file.");
  }
  return { cues, problems: [...decoded.problems, ...problems] };
}

function parseLines(
  lines: readonly string[],
  detected: Exclude<Detected, { format: "refused" }>,
): ParsedTranscript {
  switch (detected.format) {
    case "vtt":
      return parseVtt(lines);
    case "srt":
      return parseSrt(lines);
    case "markdown":
      return parseMarkdown(lines);
    case "podcast-json":
      return parsePodcastJson(detected.value, lines.join("\n"));
    case "text":
      return parseText(lines);
  }
}

function refuse(message: string, line?: number): ParsedTranscript {
  return { cues: [], problems: [{ severity: "error", message, ...(line === undefined ? {} : { line }) }] };
}

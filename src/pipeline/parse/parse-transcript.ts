import type { Fault } from "../../model/problem.ts";
import { decodeTranscript } from "./decode-transcript.ts";
import { detectFormat } from "./detect-format.ts";
import { nameBinary } from "./name-binary.ts";
import type { ParsedTranscript } from "./transcript-formats.ts";

/** Reads a transcript file as delivered. Never throws on bad input: what cannot be read is an error problem. */
export function parseTranscript(bytes: Uint8Array, fileName: string): ParsedTranscript {
  const binary = nameBinary(bytes);
  if (binary !== undefined) return refuse({ kind: "format-not-read", values: { format: binary } });
  const { lines, problems: found } = decodeTranscript(bytes);
  if (lines === undefined) return { cues: [], problems: [...found] };
  if (lines.every((line) => line.trim() === "")) return refuse({ kind: "transcript-empty", values: {} });
  const detected = detectFormat(lines, fileName);
  if ("fault" in detected) return refuse(detected.fault, detected.line);
  const { cues, problems } = detected.format.parse(lines, detected.json);
  if (cues.length === 0 && !problems.some(({ severity }) => severity === "error")) {
    return refuse({ kind: "transcript-without-words", values: {} });
  }
  return { cues, problems: [...found, ...problems] };
}

function refuse(fault: Fault, line?: number): ParsedTranscript {
  return { cues: [], problems: [{ severity: "error", ...fault, ...(line === undefined ? {} : { line }) }] };
}

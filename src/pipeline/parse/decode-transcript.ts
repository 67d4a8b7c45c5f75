import type { LineProblem } from "../../model/problem.ts";
import { cleanCharacters } from "./clean-characters.ts";
import { collectProblems, type ProblemCollector } from "./collect-problems.ts";
import { isBinary } from "./name-binary.ts";

/** The lines of a file without their ends; `lines[0]` is line 1. Absent where the bytes are no text. */
interface DecodedTranscript {
  readonly lines?: readonly string[];
  readonly problems: readonly LineProblem[];
}

/**
 * Turns bytes into cleaned lines. UTF-8 with or without a byte order mark; UTF-16 with one, or without where
 * the null bytes of its ASCII characters leave no doubt. CRLF, LF and lone CR end a line. Bytes that are no
 * valid UTF-8 are an error with their line: no other encoding is guessed.
 */
export function decodeTranscript(bytes: Uint8Array): DecodedTranscript {
  const problems = collectProblems();
  const text = decodeBytes(bytes, problems);
  if (text === undefined) return { problems: problems.list() };
  // A carriage return doubled by a faulty conversion ("\r\r\n") is one line end.
  const lines = text.split(/\r\r?\n|\n|\r/);
  lines.forEach((line, index) => {
    if (line.includes("\0")) problems.warn(index + 1, { kind: "line-has-null-characters", values: {} });
    if (line.includes("\ufffd")) problems.warn(index + 1, { kind: "line-has-lost-character", values: {} });
  });
  return { lines: lines.map(cleanCharacters), problems: problems.list() };
}

function decodeBytes(bytes: Uint8Array, problems: ProblemCollector): string | undefined {
  const encoding = detectUtf16(bytes);
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
  if (isBinary(bytes)) {
    problems.fail(undefined, { kind: "file-is-binary", values: {} });
    return undefined;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    reportInvalidUtf8(bytes, problems);
    return undefined;
  }
}

function detectUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark: line ends, digits and spaces of a transcript have their null byte always on one side.
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 !== 0) return undefined;
  const nulls: [even: number, odd: number] = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nulls[index % 2 === 0 ? 0 : 1] += 1;
  });
  const pairs = sample.length / 2;
  const encoding =
    nulls[1] > pairs / 8 && nulls[0] === 0
      ? "utf-16le"
      : nulls[0] > pairs / 8 && nulls[1] === 0
        ? "utf-16be"
        : undefined;
  return encoding !== undefined && canDecode(bytes, encoding) ? encoding : undefined;
}

function canDecode(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function reportInvalidUtf8(bytes: Uint8Array, problems: ProblemCollector): void {
  const { line, start, end } = findInvalidLine(bytes);
  const sample = [...bytes.subarray(start, end)].filter((byte) => byte > 0x7f).slice(0, 4);
  const shown = sample.map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
  const values = { bytes: shown, canBeGbk: canDecode(bytes, "gb18030") };
  problems.fail(line, { kind: "bytes-not-utf8", values });
}

/** No UTF-8 sequence runs over a line end, so the first line that fails alone holds the fault. */
function findInvalidLine(bytes: Uint8Array): { line: number; start: number; end: number } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let line = 1;
  let start = 0;
  for (let index = 0; index <= bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte !== 0x0a && byte !== 0x0d && byte !== undefined) continue;
    try {
      decoder.decode(bytes.subarray(start, index));
    } catch {
      return { line, start, end: index };
    }
    if (!(byte === 0x0d && bytes[index + 1] === 0x0a)) line += 1;
    start = index + 1;
  }
  return { line, start: 0, end: bytes.length };
}

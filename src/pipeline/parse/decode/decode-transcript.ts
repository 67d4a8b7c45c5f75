import type { LineProblem } from "../../../model/problem.ts";
import type { CutText } from "../../../model/transcript.ts";
import type { TextEncoding } from "../../../model/transcript-facts.ts";
import { collectProblems, type ProblemCollector } from "../collect-problems.ts";
import { cleanCharacters, dropInvisible } from "./clean-characters.ts";
import { isBinary } from "./name-binary.ts";
import { tellEncoding } from "./tell-encoding.ts";

/** The lines of a file without their ends; `lines[0]` is line 1. Absent where the bytes are no text. */
interface DecodedTranscript {
  readonly lines?: readonly string[];
  readonly encoding?: TextEncoding;
  /** The characters that nobody sees. */
  readonly cut: readonly CutText[];
  readonly problems: readonly LineProblem[];
}

/**
 * Turns bytes into cleaned lines. UTF-8 with or without a byte order mark; UTF-16 with one, or without where
 * the null bytes of its ASCII characters leave no doubt; GB 18030 or Big5 where its characters tell which, with a
 * notice. Where they are too few for that the owner is asked: an error with the line and both readings of it. CRLF, LF
 * and lone CR end a line.
 */
export function decodeTranscript(bytes: Uint8Array): DecodedTranscript {
  const problems = collectProblems();
  const decoded = decodeBytes(bytes, problems);
  if (decoded === undefined) return { cut: [], problems: problems.list() };
  const { text, encoding } = decoded;
  if (encoding !== "utf-8") problems.note(undefined, { kind: "encoding-told", values: { encoding } });
  const cut: CutText[] = [];
  // A carriage return doubled by a faulty conversion ("\r\r\n") is one line end.
  const lines = text.split(/\r\r?\n|\n|\r/).map((raw, index) => {
    const line = index + 1;
    if (raw.includes("\0")) problems.warn(line, { kind: "line-has-null-characters", values: {} });
    if (raw.includes("\ufffd")) problems.warn(line, { kind: "line-has-lost-character", values: {} });
    const seen = dropInvisible(raw);
    // A byte order mark inside a file is a joint of two files, not a watermark.
    if (/[^\ufeff]/.test(seen.dropped))
      cut.push({ reason: "hidden-characters", line, text: nameCharacters(seen.dropped) });
    return cleanCharacters(seen.text);
  });
  return { lines, encoding, cut, problems: problems.list() };
}

/** `U+200B U+200C … (2048)`: the first of them, and how many there are. */
function nameCharacters(text: string): string {
  const codes = [...text].map(
    (character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`,
  );
  return codes.length <= 3 ? codes.join(" ") : `${codes.slice(0, 3).join(" ")} … (${codes.length})`;
}

function decodeBytes(
  bytes: Uint8Array,
  problems: ProblemCollector,
): { text: string; encoding: TextEncoding } | undefined {
  const utf16 = detectUtf16(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  if (isBinary(bytes)) {
    problems.fail(undefined, { kind: "file-is-binary", values: {} });
    return undefined;
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    const told = tellEncoding(bytes);
    if ("encoding" in told) return told;
    reportInvalidUtf8(bytes, told.readings, problems);
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

function reportInvalidUtf8(
  bytes: Uint8Array,
  readings: readonly { readonly encoding: "gb18030" | "big5" }[],
  problems: ProblemCollector,
): void {
  const { line, start, end } = findInvalidLine(bytes);
  const invalid = bytes.subarray(start, end);
  const sample = [...invalid].filter((byte) => byte > 0x7f).slice(0, 4);
  const shown = sample.map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
  const possible = readings.flatMap(({ encoding }) => {
    const text = cleanCharacters(new TextDecoder(encoding).decode(invalid)).trim();
    return text.includes("\ufffd") ? [] : [{ encoding, text: [...text.slice(0, 100)].slice(0, 20).join("") }];
  });
  problems.fail(line, { kind: "bytes-not-utf8", values: { bytes: shown, readings: possible } });
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

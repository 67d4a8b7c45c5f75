import { buildTimedCues } from "./build-timed-cues.ts";
import { collectProblems } from "./collect-problems.ts";
import type { ParsedTranscript } from "./parsed-transcript.ts";
import { readTimedBlocks } from "./read-timed-blocks.ts";

const timeLine = /^\s*(-?\d{1,2}:\d{2}:\d{2}\.\S{1,6}),(-?\d{1,2}:\d{2}:\d{2}\.\S{1,6})\s*$/;

/** Whether the first line of text has the times of SBV: three digits of a second, where SubViewer has two. */
export function isSbv(lines: readonly string[]): boolean {
  const first = lines.find((line) => line.trim() !== "") ?? "";
  return /^\s*\d{1,2}:\d{2}:\d{2}\.\d{3},\d{1,2}:\d{2}:\d{2}\.\d{3}\s*$/.test(first);
}

/**
 * Reads SBV, YouTube's own captions (support.google.com/youtube/answer/2734698): a line `0:00:00.599,0:00:04.160` above
 * the text, and no numbers.
 */
export function parseSbv(lines: readonly string[]): ParsedTranscript {
  const problems = collectProblems();
  const arrowed = lines.map((line) => line.replace(timeLine, "$1 --> $2"));
  const blocks = readTimedBlocks(arrowed, 0, { hasTextIds: false, isSkipped: () => false }, problems);
  return { cues: buildTimedCues(blocks, { isEveryTagMarkup: false }, problems), problems: problems.list() };
}

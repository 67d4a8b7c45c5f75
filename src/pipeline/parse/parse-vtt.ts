import type { Cue } from "../../model/cue.ts";
import type { LineProblem } from "../../model/problem.ts";
import { buildTimedCues } from "./build-timed-cues.ts";
import { collectProblems } from "./collect-problems.ts";
import { readTimeLine } from "./read-clock.ts";
import { readTimedBlocks } from "./read-timed-blocks.ts";

/** Whether a file begins as every WebVTT file must. */
export function hasWebVttHeader(lines: readonly string[]): boolean {
  return /^\s*WEBVTT(?:\s|$)/.test(lines[0] ?? "");
}

/**
 * Reads WebVTT (https://www.w3.org/TR/webvtt1/): header, notes, styles and regions are passed over, cue names
 * and settings too. More is accepted than the standard allows wherever its meaning is plain.
 */
export function parseVtt(lines: readonly string[]): { cues: Cue[]; problems: LineProblem[] } {
  const problems = collectProblems();
  const hasHeader = hasWebVttHeader(lines);
  if (!hasHeader) problems.warn(1, { kind: "webvtt-header-missing", values: {} });
  const blocks = readTimedBlocks(
    lines,
    hasHeader ? findHeaderEnd(lines) : 0,
    { hasTextIds: true, isSkipped: (line) => /^(?:NOTE(?:\s|$)|(?:STYLE|REGION)\s*$)/.test(line) },
    problems,
  );
  const cues = buildTimedCues(
    blocks,
    {
      isEveryTagMarkup: true,
      onUnclosedTag: (tag, line) =>
        problems.warn(line, { kind: "tag-unclosed", values: { tag: [...tag].slice(0, 30).join("") } }),
    },
    problems,
  );
  return { cues, problems: problems.list() };
}

/** Index of the first line after the header, which a blank line or the first cue's times end. */
function findHeaderEnd(lines: readonly string[]): number {
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    if (line.trim() === "" || readTimeLine(line) !== undefined) return index;
  }
  return lines.length;
}

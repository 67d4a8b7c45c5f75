import type { Cue } from "../../model/cue.ts";
import type { LineProblem } from "../../model/problem.ts";
import { buildTimedCues } from "./build-timed-cues.ts";
import { collectProblems } from "./collect-problems.ts";
import { readTimedBlocks } from "./read-timed-blocks.ts";

/**
 * Reads SubRip. The format has no standard; what recognisers and editors write is accepted: numbers from 0 or
 * none, a dot for the comma, hours of one digit or none, missing blank lines.
 */
export function parseSrt(lines: readonly string[]): { cues: Cue[]; problems: LineProblem[] } {
  const problems = collectProblems();
  const blocks = readTimedBlocks(lines, 0, { hasTextIds: false, isSkipped: () => false }, problems).map(
    (block) => ({
      ...block,
      // Positions and styles of the ASS kind: {\an8}, {\i1}, {y:i}.
      lines: block.lines.map((line) => line.replace(/\{(?:\\|[a-zA-Z]:)[^{}]{0,200}\}/g, "")),
    }),
  );
  return { cues: buildTimedCues(blocks, { isEveryTagMarkup: false }, problems), problems: problems.list() };
}

import type { CueLine } from "./strip-cue-markup.ts";

/**
 * Captions that roll up the screen (YouTube's) show each line twice or three times: a cue begins with the line
 * that the cue before it ended with. Where a file does so, the repeated lines are dropped; where it does not,
 * nothing is, for a person may say 对 twice.
 *
 *     cue 1  大家好            大家好
 *     cue 2  大家好 | 欢迎  ->  欢迎
 *     cue 3  欢迎              (nothing)
 *
 * Takes and gives the lines of each cue; a cue may come back empty.
 */
export function dropRollingLines(cues: readonly (readonly CueLine[])[]): readonly (readonly CueLine[])[] {
  if (!isRolling(cues)) return cues;
  let shown: string | undefined;
  return cues.map((lines) => {
    const spoken = lines.filter(({ text }) => text.trim() !== "");
    const isRepeated = shown !== undefined && spoken[0]?.text.trim() === shown;
    shown = spoken.at(-1)?.text.trim() ?? shown;
    return isRepeated ? lines.filter((line) => line !== spoken[0]) : lines;
  });
}

// Chosen. Rolling captions repeat in nearly every pair of cues, about half of these with a second line. Measured
// on 1,050 files that do not roll: at most 3 % of pairs repeat, none with a second line. A recogniser that loops
// (谢谢观看, fifty times) repeats single lines only, so the second lines decide.
const rollingShare = 0.4;
const secondLineShare = 0.2;

function isRolling(cues: readonly (readonly CueLine[])[]): boolean {
  const shown = cues
    .map((lines) => lines.map(({ text }) => text.trim()).filter((text) => text !== ""))
    .filter((lines) => lines.length > 0);
  let repeats = 0;
  let repeatsWithMore = 0;
  for (const [index, lines] of shown.entries()) {
    if (index === 0 || lines[0] !== shown[index - 1]?.at(-1)) continue;
    repeats += 1;
    if (lines.length > 1) repeatsWithMore += 1;
  }
  const pairs = shown.length - 1;
  return repeats >= 2 && repeats >= pairs * rollingShare && repeatsWithMore >= pairs * secondLineShare;
}

import type { ProblemCollector } from "./collect-problems.ts";
import { readTimeLine, type TimeLine } from "./read-clock.ts";

/** Consecutive lines of a timed file that are shown together. Line numbers are 1-based. */
export interface TimedBlock {
  /** Line of its times, else of its text. */
  readonly timeLine: number;
  readonly start?: number;
  readonly end?: number;
  /** First line of the text. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** What the two formats do differently with lines that are neither times nor text. */
interface BlockDialect {
  /** Whether any one line above the times names the cue (WebVTT), or only a number does (SRT). */
  readonly hasTextIds: boolean;
  /** Whether a block with this first line is no speech (`NOTE`, `STYLE`). */
  isSkipped(firstLine: string): boolean;
}

/** Lines [from, to) that stand together: no blank line and no time line between them. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly isBeforeTime: boolean;
}

/**
 * Cuts the lines from `first` (0-based) on into blocks. A cue's text ends at a blank line or at the next time
 * line, whichever comes first, so missing blank lines do no harm. Text without a time line is kept, without
 * times: what was said is not lost because its time is.
 */
export function readTimedBlocks(
  lines: readonly string[],
  first: number,
  dialect: BlockDialect,
  problems: ProblemCollector,
): TimedBlock[] {
  const blocks: TimedBlock[] = [];
  let time: { readonly at: number; readonly value: TimeLine; hasText: boolean } | undefined;
  let counter: number | undefined;
  let index = first;

  const takeRun = (run: Run): void => {
    const isAttached = time !== undefined && time.at === run.from - 1;
    const text = trimCounters(lines, run, isAttached, counter, dialect);
    counter = text.counter ?? counter;
    if (text.from >= text.to) return;
    if (!isAttached && dialect.isSkipped(lines[text.from] ?? "")) return;
    const block = { line: text.from + 1, lines: lines.slice(text.from, text.to) };
    // A blank line between the times and their text.
    const isLateText = time !== undefined && !time.hasText && text.from === run.from;
    if (time !== undefined && (isAttached || isLateText)) {
      time.hasText = true;
      const { start, end } = time.value;
      blocks.push({
        ...block,
        timeLine: time.at + 1,
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
      });
      return;
    }
    problems.warn(
      "untimed",
      block.line,
      `The text “${shorten(block.lines[0] ?? "")}” has no line with its times above it, so it is read without a time. Add the times, or remove the blank line above it.`,
    );
    blocks.push({ ...block, timeLine: block.line });
  };

  while (index < lines.length) {
    const line = lines[index] ?? "";
    const value = readTimeLine(line);
    if (value !== undefined) {
      if (value.isBroken) warnOfBrokenTime(line, index + 1, value, problems);
      time = { at: index, value, hasText: false };
      index += 1;
    } else if (line.trim() === "") {
      index += 1;
    } else {
      const from = index;
      while (index < lines.length && !isRunEnd(lines[index] ?? "")) index += 1;
      takeRun({ from, to: index, isBeforeTime: index < lines.length && (lines[index] ?? "").trim() !== "" });
    }
  }
  return blocks;
}

function isRunEnd(line: string): boolean {
  return line.trim() === "" || readTimeLine(line) !== undefined;
}

/** Takes the cue's number or name off a run: above the next time line, or left over where a time line is missing. */
function trimCounters(
  lines: readonly string[],
  { from, to, isBeforeTime }: Run,
  isAttached: boolean,
  counter: number | undefined,
  dialect: BlockDialect,
): { from: number; to: number; counter: number | undefined } {
  const isNext = (value: number | undefined): boolean =>
    value !== undefined && (counter === undefined ? value <= 1 : value === counter + 1);
  const last = readCounter(lines[to - 1] ?? "");
  if (isBeforeTime && last !== undefined && (!isAttached || isNext(last) || counter !== undefined)) {
    return trimCounters(lines, { from, to: to - 1, isBeforeTime: false }, isAttached, last, dialect);
  }
  if (isBeforeTime && !isAttached && dialect.hasTextIds && to - from === 1) return { from: to, to, counter };
  const firstNumber = readCounter(lines[from] ?? "");
  if (!isAttached && from < to && isNext(firstNumber)) return { from: from + 1, to, counter: firstNumber };
  return { from, to, counter };
}

function readCounter(line: string): number | undefined {
  return /^\s*\d{1,9}\s*$/.test(line) ? Number(line) : undefined;
}

function warnOfBrokenTime(
  line: string,
  number: number,
  { start, end }: TimeLine,
  problems: ProblemCollector,
): void {
  const shown = shorten(line.trim());
  if (start !== undefined) {
    problems.warn(
      "end",
      number,
      `The end of “${shown}” is no time, so only the start is used. Write it as 00:01:02.000.`,
    );
  } else {
    const which = end === undefined ? "“{}” cannot be read as two times" : "The start of “{}” is no time";
    problems.warn(
      "start",
      number,
      `${which.replace("{}", shown)}, so its text is read without a time. Write the line as 00:01:02.000 --> 00:01:05.000.`,
    );
  }
}

/** At most 40 characters for a message. */
function shorten(text: string): string {
  const characters = [...text.slice(0, 100)];
  return characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : characters.join("");
}

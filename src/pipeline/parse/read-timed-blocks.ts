import type { Word } from "../../model/cue.ts";
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
  /** Who speaks, where the format has a place for it. */
  readonly speaker?: string;
  /** Where the format times them. */
  readonly words?: readonly Word[];
}

/** What the two formats do differently with lines that are neither times nor text. */
interface BlockDialect {
  /** Whether any one line above the times names the cue (WebVTT), or only a number does (SRT). */
  readonly hasTextIds: boolean;
  /** Whether a block with this first line is no speech (`NOTE`, `STYLE`). */
  isSkipped(firstLine: string): boolean;
}

/** Lines [from, to), 0-based, that stand together: no blank line and no time line between them. */
interface Run {
  readonly from: number;
  readonly to: number;
  /** Whether a time line follows at once. */
  readonly isBeforeTime: boolean;
}

/** The time line that was met last. */
interface CurrentTime {
  readonly at: number;
  readonly value: TimeLine;
  hasText: boolean;
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
  let time: CurrentTime | undefined;
  let counter: number | undefined;
  for (const part of cutParts(lines, first)) {
    if ("value" in part) {
      time = { ...part, hasText: false };
      if (part.value.isBroken) warnOfBrokenTime(lines[part.at] ?? "", part.at + 1, part.value, problems);
      continue;
    }
    const isAttached = time?.at === part.from - 1;
    const text = trimCounters(lines, part, isAttached, counter, dialect);
    counter = text.counter ?? counter;
    if (text.from >= text.to || (!isAttached && dialect.isSkipped(lines[text.from] ?? ""))) continue;
    // Below a blank line, text is the cue's only where the cue has none yet and no number stands above it.
    const isLate = time?.hasText === false && text.from === part.from;
    const owner = isAttached || isLate ? time : undefined;
    if (owner === undefined) warnOfMissingTime(lines[text.from] ?? "", text.from + 1, problems);
    else owner.hasText = true;
    blocks.push(createBlock(lines, text, owner));
  }
  return blocks;
}

/** Time lines and the runs of other lines between them, in the file's order. */
function* cutParts(lines: readonly string[], first: number): Generator<Run | Omit<CurrentTime, "hasText">> {
  let from: number | undefined;
  for (let index = first; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const value = readTimeLine(line);
    if (value === undefined && line.trim() !== "") {
      from ??= index;
      continue;
    }
    if (from !== undefined) yield { from, to: index, isBeforeTime: value !== undefined };
    from = undefined;
    if (value !== undefined) yield { at: index, value };
  }
  if (from !== undefined) yield { from, to: lines.length, isBeforeTime: false };
}

function createBlock(
  lines: readonly string[],
  { from, to }: { readonly from: number; readonly to: number },
  time: CurrentTime | undefined,
): TimedBlock {
  const { start, end } = time?.value ?? {};
  const speaker = time === undefined ? undefined : counterLine.exec(lines[time.at - 1] ?? "")?.[2];
  return {
    timeLine: (time?.at ?? from) + 1,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    line: from + 1,
    lines: lines.slice(from, to),
    ...(speaker === undefined ? {} : { speaker }),
  };
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

// FunClip writes who speaks behind the number: `0  spk0`.
const counterLine = /^\s*(\d{1,9})(?:\s{1,4}(spk\s?\d{1,3}))?\s*$/i;

function readCounter(line: string): number | undefined {
  const match = counterLine.exec(line);
  return match === null ? undefined : Number(match[1]);
}

function warnOfMissingTime(line: string, number: number, problems: ProblemCollector): void {
  problems.warn(number, { kind: "text-without-times", values: { text: shorten(line.trim()) } });
}

function warnOfBrokenTime(
  line: string,
  number: number,
  { start, end }: TimeLine,
  problems: ProblemCollector,
): void {
  const text = shorten(line.trim());
  if (start !== undefined) problems.warn(number, { kind: "cue-end-unreadable", values: { text } });
  else {
    const values = { text, isEndReadable: end !== undefined };
    problems.warn(number, { kind: "cue-start-unreadable", values });
  }
}

/** At most 40 characters, for a problem. */
function shorten(text: string): string {
  const characters = [...text.slice(0, 100)];
  return characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : characters.join("");
}

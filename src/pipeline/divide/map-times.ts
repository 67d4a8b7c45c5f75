import { findLastIndex } from "../../text/find-last.ts";
import { findLongestAscent } from "../find-longest-ascent.ts";
import type { ComposedText, CueSpan } from "./compose-text.ts";

/**
 * The times of a composed text: what the file says where it says something, the rest estimated.
 *
 *     known      0:10                0:30
 *     text    ....|大家好,欢迎收听....|我是....
 *     time       0:10  0:14  0:22   0:30       between two known times in proportion to the weights
 */
export interface TimeMap {
  /** Seconds at an offset, estimated where no known time is there; never less than at an earlier offset. */
  timeAt(offset: number): number;
  /** Seconds where the file gives a time for exactly this offset. */
  getKnown(offset: number): number | undefined;
  /** Offsets with a known time, ascending. */
  readonly knownOffsets: readonly number[];
  /** Seconds at which the cue of this index ends, where the file says so and is to be believed. */
  getEnd(cue: number): number | undefined;
  /** True where the file gives no time at all. */
  readonly isEstimated: boolean;
  /** Seconds. */
  readonly duration: number;
  readonly isDurationEstimated: boolean;
}

interface Point {
  readonly offset: number;
  readonly time: number;
  /** True where the file does not say so: for what lies between, and no known time. */
  readonly isEstimated?: true;
}

// Speech at the same time makes a cue begin a little before the one that stands above it; a larger step back (chosen)
// is a wrong time or a second recording.
const CROSSTALK_SECONDS = 5;

/**
 * Finds the time of every place of a text. `offset` seconds are added to the file's times. Where those run backward,
 * the longest run of times that do not is believed and the others are estimated; a cue a few seconds before the one
 * above it, as when people speak at once, counts as beginning with that one.
 * Without any time in the file the weights are scaled to `duration` where it is known.
 */
export function mapTimes(
  composition: ComposedText,
  { duration, offset }: { readonly duration?: number | undefined; readonly offset: number },
): TimeMap {
  const { cues, text } = composition;
  const starts = chooseStarts(cues, offset);
  const ends = cues.map((cue, index) => chooseEnd(cue, starts[index], offset));
  const told = listTold(composition, starts, offset);
  const known = told.filter(({ isEstimated }) => isEstimated !== true);
  const points = listPoints(told, cues, ends);
  const last = points.at(-1);
  const estimate = makeEstimator(composition, points, duration);
  const lastTime = Math.max(estimate(text.length), last?.time ?? 0);
  const hasLastTime = cues.length > 0 && (starts.at(-1) !== undefined || ends.at(-1) !== undefined);
  const times = new Map(known.map((point) => [point.offset, point.time]));
  return {
    timeAt: (position) => times.get(position) ?? roundTime(estimate(position)),
    getKnown: (position) => times.get(position),
    knownOffsets: known.map((point) => point.offset),
    getEnd: (cue) => ends[cue],
    isEstimated: known.length === 0,
    duration: duration ?? roundTime(lastTime),
    isDurationEstimated: duration === undefined && !hasLastTime,
  };
}

/** The start of each cue that is believed, offset added. */
function chooseStarts(cues: readonly CueSpan[], offset: number): (number | undefined)[] {
  let latest = Number.NEGATIVE_INFINITY;
  const starts = cues.map(({ startTime }) => {
    if (startTime === undefined) return undefined;
    const start = Math.max(0, roundTime(startTime + offset));
    const isCrosstalk = start < latest && latest - start <= CROSSTALK_SECONDS;
    latest = isCrosstalk ? latest : start;
    return latest;
  });
  const believed = new Set(findLongestAscent(starts));
  return starts.map((start, index) => (believed.has(index) ? start : undefined));
}

/** The end of a cue whose start is believed, or that has none because it was split off the cue before it. */
function chooseEnd(
  { startTime, endTime }: CueSpan,
  start: number | undefined,
  offset: number,
): number | undefined {
  if (endTime === undefined || (startTime !== undefined && start === undefined)) return undefined;
  if (startTime !== undefined && endTime < startTime) return undefined;
  return Math.max(start ?? 0, roundTime(endTime + offset));
}

/** Starts of cues and of words, ascending in offset and in time. */
function listTold(
  { cues, words }: ComposedText,
  starts: readonly (number | undefined)[],
  offset: number,
): Point[] {
  const told: Point[] = [];
  const push = (point: Point, limit: number): void => {
    const last = told.at(-1);
    if (last !== undefined && (last.offset >= point.offset || last.time > point.time)) return;
    if (point.time <= limit) told.push(point);
  };
  const limits = listLimits(starts);
  let word = 0;
  for (const [index, cue] of cues.entries()) {
    const start = starts[index];
    if (start !== undefined) push({ offset: cue.from, time: start }, start);
    for (let entry = words[word]; entry !== undefined && entry.offset < cue.to; entry = words[word]) {
      const time = Math.max(0, roundTime(entry.startTime + offset));
      const { isEstimated } = entry;
      push({ offset: entry.offset, time, ...(isEstimated && { isEstimated }) }, limits[index] ?? Infinity);
      word += 1;
    }
  }
  return told;
}

/** For each cue the start of the next cue that has one. */
function listLimits(starts: readonly (number | undefined)[]): number[] {
  const limits: number[] = [];
  let limit = Number.POSITIVE_INFINITY;
  for (let index = starts.length - 1; index >= 0; index -= 1) {
    limits[index] = limit;
    limit = starts[index] ?? limit;
  }
  return limits;
}

/** What is told, and the ends of cues where they lie between. */
function listPoints(
  told: readonly Point[],
  cues: readonly CueSpan[],
  ends: readonly (number | undefined)[],
): Point[] {
  const points: Point[] = [];
  let next = 0;
  for (const [index, cue] of cues.entries()) {
    for (let point = told[next]; point !== undefined && point.offset < cue.to; point = told[next]) {
      points.push(point);
      next += 1;
    }
    const end = ends[index];
    const from = points.at(-1)?.time;
    const limit = told[next]?.time ?? Number.POSITIVE_INFINITY;
    if (end !== undefined && from !== undefined && end >= from && end <= limit) {
      points.push({ offset: cue.to, time: end });
    }
  }
  return points;
}

function makeEstimator(
  { weights, text }: ComposedText,
  points: readonly Point[],
  duration: number | undefined,
): (offset: number) => number {
  const weigh = (offset: number): number => weights[Math.min(offset, text.length)] ?? 0;
  const begin: Point = { offset: 0, time: 0 };
  return (offset) => {
    const index = findLastIndex(points.length, (at) => (points[at]?.offset ?? 0) <= offset);
    const before = points[index] ?? begin;
    const isOpenEnd = index === points.length - 1;
    const isScaled = isOpenEnd && duration !== undefined && duration > before.time;
    const after = isScaled ? { offset: text.length, time: duration } : points[index + 1];
    const said = weigh(offset) - weigh(before.offset);
    if (after === undefined || (isOpenEnd && !isScaled)) return before.time + said;
    const whole = weigh(after.offset) - weigh(before.offset);
    return whole === 0 ? before.time : before.time + (said / whole) * (after.time - before.time);
  };
}

/** Milliseconds are what transcript files have; sums of them must not show more digits. */
export function roundTime(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

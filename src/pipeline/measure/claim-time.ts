import type { Passage } from "../../model/passage.ts";

/** A stretch of time that mentions claim, in seconds. */
export type Claim = readonly [from: number, to: number];

/** Seconds before and after a mention that count as its airtime. Chosen: a sentence or two of speech. */
const claimReach = 15;

/**
 * The time that a passage's mentions of a term claim: {@link claimReach} seconds before and after each one, never
 * beyond the passage (another speaker, another chapter), and once where two mentions claim it. So a term that is
 * said ten times in one breath counts half a minute, as does one that is said once and talked about.
 * @param marks UTF-16 offsets in the passage's text, ascending
 */
export function claimTime(
  passage: Pick<Passage, "start" | "end" | "text" | "cueStarts">,
  marks: readonly (readonly [from: number, to: number])[],
): Claim[] {
  const stretches: [number, number][] = [];
  for (const [from, to] of marks) {
    const start = Math.max(passage.start, findMoment(passage, from) - claimReach);
    const end = Math.min(passage.end, findMoment(passage, to) + claimReach);
    const last = stretches.at(-1);
    if (end <= start) continue;
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else stretches.push([start, end]);
  }
  return stretches;
}

/** When a character of a passage is said, in seconds: between two known times in step with the text's length. */
export function findMoment(
  { start, end, text, cueStarts }: Pick<Passage, "start" | "end" | "text" | "cueStarts">,
  offset: number,
): number {
  let before: readonly [number, number] = [0, start];
  let after: readonly [number, number] = [text.length, Math.max(start, end)];
  for (const cue of cueStarts) {
    if (cue[0] <= offset) before = cue;
    else {
      after = cue;
      break;
    }
  }
  const length = after[0] - before[0];
  const share = length <= 0 ? 0 : Math.min(1, (offset - before[0]) / length);
  return before[1] + share * Math.max(0, after[1] - before[1]);
}

/** How long stretches last together, in seconds. They must not overlap. */
export function sumStretches(stretches: readonly Claim[]): number {
  return stretches.reduce((sum, [from, to]) => sum + to - from, 0);
}

/** How long two lists of stretches last at once, in seconds. Both ascending, neither overlapping itself. */
export function measureOverlap(some: readonly Claim[], others: readonly Claim[]): number {
  let sum = 0;
  let index = 0;
  for (const [from, to] of some) {
    while ((others[index]?.[1] ?? Number.POSITIVE_INFINITY) <= from) index++;
    for (let next = index; next < others.length; next++) {
      const other = others[next] as Claim;
      if (other[0] >= to) break;
      sum += Math.min(to, other[1]) - Math.max(from, other[0]);
    }
  }
  return sum;
}

/** A part of an episode's time. */
export interface TimelinePart {
  /** Seconds. */
  readonly start: number;
  /** The term's airtime in it, in seconds. */
  readonly seconds: number;
  /** The passage in which most of it lies; absent where there is none. */
  readonly passage?: Passage;
}

/** A term's timeline in an episode: its airtime in each of equal parts of the episode's time. `duration` in seconds. */
export function measureTimeline(
  said: readonly {
    readonly passage: Passage;
    readonly marks: readonly (readonly [from: number, to: number])[];
  }[],
  duration: number,
  parts: number,
): TimelinePart[] {
  const length = duration / parts;
  const timeline = Array.from({ length: parts }, (_, index): TimelinePart & { longest: number } => ({
    start: index * length,
    seconds: 0,
    longest: 0,
  }));
  if (!(length > 0)) return timeline;
  for (const { passage, marks } of said) {
    for (const [from, to] of claimTime(passage, marks)) {
      const last = Math.min(parts - 1, Math.floor(to / length));
      for (let index = Math.max(0, Math.floor(from / length)); index <= last; index++) {
        const part = timeline[index] as (typeof timeline)[number];
        const seconds = Math.min(to, part.start + length) - Math.max(from, part.start);
        if (seconds <= 0) continue;
        const isLongest = seconds > part.longest;
        timeline[index] = {
          ...part,
          seconds: part.seconds + seconds,
          longest: Math.max(part.longest, seconds),
          ...(isLongest ? { passage } : {}),
        };
      }
    }
  }
  return timeline;
}

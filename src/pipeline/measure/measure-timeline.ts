import type { Passage } from "../../model/passage.ts";
import { claimTime } from "./claim-time.ts";

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

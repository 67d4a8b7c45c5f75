import type { Passage } from "../../model/passage.ts";
import { claimTime } from "./claim-time.ts";

/** A part of an episode's time. */
export interface CoursePart {
  /** Seconds. */
  readonly start: number;
  /** Seconds of talk about the term in it. */
  readonly seconds: number;
  /** The passage in which most of it lies; absent where there is none. */
  readonly passage?: Passage;
}

/** How a term's talk lies in the course of an episode, in equal parts of its time. `duration` in seconds. */
export function measureCourse(
  said: readonly {
    readonly passage: Passage;
    readonly marks: readonly (readonly [from: number, to: number])[];
  }[],
  duration: number,
  parts: number,
): CoursePart[] {
  const length = duration / parts;
  const course = Array.from({ length: parts }, (_, index): CoursePart & { longest: number } => ({
    start: index * length,
    seconds: 0,
    longest: 0,
  }));
  if (!(length > 0)) return course;
  for (const { passage, marks } of said) {
    for (const [from, to] of claimTime(passage, marks)) {
      const last = Math.min(parts - 1, Math.floor(to / length));
      for (let index = Math.max(0, Math.floor(from / length)); index <= last; index++) {
        const part = course[index] as (typeof course)[number];
        const seconds = Math.min(to, part.start + length) - Math.max(from, part.start);
        if (seconds <= 0) continue;
        const isLongest = seconds > part.longest;
        course[index] = {
          ...part,
          seconds: part.seconds + seconds,
          longest: Math.max(part.longest, seconds),
          ...(isLongest ? { passage } : {}),
        };
      }
    }
  }
  return course;
}

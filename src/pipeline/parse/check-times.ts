import type { ProblemCollector } from "./collect-problems.ts";
import { formatClock } from "./read-clock.ts";

interface CueTimes {
  readonly startTime?: number;
  readonly endTime?: number;
}

/** No recording of ours is as long; chosen. */
const longestSeconds = 100 * 3600;

/**
 * Makes the checker of one file's times, to be called cue by cue in the file's order. A time that cannot be is
 * left out, a doubtful one is kept, and both are warned about. Overlaps are none: people talk at once.
 */
export function createTimeChecker(
  problems: ProblemCollector,
): (line: number, start: number | undefined, end: number | undefined) => CueTimes {
  let previous: number | undefined;
  return (line, start, end) => {
    if (start === undefined) return {};
    if (start < 0) {
      problems.warn(
        "negative",
        line,
        `The cue starts before the recording does (${formatClock(start)}), so it is read as starting at 0. Shift the times of the file.`,
      );
    }
    if (start >= longestSeconds) {
      problems.warn(
        "long",
        line,
        `The cue starts at ${formatClock(start)}, after more than 100 hours. Check the hours.`,
      );
    }
    if (previous !== undefined && start < previous) {
      problems.warn(
        "backward",
        line,
        `The cue starts (${formatClock(start)}) before the one above it (${formatClock(previous)}). Correct the time, or move the cue to its place.`,
      );
    }
    previous = start;
    if (end !== undefined && end < start) {
      problems.warn(
        "negative-duration",
        line,
        `The cue ends (${formatClock(end)}) before it starts (${formatClock(start)}), so only its start is used. Swap the two times, or delete the cue.`,
      );
    }
    const startTime = Math.max(0, start);
    // A cue without a duration has an end that says nothing.
    return end !== undefined && end > startTime ? { startTime, endTime: end } : { startTime };
  };
}

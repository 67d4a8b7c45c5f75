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
      const values = { start: formatClock(start) };
      problems.warn(line, { kind: "cue-starts-before-recording", values });
    }
    if (start >= longestSeconds) {
      problems.warn(line, { kind: "cue-starts-too-late", values: { start: formatClock(start) } });
    }
    if (previous !== undefined && start < previous) {
      const values = { start: formatClock(start), previous: formatClock(previous) };
      problems.warn(line, { kind: "cue-starts-before-previous", values });
    }
    previous = start;
    if (end !== undefined && end < start) {
      const values = { end: formatClock(end), start: formatClock(start) };
      problems.warn(line, { kind: "cue-ends-before-start", values });
    }
    const startTime = Math.max(0, start);
    // A cue without a duration has an end that says nothing.
    return end !== undefined && end > startTime ? { startTime, endTime: end } : { startTime };
  };
}

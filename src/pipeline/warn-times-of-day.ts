import type { Cue } from "../model/cue.ts";
import type { LineProblem } from "../model/problem.ts";
import { formatClock } from "./parse/read-clock.ts";

/** Seconds. Chosen: no recording is silent for so long before its first word. */
const leastSilence = 7200;

/**
 * Warns where a recording would be silent for longer than people speak in it: meeting rooms write the time of day.
 * @param offset what the owner has added to every time; whoever has set one knows
 */
export function warnTimesOfDay(cues: readonly Cue[], offset: number): LineProblem[] {
  const timed = cues.filter(({ startTime }) => startTime !== undefined);
  const [first] = timed;
  const start = first?.startTime ?? 0;
  const last = timed.reduce((latest, { startTime = 0 }) => Math.max(latest, startTime), 0);
  if (first === undefined || timed.length < 2 || offset !== 0 || start < leastSilence || start < last - start)
    return [];
  const values = { start: formatClock(start).replace(/\.\d+$/, ""), offset: -Math.floor(start) };
  return [{ severity: "warning", line: first.line, kind: "times-of-day", values }];
}

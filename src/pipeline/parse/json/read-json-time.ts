import { readClock } from "../read-clock.ts";

/** Seconds that are no time of any recording: a hundred years. */
const noTime = 3_155_760_000;

/**
 * Seconds of a time as tools write it: a number or its digits in `unit` seconds, `1.200s`, a clock time, ISO 8601's
 * `PT1M2.5S`, Google's `{ seconds, nanos }`. Undefined where it is none.
 */
export function readJsonTime(value: unknown, unit: number): number | undefined {
  const seconds = readSeconds(value, unit);
  return seconds === undefined || !(Math.abs(seconds) < noTime)
    ? undefined
    : Math.round(seconds * 1000) / 1000;
}

function readSeconds(value: unknown, unit: number): number | undefined {
  if (typeof value === "number") return value * unit;
  if (typeof value === "string") {
    if (value.length > 400) return undefined;
    if (/^\s*-?\d+(?:\.\d+)?\s*$/.test(value)) return Number(value) * unit;
    const suffixed = /^(\d+(?:\.\d+)?)s$/.exec(value);
    if (suffixed !== null) return Number(suffixed[1]);
    const iso = /^PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(value);
    if (iso !== null) return Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
    return readClock(value);
  }
  if (typeof value !== "object" || value === null || !("seconds" in value || "nanos" in value))
    return undefined;
  const { seconds = 0, nanos = 0 } = value as { seconds?: unknown; nanos?: unknown };
  const sum = Number(seconds) + Number(nanos) / 1e9;
  return Number.isFinite(sum) ? sum : undefined;
}

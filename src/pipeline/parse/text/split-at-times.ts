import { clockPattern, readClock } from "../read-clock.ts";

/** A piece of a line. `start` is that of the time that stands before it in the line, in seconds. */
export interface InlineTime {
  readonly text: string;
  readonly start?: number;
  readonly isFirst: boolean;
}

const inlineTime = new RegExp(String.raw`\s{0,4}\\?[[【](${clockPattern})(?![:：]?\d)\\?[\]】]\s{0,4}`, "g");

/**
 * Cuts a line at the times in square brackets inside it (`好的。[00:18:12] 我们继续`) that lie between its own and the
 * next line's: other times are spoken of. A time with no words behind it is dropped.
 */
export function splitAtTimes(text: string, from: number, to: number): InlineTime[] {
  const parts: InlineTime[] = [];
  let at = 0;
  let start: number | undefined;
  let least = from;
  const add = (end: number): void => {
    const own = text.slice(at, end).trim();
    if (own !== "")
      parts.push({ text: own, ...(start === undefined ? {} : { start }), isFirst: parts.length === 0 });
  };
  for (const match of text.matchAll(inlineTime)) {
    const time = readClock(match[1] ?? "");
    if (match.index === 0 || time === undefined || time < least || time > to) continue;
    add(match.index);
    [at, start, least] = [match.index + match[0].length, time, time];
  }
  add(text.length);
  return parts;
}

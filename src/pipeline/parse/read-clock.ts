/**
 * A clock time as transcripts write it: `1:02:03.5`, `02:03`, `00:00:04,560.0000000000009`, with frames `00:00:04:12`, in
 * Chinese `1小时2分3秒`. For use inside other patterns.
 */
export const clockPattern = String.raw`(?:(?:\d{1,4}[:：])?\d{1,3}[:：]\d{1,2}(?:[.,，]\d{1,24}(?:\.\d{1,24})?|(?<=:\d{2}:\d{2})[:;]\d{2}(?!\d))?|(?:\d{1,3}(?:小时|小時|时|時))?\d{1,3}分钟?\d{1,2}秒)`;

const chineseClock = /^(?:(\d{1,3})(?:小时|小時|时|時))?(\d{1,3})分钟?(\d{1,2})秒$/;

// Machine translation puts blanks around the separators; some tools write the milliseconds after a third colon, editors of
// films the frames: how many there are to a second the file does not say, so they are left out.
const clock =
  /^(-)?(?:(\d{1,4}) ?[:：] ?)?(\d{1,3}) ?[:：] ?(\d{1,2})(?: ?[.,，] ?(\d{1,24})(?:\.(\d{1,24}))?|:(\d{3})|[:;]\d{2})?$/;

/**
 * Seconds, rounded to milliseconds; undefined where the text is no clock time. Minutes may pass 59 where there
 * are no hours (`75:30`); seconds may be 60, which rounding makes of 59.9996.
 */
export function readClock(text: string): number | undefined {
  const match = text.length > 80 ? null : clock.exec(text.trim());
  if (match === null) return readChineseClock(text);
  const [, sign, hours, minutes, seconds, fraction = "", finer = "", colonFraction = ""] = match;
  if ((hours !== undefined && Number(minutes) > 59) || Number(seconds) > 60) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  const value = Math.round((whole + Number(`0.${fraction}${finer}${colonFraction}0`)) * 1000) / 1000;
  return sign === "-" ? -value : value;
}

function readChineseClock(text: string): number | undefined {
  const match = text.length > 80 ? null : chineseClock.exec(text.trim());
  if (match === null || Number(match[3]) > 59) return undefined;
  return Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3]);
}

/** `00:01:02.000`, the form in which problems show a time. */
export function formatClock(seconds: number): string {
  const milliseconds = Math.round(Math.abs(seconds) * 1000);
  const parts = [
    Math.floor(milliseconds / 3_600_000),
    Math.floor(milliseconds / 60_000) % 60,
    Math.floor(milliseconds / 1000) % 60,
  ];
  const clockTime = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return `${seconds < 0 ? "-" : ""}${clockTime}.${String(milliseconds % 1000).padStart(3, "0")}`;
}

/** A line that says when a cue is shown. A bound that cannot be read is undefined; `isBroken` then says so. */
export interface TimeLine {
  readonly start?: number;
  readonly end?: number;
  readonly isBroken: boolean;
}

const arrow = /--&gt;|-{1,2} ?>|[–—]>|={1,2}>|→/;
const brokenClock = /^-?\d{1,4}[:：.]\S{0,30}$/;

/** Reads `00:00:01,000 --> 00:00:02,000 align:start`; undefined where the line is none of its kind. */
export function readTimeLine(line: string): TimeLine | undefined {
  if (!/^\s*-?\d/.test(line)) return undefined;
  const found = arrow.exec(line.slice(0, 120));
  if (found === null) return readArrowlessLine(line);
  const left = line.slice(0, found.index).trim();
  const right = line
    .slice(found.index + found[0].length)
    .trim()
    .slice(0, 200);
  const start = readClock(left);
  const end = readClock(right) ?? readClock(right.split(/\s/, 1)[0] ?? "") ?? readSpacedClock(right);
  if (start === undefined && !brokenClock.test(left)) return undefined;
  if ((start === undefined || end === undefined) && found[0] !== "-->") return undefined;
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    isBroken: start === undefined || end === undefined,
  };
}

/** `00: 00: 02, 000` at the beginning of what follows the arrow. */
function readSpacedClock(text: string): number | undefined {
  const match = /^-?\d{1,4} ?[:：] ?\d{1,3}(?: ?[:：] ?\d{1,2})?(?: ?[.,，] ?\d{1,24})?(?=\s|$)/.exec(text);
  return match === null ? undefined : readClock(match[0]);
}

/** Two times with only blanks between them: a time line whose arrow is lost. */
function readArrowlessLine(line: string): TimeLine | undefined {
  const parts = line.length > 80 ? [] : line.trim().split(/\s+/);
  const areClocks = parts.length === 2 && parts.every((part) => readClock(part) !== undefined);
  return areClocks ? { isBroken: true } : undefined;
}

/** Whether the first line of text is a time line, or a number above one. */
export function beginsWithTimes(lines: readonly string[]): boolean {
  const start = lines.slice(0, 40).filter((line) => line.trim() !== "");
  const isTimes = (line: string | undefined): boolean => readTimeLine(line ?? "")?.isBroken === false;
  return isTimes(start[0]) || (/^\s*\d{1,9}\s*$/.test(start[0] ?? "") && isTimes(start[1]));
}

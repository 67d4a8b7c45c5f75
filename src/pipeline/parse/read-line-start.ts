import { clockPattern, readClock } from "./read-clock.ts";
import { isGenericLabel, isLabelShaped, type LabelCandidate, splitLabel } from "./recognise-labels.ts";

/** What stands before the words of a line of plain text. */
export interface LineStart {
  /** Seconds. */
  readonly start?: number;
  readonly end?: number;
  /** True for a time without brackets (`12:30 …`), which could belong to the sentence. */
  readonly isBareTime: boolean;
  /** True where the time stands after the label and falls with it. */
  readonly isAfterLabel: boolean;
  readonly candidate?: LabelCandidate;
  /** The text after time and label; empty where these stand alone. */
  readonly rest: string;
  /** The text after the time, for a label that turns out to be none. */
  readonly unlabelled: string;
  /** The line as it stands, for a time that turns out to be none. */
  readonly whole: string;
}

interface Time {
  readonly start: number;
  readonly end?: number;
  readonly isBare: boolean;
  readonly after: string;
}

const range = String.raw`(${clockPattern})(?:\s{0,4}(?:-->|->|[-–—~～至到])\s{0,4}(${clockPattern}))?`;
const bracketedTime = new RegExp(String.raw`^\\?[[(（【]\s{0,4}${range}\s{0,4}\\?[\])）】]`);
const bareTime = new RegExp(String.raw`^${range}(?=\s|$)(?:\s{1,4}[-–—|]\s)?`);
const labelWithTime = new RegExp(
  String.raw`^(.{1,32}?)(?:\s{0,4}[|,，]?\s{0,4}\\?[[(（【]${range}\\?[\])）】]|\s{1,4}[|,，]?\s{0,4}${range})\s{0,4}([:：]|$)`,
  "u",
);

/** Reads `[mm:ss] Name: text`, `**Name:** [12:34] text`, `发言人1 00:03` and their relatives at a line's beginning. */
export function readLineStart(line: string): LineStart {
  const text = line.trim();
  const time = readTime(text);
  const unlabelled = time?.after ?? text;
  const named = readLabel(unlabelled);
  const later = named === undefined ? undefined : (named.time ?? readTimeAfterLabel(named.rest));
  const used = time ?? later;
  return {
    ...(used === undefined ? {} : { start: used.start }),
    ...(used?.end === undefined ? {} : { end: used.end }),
    isBareTime: time?.isBare ?? false,
    isAfterLabel: time === undefined && later !== undefined,
    ...(named === undefined ? {} : { candidate: named.candidate }),
    rest: later?.after ?? named?.rest ?? unlabelled,
    unlabelled,
    whole: text,
  };
}

function readTime(text: string): Time | undefined {
  // "- [00:00:03] …" in plain text: the dash belongs to the time.
  const undashed = text.replace(/^[-*•]\s+(?=\\?[[(（【]\d)/, "");
  const bracketed = bracketedTime.exec(undashed);
  const match = bracketed ?? bareTime.exec(text);
  if (match === null) return undefined;
  const start = readClock(match[1] ?? "");
  const end = readClock(match[2] ?? "");
  if (start === undefined) return undefined;
  const after = (bracketed === null ? text : undashed).slice(match[0].length).trim();
  return { start, ...(end === undefined ? {} : { end }), isBare: bracketed === null, after };
}

function readTimeAfterLabel(rest: string): Time | undefined {
  const time = readTime(rest);
  return time === undefined || (time.isBare && time.after !== "") ? undefined : time;
}

interface NamedLine {
  readonly candidate: LabelCandidate;
  readonly rest: string;
  readonly time?: Time;
}

function readLabel(text: string): NamedLine | undefined {
  const bold = /^(?:\*\*|__)([^*]{1,60}?)(?:\*\*|__)/.exec(text);
  if (bold !== null) {
    const inner = (bold[1] ?? "").trim();
    const named = readPlainLabel(`${inner}${text.slice(bold[0].length)}`);
    const isWhole =
      named !== undefined && named.candidate.label.length >= inner.replace(/[:：\s]+$/, "").length;
    if (named !== undefined && (isWhole || named.time !== undefined)) {
      return { ...named, candidate: { ...named.candidate, form: "bold" } };
    }
  }
  const bracketed = /^[[【]([^\]】]{1,32})[\]】](?=\s{0,4}(?:[:：]|\d{1,3}[:：]\d))/.exec(text);
  return readPlainLabel(bracketed === null ? text : `${bracketed[1]}${text.slice(bracketed[0].length)}`);
}

function readPlainLabel(text: string): NamedLine | undefined {
  const timed = labelWithTime.exec(text.slice(0, 120));
  const label = timed?.[1]?.trim() ?? "";
  if (timed !== null && isLabelShaped(label)) {
    const start = readClock(timed[2] ?? timed[4] ?? "");
    const end = readClock(timed[3] ?? timed[5] ?? "");
    const after = text.slice(timed[0].length).trim();
    if (start !== undefined && (after === "" || timed[6] !== "")) {
      const time = { start, ...(end === undefined ? {} : { end }), isBare: false, after };
      return { candidate: { label, form: after === "" ? "heading" : "plain" }, rest: after, time };
    }
  }
  if (isGenericLabel(text) && /\d$/.test(text))
    return { candidate: { label: text, form: "heading" }, rest: "" };
  const split = splitLabel(text);
  return split === undefined
    ? undefined
    : { candidate: { label: split.label, form: "plain" }, rest: split.rest };
}

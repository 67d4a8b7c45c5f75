import { clockPattern, readClock } from "../read-clock.ts";
import {
  bracketedLabel,
  isGenericLabel,
  isHeadingName,
  isLabelShaped,
  type LabelCandidate,
  splitLabel,
} from "../recognise-labels.ts";
import { isSoundWord } from "../sound-tags.ts";

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
  /** True where `>>` says that another one speaks from here on. */
  readonly isTurn: boolean;
  /** The text after time and label; empty where these stand alone. */
  readonly rest: string;
  /** The text after the time, for a label that turns out to be none. */
  readonly unlabelled: string;
  /** The line as it stands, for a time that turns out to be none. */
  readonly whole: string;
}

/** A line of a document that is not blank. */
export interface TextLine extends LineStart {
  /** 1-based. */
  readonly line: number;
}

interface Time {
  readonly start: number;
  readonly end?: number;
  readonly isBare: boolean;
  readonly after: string;
}

// A clock ends where no more of one follows: 00:00 is no time of 00:00:05.
const clock = String.raw`(${clockPattern})(?![:：]?\d)`;
const range = String.raw`${clock}(?:\s{0,4}(?:-->|->|[-–—~～至到])\s{0,4}${clock})?`;
const bracketedTime = new RegExp(String.raw`^\\?[[(（【\x60]\s{0,4}${range}\s{0,4}\\?[\])）】\x60]`);
// 0:04今天: what copies a page's captions puts nothing between; 3:1 and 10:5 are scores.
const bareTime = new RegExp(
  String.raw`^(?:${range}(?=\s|$)(?:\s{1,4}[-–—|]\s)?|(\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)(?![:：]?\d)(?=\p{Script=Han}))`,
  "u",
);
const labelWithTime = new RegExp(
  String.raw`^(.{1,32}?)(?:\s{0,4}[|,，]?\s{0,4}\\?[[(（【\x60]${range}\\?[\])）】\x60]|\s{1,4}[|,，]?\s{0,4}${range})\s{0,4}([:：]|$)`,
  "u",
);
const labelTimeText =
  /^(.{1,32}?)\s{1,4}(\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d{1,3})?)(?![:：]?\d)(?:\s{1,4}|(?=[^\s\d,.，。:：]))/u;

/** Reads `[mm:ss] Name: text`, `**Name:** [12:34] text`, `发言人1 00:03` and their relatives at a line's beginning. */
export function readLineStart(line: string): LineStart {
  const trimmed = line.trim();
  const text = trimmed.replace(/^(?:>>|＞＞)>?\s{0,4}/, "");
  const isTurn = text !== trimmed;
  const row = readColumns(trimmed);
  if (row !== undefined) return row;
  const time = readTime(text);
  const unlabelled = time?.after ?? text;
  const named = readLabel(unlabelled) ?? (time === undefined ? undefined : readUnmarked(unlabelled, time));
  const later = named === undefined ? undefined : (named.time ?? readTimeAfterLabel(named.rest));
  const used = time ?? later;
  return {
    ...(used === undefined ? {} : { start: used.start }),
    ...(used?.end === undefined ? {} : { end: used.end }),
    isBareTime: time?.isBare ?? false,
    isAfterLabel: time === undefined && later !== undefined,
    ...(named === undefined ? {} : { candidate: isTurn ? markTurn(named.candidate) : named.candidate }),
    isTurn,
    rest: later?.after ?? named?.rest ?? unlabelled,
    unlabelled,
    whole: trimmed,
  };
}

const columnEnd = String.raw`(?:[^\S\t]{0,4}\t\s{0,4}|\s{1,4}[|｜]\s{1,4})`;
const columns = new RegExp(`^(.{1,40}?)${columnEnd}(.{1,40}?)${columnEnd}(\\S.*)$`);

/** `00:05 ⇥ Name ⇥ text` and `Name | 00:05 | text`: a row of a table without a head line. */
function readColumns(line: string): LineStart | undefined {
  const [, first = "", second = "", rest = ""] = columns.exec(line) ?? [];
  const [time, label] = readClock(first) === undefined ? [second, first] : [first, second];
  const start = readClock(time);
  if (start === undefined || !isLabelShaped(label)) return undefined;
  return {
    start,
    ...{ isBareTime: false, isAfterLabel: false, isTurn: false },
    candidate: { label, form: "plain" },
    rest,
    unlabelled: `${label} ${rest}`,
    whole: line,
  };
}

/** `>>` before a name says as much as bold type. */
function markTurn(candidate: LabelCandidate): LabelCandidate {
  return candidate.form === "plain" ? { ...candidate, form: "bold" } : candidate;
}

function readTime(text: string): Time | undefined {
  // "- [00:00:03] …" in plain text: the dash belongs to the time.
  const undashed = text.replace(/^[-*•]\s+(?=\\?[[(（【]\d)/, "");
  const bracketed = bracketedTime.exec(undashed);
  const match = bracketed ?? bareTime.exec(text);
  if (match === null) return undefined;
  const start = readClock(match[1] ?? match[3] ?? "");
  const end = readClock(match[2] ?? "");
  if (start === undefined) return undefined;
  // [00:05] - Name: a dash parts the two.
  const after = (bracketed === null ? text : undashed).slice(match[0].length).trim();
  return {
    start,
    ...(end === undefined ? {} : { end }),
    isBare: bracketed === null,
    after: bracketed === null ? after : after.replace(/^[-–—|]\s{1,4}/, ""),
  };
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

/** A number of a list or a picture, before the name of who speaks. */
const listMark =
  /^(?:\d{1,4}[.、．)]\s{0,2}(?=[^\d\s])|(?:\p{Extended_Pictographic}[\ufe0f\u200d]{0,2}){1,3}\s{0,2})/u;

function readLabel(text: string): NamedLine | undefined {
  const unlisted = text.replace(listMark, "");
  if (unlisted !== text) return readLabel(unlisted);
  const bold = /^(\*\*|__|\*|_)([^*]{1,60}?)\1/.exec(text);
  if (bold !== null) {
    const inner = (bold[2] ?? "").trim();
    const named = readPlainLabel(`${inner}${text.slice(bold[0].length)}`);
    const isWhole =
      named !== undefined && named.candidate.label.length >= inner.replace(/[:：\s]+$/, "").length;
    if (named !== undefined && (isWhole || named.time !== undefined)) {
      return { ...named, candidate: { ...named.candidate, form: "bold" } };
    }
  }
  const bracketed = bracketedLabel.exec(text) ?? /^<()([^<>/]{1,32})>/.exec(text);
  const inner = bracketed?.[2] ?? "";
  if (bracketed === null || !isLabelShaped(inner) || isSoundWord(inner)) return readPlainLabel(text);
  const after = text.slice(bracketed[0].length);
  const asPlain = /^\s{0,4}(?:[:：]|[[(（【]?\d{1,3}[:：]\d)/.test(after)
    ? readPlainLabel(`${inner} ${after.trim()}`)
    : undefined;
  return asPlain ?? { candidate: { label: inner, form: "bracket" }, rest: after.trim() };
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
  if (split !== undefined) return { candidate: { label: split.label, form: "plain" }, rest: split.rest };
  const inline = labelTimeText.exec(text.slice(0, 120));
  const start = readClock(inline?.[2] ?? "");
  const name = inline?.[1]?.trim() ?? "";
  if (inline === null || start === undefined || !isLabelShaped(name)) return undefined;
  const after = text.slice(inline[0].length).trim();
  return { candidate: { label: name, form: "inline" }, rest: after, time: { start, isBare: false, after } };
}

/** A name that no mark parts from what is said: alone after a time, or before a space. */
function readUnmarked(text: string, { isBare }: Time): NamedLine | undefined {
  if (isLabelShaped(text) && isHeadingName(text))
    return { candidate: { label: text, form: "above" }, rest: "" };
  const spaced = isBare ? null : /^(\p{Script=Han}{2,4}|[^\s]{1,12}\s?\d{1,2})\s{1,4}(?=\S)/u.exec(text);
  const label = spaced?.[1] ?? "";
  if (spaced === null || !isLabelShaped(label) || !isHeadingName(label)) return undefined;
  return { candidate: { label, form: "spaced" }, rest: text.slice(spaced[0].length) };
}

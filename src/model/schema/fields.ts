import { z } from "zod";
import { findNearest } from "./find-nearest.ts";

/*
 * The kinds of value that the owner's files hold. Files are read with every scalar as the text that stands
 * there (`012`, `2025.10`, `1984`), so that nothing is lost before its field is known; each kind reads its
 * value from that text, and its message repeats it. An empty value counts as absent.
 */

type Path = readonly PropertyKey[];

/** A value as it is repeated in a message: in quotes, shortened, on one line. */
export function quoteValue(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object" && value !== null) return "a group of keys";
  const text = String(value).replace(/\s+/g, " ");
  const letters = [...text.slice(0, 200)];
  return `"${letters.length > 60 ? `${letters.slice(0, 59).join("")}…` : text}"`;
}

/** `The date`, `The link "YouTube"`, `Entry 2 of "topics"`: how a message names the place of a value. */
function nameField(path: Path): string {
  const own = path.at(-1);
  const parent = path.at(-2);
  if (own === undefined) return "The file";
  if (typeof own === "number") {
    return `Entry ${own + 1}${typeof parent === "string" ? ` of "${parent}"` : ""}`;
  }
  if (parent === "links") return `The link "${String(own)}"`;
  if (parent === "speakers") return `The person for the label "${String(own)}"`;
  if (typeof parent === "string") return `"${String(own)}" of "${parent}"`;
  return parent === undefined ? `The ${String(own)}` : `"${String(own)}"`;
}

const writeText = "Write some text.";

function wordProblem(path: Path, input: unknown, advice: string): string {
  const name = nameField(path);
  if (input !== undefined) return `${name} is ${quoteValue(input)}. ${advice}`;
  const key = path.at(-1);
  return typeof key === "string"
    ? `${name} is missing. Add "${key}: …".${advice === writeText ? "" : ` ${advice}`}`
    : `${name} is empty. ${advice}`;
}

function defineScalar<T>(read: (text: string) => T | undefined, advice: string) {
  const readScalar = (value: unknown): T | undefined =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? read(String(value).trim())
      : undefined;
  return z
    .custom<unknown>((value) => readScalar(value) !== undefined, {
      error: (issue) => wordProblem(issue.path ?? [], issue.input, advice),
    })
    .transform((value) => readScalar(value) as T);
}

// What cannot be seen can still turn a line round or break a file: control characters, direction overrides
// (U+202A-202E, U+2066-2069) and byte order marks.
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text on one line; spaces and line breaks in it become one space. */
export function defineLine(advice = writeText) {
  return defineScalar((text) => text.replace(invisible, "").replace(/\s+/g, " ").trim() || undefined, advice);
}

/** Text that keeps its line breaks and spaces. */
export function defineText(advice = writeText) {
  return defineScalar((text) => text.replace(invisible, "").trim() || undefined, advice);
}

/** A whole number from `least` up. */
export function defineWholeNumber(least: number) {
  return defineScalar((text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    return value >= least ? value : undefined;
  }, `Write a whole number from ${least} up, as in 12.`);
}

/** How sure somebody is, from 0 to 1. */
export function defineSureness() {
  return defineScalar((text) => {
    const value = /^\d*\.?\d+$/.test(text) ? Number(text) : -1;
    return value >= 0 && value <= 1 ? value : undefined;
  }, "Write a number from 0 to 1, as in 0.8.");
}

export function defineFlag() {
  return defineScalar(
    (text) => (/^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined),
    "Write true or false.",
  );
}

/** `12:30`, `1:02:03.5`, `750`, `PT1H9M30S` -> seconds. */
export function readSeconds(text: string): number | undefined {
  const clock = /^(?:(\d{1,3}):)?(\d{1,4}):([0-5]?\d(?:[.,]\d+)?)$/.exec(text);
  if (clock !== null) {
    const [, hours, minutes, seconds = ""] = clock;
    if (hours !== undefined && Number(minutes) > 59) return undefined;
    return Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds.replace(",", "."));
  }
  const iso = /^PT(?=\d)(?:(\d{1,3})H)?(?:(\d{1,5})M)?(?:(\d{1,7}(?:\.\d+)?)S)?$/i.exec(text);
  if (iso !== null) return Number(iso[1] ?? 0) * 3600 + Number(iso[2] ?? 0) * 60 + Number(iso[3] ?? 0);
  return /^\d{1,7}(?:\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** A place in the audio, in seconds. */
export function defineSeconds() {
  return defineScalar(readSeconds, 'Write a time as "12:30" or "1:02:30", or as seconds, as in 750.');
}

/** A length of time that is longer than nothing, in seconds. */
export function defineDuration() {
  return defineScalar(
    (text) => readSeconds(text) || undefined,
    'Write it as "1:09:30", or as seconds, as in 4170.',
  );
}

/** Seconds that may be negative. */
export function defineSecondsOffset() {
  return defineScalar((text) => {
    const sign = text.startsWith("-") ? -1 : 1;
    const seconds = readSeconds(text.replace(/^[+-]/, ""));
    return seconds === undefined ? undefined : seconds === 0 ? 0 : sign * seconds;
  }, "Write the seconds to add to every time, as in 30 or -12.5.");
}

/** `2025`, `2025-03` or `2025-03-05`, a day that exists. */
export function definePartialDate() {
  return defineScalar((text) => {
    const match = /^([1-9]\d{3})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
    if (match === null) return undefined;
    const [, year, month = "01", day = "01"] = match;
    const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) ? text : undefined;
  }, "Write it as 2025-03-05, 2025-03 or 2025, a day that exists.");
}

/** A language tag of BCP 47, in its canonical case. */
export function defineLanguage() {
  return defineScalar((text) => {
    try {
      return /^[A-Za-z]{2,3}(?:-|$)/.test(text) ? Intl.getCanonicalLocales(text)[0] : undefined;
    } catch {
      return undefined;
    }
  }, "Write a language tag, as in zh-CN, zh-TW or en.");
}

function readAddress(text: string, protocols: RegExp): string | undefined {
  // A URL parser drops tabs and line breaks and takes "https:example" for an address; a reader does not.
  if (!/^(?:https?:\/\/[^/\s]|mailto:[^\s]+@)[^\s]*$/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return protocols.test(url.protocol) ? url.href : undefined;
}

/** An address of http or https. */
export function defineWebAddress() {
  return defineScalar(
    (text) => readAddress(text, /^https?:$/),
    "Write an address that begins with https:// or http://.",
  );
}

/** An address of http, https or mailto: nothing that runs. */
export function defineLink() {
  return defineScalar(
    (text) => readAddress(text, /^(?:https?|mailto):$/),
    "Write an address that begins with https://, http:// or mailto:.",
  );
}

/** An address of http or https, or the path of a file without `..` in it. */
export function defineFileOrAddress(advice: string) {
  return defineScalar((text) => {
    if (/^[a-z][a-z0-9+.-]+:/i.test(text) || text.startsWith("//")) return readAddress(text, /^https?:$/);
    return /[\u0000-\u001f\\]/.test(text) || text.split("/").includes("..") ? undefined : text || undefined;
  }, advice);
}

/** One of a few words. */
export function defineChoice<const T extends string>(choices: readonly T[]) {
  const list = new Intl.ListFormat("en", { type: "disjunction" }).format(choices);
  return defineScalar((text) => choices.find((choice) => choice === text), `Write ${list}.`);
}

/** A list of such items; an item that is absent is an error. */
export function defineList<T extends z.ZodType>(item: T, example: string) {
  return z.array(item, {
    error: (issue) => wordProblem(issue.path ?? [], issue.input, `Write a list, as in ${example}.`),
  });
}

/** Names of the owner's choice, each with such a value. */
export function defineDictionary<T extends z.ZodType>(value: T, example: string) {
  return z.record(z.string(), value, {
    error: (issue) =>
      wordProblem(issue.path ?? [], issue.input, `Write names with their values, as in ${example}.`),
  });
}

function wordUnknownKey(key: string, known: readonly string[]): string {
  const nearest = findNearest(key, known);
  const advice =
    nearest === undefined
      ? `Delete it, or write one of ${known.join(", ")}.`
      : `Did you mean "${nearest}"? Write that, or delete the line.`;
  return `The key ${quoteValue(key)} is not known here. ${advice}`;
}

/**
 * A group of named fields. The message of unknown keys holds one line a key, in the order of the issue's `keys`,
 * so that each gets a problem of its own.
 */
export function defineGroup<T extends z.ZodRawShape>(shape: T, example: string) {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? issue.keys.map((key) => wordUnknownKey(key, known)).join("\n")
        : wordProblem(issue.path ?? [], issue.input, `Write its keys, as in ${example}.`),
  });
}

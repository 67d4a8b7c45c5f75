import { z } from "zod";
import type { Fault } from "../problem.ts";
import type { Expected, WrittenValue } from "../problem-values.ts";
import { findMeant } from "./find-meant.ts";
import { readMoment, readPartialDate } from "./read-date.ts";

/*
 * The kinds of value that the owner's files hold. Files are read with every scalar as the text that stands
 * there (`012`, `2025.10`, `1984`), so that nothing is lost before its field is known; each kind reads its
 * value from that text, and its problem repeats it. An empty value counts as absent.
 *
 * Each carries what it wants (`expected`) and each key what it is (`description`, `zh`, `example` as YAML) as Zod's
 * metadata: docs/keys.md and docs/keys.zh.md are made from it.
 */

/** Faults as the message of a Zod issue, which holds text and nothing else. */
export function packFaults(...faults: readonly Fault[]): string {
  return packAll(faults);
}

function packAll(faults: readonly Fault[]): string {
  return JSON.stringify(faults);
}

/** The faults that an issue of our schemas tells: one, or one for each key that is not known. */
export function unpackFaults({ message }: z.core.$ZodIssue): readonly Fault[] {
  return JSON.parse(message) as Fault[];
}

function showValue(value: unknown): WrittenValue {
  if (Array.isArray(value)) return { shape: value.length === 0 ? "empty-list" : "list" };
  return typeof value === "object" && value !== null ? { shape: "group" } : { text: String(value) };
}

function explainValue({ path: steps = [], input }: z.core.$ZodRawIssue, expected: Expected): string {
  const path = steps.map((step) => (typeof step === "number" ? step : String(step)));
  if (input !== undefined)
    return packFaults({ kind: "field-invalid", values: { path, value: showValue(input), expected } });
  const key = path.at(-1);
  return packFaults(
    typeof key === "string"
      ? { kind: "field-missing", values: { path, key, expected } }
      : { kind: "field-empty", values: { path, expected } },
  );
}

function defineScalar<T>(read: (text: string) => T | undefined, expected: Expected) {
  const readScalar = (value: unknown): T | undefined =>
    typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? read(String(value).trim())
      : undefined;
  return z
    .custom<unknown>((value) => readScalar(value) !== undefined, {
      error: (issue) => explainValue(issue, expected),
    })
    .transform((value) => readScalar(value) as T)
    .meta({ expected });
}

// What cannot be seen can still turn a line round or break a file: control characters, direction overrides
// (U+202A-202E, U+2066-2069) and byte order marks.
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text on one line; spaces and line breaks in it become one space. */
export function defineLine() {
  const read = (text: string) => text.replace(invisible, "").replace(/\s+/g, " ").trim() || undefined;
  return defineScalar(read, { kind: "text", values: {} });
}

/** Text that keeps its line breaks and spaces. */
export function defineText() {
  const read = (text: string) => text.replace(invisible, "").trim() || undefined;
  return defineScalar(read, { kind: "text", values: {} });
}

/** A whole number from `least` up. */
export function defineWholeNumber(least: number) {
  const read = (text: string) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    return value >= least ? value : undefined;
  };
  return defineScalar(read, { kind: "whole-number", values: { least } });
}

/** How sure somebody is, from 0 to 1. */
export function defineSureness() {
  const read = (text: string) => {
    const value = /^\d*\.?\d+$/.test(text) ? Number(text) : -1;
    return value >= 0 && value <= 1 ? value : undefined;
  };
  return defineScalar(read, { kind: "sureness", values: {} });
}

export function defineFlag() {
  const read = (text: string) => (/^true$/i.test(text) ? true : /^false$/i.test(text) ? false : undefined);
  return defineScalar(read, { kind: "flag", values: {} });
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
  return defineScalar(readSeconds, { kind: "time", values: {} });
}

/** A length of time that is longer than nothing, in seconds. */
export function defineDuration() {
  return defineScalar((text) => readSeconds(text) || undefined, { kind: "duration", values: {} });
}

/** Seconds that may be negative. */
export function defineSecondsOffset() {
  const read = (text: string) => {
    const sign = text.startsWith("-") ? -1 : 1;
    const seconds = readSeconds(text.replace(/^[+-]/, ""));
    return seconds === undefined ? undefined : seconds === 0 ? 0 : sign * seconds;
  };
  return defineScalar(read, { kind: "offset", values: {} });
}

/** A year, a month or a day, as `readPartialDate` takes it; the day in its own zone. */
export function definePartialDate() {
  return defineScalar(readPartialDate, { kind: "date", values: {} });
}

/** A moment, in milliseconds since 1970. */
export function defineMoment() {
  return defineScalar(readMoment, { kind: "moment", values: {} });
}

/** A MIME type of sound or film. */
export function defineMediaType() {
  const read = (text: string) =>
    /^(?:audio|video|application)\/[\w.+-]{1,60}$/i.test(text) ? text.toLowerCase() : undefined;
  return defineScalar(read, { kind: "media-type", values: {} });
}

/** A language tag of BCP 47, in its canonical case. */
export function defineLanguage() {
  const read = (text: string) => {
    try {
      return /^[A-Za-z]{2,3}(?:-|$)/.test(text) ? Intl.getCanonicalLocales(text)[0] : undefined;
    } catch {
      return undefined;
    }
  };
  return defineScalar(read, { kind: "language", values: {} });
}

function readAddress(text: string, protocols: RegExp): string | undefined {
  // A URL parser drops tabs and line breaks and takes "https:example" for an address; a reader does not.
  if (!/^(?:https?:\/\/[^/\s]|mailto:[^\s]+@)[^\s]*$/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return protocols.test(url.protocol) ? url.href : undefined;
}

/** A UUID as `podcast:guid` writes it, in lower case. */
export function defineUuid() {
  const read = (text: string) =>
    /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text) ? text.toLowerCase() : undefined;
  return defineScalar(read, { kind: "uuid", values: {} });
}

/** An address of e-mail. */
export function defineEmail() {
  const read = (text: string) => (/^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,255}$/.test(text) ? text : undefined);
  return defineScalar(read, { kind: "email", values: {} });
}

/** An address of http or https. */
export function defineWebAddress() {
  return defineScalar((text) => readAddress(text, /^https?:$/), { kind: "web-address", values: {} });
}

/** An address of http, https or mailto: nothing that runs. */
export function defineLink() {
  return defineScalar((text) => readAddress(text, /^(?:https?|mailto):$/), { kind: "link", values: {} });
}

/** The endings of files of each kind, in lower case. A file of another kind is published under no name. */
export const mediaEndings = {
  audio: ["mp3", "m4a", "m4b", "mp4", "aac", "ogg", "oga", "opus", "wav", "flac", "webm"],
  cover: ["jpg", "jpeg", "png", "webp", "avif", "gif", "svg"],
} as const;

/**
 * An address of http or https, or the path of a file of that kind; a cover's may begin with a slash. Without `..` in
 * it, and without the `.` and the double slashes that are given.
 */
export function defineFileOrAddress(kind: keyof typeof mediaEndings) {
  const endings: readonly string[] = mediaEndings[kind];
  const read = (text: string) => {
    if (/^[a-z][a-z0-9+.-]+:/i.test(text) || text.startsWith("//")) return readAddress(text, /^https?:$/);
    if (/[\u0000-\u001f\u007f\\]/.test(text) || (kind === "audio" && text.startsWith("/"))) return undefined;
    const parts = text.split("/").filter((part) => part !== "" && part !== ".");
    const ending = /[^.]\.([^.]+)$/.exec(parts.at(-1) ?? "")?.[1]?.toLowerCase() ?? "";
    if (parts.includes("..") || !endings.includes(ending)) return undefined;
    return `${text.startsWith("/") ? "/" : ""}${parts.join("/")}`;
  };
  return defineScalar(read, { kind, values: { endings } });
}

/** A colour in hex, `#be3321`; three digits and a missing `#` are taken. */
export function defineColour() {
  const read = (text: string) => {
    const [, hex] = /^#?([\da-f]{3}|[\da-f]{6})$/i.exec(text) ?? [];
    if (hex === undefined) return undefined;
    return `#${hex.length === 6 ? hex : hex.replace(/./g, "$&$&")}`.toLowerCase();
  };
  return defineScalar(read, { kind: "colour", values: {} });
}

/** One of a few words. */
export function defineChoice<const T extends string>(choices: readonly T[]) {
  const read = (text: string) => choices.find((choice) => choice === text);
  return defineScalar(read, { kind: "choice", values: { choices } });
}

/** A list of such items; an item that is absent is an error. */
export function defineList<T extends z.ZodType>(item: T, example: string) {
  const expected: Expected = { kind: "list", values: { example } };
  return z.array(item, { error: (issue) => explainValue(issue, expected) }).meta({ expected });
}

/** Names of the owner's choice, each with such a value. */
export function defineDictionary<T extends z.ZodType>(value: T, example: string) {
  const expected: Expected = { kind: "dictionary", values: { example } };
  return z.record(z.string(), value, { error: (issue) => explainValue(issue, expected) }).meta({ expected });
}

function explainUnknownKey(key: string, known: readonly string[]): Fault {
  const nearest = findMeant(key, known);
  return { kind: "key-unknown", values: { key, known, ...(nearest === undefined ? {} : { nearest }) } };
}

/**
 * A group of named fields. The issue of unknown keys has a fault for each, in the order of its `keys`, so that each
 * gets a problem of its own.
 */
export function defineGroup<T extends z.ZodRawShape>(shape: T, example: string) {
  const known = Object.keys(shape);
  const expected: Expected = { kind: "group", values: { example } };
  return z
    .strictObject(shape, {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? packAll(issue.keys.map((key) => explainUnknownKey(key, known)))
          : explainValue(issue, expected),
    })
    .meta({ expected });
}

/** A group for which its one key that most need can stand alone: `lin` for `{ id: lin }`. */
export function defineShorthand<T extends z.ZodObject>(key: string & keyof T["shape"], group: T) {
  const read = (value: unknown) => (typeof value === "string" ? { [key]: value } : value);
  return z.preprocess(read, group).meta({ shorthand: key });
}

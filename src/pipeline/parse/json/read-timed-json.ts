import { z } from "zod";
import type { Word } from "../../../model/cue.ts";
import type { WrittenValue } from "../../../model/problem-values.ts";
import { buildTimedCues } from "../build-timed-cues.ts";
import { collectProblems, type ProblemCollector } from "../collect-problems.ts";
import type { ParsedTranscript } from "../parsed-transcript.ts";
import type { TimedBlock } from "../read-timed-blocks.ts";
import { followPath, getAt } from "./follow-path.ts";
import { joinWords, partWords, type SpokenWord } from "./join-words.ts";
import { locateRecords, type RecordPlace } from "./locate-records.ts";
import { cleanText, guessUnit, type RecordShape, readEnd, readSpeaker, readTurns } from "./read-fields.ts";
import { readJsonTime } from "./read-json-time.ts";
import type { TimedJsonShape } from "./timed-json-shape.ts";

/** What is read of a record, under whatever keys its tool has for it. */
const recordSchema = z.object({
  text: z.string(),
  start: z.number().nullish(),
  end: z.number().nullish(),
  /** Not carried on to the next record, as each record speaks for itself. */
  speaker: z.string().nullish(),
});
type TimedRecord = z.infer<typeof recordSchema>;

/** The path with the number of the last element where it says `-1`. */
function resolvePath(document: unknown, path: string): string {
  const [list, rest] = path.split(".-1", 2);
  const last = rest === undefined ? undefined : getAt(document, list ?? "");
  return Array.isArray(last) ? `${list}.${last.length - 1}${rest}` : path;
}

/** Reads a JSON document of a shape. `text` is its source, with "\n" as line end: for the lines. */
export function parseTimedJson(document: unknown, text: string, shape: TimedJsonShape): ParsedTranscript {
  const places = locateRecords(text, resolvePath(document, shape.records), shape.text[0]);
  const placeOf = (index: number): RecordPlace => places.at(index) ?? { line: 1, bodyLine: 1 };
  return parseRecords(followPath(document, shape.records), shape, placeOf, document);
}

/** Reads records of a shape, each with its place in the file. `document` is where they come from, for its list of turns. */
export function parseRecords(
  records: readonly unknown[],
  shape: RecordShape,
  placeOf: (index: number) => RecordPlace,
  document?: unknown,
): ParsedTranscript {
  const problems = collectProblems();
  const unit = shape.unit === "guess" ? guessUnit(records, shape) : shape.unit;
  const read = { shape, unit, placeOf, problems, speakerAt: readTurns(document, shape, unit) };
  const blocks =
    shape.areWords === true
      ? partWords(records.map((record, index) => readWordRecord(record, index, read))).flatMap((part) =>
          makeWordBlock(part, read),
        )
      : records.flatMap((record, index) => readRecord(record, index, read));
  return {
    cues: buildTimedCues(blocks, { isEveryTagMarkup: false, isPlain: true }, problems),
    problems: problems.list(),
  };
}

interface Reading {
  readonly shape: RecordShape;
  readonly unit: number;
  readonly problems: ProblemCollector;
  readonly speakerAt: (start: number | undefined) => string | undefined;
  placeOf(index: number): RecordPlace;
}

function readRecord(record: unknown, index: number, reading: Reading): TimedBlock[] {
  const { shape, unit } = reading;
  const words = readWords(record, index, reading);
  const own = shape.text.map((path) => getAt(record, path)).find((value) => value !== undefined);
  if (own === undefined && words.length > 0) {
    // What has no text of its own is told by its words, and may be long.
    const speaker = readSpeaker(record, shape);
    const named = words.map((word) => (typeof speaker === "string" ? { ...word, speaker } : word));
    const parts = shape.isWhole === true ? [named] : partWords(named);
    return parts.flatMap((part) => makeWordBlock(part, reading, readEnd(record, shape, unit)));
  }
  if (own === undefined && shape.isSparse === true) return [];
  const said = validate(
    {
      text: own ?? null,
      ...readTimes(record, shape, unit),
      speaker: readSpeaker(record, shape),
    },
    record,
    index,
    reading,
  );
  if (said === undefined) return [];
  const start = said.start ?? words.find((word) => word.start !== undefined)?.start;
  const end = said.end ?? words.findLast((word) => word.end !== undefined)?.end;
  return makeBlocks(
    { ...said, start, end, speaker: said.speaker ?? reading.speakerAt(start ?? undefined) },
    index,
    reading,
    words,
  );
}

/** The problem of each field that a record can be read without. */
const kindByField = {
  start: "record-start-invalid",
  end: "record-end-invalid",
  speaker: "record-speaker-invalid",
} as const;

/** A record with what of it can be read; what cannot is warned of. */
function validate(
  fields: Record<keyof TimedRecord, unknown>,
  record: unknown,
  index: number,
  reading: Reading,
): TimedRecord | undefined {
  const { shape, problems, placeOf } = reading;
  const whole = recordSchema.safeParse(fields);
  if (whole.success) return whole.data;
  const fault = whole.error.issues[0]?.path[0];
  const { line } = placeOf(index);
  if (fault !== "start" && fault !== "end" && fault !== "speaker") {
    problems.warn(line, { kind: "record-without-body", values: { field: shape.text[0] ?? "" } });
    return undefined;
  }
  const field = shape[fault] ?? shape.duration ?? "";
  const value = showValue(getAt(record, field));
  problems.warn(line, { kind: kindByField[fault], values: { field, value } });
  return validate({ ...fields, [fault]: null }, record, index, reading);
}

/** Times of a record; what is there and no time stays as it is, to be warned of. */
function readTimes(record: unknown, shape: RecordShape, unit: number): { start: unknown; end: unknown } {
  const start = getAt(record, shape.start);
  const end = shape.end === undefined ? undefined : getAt(record, shape.end);
  return {
    start: start === undefined ? null : (readJsonTime(start, unit) ?? String(showValue(start))),
    end:
      end === undefined
        ? (readEnd(record, shape, unit) ?? null)
        : (readJsonTime(end, unit) ?? String(showValue(end))),
  };
}

function readWords(record: unknown, index: number, { shape, unit }: Reading): SpokenWord[] {
  if (shape.characterTimes !== undefined) return readCharacters(record, index, shape.characterTimes, unit);
  const { words } = shape;
  if (words === undefined) return [];
  const base = words.areRelative === true ? (readJsonTime(getAt(record, shape.start), unit) ?? 0) : 0;
  return followPath(record, words.list).flatMap((word) => {
    const text = words.text.map((path) => getAt(word, path)).find((own) => typeof own === "string");
    if (typeof text !== "string" || text === "") return [];
    const at = getAt(word, words.start);
    const start = words.areRelative === true ? base + (readJsonTime(at, unit) ?? 0) : readJsonTime(at, unit);
    const end = readEnd(word, words, unit);
    return [
      {
        text: cleanText(text),
        index,
        ...(start === undefined ? {} : { start }),
        ...(end === undefined ? {} : { end }),
      },
    ];
  });
}

/** Characters and Latin words of a text, one for each time, where they are as many as the times. */
function readCharacters(record: unknown, index: number, path: string, unit: number): SpokenWord[] {
  const times = followPath(record, path);
  const said = getAt(record, "text");
  const text = cleanText(typeof said === "string" ? said : "").replace(/<\|[^|]{1,24}\|>/g, "");
  const pieces = text.match(/\p{Script=Han}|[\p{L}\p{N}'’]+|[^\p{L}\p{N}\s]+|\s+/gu) ?? [];
  let at = 0;
  const words = pieces.map((piece): SpokenWord => {
    if (!/[\p{L}\p{N}]/u.test(piece)) return { text: piece, index };
    const [start, end] = [0, 1].map((side) => readJsonTime(getAt(times[at], String(side)), unit));
    at += 1;
    return {
      text: piece,
      index,
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
    };
  });
  return at === times.length ? words : [];
}

function readWordRecord(record: unknown, index: number, { shape, unit, speakerAt }: Reading): SpokenWord {
  const text = shape.text.map((path) => getAt(record, path)).find((own) => typeof own === "string");
  const start = readJsonTime(getAt(record, shape.start), unit);
  const end = readEnd(record, shape, unit);
  const named = readSpeaker(record, shape);
  const speaker = typeof named === "string" ? named : speakerAt(start);
  return {
    text: cleanText(typeof text === "string" ? text : ""),
    index,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(speaker === undefined ? {} : { speaker }),
  };
}

function makeWordBlock(words: readonly SpokenWord[], reading: Reading, recordEnd?: number): TimedBlock[] {
  const text = joinWords(words);
  const timed = words.filter(({ start }) => start !== undefined);
  const start = timed[0]?.start;
  const end = timed.findLast((word) => word.end !== undefined)?.end ?? recordEnd;
  const speaker = words.find((word) => word.speaker !== undefined)?.speaker ?? reading.speakerAt(start);
  return makeBlocks({ text, start, end, speaker }, words[0]?.index ?? 0, reading, words);
}

function makeBlocks(
  { text, start, end, speaker }: TimedRecord,
  index: number,
  { placeOf }: Reading,
  words: readonly SpokenWord[],
): TimedBlock[] {
  const said = cleanText(text).replace(/\s+/g, " ").trim();
  if (said === "") return [];
  const { line, bodyLine } = placeOf(index);
  const timed = words.flatMap(({ text: own, start: from, end: to }): Word[] => {
    const word = own.trim();
    if (from === undefined || from < 0 || word === "") return [];
    return [{ text: word, startTime: from, ...(to === undefined || to <= from ? {} : { endTime: to }) }];
  });
  return [
    {
      timeLine: line,
      line: bodyLine,
      lines: [said],
      ...(typeof start === "number" ? { start } : {}),
      ...(typeof end === "number" ? { end } : {}),
      ...(typeof speaker === "string" && speaker !== "" ? { speaker } : {}),
      ...(timed.length < 2 ? {} : { words: timed }),
    },
  ];
}

/** A value as the file writes it, in at most 40 characters. */
function showValue(value: unknown): WrittenValue {
  // A stranger's value may be nested deeper than can be written out.
  if (typeof value === "object" && value !== null) return { shape: Array.isArray(value) ? "list" : "group" };
  // JSON has no infinite number, but numbers that JavaScript cannot hold.
  const characters = [...(typeof value === "number" ? String(value) : String(JSON.stringify(value)))];
  return { text: characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : characters.join("") };
}

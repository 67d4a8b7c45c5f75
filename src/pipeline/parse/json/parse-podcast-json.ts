import { z } from "zod";
import type { Cue } from "../../../model/cue.ts";
import type { LineProblem } from "../../../model/problem.ts";
import type { WrittenValue } from "../../../model/problem-values.ts";
import { createTimeChecker } from "../check-times.ts";
import { collectProblems, type ProblemCollector } from "../collect-problems.ts";
import { cleanCharacters } from "../decode/clean-characters.ts";
import { readClock } from "../read-clock.ts";
import { locateRecords, type RecordPlace } from "./locate-records.ts";

/** Seconds that are no time of any recording: a hundred years. */
const noTime = 3_155_760_000;

/** Seconds as a number, as its digits, or as a clock time. */
const seconds = z
  .union([
    z.number(),
    z
      .string()
      .transform((text) => (/^\s*-?\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : readClock(text)))
      .pipe(z.number()),
  ])
  .refine((value) => Math.abs(value) < noTime);

/** One record of Podcasting 2.0 transcript JSON (podcast-namespace, docs/examples/transcripts). */
const recordSchema = z.looseObject({
  /** What is said. */
  body: z.string(),
  /** Seconds from the beginning; a record without one is read without a time. */
  startTime: seconds.nullish(),
  endTime: seconds.nullish(),
  /** Who says it; not carried on to the next record, as each record speaks for itself. */
  speaker: z.string().nullish(),
});

const documentSchema = z.looseObject({ segments: z.array(z.unknown()) });

/** Whether a JSON document has the shape of a Podcasting 2.0 transcript: a list `segments` of objects with `body`. */
export function isPodcastJson(value: unknown): boolean {
  const { data } = documentSchema.safeParse(value);
  if (data === undefined) return false;
  const { segments } = data;
  return (
    segments.length === 0 ||
    segments.some((record) => typeof record === "object" && record !== null && "body" in record)
  );
}

/** Reads a parsed Podcasting 2.0 transcript. `text` is its source, with "\n" as line end: for the lines. */
export function parsePodcastJson(value: unknown, text: string): { cues: Cue[]; problems: LineProblem[] } {
  const problems = collectProblems();
  const checkTimes = createTimeChecker(problems);
  const places = locateRecords(text);
  const cues = documentSchema.parse(value).segments.flatMap((record, index): Cue[] => {
    const place = places[index] ?? { line: 1, bodyLine: 1 };
    const read = readRecord(record, place, problems);
    // Line breaks inside a JSON string are none of the file's.
    const said = cleanCharacters(read?.body ?? "")
      .replace(/\s*\n\s*/g, " ")
      .trim();
    if (read === undefined || said === "") return [];
    const times = checkTimes(place.line, read.startTime ?? undefined, read.endTime ?? undefined);
    const speaker = cleanCharacters(read.speaker ?? "")
      .replace(/\s+/g, " ")
      .trim();
    return [{ ...times, ...(speaker === "" ? {} : { speaker }), text: said, line: place.bodyLine }];
  });
  return { cues, problems: problems.list() };
}

/** The problem of each field that a record can be read without. */
const kindByField = {
  startTime: "record-start-invalid",
  endTime: "record-end-invalid",
  speaker: "record-speaker-invalid",
} as const;

function readRecord(
  record: unknown,
  { line }: RecordPlace,
  problems: ProblemCollector,
): z.infer<typeof recordSchema> | undefined {
  const whole = recordSchema.safeParse(record);
  if (whole.success) return whole.data;
  const fault = whole.error.issues[0]?.path[0];
  if (fault === undefined || fault === "body") {
    problems.warn(line, { kind: "record-without-body", values: {} });
    return undefined;
  }
  const value = showValue((record as Record<string, unknown>)[String(fault)]);
  problems.warn(line, { kind: kindByField[fault as keyof typeof kindByField], values: { value } });
  return readRecord({ ...(record as object), [fault]: null }, { line, bodyLine: line }, problems);
}

/** A value as the file writes it, in at most 40 characters. */
function showValue(value: unknown): WrittenValue {
  // A stranger's value may be nested deeper than can be written out.
  if (typeof value === "object" && value !== null) return { shape: Array.isArray(value) ? "list" : "group" };
  // JSON has no infinite number, but numbers that JavaScript cannot hold.
  const characters = [...(typeof value === "number" ? String(value) : String(JSON.stringify(value)))];
  return { text: characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : characters.join("") };
}

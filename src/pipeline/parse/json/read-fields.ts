import { weighText } from "../../../text/weigh-text.ts";
import { cleanCharacters, dropInvisible } from "../decode/clean-characters.ts";
import { followPath, getAt } from "./follow-path.ts";
import { readJsonTime } from "./read-json-time.ts";
import type { TimedJsonShape, TimedRecordShape } from "./timed-json-shape.ts";

export type RecordShape = TimedRecordShape & Partial<TimedJsonShape>;

/** When a record ends, in seconds: by its own word for it, or by how long it takes. */
export function readEnd(
  record: unknown,
  { start, end, duration }: Pick<TimedRecordShape, "start" | "end" | "duration">,
  unit: number,
): number | undefined {
  if (end !== undefined) return readJsonTime(getAt(record, end), unit);
  const from = readJsonTime(getAt(record, start), unit);
  const length = duration === undefined ? undefined : readJsonTime(getAt(record, duration), unit);
  return from === undefined || length === undefined ? undefined : Math.round((from + length) * 1000) / 1000;
}

/** The name of a record's speaker; a value that is none stays as it is. */
export function readSpeaker(record: unknown, shape: RecordShape): unknown {
  return shape.speaker === undefined ? undefined : nameSpeaker(getAt(record, shape.speaker), shape);
}

/** The name of a speaker; a value that is none stays as it is. A number has the tool's word before it. */
function nameSpeaker(value: unknown, { speakerPrefix = "Speaker " }: RecordShape): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number") return Number.isInteger(value) ? `${speakerPrefix}${value}` : value;
  if (typeof value !== "string") return value;
  const name = cleanText(value).replace(/\s+/g, " ").trim();
  return /^(?:\d{1,3}|[A-Z])$/.test(name) ? `${speakerPrefix}${name}` : name;
}

/** Who speaks at a time, by the list of turns that some tools write beside the words. */
export function readTurns(
  document: unknown,
  shape: RecordShape,
  unit: number,
): (start: number | undefined) => string | undefined {
  const { turns } = shape;
  if (turns === undefined) return () => undefined;
  const list = followPath(document, turns.records)
    .flatMap((turn) => {
      const [from, to] = [readJsonTime(getAt(turn, turns.start), unit), readEnd(turn, turns, unit)];
      const speaker = nameSpeaker(getAt(turn, turns.speaker), shape);
      return from === undefined || typeof speaker !== "string" ? [] : [{ from, to: to ?? from, speaker }];
    })
    .sort((a, b) => a.from - b.from);
  return (start) => {
    if (start === undefined) return undefined;
    // The last turn that has begun: words between two turns belong to the one before.
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((list[middle]?.from ?? 0) <= start + 0.01) low = middle + 1;
      else high = middle;
    }
    return list[Math.max(0, low - 1)]?.speaker;
  };
}

/** Chosen: speech that takes twenty times as long as people need for it is counted in milliseconds. */
const slowest = 20;

/** Seconds in one unit of the times of records that do not say which it is. */
export function guessUnit(records: readonly unknown[], shape: RecordShape): number {
  let [said, shown] = [0, 0];
  for (const record of records.slice(0, 500)) {
    const text = shape.text.map((path) => getAt(record, path)).find((own) => typeof own === "string");
    const [start, end] = [readJsonTime(getAt(record, shape.start), 1), readEnd(record, shape, 1)];
    if (typeof text !== "string" || start === undefined || end === undefined) continue;
    said += weighText(text.slice(0, 2000)).at(-1) ?? 0;
    shown += Math.max(0, end - start);
  }
  return shown > said * slowest ? 0.001 : 1;
}

/** Characters in JSON's own notation are cleaned as those of a file are; a line break in a string is none of the file's. */
export function cleanText(text: string): string {
  return cleanCharacters(dropInvisible(text).text).replace(/\n/g, " ");
}

import type { TimedJsonKind } from "../../../model/transcript.ts";

/**
 * How records say what was said and when. Paths lead from the record: keys with points between them, `*` for each element
 * of a list, a number for one element, `-1` for the last.
 */
export interface TimedRecordShape {
  /** What a record says; where there is none its words say it. The first that is there counts. */
  readonly text: readonly string[];
  readonly start: string;
  readonly end?: string;
  /** In the place of `end`: how long it takes. */
  readonly duration?: string;
  readonly speaker?: string;
  /** Before a speaker that is only a number or a letter; the tool's own word for it. */
  readonly speakerPrefix?: string;
  /** Seconds in one unit of a time that is a number. `guess`: seconds or milliseconds, whichever people can speak. */
  readonly unit: number | "guess";
  /** Words of a record. Their times are in the same unit. */
  readonly words?: WordShape;
  /** One time a character, for a record without words (`[[0, 200], …]`). */
  readonly characterTimes?: string;
  /** Whether a record that says nothing is none at all. */
  readonly isSparse?: boolean;
}

/** How a tool writes a transcript in JSON. */
export interface TimedJsonShape extends TimedRecordShape {
  readonly kind: TimedJsonKind;
  /** Path from the document to its records. */
  readonly records: string;
  /** Whether records are words, to be put together. */
  readonly areWords?: boolean;
  /** Whether the words of a record without a text are one cue, however many sentences they are. */
  readonly isWhole?: boolean;
  /** Who speaks when, where a list of its own says so. */
  readonly turns?: {
    readonly records: string;
    readonly start: string;
    readonly end?: string;
    readonly duration?: string;
    readonly speaker: string;
  };
  /** Paths in the document that must be there besides, where the record's keys say too little. */
  readonly requires?: readonly string[];
}

interface WordShape {
  readonly list: string;
  readonly text: readonly string[];
  readonly start: string;
  readonly end?: string;
  readonly duration?: string;
  /** Whether a word's times count from the start of its record. */
  readonly areRelative?: boolean;
}

/** Seconds in the units that tools count in. */
export const second = 1;
export const millisecond = 0.001;
export const microsecond = 1e-6;
/** 100 nanoseconds. */
export const tick = 1e-7;

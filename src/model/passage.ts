import type { Change, Speaker, Word } from "./cue.ts";

/** Where the times of a transcript come from (content.md): all from the file, none, or some. */
export type Timing = "cue" | "estimated" | "mixed";

/** A title that holds from its start to the next chapter's. */
export interface Chapter {
  readonly title: string;
  /** Seconds. */
  readonly start: number;
  /** True where `start` is estimated from the text's length. */
  readonly isEstimated: boolean;
  /** Index of the first passage of the chapter; chapters without a passage are left out. */
  readonly firstPassage: number;
}

/** Consecutive cues of one speaker inside one chapter: what a reader reads and a link opens. */
export interface Passage {
  /** Its address: `t=754`, `t=754.2`, `p12` or `p12.340` (interface.md), without `#`. */
  readonly anchor: string;
  /** The line address (`p12`, `p12.340`) that every passage answers to; equals `anchor` where the time is estimated. */
  readonly lineAnchor: string;
  /** 1-based line of the transcript file in which the passage begins. */
  readonly line: number;
  /** Seconds, offset applied; estimated where `isEstimated`. */
  readonly start: number;
  /** Seconds; the end of its last cue, else the start of the next passage or the episode's end. */
  readonly end: number;
  readonly isEstimated: boolean;
  readonly speaker?: Speaker;
  /** Index into the episode's chapters; absent before the first or where there are none. */
  readonly chapter?: number;
  /** Lines and cues joined: nothing between Han characters, one space between Latin words. */
  readonly text: string;
  /** Offsets in `text`, ascending, not overlapping. */
  readonly changes: readonly Change[];
  /** Where the passage's cues begin in `text`: [offset, seconds] pairs, ascending, only for cues with a real time. */
  readonly cueStarts: readonly (readonly [offset: number, seconds: number])[];
  /** Words with their own time and their offset in `text`, where the recogniser gave them. */
  readonly words?: readonly (Word & { readonly offset: number })[];
}

/** A chapter as its file gives it: where it begins is a time, or a line with the words it begins with. */
export interface ChapterSource {
  readonly title: string;
  /** Seconds in the audio as published: the episode's `offset` is not added. */
  readonly start?: number;
  /** 1-based line of the transcript file; counts only where there is no `start`. */
  readonly line?: number;
  /** The words of the file in that line with which the chapter begins; the line's beginning where absent. */
  readonly from?: string;
  /** 1-based line of the chapters file. */
  readonly sourceLine: number;
}

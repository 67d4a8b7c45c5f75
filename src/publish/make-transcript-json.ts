import type { Episode } from "../model/archive.ts";
import type { Passage, Timing } from "../model/passage.ts";

/**
 * A transcript as Podcasting 2.0 has it
 * (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md):
 * seconds, one entry a passage. What other files are made from is added, and other programs pass it over.
 */
export interface TranscriptJson {
  readonly version: "1.0.0";
  /** Whether the times are real. */
  readonly timing: Timing;
  readonly title: string;
  readonly show: string;
  readonly date: string;
  /** BCP 47. */
  readonly language: string;
  readonly chapters?: readonly {
    readonly title: string;
    readonly startTime: number;
    readonly isEstimated?: true;
    /** Index into `segments` of the chapter's first passage. */
    readonly first: number;
  }[];
  readonly segments: readonly TranscriptEntry[];
}

/** A passage. Offsets are UTF-16, in `body`. */
export interface TranscriptEntry {
  readonly speaker?: string;
  readonly startTime: number;
  readonly endTime: number;
  readonly body: string;
  readonly isEstimated?: true;
  /** Its address on the episode's page, what follows `#`: `t=754`, `p12.340` (interface.md). Absent in files of 0.1. */
  readonly anchor?: string;
  /** The line address that it answers to as well, where it has a time: `p12.340`. */
  readonly lineAnchor?: string;
  /** Where the file's own cues begin: only real times, in seconds. Absent where the passage is one cue. */
  readonly cues?: readonly (readonly [offset: number, startTime: number])[];
  /** Corrected stretches, each with what the recogniser wrote. */
  readonly changes?: readonly (readonly [from: number, to: number, heard: string])[];
}

export function makeTranscriptJson(
  {
    passages,
    chapters,
    timing,
    title,
    date,
    language,
  }: Pick<Episode, "passages" | "chapters" | "timing" | "title" | "date" | "language">,
  show: string,
): TranscriptJson {
  return {
    version: "1.0.0",
    timing,
    title,
    show,
    date,
    language,
    ...(chapters.length === 0
      ? {}
      : {
          chapters: chapters.map((chapter) => ({
            title: chapter.title,
            startTime: roundTime(chapter.start),
            ...(chapter.isEstimated ? { isEstimated: true as const } : {}),
            first: chapter.firstPassage,
          })),
        }),
    segments: passages.map(makeEntry),
  };
}

function makeEntry(passage: Passage): TranscriptEntry {
  const { anchor, lineAnchor, start, end, speaker, text, isEstimated, cueStarts, changes } = passage;
  const replaced = changes.filter(({ source }) => source !== "unclear");
  const cues = cueStarts.map(([offset, seconds]) => [offset, roundTime(seconds)] as const);
  return {
    ...(speaker === undefined ? {} : { speaker: speaker.name }),
    startTime: roundTime(start),
    endTime: roundTime(end),
    body: text,
    ...(isEstimated ? { isEstimated: true as const } : {}),
    anchor,
    ...(lineAnchor === anchor ? {} : { lineAnchor }),
    ...(cues.length < 2 ? {} : { cues }),
    ...(replaced.length === 0
      ? {}
      : { changes: replaced.map(({ from, to, heard }) => [from, to, heard] as const) }),
  };
}

function roundTime(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** The transcript as the recogniser wrote it: every corrected stretch is what was heard, and none is marked. */
export function restoreHeard(transcript: TranscriptJson): TranscriptJson {
  return { ...transcript, segments: transcript.segments.map(restoreEntry) };
}

function restoreEntry({ changes = [], ...entry }: TranscriptEntry): TranscriptEntry {
  let body = "";
  let at = 0;
  for (const [from, to, heard] of changes) {
    body += entry.body.slice(at, from) + heard;
    at = to;
  }
  body += entry.body.slice(at);
  const cues = entry.cues?.map(([offset, time]) => [moveOffset(offset, changes), time] as const);
  return { ...entry, body, ...(cues === undefined ? {} : { cues }) };
}

/** Where an offset of the corrected text lies in the one as heard; inside a corrected stretch: behind it. */
function moveOffset(offset: number, changes: NonNullable<TranscriptEntry["changes"]>): number {
  let shift = 0;
  for (const [from, to, heard] of changes) {
    if (from >= offset) break;
    shift += heard.length - (to - from);
    if (offset < to) return to + shift;
  }
  return offset + shift;
}

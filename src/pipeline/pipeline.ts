import type { Term } from "../model/archive.ts";
import type { Corrections } from "../model/corrections.ts";
import type { Cue, Speaker } from "../model/cue.ts";
import type { HeardText } from "../model/heard-text.ts";
import type { Chapter, ChapterSource, Passage, Timing } from "../model/passage.ts";
import type { LineProblem } from "../model/problem.ts";
import type { TranscriptReading } from "../model/transcript.ts";
import { type AlignedCues, alignTimes } from "./align/align-times.ts";
import { correctCues } from "./correct/correct-cues.ts";
import { readHeardText } from "./correct/read-heard-text.ts";
import { type ComposedText, composeText } from "./divide/compose-text.ts";
import { dividePassages } from "./divide/divide-passages.ts";
import { parseTranscript } from "./parse/parse-transcript.ts";
import { warnTimesOfDay } from "./warn-times-of-day.ts";

export { chooseRichest, haveSameWords } from "./parse/compare-readings.ts";
/** Endings of the files that may be transcripts, in lower case, the usual ones first. */
export { transcriptEndings, usualEndings } from "./parse/transcript-formats.ts";
export { parseTranscript };

/** A file of a kind that is read as a transcript. */
export interface TranscriptFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** The files of one episode, read. */
export interface EpisodeSource {
  readonly transcript: TranscriptFile;
  /** Another recognition of the same recording, which has times. */
  readonly times?: TranscriptFile;
  readonly corrections: Corrections;
  /** The text as it is read, with punctuation and paragraphs. */
  readonly punctuated?: string;
  readonly chapters: readonly ChapterSource[];
  /** Seconds, where a file says how long the episode is. */
  readonly duration?: number;
  /** Seconds added to every time of the transcript. */
  readonly offset: number;
}

/** What all episodes share, and who this one's labels stand for. */
export interface EpisodeContext {
  /** The same array for all episodes: the glossary is made ready once for each. */
  readonly terms: readonly Term[];
  resolveSpeaker(label: string): Speaker;
}

/** transcript file -> cues -> the text as it was heard, and what has been decided about it. */
export function readEpisodeAsHeard(
  slug: string,
  { transcript, corrections }: Pick<EpisodeSource, "transcript" | "corrections">,
  context: EpisodeContext,
): HeardText {
  const { cues } = parseTranscript(transcript.bytes, transcript.fileName, corrections.keep);
  return readHeardText(slug, cues, { ...context, corrections });
}

/** A problem of a stage, with the file it stands in. */
type StageProblem = LineProblem & {
  readonly in: "transcript" | "times" | "corrections" | "punctuated" | "chapters";
};

export interface BuiltEpisode {
  readonly passages: readonly Passage[];
  readonly chapters: readonly Chapter[];
  readonly timing: Timing;
  /** Seconds. */
  readonly duration: number;
  readonly isDurationEstimated: boolean;
  /** What was understood of the transcript file. */
  readonly reading: TranscriptReading;
  /** The labels of the transcript, as it has them. */
  readonly labels: ReadonlySet<string>;
  readonly problems: readonly StageProblem[];
}

const nothing = {
  passages: [],
  chapters: [],
  timing: "estimated",
  duration: 0,
  isDurationEstimated: true,
} as const;

/**
 * transcript file -> cues -> corrected cues -> passages. Never throws for what the files say. (Terms for the
 * search are made from the passages by tokenize/ and record/, when the index is written.)
 */
export function buildEpisode(source: EpisodeSource, context: EpisodeContext): BuiltEpisode {
  const { bytes, fileName } = source.transcript;
  const parsed = parseTranscript(bytes, fileName, source.corrections.keep);
  const labels = new Set(parsed.cues.flatMap(({ speaker }) => speaker ?? []));
  const found = [...parsed.problems, ...warnTimesOfDay(parsed.cues, source.offset)];
  const parseProblems = found.map((problem) => ({ ...problem, in: "transcript" as const }));
  // Where nothing could be read, no correction matches either: one mistake, told once.
  if (parsed.cues.length === 0) return { ...nothing, reading: parsed, labels, problems: parseProblems };
  const aligned = source.times === undefined ? undefined : giveTimes(parsed.cues, source.times);
  const corrected = correctCues(aligned?.cues ?? parsed.cues, {
    ...context,
    corrections: source.corrections,
  });
  const { offset, punctuated } = source;
  const end = aligned?.end === undefined ? undefined : Math.max(0, aligned.end + offset);
  const duration = source.duration ?? end;
  // The file's own headings are its chapters where no other file says any; their times are the file's, without the offset.
  const isOwn = source.chapters.length === 0;
  const chapters = isOwn
    ? parsed.chapters.map((own) =>
        own.start === undefined ? own : { ...own, start: Math.max(0, own.start + offset) },
      )
    : source.chapters;
  const divided = dividePassages(corrected.cues, {
    chapters,
    offset,
    ...(duration === undefined ? {} : { duration }),
    ...(punctuated === undefined ? {} : { punctuated }),
  });
  return {
    passages: divided.passages,
    chapters: divided.chapters,
    timing: divided.timing,
    duration: divided.duration,
    isDurationEstimated: divided.isDurationEstimated,
    reading: parsed,
    labels,
    problems: [
      ...parseProblems,
      ...(aligned?.problems ?? []),
      ...corrected.problems,
      ...divided.problems.map((problem) => ({
        ...problem,
        in: isOwn && problem.in === "chapters" ? ("transcript" as const) : problem.in,
      })),
    ],
  };
}

/** The text of an episode as it is read, before it is divided: without the marks of a punctuated copy. */
export function composeEpisode(
  { transcript, corrections }: Pick<EpisodeSource, "transcript" | "corrections">,
  context: EpisodeContext,
): ComposedText {
  const { cues } = parseTranscript(transcript.bytes, transcript.fileName, corrections.keep);
  return composeText(correctCues(cues, { ...context, corrections }).cues);
}

/** How a transcript and a recognition agree; `alignment` is absent where the recognition cannot be read or has no times. */
export function compareTimes(
  { transcript, corrections }: Pick<EpisodeSource, "transcript" | "corrections">,
  times: TranscriptFile,
): { readonly alignment?: AlignedCues; readonly problems: readonly StageProblem[] } {
  return alignWith(parseTranscript(transcript.bytes, transcript.fileName, corrections.keep).cues, times);
}

function alignWith(
  cues: readonly Cue[],
  times: TranscriptFile,
): { alignment?: AlignedCues; problems: StageProblem[] } {
  const recognition = parseTranscript(times.bytes, times.fileName);
  const problems = recognition.problems.map((problem) => ({ ...problem, in: "times" as const }));
  if (recognition.cues.length === 0) return { problems };
  if (recognition.cues.every(({ startTime, words = [] }) => startTime === undefined && words.length === 0))
    return {
      problems: [...problems, { in: "times", severity: "error", kind: "times-without-times", values: {} }],
    };
  return { alignment: alignTimes(cues, recognition.cues), problems };
}

/** The cues with the times of a recognition, and the seconds at which it ends where they have no last time of their own. */
function giveTimes(
  cues: readonly Cue[],
  times: TranscriptFile,
): { cues: readonly Cue[]; end?: number; problems: StageProblem[] } {
  const { alignment, problems } = alignWith(cues, times);
  if (alignment === undefined) return { cues, problems };
  if (!alignment.isSame) {
    const values = { percent: Math.floor(alignment.agreement * 100) };
    return {
      cues,
      problems: [...problems, { in: "times", severity: "warning", kind: "times-of-other-words", values }],
    };
  }
  const last = cues.at(-1);
  const hasEnd = last?.startTime !== undefined || last?.endTime !== undefined;
  return { cues: alignment.cues, problems, ...(hasEnd ? {} : { end: alignment.end }) };
}

import type { Cue } from "./cue.ts";
import type { ChapterSource } from "./passage.ts";
import type { LineProblem } from "./problem.ts";
import type { CutReason, TextEncoding } from "./transcript-facts.ts";

/** Every kind of transcript that is read; the vendors' JSON by vendor. */
export type TranscriptKind =
  // subtitles, captions, lyrics
  | ("webvtt" | "srt" | "sbv" | "lrc" | "ass" | "ttml" | "youtube-srv3" | "podcast-html" | "table")
  | ("podlove-xml" | "hyperaudio-html")
  // documents
  | ("text" | "markdown" | "docx")
  | TimedJsonKind;

/** Kinds of JSON that hold what was said with its times. */
export type TimedJsonKind =
  | ("podcast-json" | "whisper-json" | "whisper-cpp-json" | "funasr-json" | "dashscope-json")
  | ("tingwu-json" | "tingwu-paragraphs-json" | "jianying-draft" | "youtube-json" | "bilibili-json")
  | ("deepgram-json" | "assemblyai-json" | "amazon-transcribe-json" | "google-speech-json")
  | ("azure-speech-json" | "rev-json" | "speechmatics-json" | "elevenlabs-json" | "ibm-watson-json")
  | ("autoedit-json" | "kaldi-json" | "word-list-json" | "sentence-list-json" | "segment-list-json");

/** A piece of a transcript file that is kept apart: nobody says it. */
export interface CutText {
  readonly reason: CutReason;
  /** 1-based line of the file. */
  readonly line: number;
  /** As the file has it; of hidden characters their code points. */
  readonly text: string;
}

/** What was understood of a transcript file. Where a problem is an error, `cues` is empty. */
export interface TranscriptReading {
  /** Absent where the file could not be told or is no kind that is read. */
  readonly kind?: TranscriptKind;
  /** Absent where the bytes are no text. */
  readonly encoding?: TextEncoding;
  readonly cues: readonly Cue[];
  /** Headings with a time in a document. */
  readonly chapters: readonly ChapterSource[];
  /** What is no speech, in the order of the file. */
  readonly cut: readonly CutText[];
  /** Notices name what was cut and which encoding was taken; warnings what is doubtful. */
  readonly problems: readonly LineProblem[];
}

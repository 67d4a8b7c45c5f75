import type { CutText, TranscriptKind } from "./transcript.ts";
import type { TextEncoding } from "./transcript-facts.ts";

/** What was understood of an episode's transcript. */
export interface TranscriptExplanation {
  /** Absent where it is of no kind that is read. */
  readonly kind?: TranscriptKind;
  /** Absent where its bytes are no text. */
  readonly encoding?: TextEncoding;
  /** How many pieces it has: cues, or paragraphs. */
  readonly cues: number;
  /** Of them, those with a time of their own. */
  readonly timed: number;
  /** Words with a time of their own. */
  readonly timedWords: number;
  /** Seconds at which the first time and the last lie; absent where there are none. */
  readonly span?: readonly [first: number, last: number];
  /** What is no speech, in the order of the file. */
  readonly cut: readonly CutText[];
  /** Those who speak, the one who speaks most first. */
  readonly speakers: readonly ExplainedSpeaker[];
  readonly first?: ExplainedLine;
  readonly last?: ExplainedLine;
}

export interface ExplainedSpeaker {
  /** As the file has it; absent for what nobody is named for. */
  readonly label?: string;
  /** As readers see it, where that is another. */
  readonly name?: string;
  /** Of the time that the text takes to say, 0 to 1. */
  readonly share: number;
  /** Times that they begin to speak. */
  readonly turns: number;
  /** The longest of their first pieces. */
  readonly sample: ExplainedLine;
}

export interface ExplainedLine {
  /** 1-based line of the file. */
  readonly line: number;
  readonly text: string;
}

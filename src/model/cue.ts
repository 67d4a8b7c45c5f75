/** A word with its own time, where a recogniser gives one. Times in seconds. */
export interface Word {
  readonly text: string;
  readonly startTime: number;
  readonly endTime?: number;
  /** True where `startTime` is an estimate: it helps to estimate others, and no passage has it for its own. */
  readonly isEstimated?: true;
  /** Where it stands in the text of its cue; absent where it is to be looked for. */
  readonly offset?: number;
}

/**
 * The smallest timed piece of a transcript file, as delivered. Untimed text has one cue a paragraph.
 * `text` keeps the file's line breaks inside a cue as "\n", so that the file's line of any offset is
 * `line` plus the number of "\n" before it; all other markup of the format is gone and entities are decoded.
 */
export interface Cue {
  /** Seconds; absent where the file has no time for it. */
  readonly startTime?: number;
  readonly endTime?: number;
  /** The label as the file has it (`发言人1`), trimmed, never empty. */
  readonly speaker?: string;
  readonly text: string;
  /** 1-based line of the transcript file on which `text` begins. */
  readonly line: number;
  readonly words?: readonly Word[];
}

/**
 * A stretch of text that the glossary or a correction replaced; or one that stands as it was heard and is `unclear`.
 * Offsets are UTF-16, in the text that holds it.
 */
export interface Change {
  readonly from: number;
  readonly to: number;
  /** What the recogniser wrote there. */
  readonly heard: string;
  readonly source: "glossary" | "correction" | "unclear";
  /** 0 to 1: how sure the reader of the text was. */
  readonly sure: number;
  /** Who decided, where the entry says so. */
  readonly by?: string;
}

/** Who speaks: a person of the archive, or only a label. */
export interface Speaker {
  /** A person's id, else the transcript's label: the value of `data-speaker` and of the search filter. */
  readonly key: string;
  /** As shown. */
  readonly name: string;
  readonly personId?: string;
  /** 0 to 1: below 1 where a turn of `corrections.yaml` says so. */
  readonly sure: number;
}

/** A cue after the glossary and the episode's corrections; its speaker is resolved, its line breaks remain. */
export interface CorrectedCue extends Omit<Cue, "speaker"> {
  readonly speaker?: Speaker;
  readonly changes: readonly Change[];
  /** Absent where the cue stands as delivered, and no other one begins before it on its line. */
  readonly delivered?: DeliveredText;
}

/** The text of a cue as its file has it, and where the characters of a corrected one stand there. */
export interface DeliveredText {
  readonly text: string;
  /** 1-based line of the transcript file on which `text` begins. */
  readonly line: number;
  /** Tokens that other cues have on that line before it. */
  readonly tokensBefore: number;
  /** What stands at `own` in the corrected text stands at `at` here, and so on, character by character, to the next pair. */
  readonly offsets: readonly (readonly [own: number, at: number])[];
}

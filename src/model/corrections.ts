/**
 * Where in a transcript an entry points: a 1-based line of the transcript file, or seconds as the transcript
 * file counts them (the episode's `offset` not added).
 */
export type TranscriptPlace =
  | { readonly line: number; readonly time?: never }
  | { readonly time: number; readonly line?: never };

/** One wrong place of this episode: `heard` stands in the file, `meant` was said. */
export type Replacement = TranscriptPlace & {
  readonly heard: string;
  readonly meant: string;
  /** 0 to 1: how sure the reader of the text was. */
  readonly sure: number;
  /** 1-based: which of several `heard` on that line; the first where absent. */
  readonly nth?: number;
  /** Who decided. */
  readonly by?: string;
  /** 1-based line of corrections.yaml. */
  readonly sourceLine: number;
};

/** From here on `speaker` speaks, until the next turn or until the transcript changes its label. */
export type TurnStart = TranscriptPlace & {
  /** The words of the file with which the turn begins; the beginning of the line or cue where absent. */
  readonly from?: string;
  /** A person's id, or a plain label. */
  readonly speaker: string;
  /** 0 to 1: how sure the reader of the text was. */
  readonly sure: number;
  readonly by?: string;
  /** 1-based line of corrections.yaml. */
  readonly sourceLine: number;
};

/**
 * Looked at, and left as it stands: neither replaced by the glossary nor suggested again. It is right so, or, where
 * it `isUnclear`, heard wrong, and what was said cannot be told.
 */
export type Keep = TranscriptPlace & {
  readonly heard: string;
  readonly isUnclear?: true;
  /** 1-based: which of several `heard` on that line; all of them where absent. */
  readonly nth?: number;
  readonly by?: string;
  /** 1-based line of corrections.yaml. */
  readonly sourceLine: number;
};

/** What corrections.yaml of one episode says. */
export interface Corrections {
  readonly replace: readonly Replacement[];
  readonly turns: readonly TurnStart[];
  /** The entries of `keep` and of `unclear`. */
  readonly keep: readonly Keep[];
}

/** A stretch of something that is counted: of a text in UTF-16 offsets, of an episode in tokens, of time in seconds. */
export interface Span {
  readonly from: number;
  /** Where it ends: the first that is no part of it. */
  readonly to: number;
}

/** A span of a text as it is sent and stored: of something to mark. */
export type Mark = readonly [from: number, to: number];

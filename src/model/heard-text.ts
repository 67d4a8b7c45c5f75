import type { TranscriptPlace } from "./corrections.ts";
import type { Span } from "./span.ts";

/** A token of a transcript as its file has it, and whether somebody has decided about it already. */
export interface HeardToken {
  /** Folded as the search folds it, but for variants that are no slip to it: 着 is not 著 here. */
  readonly text: string;
  readonly isHan: boolean;
  /** UTF-16 offsets in `HeardText.text`. */
  readonly from: number;
  readonly to: number;
  /** True for the first token of what one speaker says without a break. */
  readonly startsTurn: boolean;
  /** True where a correction, a `keep` or the glossary has decided. */
  readonly isDecided: boolean;
  /** On the first token of a replaced stretch: what was meant. */
  readonly meant?: string;
}

/** Where something stands in a transcript, as corrections.yaml says it. */
export interface HeardPlace {
  readonly line: number;
  readonly heard: string;
  /** Which of several on that line; absent where there is one. */
  readonly nth?: number;
}

/** The text of one episode as it was heard, for whoever looks for what was misheard. Spans are of its `text`. */
export interface HeardText {
  readonly slug: string;
  /** All lines one after another, with nothing between them. */
  readonly text: string;
  /** Made anew at each call: an archive's tokens do not fit into memory together. */
  listTokens(): HeardToken[];
  /** What corrections and the glossary replace, in the order of the text. */
  readonly edits: readonly (Span & { readonly meant: string })[];
  /** A stretch as a reader sees it, its lines joined. */
  read(from: number, to: number): string;
  /** How corrections.yaml says a stretch; undefined where it cannot, because it stands inside a word. */
  namePlace(from: number, to: number): HeardPlace | undefined;
  /** The stretch that such words mean; undefined where there is none. */
  findPlace(place: TranscriptPlace & Pick<HeardPlace, "heard" | "nth">): Span | undefined;
  /** Where a turn or chapter begins: its line or time, and the words it begins with where it names them. */
  findStart(place: {
    readonly line?: number;
    readonly time?: number;
    readonly from?: string;
  }): number | undefined;
  /** How a turn or chapter names a beginning: `from` is absent at the beginning of a line. */
  nameStart(position: number): { readonly line: number; readonly from?: string } | undefined;
  /** Where the glossary would find a form. */
  findForm(form: string): readonly Span[];
  /** Whether a word stands so near a stretch that `near` in the glossary would count it. */
  isNear(stretch: Span, word: string): boolean;
  /** Whether a correction, a `keep` or the glossary has decided about a part of a stretch. */
  isDecided(stretch: Span): boolean;
}

import type { HeardText } from "../../model/heard-text.ts";
import { findForm } from "../../text/find-form.ts";
import { readLexicalTokens, type Token } from "../../text/normalise.ts";

/** A stretch of the transcript's tokens, and what stands for it in the copy. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly copyFrom: number;
  readonly copyTo: number;
}

/** What counts as one word of the copy. */
export interface CopyWords {
  /** Cuts a run of Han characters into words. */
  cut(run: string): readonly string[];
  /** Names of several tokens. */
  readonly names: readonly (readonly Token[])[];
}

/**
 * Widens one of all differences so that it can be a correction a person likes to read: to whole words of the copy, to whole
 * edits of the transcript, and by one word where something was only added or only taken away. It stays within a
 * speaker's turn where it can. Others that it meets on its way become part of it.
 */
export function widenDifference(
  differences: readonly Difference[],
  index: number,
  shown: readonly ShownToken[],
  tokens: readonly Token[],
  words: CopyWords,
): Difference {
  const narrow = differences[index] as Difference;
  let wide = narrow;
  let left = index - 1;
  let right = index + 1;
  const hasLeft = () => wide.from > 0 && wide.copyFrom > 0 && isTogether(shown, wide.from - 1, wide.from);
  const hasRight = () =>
    wide.to < shown.length && wide.copyTo < tokens.length && isTogether(shown, wide.to - 1, wide.to);
  const goLeft = () => {
    const beside = differences[left];
    const isBeside = beside?.to === wide.from && beside.copyTo === wide.copyFrom;
    if (isBeside) left -= 1;
    const { from, copyFrom } = isBeside ? beside : { from: wide.from - 1, copyFrom: wide.copyFrom - 1 };
    wide = { ...wide, from, copyFrom };
  };
  const goRight = () => {
    const beside = differences[right];
    const isBeside = beside?.from === wide.to && beside.copyFrom === wide.copyTo;
    if (isBeside) right += 1;
    const { to, copyTo } = isBeside ? beside : { to: wide.to + 1, copyTo: wide.copyTo + 1 };
    wide = { ...wide, to, copyTo };
  };
  const isEmpty = () => wide.from === wide.to || wide.copyFrom === wide.copyTo;
  const starts = findNearStarts(tokens, narrow, words);
  while (hasLeft() && starts.get(wide.copyFrom) === false) goLeft();
  while (hasRight() && starts.get(wide.copyTo) === false) goRight();
  if (isEmpty() && hasRight()) goRight();
  if (isEmpty() && hasLeft()) goLeft();
  while (wide.from > 0 && wide.copyFrom > 0 && isOneEdit(shown, wide.from)) goLeft();
  while (wide.copyTo < tokens.length && isOneEdit(shown, wide.to)) goRight();
  return wide;
}

/** Whether two neighbours are said by one speaker; at an end of the text they are. */
function isTogether(shown: readonly ShownToken[], left: number, right: number): boolean {
  return shown[left] === undefined || shown[right] === undefined || shown[left]?.turn === shown[right]?.turn;
}

/** Whether the token and the one before it come from one edit. */
function isOneEdit(shown: readonly ShownToken[], at: number): boolean {
  const edit = shown[at]?.edit;
  return edit !== undefined && shown[at - 1]?.edit === edit;
}

/** Han characters on each side of a difference that are cut into words (chosen: longer than any word). */
const REACH = 8;

/** Whether a word of the copy begins at each token around a difference. */
function findNearStarts(
  tokens: readonly Token[],
  { copyFrom, copyTo }: Difference,
  { cut, names }: CopyWords,
): Map<number, boolean> {
  const starts = new Map<number, boolean>();
  const end = Math.min(tokens.length, copyTo + REACH);
  for (let at = Math.max(0, copyFrom - REACH); at < end; ) {
    let to = at + 1;
    const isRun = tokens[at]?.isHan === true;
    while (isRun && to < end && tokens[to]?.isHan === true && tokens[to]?.from === tokens[to - 1]?.to)
      to += 1;
    const run = tokens.slice(at, to).map(({ text }) => text);
    for (const word of isRun ? cut(run.join("")) : run) {
      const length = isRun ? [...word].length : 1;
      for (let k = 0; k < length; k += 1) starts.set(at + k, k === 0);
      at += length;
    }
    at = Math.max(at, to);
  }
  const first = Math.max(0, copyFrom - REACH);
  const window = tokens.slice(first, end);
  for (const name of names) {
    for (const { from, to } of findForm(window, name))
      for (let at = from; at < to; at += 1) starts.set(first + at, at === from);
  }
  return starts;
}

/** A token of a transcript as readers see it, and the stretch of what was heard that it stands for. */
export interface ShownToken {
  /** As written, NFKC. */
  readonly written: string;
  /** Folded as the search folds it, but for variants. */
  readonly text: string;
  readonly isHan: boolean;
  readonly from: number;
  readonly to: number;
  /** Which edit it comes from; tokens of one edit cannot be told apart. */
  readonly edit?: number;
  /** Counts the speakers' turns. */
  readonly turn: number;
}

/** The tokens of an episode with everything that is decided. */
export function readShown(heard: HeardText): ShownToken[] {
  const shown: ShownToken[] = [];
  let turn = 0;
  let edit = 0;
  let opened = -1;
  for (const token of heard.listTokens()) {
    if (token.startsTurn) turn += 1;
    while ((heard.edits[edit]?.to ?? Number.POSITIVE_INFINITY) <= token.from) edit += 1;
    const own = heard.edits[edit];
    if (own === undefined || own.from >= token.to) {
      const written = heard.text.slice(token.from, token.to).normalize("NFKC");
      shown.push({ written, text: token.text, isHan: token.isHan, from: token.from, to: token.to, turn });
    } else if (opened !== edit) {
      opened = edit;
      for (const { text, isHan, from, to } of readLexicalTokens(own.meant)) {
        const written = own.meant.slice(from, to).normalize("NFKC");
        shown.push({ written, text, isHan, from: own.from, to: own.to, edit, turn });
      }
    }
  }
  return shown;
}

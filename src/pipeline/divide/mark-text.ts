import { findLastIndex } from "../../text/find-last.ts";
import { weighText } from "../../text/weigh-text.ts";
import type { ComposedText, TextSource } from "./compose-text.ts";

/** What takes the place of a stretch between two words of a composed text. */
export interface MarkEdit {
  /** Offsets in the text as it was; the same where nothing stood there. */
  readonly from: number;
  readonly to: number;
  /** Behind the word before, with the space there may be. */
  readonly closing: string;
  /** Before the word behind. */
  readonly opening: string;
}

/** Where offsets of a text stand after edits. */
export interface MarkedText {
  readonly composition: ComposedText;
  /** Where what begins at an offset begins: its opening marks are its own. */
  moveStart(offset: number): number;
}

/** Where an edit's opening marks begin in the new text, and where it ends there. */
interface EditEnd {
  readonly opening: number;
  readonly to: number;
}

/** Puts marks between the words of a composed text (`edits` ascend): no word changes, and all that stands in it moves along. */
export function markText(plain: ComposedText, edits: readonly MarkEdit[]): MarkedText {
  let text = "";
  let at = 0;
  const ends = edits.map(({ from, to, closing, opening }): EditEnd => {
    text += plain.text.slice(at, from) + closing;
    const openingFrom = text.length;
    text += opening;
    at = to;
    return { opening: openingFrom, to: text.length };
  });
  text += plain.text.slice(at);
  const find = (isBefore: (edit: MarkEdit) => boolean) => {
    const index = findLastIndex(edits.length, (own) => isBefore(edits[own] as MarkEdit));
    const edit = edits[index];
    return edit === undefined ? undefined : { edit, end: ends[index] as EditEnd };
  };
  const moveStart = (offset: number): number => {
    const found = find(({ from }) => from <= offset);
    if (found === undefined) return offset;
    return offset <= found.edit.to ? found.end.opening : found.end.to + offset - found.edit.to;
  };
  /** Of what ends at an offset, with its closing marks. */
  const moveEnd = (offset: number): number => {
    const found = find(({ from }) => from <= offset);
    if (found === undefined) return offset;
    const { edit, end } = found;
    return offset <= edit.to
      ? end.opening - (edit.closing.length - edit.closing.trimEnd().length)
      : end.to + offset - edit.to;
  };
  /** Of words that changed, without any marks: no edit touches what is inside a change. */
  const moveBare = (offset: number, isBefore: (edit: MarkEdit) => boolean): number => {
    const found = find(isBefore);
    return found === undefined ? offset : found.end.to + offset - found.edit.to;
  };
  return {
    composition: {
      text,
      pieces: plain.pieces.map((piece) => ({ ...piece, start: moveStart(piece.start) })),
      sources: moveSources(plain.sources, edits, ends),
      cues: plain.cues.map((cue) => ({ ...cue, from: moveStart(cue.from), to: moveEnd(cue.to) })),
      changes: plain.changes.map((change) => ({
        ...change,
        from: moveBare(change.from, ({ to }) => to <= change.from),
        to: moveBare(change.to, ({ from }) => from < change.to),
      })),
      words: plain.words.map((word) => ({ ...word, offset: moveStart(word.offset) })),
      weights: weighText(text),
    },
    moveStart,
  };
}

/** Behind each edit a stretch begins anew, and once more behind its opening marks, if it has any: they stand where their word does. */
function moveSources(
  sources: readonly TextSource[],
  edits: readonly MarkEdit[],
  ends: readonly EditEnd[],
): TextSource[] {
  const moved: TextSource[] = [];
  let next = 0;
  let shift = 0;
  for (const [index, { start, offset, cue }] of sources.entries()) {
    const push = (newStart: number, at: number) =>
      moved.push({ start: newStart, offset: offset + at - start, cue });
    const take = (): void => {
      const end = ends[next] as EditEnd;
      const { to } = edits[next] as MarkEdit;
      push(end.opening, to);
      if (end.to > end.opening) push(end.to, to);
      shift = end.to - to;
      next += 1;
    };
    if ((edits[next]?.from ?? Number.POSITIVE_INFINITY) <= start) take();
    else push(start + shift, start);
    const to = sources[index + 1]?.start ?? Number.POSITIVE_INFINITY;
    while ((edits[next]?.to ?? Number.POSITIVE_INFINITY) < to) take();
  }
  return moved;
}

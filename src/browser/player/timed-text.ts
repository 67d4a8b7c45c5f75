import { findLastNotAfter } from "../../text/find-last.ts";
import { readPieceTimes, type TimedPiece } from "../../text/piece-times.ts";

/** Name of the highlight in transcript.css. */
const highlightName = "spoken";

/** The text of a passage and the times of its words, or of its cues. Empty where the transcript has neither. */
export class TimedText {
  readonly #text: HTMLElement;
  readonly #pieces: readonly TimedPiece[];
  readonly #starts: readonly number[];

  constructor(passage: HTMLElement) {
    this.#text = passage.querySelector<HTMLElement>("[data-times]") ?? passage;
    this.#pieces = readPieceTimes(this.#text.dataset["times"] ?? "", Number(passage.dataset["start"]));
    this.#starts = this.#pieces.map(({ start }) => start);
  }

  /** Index of the piece that is said at a moment; -1 for none. */
  find(seconds: number): number {
    return findLastNotAfter(this.#starts, seconds);
  }

  /** When the piece after one begins; undefined after the last. Seconds. */
  findNextStart(index: number): number | undefined {
    return this.#starts[index + 1];
  }

  /** The stretch of the page that a piece takes, without the space behind it; undefined where there is no piece. */
  makeRange(index: number): Range | undefined {
    const piece = this.#pieces[index];
    if (piece === undefined) return undefined;
    const whole = this.#text.textContent ?? "";
    const next = this.#pieces.slice(index + 1).find(({ offset }) => offset > piece.offset);
    const to = whole.slice(0, next?.offset ?? whole.length).trimEnd().length;
    const begin = findPoint(this.#text, piece.offset);
    const end = findPoint(this.#text, Math.max(piece.offset, to));
    if (begin === undefined || end === undefined) return undefined;
    const range = document.createRange();
    range.setStart(begin.node, begin.offset);
    range.setEnd(end.node, end.offset);
    return range;
  }
}

/** The text node, and the place in it, of an offset in an element's text. */
export function findPoint(element: HTMLElement, offset: number): { node: Text; offset: number } | undefined {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let rest = offset;
  let last: Text | undefined;
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null) {
    if (rest < node.length || (rest === node.length && walker.root === node)) return { node, offset: rest };
    rest -= node.length;
    last = node;
  }
  return last === undefined ? undefined : { node: last, offset: last.length };
}

/** Lights a stretch of the page without touching its elements. Browsers without highlights show none. */
export function lightRange(range: Range | undefined): void {
  if (!("highlights" in CSS)) return;
  if (range === undefined) CSS.highlights.delete(highlightName);
  else CSS.highlights.set(highlightName, new Highlight(range));
}

/** When the word under a point of the screen is said, where it has a time of its own. Seconds. */
export function findWordTime(event: MouseEvent): number | undefined {
  const target = event.target instanceof Element ? event.target : null;
  // A term's link leads away; the recording goes on where it is.
  const text = target?.closest("a") === null ? target.closest<HTMLElement>('[data-timed="word"]') : null;
  const passage = text?.closest<HTMLElement>("[data-passage]");
  const caret = findCaret(event.clientX, event.clientY);
  if (text == null || passage == null || caret === undefined || !text.contains(caret.node)) return undefined;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(caret.node, caret.offset);
  const pieces = readPieceTimes(text.dataset["times"] ?? "", Number(passage.dataset["start"]));
  const offsets = pieces.map(({ offset }) => offset);
  return pieces[findLastNotAfter(offsets, before.toString().length)]?.start;
}

function findCaret(x: number, y: number): { node: Node; offset: number } | undefined {
  if ("caretPositionFromPoint" in document) {
    const position = document.caretPositionFromPoint(x, y);
    return position === null ? undefined : { node: position.offsetNode, offset: position.offset };
  }
  // Safari before 18.4.
  const range = (document as Document).caretRangeFromPoint?.(x, y);
  return range == null ? undefined : { node: range.startContainer, offset: range.startOffset };
}

import type { HeardText } from "../../model/heard-text.ts";
import type { Span } from "../../model/span.ts";
import { alignTokens } from "../../pipeline/align-tokens.ts";

/** Where a stretch of the old text stands in the new one. */
interface NewStretch extends Span {
  /** Whether its words are the same, case and script apart. */
  readonly isSame: boolean;
}

/** Two recognitions of the same speech, word by word beside each other. */
export interface Alignment {
  /** Undefined where too little around the stretch stands in the new text. */
  move(stretch: Span): NewStretch | undefined;
  /** Where the word at or soon after a position begins in the new text. */
  moveStart(position: number): number | undefined;
  /** The share of the old words that stand in the new text, in order. */
  readonly alikeShare: number;
}

/** Of so many words on each side of a stretch … */
const CONTEXT = 5;
/** … so many must stand in the new text, beside each other, when the stretch itself reads otherwise (chosen). */
const LEAST_CONTEXT = 3;
/** Words that a beginning may move on when its own are gone (chosen). */
const START_REACH = 12;

/** Aligns an old text with a new one. */
export function alignTexts(old: HeardText, fresh: HeardText): Alignment {
  const before = old.listTokens();
  const after = fresh.listTokens();
  const matches = matchTokens(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  const isMatched = (at: number) => (matches[at] ?? -1) !== -1;
  const findToken = (position: number) => before.findIndex(({ to }) => to > position);
  return {
    alikeShare: before.filter((_, at) => isMatched(at)).length / Math.max(1, before.length),
    move({ from, to }) {
      const first = findToken(from);
      if (first === -1) return undefined;
      let end = first;
      while ((before[end]?.from ?? Number.POSITIVE_INFINITY) < to) end += 1;
      const range = findRange(matches, first, end, after.length);
      if (range === undefined || range.to <= range.from) return undefined;
      const words = after.slice(range.from, range.to);
      const isSame =
        before
          .slice(first, end)
          .map(({ text }) => text)
          .join(" ") === words.map(({ text }) => text).join(" ");
      const isTooLong = range.to - range.from > 2 * (end - first) + 2;
      const hasTurn = words.slice(1).some(({ startsTurn }) => startsTurn);
      if (!isSame && (isTooLong || hasTurn || !hasContext(matches, first, end))) return undefined;
      return { from: words[0]?.from ?? 0, to: words.at(-1)?.to ?? 0, isSame };
    },
    moveStart(position) {
      const first = findToken(position);
      // Where its first word reads otherwise, it begins behind the last word before it.
      if (first > 0 && !isMatched(first) && isMatched(first - 1))
        return after[(matches[first - 1] ?? -1) + 1]?.from;
      for (let at = first; first !== -1 && at < first + START_REACH && at < before.length; at += 1)
        if (isMatched(at)) return after[matches[at] ?? -1]?.from;
      return undefined;
    },
  };
}

/** For each old word the index of the same word in the new text; -1 where there is none. */
function matchTokens(before: readonly string[], after: readonly string[]): Int32Array {
  return alignTokens(before, after).map((partner, at) => (after[partner] === before[at] ? partner : -1));
}

/** The new words between the nearest words on both sides that are in both texts. */
function findRange(matches: Int32Array, first: number, end: number, count: number) {
  const inside = [...matches.slice(first, end)];
  if (inside.every((match, k) => match !== -1 && match === (inside[0] ?? -1) + k))
    return { from: inside[0] ?? 0, to: (inside.at(-1) ?? -1) + 1 };
  const left = first === 0 ? -1 : matches[first - 1];
  const right = end === matches.length ? count : matches[end];
  if (left === undefined || right === undefined || (left === -1 && first > 0) || right === -1)
    return undefined;
  return { from: left + 1, to: right };
}

/** Whether enough of the words around are in both texts. */
function hasContext(matches: Int32Array, first: number, end: number): boolean {
  const count = (from: number, to: number) =>
    matches.slice(Math.max(0, from), to).filter((match) => match !== -1).length;
  const left = count(first - CONTEXT, first);
  const right = count(end, end + CONTEXT);
  return left >= Math.min(LEAST_CONTEXT, first) && right >= Math.min(LEAST_CONTEXT, matches.length - end);
}

import { findLastIndex } from "./find-last.ts";
import { parseFragment } from "./time.ts";

/** What is needed of a passage to find it, in the order of the transcript. */
export interface PassagePlace {
  /** Seconds. */
  readonly start: number;
  /** Line of the transcript file in which it begins, and the tokens of that line before it. */
  readonly line: number;
  readonly tokens: number;
  readonly isEstimated: boolean;
}

/**
 * Index of the passage that a fragment without an element of its own means: the passage in which that moment
 * lies (the nearest one where all times are estimated), or the one that holds a token of a line of the file. A moment
 * is a whole second, as addresses have it, and a passage that begins within it lies there. Undefined where the fragment
 * says neither, or there are no passages.
 */
export function findPassage(fragment: string, passages: readonly PassagePlace[]): number | undefined {
  const asked = parseFragment(fragment);
  if (asked === undefined || passages.length === 0) return undefined;
  if (asked.kind === "line") {
    const isNotAfter = ({ line, tokens }: PassagePlace) =>
      line < asked.line || (line === asked.line && tokens <= asked.tokens);
    return Math.max(
      0,
      findLastIndex(passages.length, (index) => isNotAfter(passages[index] as PassagePlace)),
    );
  }
  const at = Math.max(
    0,
    findLastIndex(passages.length, (index) => isBegun(passages[index] as PassagePlace, asked.start)),
  );
  const here = passages[at];
  const next = passages[at + 1];
  const isNextNearer =
    here !== undefined && next !== undefined && next.start - asked.start < asked.start - here.start;
  // Among real times an estimate lies between those that it is estimated from, and the moment of an old address (a cue's
  // beginning, before punctuation divided the text anew) surely in the passage that holds it: the next one breaks it.
  return isNextNearer && passages.every(({ isEstimated }) => isEstimated) ? at + 1 : at;
}

function isBegun({ start }: PassagePlace, asked: number): boolean {
  return start <= asked || (Number.isInteger(asked) && Math.floor(start) === asked);
}

/** Indexes of the passages that a stretch (`#t=754,790`) covers besides its first; none for any other fragment. */
export function findPassagesInside(
  fragment: string,
  passages: readonly PassagePlace[],
  first: number,
): number[] {
  const asked = parseFragment(fragment);
  if (asked?.kind !== "time" || asked.end === undefined) return [];
  const { end } = asked;
  const inside: number[] = [];
  for (let index = first + 1; index < passages.length && (passages[index]?.start ?? end) < end; index++) {
    inside.push(index);
  }
  return inside;
}

import { findLastIndex } from "../../text/find-last.ts";
import { parseFragment } from "../../text/time.ts";

/** What is needed of a passage to find it, in the order of the transcript. */
export interface PassagePlace {
  /** Seconds. */
  readonly start: number;
  /** Line of the transcript file. */
  readonly line: number;
  readonly isEstimated: boolean;
}

/**
 * Index of the passage that a fragment without an element of its own means: the passage in which that moment
 * lies (among estimated times the nearest one), or the one that a line of the file stands in. Undefined where
 * the fragment says neither, or there are no passages.
 */
export function findPassage(fragment: string, passages: readonly PassagePlace[]): number | undefined {
  const asked = parseFragment(fragment);
  if (asked === undefined || passages.length === 0) return undefined;
  if (asked.kind === "line") {
    const line = Number.parseInt(asked.id.slice(1), 10);
    return Math.max(
      0,
      findLastIndex(passages.length, (index) => (passages[index] as PassagePlace).line <= line),
    );
  }
  const at = Math.max(
    0,
    findLastIndex(passages.length, (index) => (passages[index] as PassagePlace).start <= asked.start),
  );
  const here = passages[at];
  const next = passages[at + 1];
  const isNextNearer =
    here?.isEstimated === true && next !== undefined && next.start - asked.start < asked.start - here.start;
  return isNextNearer ? at + 1 : at;
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

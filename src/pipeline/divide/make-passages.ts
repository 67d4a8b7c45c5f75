import type { Change, Word } from "../../model/cue.ts";
import type { Passage } from "../../model/passage.ts";
import { type Composition, type CueSpan, findLastIndex } from "./compose-text.ts";
import { roundTime, type Timeline } from "./draw-timeline.ts";
import { makeAnchors } from "./make-anchors.ts";
import type { PlacedChapter } from "./place-chapters.ts";

/** A passage's place in the composed text, without spaces at its edges. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Makes the passages that stand at `stretches` (ascending, together the whole text). `offset` seconds are added to
 * the times of words; the timeline has them already.
 */
export function makePassages(
  composition: Composition,
  timeline: Timeline,
  stretches: readonly Stretch[],
  placed: readonly PlacedChapter[],
  offset: number,
): Passage[] {
  const { text, pieces, cues, changes, words } = composition;
  const takeChanges = makeTaker(changes, (change) => change.from);
  const takeWords = makeTaker(words, (word) => word.offset);
  const takeCues = makeTaker(cues, (cue) => cue.from);
  let latest = 0;
  const heads = stretches.map(({ from }) => {
    const line =
      pieces[findLastIndex(pieces.length, (index) => (pieces[index]?.start ?? 0) <= from)]?.line ?? 1;
    latest = Math.max(latest, timeline.timeAt(from));
    return { line, start: latest, isEstimated: timeline.getKnown(from) === undefined };
  });
  const anchors = makeAnchors(heads);
  return stretches.flatMap(({ from, to }, index): Passage[] => {
    const head = heads[index];
    const anchor = anchors[index];
    if (head === undefined || anchor === undefined) return [];
    const speaker = cues[findLastIndex(cues.length, (at) => (cues[at]?.from ?? 0) <= from)]?.speaker;
    const chapter = findLastIndex(placed.length, (at) => (placed[at]?.offset ?? 0) <= from);
    const ownWords = takeWords(to).map((word) => shiftWord(word, from, offset));
    const passage: Passage = {
      ...anchor,
      ...head,
      end: findEnd(composition, timeline, to, head.start, heads[index + 1]?.start),
      ...(speaker === undefined ? {} : { speaker }),
      ...(chapter < 0 ? {} : { chapter }),
      text: text.slice(from, to),
      changes: takeChanges(to).map((change) => shiftChange(change, from)),
      cueStarts: takeCues(to).flatMap((cue) => listCueStart(cue, timeline, from)),
      ...(ownWords.length === 0 ? {} : { words: ownWords }),
    };
    return [passage];
  });
}

function shiftChange(change: Change, from: number): Change {
  return { ...change, from: change.from - from, to: change.to - from };
}

function listCueStart(cue: CueSpan, timeline: Timeline, from: number): [offset: number, seconds: number][] {
  const seconds = cue.startTime === undefined ? undefined : timeline.getKnown(cue.from);
  return seconds === undefined ? [] : [[cue.from - from, seconds]];
}

/** Hands out the items that begin before an offset, each once, in their order. */
function makeTaker<Item>(items: readonly Item[], getOffset: (item: Item) => number): (to: number) => Item[] {
  let next = 0;
  return (to) => {
    const first = next;
    for (let item = items[next]; item !== undefined && getOffset(item) < to; item = items[next]) next += 1;
    return items.slice(first, next);
  };
}

type LocatedWord = Word & { readonly offset: number };

function shiftWord(word: LocatedWord, from: number, seconds: number): LocatedWord {
  const startTime = Math.max(0, roundTime(word.startTime + seconds));
  const endTime =
    word.endTime === undefined ? {} : { endTime: Math.max(0, roundTime(word.endTime + seconds)) };
  return { ...word, ...endTime, startTime, offset: word.offset - from };
}

function findEnd(
  { cues }: Composition,
  timeline: Timeline,
  to: number,
  start: number,
  nextStart: number | undefined,
): number {
  const last = findLastIndex(cues.length, (at) => (cues[at]?.from ?? 0) < to);
  const end = cues[last]?.to === to ? timeline.getEnd(last) : undefined;
  return Math.max(start, end ?? nextStart ?? timeline.duration);
}

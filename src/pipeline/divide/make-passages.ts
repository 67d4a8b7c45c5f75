import type { Change, Word } from "../../model/cue.ts";
import type { Passage } from "../../model/passage.ts";
import type { Span } from "../../model/span.ts";
import { findLastIndex } from "../../text/find-last.ts";
import type { ComposedText, CueSpan } from "./compose-text.ts";
import { makeAnchors, makePlaceFinder } from "./make-anchors.ts";
import { roundTime, type TimeMap } from "./map-times.ts";
import type { PlacedChapter } from "./place-chapters.ts";

/**
 * Makes the passages that stand at `stretches` (ascending, together the whole text). `offset` seconds are added to
 * the times of words; `times` has them already.
 */
export function makePassages(
  composition: ComposedText,
  times: TimeMap,
  stretches: readonly Span[],
  placed: readonly PlacedChapter[],
  offset: number,
): Passage[] {
  const { text, cues, changes, words } = composition;
  const takeChanges = makeTaker(changes, (change) => change.from);
  const takeWords = makeTaker(words, (word) => word.offset);
  const takeCues = makeTaker(cues, (cue) => cue.from);
  const findPlace = makePlaceFinder(composition);
  let latest = 0;
  const heads = stretches.map(({ from }) => {
    latest = Math.max(latest, times.timeAt(from));
    return { place: findPlace(from), start: latest, isEstimated: times.getKnown(from) === undefined };
  });
  const anchors = makeAnchors(heads);
  return stretches.flatMap(({ from, to }, index): Passage[] => {
    const head = heads[index];
    const anchor = anchors[index];
    if (head === undefined || anchor === undefined) return [];
    const speaker = cues[findLastIndex(cues.length, (at) => (cues[at]?.from ?? 0) <= from)]?.speaker;
    const chapter = findLastIndex(placed.length, (at) => (placed[at]?.offset ?? 0) <= from);
    const ownWords = takeWords(to)
      .filter(({ isEstimated }) => isEstimated !== true)
      .map((word) => shiftWord(word, from, offset));
    const passage: Passage = {
      ...anchor,
      line: head.place.line,
      start: head.start,
      isEstimated: head.isEstimated,
      end: findEnd(composition, times, to, head.start, heads[index + 1]?.start),
      ...(speaker === undefined ? {} : { speaker }),
      ...(chapter < 0 ? {} : { chapter }),
      text: text.slice(from, to),
      changes: takeChanges(to).map((change) => shiftChange(change, from)),
      cueStarts: takeCues(to).flatMap((cue) => listCueStart(cue, times, from)),
      ...(ownWords.length === 0 ? {} : { words: ownWords }),
    };
    return [passage];
  });
}

function shiftChange(change: Change, from: number): Change {
  return { ...change, from: change.from - from, to: change.to - from };
}

function listCueStart(cue: CueSpan, times: TimeMap, from: number): [offset: number, seconds: number][] {
  const seconds = cue.startTime === undefined ? undefined : times.getKnown(cue.from);
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
  { cues }: ComposedText,
  times: TimeMap,
  to: number,
  start: number,
  nextStart: number | undefined,
): number {
  const last = findLastIndex(cues.length, (at) => (cues[at]?.from ?? 0) < to);
  const end = cues[last]?.to === to ? times.getEnd(last) : undefined;
  return Math.max(start, end ?? nextStart ?? times.duration);
}

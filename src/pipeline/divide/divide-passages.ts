import type { CorrectedCue, Word } from "../../model/cue.ts";
import type { Chapter, ChapterSource, Passage, Timing } from "../../model/passage.ts";
import type { LineProblem } from "../../model/problem.ts";
import { HAN_SECONDS } from "../../text/weigh-text.ts";
import { chooseBreaks } from "./choose-breaks.ts";
import { type Composition, composeText, findLastIndex } from "./compose-text.ts";
import { drawTimeline, roundTime, type Timeline } from "./draw-timeline.ts";
import { type Break, findBreaks } from "./find-breaks.ts";
import { makeAnchors } from "./make-anchors.ts";
import { type PlacedChapter, placeChapters } from "./place-chapters.ts";

export interface DivideOptions {
  readonly chapters: readonly ChapterSource[];
  /** Seconds, where the owner says how long the episode is. */
  readonly duration?: number | undefined;
  /** Seconds added to every time of the transcript; not to estimated ones where the file has no times. */
  readonly offset: number;
}

/** An episode's text as a reader reads it. */
export interface DividedEpisode {
  readonly passages: Passage[];
  readonly chapters: Chapter[];
  readonly timing: Timing;
  /** Seconds. */
  readonly duration: number;
  readonly isDurationEstimated: boolean;
  /** Of the chapters' file. */
  readonly problems: LineProblem[];
}

/** Speech slower than so many Han characters a second (chosen) makes a passage long by its time, not its text. */
const SLOW_PACE = 3;

/**
 * Divides a transcript into passages a person likes to read: one speaker, one chapter, 150 to 400 Han characters or
 * about a minute, ending where a sentence does if there are any; never inside a word or a change. A passage has a
 * real time where a cue with a time (or a timed word) begins it.
 */
export function dividePassages(
  source: readonly CorrectedCue[],
  { chapters: chapterSources, duration, offset }: DivideOptions,
): DividedEpisode {
  const composition = composeText(source);
  const timeline = drawTimeline(composition, { duration, offset });
  const breaks = findBreaks(composition, timeline);
  const { placed, problems } = placeChapters(composition, timeline, breaks, chapterSources);
  const stretches = chooseStretches(composition, timeline, breaks, placed);
  const passages = makePassages(composition, timeline, stretches, placed, offset);
  return {
    passages,
    chapters: makeChapters(placed, passages),
    timing: nameTiming(passages, timeline),
    duration: timeline.duration,
    isDurationEstimated: timeline.isDurationEstimated,
    problems,
  };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function chooseStretches(
  { text, cues, weights }: Composition,
  timeline: Timeline,
  breaks: readonly Break[],
  placed: readonly PlacedChapter[],
): Stretch[] {
  const walls = new Set<number>([0, text.length, ...placed.map((chapter) => chapter.offset)]);
  for (const [index, cue] of cues.entries()) {
    const before = cues[index - 1]?.speaker;
    if (before?.key !== cue.speaker?.key || before?.sure !== cue.speaker?.sure) walls.add(cue.from);
  }
  const getSaid = (offset: number): number => (weights[offset] ?? 0) / HAN_SECONDS;
  const getPassed = (offset: number): number =>
    timeline.isEstimated ? 0 : timeline.timeAt(offset) * SLOW_PACE;
  const stretches: Stretch[] = [];
  let next = 0;
  const ordered = [...walls].sort((a, b) => a - b);
  for (const [index, from] of ordered.entries()) {
    const to = ordered[index + 1];
    if (to === undefined) break;
    while ((breaks[next]?.offset ?? to) <= from) next += 1;
    const first = next;
    while ((breaks[next]?.offset ?? to) < to) next += 1;
    let start = from;
    for (const end of [...chooseBreaks(breaks.slice(first, next), from, to, [getSaid, getPassed]), to]) {
      stretches.push({ from: start, to: end });
      start = end;
    }
  }
  return stretches.flatMap((stretch) => trimStretch(text, stretch));
}

function trimStretch(text: string, { from, to }: Stretch): Stretch[] {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const end = from + part.trimEnd().length;
  return start < end ? [{ from: start, to: end }] : [];
}

function makePassages(
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
    const cueIndex = findLastIndex(cues.length, (at) => (cues[at]?.from ?? 0) <= from);
    const speaker = cues[cueIndex]?.speaker;
    const chapter = findLastIndex(placed.length, (at) => (placed[at]?.offset ?? 0) <= from);
    const ownWords = takeWords(to).map((word) => shiftWord(word, from, offset));
    const cueStarts = takeCues(to).flatMap((cue): [number, number][] => {
      const seconds = cue.startTime === undefined ? undefined : timeline.getKnown(cue.from);
      return seconds === undefined || cue.from < from ? [] : [[cue.from - from, seconds]];
    });
    return [
      {
        ...anchor,
        ...head,
        end: findEnd(composition, timeline, to, head.start, heads[index + 1]?.start),
        ...(speaker === undefined ? {} : { speaker }),
        ...(chapter < 0 ? {} : { chapter }),
        text: text.slice(from, to),
        changes: takeChanges(to).map((change) => ({
          ...change,
          from: change.from - from,
          to: change.to - from,
        })),
        cueStarts,
        ...(ownWords.length === 0 ? {} : { words: ownWords }),
      },
    ];
  });
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

function makeChapters(placed: readonly PlacedChapter[], passages: readonly Passage[]): Chapter[] {
  return placed.flatMap(({ title, start }, index): Chapter[] => {
    const firstPassage = passages.findIndex(({ chapter }) => chapter === index);
    const first = passages[firstPassage];
    if (first === undefined) return [];
    return [
      {
        title,
        start: start ?? first.start,
        isEstimated: start === undefined && first.isEstimated,
        firstPassage,
      },
    ];
  });
}

function nameTiming(passages: readonly Passage[], timeline: Timeline): Timing {
  if (timeline.isEstimated) return "estimated";
  return passages.every(({ isEstimated }) => !isEstimated) ? "cue" : "mixed";
}

import type { CorrectedCue } from "../../model/cue.ts";
import type { Chapter, ChapterSource, Passage, Timing } from "../../model/passage.ts";
import type { LineProblem } from "../../model/problem.ts";
import type { Span } from "../../model/span.ts";
import { HAN_SECONDS } from "../../text/weigh-text.ts";
import { type ComposedText, composeText } from "./compose-text.ts";
import { type Break, findBreaks } from "./find-breaks.ts";
import { makePassages } from "./make-passages.ts";
import { mapTimes, type TimeMap } from "./map-times.ts";
import { type PlacedChapter, placeChapters } from "./place-chapters.ts";
import { leavePlain, punctuateText } from "./punctuate-text.ts";
import { spaceJoints } from "./space-joints.ts";

export interface DivideOptions {
  readonly chapters: readonly ChapterSource[];
  /** Seconds, where the owner says how long the episode is. */
  readonly duration?: number | undefined;
  /** Seconds added to every time of the transcript; not to estimated ones where the file has no times. */
  readonly offset: number;
  /** The text with punctuation, where the owner has one. */
  readonly punctuated?: string;
}

/** An episode's text as a reader reads it. */
export interface DividedEpisode {
  readonly passages: Passage[];
  readonly chapters: Chapter[];
  readonly timing: Timing;
  /** Seconds. */
  readonly duration: number;
  readonly isDurationEstimated: boolean;
  /** Of the chapters' file, and of the punctuated text. */
  readonly problems: readonly (LineProblem & { readonly in: "chapters" | "punctuated" })[];
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
  { chapters: chapterSources, duration, offset, punctuated: copy }: DivideOptions,
): DividedEpisode {
  const plain = spaceJoints(composeText(source), copy !== undefined);
  const punctuated = copy === undefined ? leavePlain(plain) : punctuateText(plain, copy);
  const { composition } = punctuated;
  const times = mapTimes(composition, { duration, offset });
  const breaks = findBreaks(punctuated, times);
  const { placed, problems } = placeChapters(composition, times, breaks, chapterSources);
  const stretches = chooseStretches(composition, times, breaks, placed);
  const passages = makePassages(composition, times, stretches, placed, offset);
  return {
    passages,
    chapters: makeChapters(placed, passages),
    timing: nameTiming(passages, times),
    duration: times.duration,
    isDurationEstimated: times.isDurationEstimated,
    problems: [
      ...punctuated.problems.map((problem) => ({ ...problem, in: "punctuated" as const })),
      ...problems.map((problem) => ({ ...problem, in: "chapters" as const })),
    ],
  };
}

function chooseStretches(
  { text, cues, weights }: ComposedText,
  times: TimeMap,
  breaks: readonly Break[],
  placed: readonly PlacedChapter[],
): Span[] {
  const walls = new Set<number>([0, text.length, ...placed.map((chapter) => chapter.offset)]);
  for (const [index, cue] of cues.entries()) {
    const before = cues[index - 1]?.speaker;
    if (before?.key !== cue.speaker?.key || before?.sure !== cue.speaker?.sure) walls.add(cue.from);
  }
  const getSaid = (offset: number): number => (weights[offset] ?? 0) / HAN_SECONDS;
  const getPassed = (offset: number): number => (times.isEstimated ? 0 : times.timeAt(offset) * SLOW_PACE);
  const stretches: Span[] = [];
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

function trimStretch(text: string, { from, to }: Span): Span[] {
  const part = text.slice(from, to);
  const start = from + part.length - part.trimStart().length;
  const end = from + part.trimEnd().length;
  return start < end ? [{ from: start, to: end }] : [];
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

function nameTiming(passages: readonly Passage[], times: TimeMap): Timing {
  if (times.isEstimated) return "estimated";
  return passages.every(({ isEstimated }) => !isEstimated) ? "cue" : "mixed";
}

/** Sizes are in Han characters: what takes as long to say as so many. Chosen by reading the passages they give. */
const SHORT = 150;
const IDEAL = 250;
const LONG = 320;
const SHORT_COST = 1.5;
const IDEAL_COST = 0.15;
const LONG_COST = 0.6;
/** What it costs to run over the beginning of a paragraph. */
const PARAGRAPH_COST = 0.3;
/** A passage is never made longer than this where there is a break at all. */
const LIMIT = 600;
/** Most breaks that one passage may run over: keeps the work linear where text weighs nothing. */
const REACH = 250;

/**
 * Chooses at which of `breaks` (ascending, all between `from` and `to`) passages begin, so that the costs of the
 * breaks and of the passages' sizes are least over the whole stretch. The size between two offsets is the larger
 * of what two rising measures say.
 */
export function chooseBreaks(
  breaks: readonly Break[],
  from: number,
  to: number,
  measures: readonly [(offset: number) => number, (offset: number) => number],
): number[] {
  const offsets = [from, ...breaks.map(({ offset }) => offset), to];
  const [said, passed] = measures.map((measure) => Float64Array.from(offsets, measure));
  const paragraphs = Float64Array.from([0, ...breaks.map(({ isParagraph }) => Number(isParagraph)), 0]);
  const best = new Float64Array(offsets.length);
  const origin = new Int32Array(offsets.length);
  for (let end = 1; end < offsets.length; end += 1) {
    let least = Number.POSITIVE_INFINITY;
    let overrun = 0;
    for (let start = end - 1; start >= 0 && end - start <= REACH; start -= 1) {
      const size = Math.max(getSpan(said, start, end), getSpan(passed, start, end));
      if (size > LIMIT && start < end - 1) break;
      const cost = (best[start] ?? 0) + priceSize(size) + overrun;
      if (cost < least) {
        least = cost;
        origin[end] = start;
      }
      overrun += (paragraphs[start] ?? 0) * PARAGRAPH_COST;
    }
    best[end] = least + (breaks[end - 1]?.cost ?? 0);
  }
  const chosen: number[] = [];
  for (let at = origin[offsets.length - 1] ?? 0; at > 0; at = origin[at] ?? 0) chosen.push(offsets[at] ?? 0);
  return chosen.reverse();
}

function getSpan(measure: Float64Array | undefined, start: number, end: number): number {
  return (measure?.[end] ?? 0) - (measure?.[start] ?? 0);
}

function priceSize(size: number): number {
  const ideal = IDEAL_COST * ((size - IDEAL) / IDEAL) ** 2;
  if (size < SHORT) return ideal + ((SHORT - size) / SHORT) ** 2 * SHORT_COST;
  return size > LONG ? ideal + ((size - LONG) / 100) * LONG_COST : ideal;
}

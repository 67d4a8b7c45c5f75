import { findLastIndex } from "../../text/find-last.ts";
import type { ComposedText } from "./compose-text.ts";
import { findClauseEnds, findSentenceEnds, findWordStarts } from "./find-sentence-ends.ts";
import type { TimeMap } from "./map-times.ts";
import type { PunctuatedText } from "./punctuate-text.ts";

/** A place where a passage may begin. */
export interface Break {
  readonly offset: number;
  /** How much a reader would mind a new passage here: 0 not at all, about 1 at a comma, 2.5 between two words. */
  readonly cost: number;
  /** True where a line of an untimed file begins: its paragraphs are its author's own. */
  readonly isParagraph: boolean;
}

// All costs and limits here are chosen, by reading the passages they give.
const CUE_COST = 1;
/** Added where a timed file gives no time for the place: its address would be a line, its time an estimate. */
const ESTIMATE_COST = 1.2;
/** The same where a punctuated copy says what stands: its sentences count for more. */
const PUNCTUATED_ESTIMATE_COST = 0.3;
/** Of the beginning of a paragraph of a punctuated copy. */
const PARAGRAPH_COST = -0.5;
/** Taken off where nobody speaks for so many seconds before the place. */
const PAUSES = [
  { seconds: 4, relief: 0.8 },
  { seconds: 2, relief: 0.4 },
];
/** The worst cost of a break that needs no excuse. */
const GOOD_COST = 0.4;
/** Seconds of talk without a good break in which worse ones are looked for: about 150 Han characters. */
const WIDE_GAP = 33;
/** Breaks at commas and words stand at least so many UTF-16 units apart. */
const SPACING = 8;

/**
 * All places where a passage may begin, ascending, the text's own beginning left out. Worse kinds of places are
 * offered only where better ones are far apart: ends of sentences and paragraphs, then cues, clauses, words.
 */
export function findBreaks(punctuated: PunctuatedText, times: TimeMap): Break[] {
  const { composition } = punctuated;
  const { text } = composition;
  const price = (offset: number, cost: number): Break => priceBreak(offset, cost, times);
  const strong = findStrongBreaks(punctuated, times);
  let breaks = strong.filter(({ cost }) => cost <= GOOD_COST);
  breaks = fillGaps(composition, breaks, (from, to) => sliceBreaks(strong, from, to));
  breaks = fillGaps(composition, breaks, (from, to) =>
    spaceOut(findClauseEnds(text, from, to).map(({ offset, cost }) => price(offset, cost))),
  );
  breaks = fillGaps(composition, breaks, (from, to) =>
    spaceOut(findWordStarts(text, from, to).map(({ offset, cost }) => price(offset, cost))),
  );
  return dropInsideChanges(breaks, composition);
}

/** Ends of sentences, and beginnings of lines and cues. */
function findStrongBreaks(
  { composition, paragraphs: copied, decided }: PunctuatedText,
  times: TimeMap,
): Break[] {
  const { text, pieces, cues } = composition;
  const costs = new Map(findSentenceEnds(text).map(({ offset, cost }) => [offset, cost]));
  // Of a file without times, wherever those come from that it has now.
  const hasParagraphs = cues.every(({ startTime }) => startTime === undefined);
  const paragraphs = new Set(hasParagraphs ? pieces.map(({ start }) => start) : []);
  for (const [index, { start }] of pieces.entries()) {
    // In the middle of a sentence, as a punctuated copy has it.
    if (decided.has(start) && !costs.has(start) && !copied.has(start)) continue;
    const worst = hasParagraphs ? 0 : CUE_COST;
    costs.set(start, Math.min(costs.get(start) ?? worst, worst) - findRelief(composition, times, index));
  }
  for (const offset of copied) {
    costs.set(offset, Math.min(costs.get(offset) ?? 0, 0) + PARAGRAPH_COST);
    paragraphs.add(offset);
  }
  return [...costs]
    .filter(([offset]) => offset > 0 && offset < text.length)
    .map(([offset, cost]) => {
      const estimateCost = decided.has(offset) ? PUNCTUATED_ESTIMATE_COST : ESTIMATE_COST;
      return { ...priceBreak(offset, cost, times, estimateCost), isParagraph: paragraphs.has(offset) };
    })
    .sort((a, b) => a.offset - b.offset);
}

function priceBreak(offset: number, cost: number, times: TimeMap, estimateCost = ESTIMATE_COST): Break {
  const isTimeless = !times.isEstimated && times.getKnown(offset) === undefined;
  return { offset, cost: isTimeless ? cost + estimateCost : cost, isParagraph: false };
}

function findRelief({ pieces }: ComposedText, times: TimeMap, index: number): number {
  const piece = pieces[index];
  const previous = pieces[index - 1];
  if (piece === undefined || previous === undefined || previous.cue === piece.cue) return 0;
  const start = times.getKnown(piece.start);
  const end = times.getEnd(previous.cue);
  if (start === undefined || end === undefined) return 0;
  return PAUSES.find(({ seconds }) => start - end >= seconds)?.relief ?? 0;
}

/** Adds what `find` gives for each stretch between two breaks that takes long to say. */
function fillGaps(
  { text, weights }: ComposedText,
  breaks: readonly Break[],
  find: (from: number, to: number) => readonly Break[],
): Break[] {
  const filled: Break[] = [];
  let from = 0;
  for (const next of [...breaks, undefined]) {
    const to = next?.offset ?? text.length;
    if ((weights[to] ?? 0) - (weights[from] ?? 0) > WIDE_GAP) {
      for (const found of find(from, to)) filled.push(found);
    }
    if (next !== undefined) filled.push(next);
    from = to;
  }
  return filled;
}

/** The breaks between two offsets, neither included. */
function sliceBreaks(breaks: readonly Break[], from: number, to: number): readonly Break[] {
  const first = findLastIndex(breaks.length, (index) => (breaks[index]?.offset ?? 0) <= from) + 1;
  const end = findLastIndex(breaks.length, (index) => (breaks[index]?.offset ?? 0) < to) + 1;
  return breaks.slice(first, end);
}

/** Of breaks that stand close together only the best, so that a text of commas is no more work than another. */
function spaceOut(breaks: readonly Break[]): Break[] {
  const spaced: Break[] = [];
  for (const candidate of breaks) {
    const last = spaced.at(-1);
    if (last === undefined || candidate.offset - last.offset >= SPACING) spaced.push(candidate);
    else if (candidate.cost < last.cost) spaced[spaced.length - 1] = candidate;
  }
  return spaced;
}

function dropInsideChanges(breaks: readonly Break[], { changes }: ComposedText): Break[] {
  let next = 0;
  return breaks.filter(({ offset }) => {
    while ((changes[next]?.to ?? Number.POSITIVE_INFINITY) <= offset) next += 1;
    return (changes[next]?.from ?? offset) >= offset;
  });
}

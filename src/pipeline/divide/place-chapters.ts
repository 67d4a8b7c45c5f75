import type { ChapterSource } from "../../model/passage.ts";
import type { Fault, LineProblem } from "../../model/problem.ts";
import { findLastIndex } from "../../text/find-last.ts";
import { formatTime } from "../../text/time.ts";
import type { ComposedText } from "./compose-text.ts";
import type { Break } from "./find-breaks.ts";
import type { TimeMap } from "./map-times.ts";

/** A chapter and where it begins in the composed text. */
export interface PlacedChapter {
  readonly title: string;
  readonly offset: number;
  /** Seconds, where the chapter's file gives a time. */
  readonly start?: number;
}

type Refusal = Fault & Pick<LineProblem, "severity">;

// A time of the chapters' file so near to a cue's is that cue's; chapters are often written in whole seconds.
const SAME_SECONDS = 1.5;
/** How much farther away a place may be, in seconds, to be taken for a break that costs 1 less. Chosen. */
const SECONDS_PER_COST = 3;

/**
 * Finds where chapters begin, ascending by place, at most one a place (of several the last, as the others hold no
 * text). A chapter with a time begins at the best break near it, one with a line at its `from`. The problems are
 * of the chapters' file.
 */
export function placeChapters(
  composition: ComposedText,
  times: TimeMap,
  breaks: readonly Break[],
  sources: readonly ChapterSource[],
): { placed: PlacedChapter[]; problems: LineProblem[] } {
  const problems: LineProblem[] = [];
  const byOffset = new Map<number, PlacedChapter>();
  const ordered = [...sources].sort((a, b) => (a.start ?? 0) - (b.start ?? 0));
  for (const { title, start, line = 1, from, sourceLine } of ordered) {
    const place =
      start === undefined
        ? placeByLine(composition, title, line, from)
        : placeByTime(composition, times, breaks, title, start);
    if (typeof place === "number") {
      byOffset.set(place, { title, offset: place, ...(start === undefined ? {} : { start }) });
    } else problems.push({ ...place, line: sourceLine });
  }
  return { placed: [...byOffset.values()].sort((a, b) => a.offset - b.offset), problems };
}

function placeByTime(
  { text }: ComposedText,
  times: TimeMap,
  breaks: readonly Break[],
  title: string,
  start: number,
): number | Refusal {
  if (start > times.duration) {
    const values = { title, start: formatTime(start), end: formatTime(times.duration) };
    return { severity: "warning", kind: "chapter-after-end", values };
  }
  const { knownOffsets } = times;
  const after = findLastIndex(knownOffsets.length, (at) => times.timeAt(knownOffsets[at] ?? 0) <= start);
  const near = [knownOffsets[after], knownOffsets[after + 1]]
    .filter((offset) => offset !== undefined)
    .map((offset) => ({ offset, distance: Math.abs(times.timeAt(offset) - start) }))
    .sort((a, b) => a.distance - b.distance)[0];
  if (near !== undefined && near.distance <= SAME_SECONDS) return near.offset;
  let best = { offset: 0, distance: times.timeAt(0) > start ? 0 : start - times.timeAt(0) };
  for (const { offset, cost } of breaks) {
    const distance = Math.abs(times.timeAt(offset) - start) + cost * SECONDS_PER_COST;
    if (distance < best.distance && offset < text.length) best = { offset, distance };
  }
  return best.offset;
}

function placeByLine(
  composition: ComposedText,
  title: string,
  line: number,
  from: string | undefined,
): number | Refusal {
  const { pieces } = composition;
  const first = pieces.findIndex((piece) => piece.line >= line);
  const piece = pieces[first];
  if (piece === undefined) {
    const values = { title, line, last: pieces.at(-1)?.line ?? 0 };
    return { severity: "error", kind: "chapter-after-speech", values };
  }
  if (from === undefined) return piece.start;
  let next = first;
  while (pieces[next]?.line === piece.line) next += 1;
  const end = pieces[next]?.start ?? composition.text.length;
  const found = piece.line === line ? findHeard(composition, piece.start, end, from) : undefined;
  if (found !== undefined) return found;
  const reads = composition.text.slice(piece.start, Math.min(end, piece.start + 40));
  return {
    severity: "error",
    kind: "chapter-words-not-in-line",
    values: { title, words: from, line, reads },
  };
}

/** Where `form` begins in a stretch as the file has it, marks and spaces ignored; changes are read as what was heard. */
function findHeard(
  { text, changes }: ComposedText,
  from: number,
  to: number,
  form: string,
): number | undefined {
  let heard = "";
  const offsets: number[] = [];
  const add = (part: string, offsetOf: (index: number) => number): void => {
    for (let index = 0; index < part.length; index += 1) {
      if (isBetween(part.charAt(index))) continue;
      heard += part.charAt(index);
      offsets.push(offsetOf(index));
    }
  };
  let at = from;
  for (const change of changes) {
    if (change.to <= from || change.from >= to) continue;
    const start = at;
    add(text.slice(start, change.from), (index) => start + index);
    add(change.heard, () => change.from);
    at = change.to;
  }
  add(text.slice(at, to), (index) => at + index);
  const words = [...form].filter((sign) => !isBetween(sign)).join("");
  const found = words === "" ? -1 : heard.indexOf(words);
  return found === -1 ? undefined : offsets[found];
}

/** Whether a character is of no word: a punctuated copy may have others. Half of a pair is of one. */
function isBetween(character: string): boolean {
  return /^[\s\p{P}]$/u.test(character);
}

import type { TranscriptPlace } from "../../model/corrections.ts";
import type { Fault } from "../../model/problem.ts";
import type { Span } from "../../model/span.ts";
import { findLastIndex } from "../../text/find-last.ts";
import { formatTime } from "../../text/time.ts";
import { type FlatText, readStretch } from "./flat-text.ts";
import { findForms } from "./match-form.ts";

/**
 * A place given as a time reaches so many seconds on: an owner takes the time from a passage as the page shows it,
 * and a passage is about a minute (chosen).
 */
const TIME_REACH = 60;

/** Finds stretches of one transcript by line and by time. */
export interface PlaceFinder {
  /** The stretch a place means, or why there is none. */
  find(place: TranscriptPlace): Span | Fault;
}

/** Prepares the search for lines and times in a transcript. */
export function makePlaceFinder(flat: FlatText): PlaceFinder {
  const lines = new Map<number, Span>();
  for (const [index, { line, start }] of flat.pieces.entries()) {
    const to = flat.pieces[index + 1]?.start ?? flat.text.length;
    lines.set(line, { from: lines.get(line)?.from ?? start, to });
  }
  let timed: readonly TimedSpan[] | undefined;
  return {
    find(place) {
      if (place.line !== undefined) return lines.get(place.line) ?? explainMissingLine(flat, place.line);
      timed ??= listTimedCues(flat);
      return findTime(timed, place.time);
    },
  };
}

interface TimedSpan extends Span {
  /** Seconds, rounded down as times are shown. */
  readonly second: number;
}

function listTimedCues(flat: FlatText): TimedSpan[] {
  const cues = new Map<number, Span>();
  for (const [index, { cue, start }] of flat.pieces.entries()) {
    const to = flat.pieces[index + 1]?.start ?? flat.text.length;
    cues.set(cue, { from: cues.get(cue)?.from ?? start, to });
  }
  const timed: TimedSpan[] = [];
  for (const [index, stretch] of cues) {
    const startTime = flat.cues[index]?.startTime;
    if (startTime !== undefined) timed.push({ ...stretch, second: Math.floor(startTime) });
  }
  return timed.sort((a, b) => a.second - b.second || a.from - b.from);
}

/** From the first cue of the second in which the cue spoken at `time` begins, to the last that begins in reach. */
function findTime(timed: readonly TimedSpan[], time: number): Span | Fault {
  const [earliest] = timed;
  if (earliest === undefined) return { kind: "transcript-without-times", values: {} };
  const spoken = timed[findLastIndex(timed.length, (index) => (timed[index]?.second ?? 0) <= time)];
  if (spoken === undefined) {
    const values = { time: formatTime(time), first: formatTime(earliest.second) };
    return { kind: "time-before-speech", values };
  }
  const { from } = timed.find(({ second }) => second === spoken.second) ?? spoken;
  const last =
    timed[findLastIndex(timed.length, (index) => (timed[index]?.second ?? 0) <= time + TIME_REACH)];
  return { from, to: Math.max(spoken.to, last?.to ?? 0) };
}

function explainMissingLine(flat: FlatText, line: number): Fault {
  const last = flat.pieces.at(-1)?.line;
  if (last === undefined) return { kind: "transcript-without-speech", values: {} };
  if (line > last) return { kind: "line-after-speech", values: { line, last } };
  const next = flat.pieces.find((piece) => piece.line > line)?.line ?? last;
  return { kind: "line-without-speech", values: { line, next } };
}

/** That `form` does not stand in a stretch, what stands there, and where else the form stands. */
export function explainMissingForm(
  flat: FlatText,
  place: TranscriptPlace,
  stretch: Span,
  form: string,
): Fault {
  const text = readStretch(flat, stretch.from, Math.min(stretch.to, stretch.from + SHOWN_FROM));
  const elsewhere = findForms(
    flat,
    form,
    { from: 0, to: flat.text.length },
    { isExact: true, isLoose: true },
  );
  const lines = [...new Set(elsewhere.map(({ from }) => findLine(flat, from)))].slice(0, 3);
  return {
    kind: "words-not-in-place",
    values: {
      words: form,
      place: place.line === undefined ? { time: formatTime(place.time) } : { line: place.line },
      reads: shortenAround(text, form),
      lines,
    },
  };
}

// Of a line longer than this (chosen) only the beginning is looked at for what to show.
const SHOWN_FROM = 20_000;
const SHOWN_AROUND = 24;

/** The 1-based line of the transcript file that holds a position. */
function findLine(flat: FlatText, position: number): number {
  const index = findLastIndex(
    flat.pieces.length,
    (candidate) => (flat.pieces[candidate]?.start ?? 0) <= position,
  );
  return flat.pieces[index]?.line ?? 1;
}

/** The part of a text around the place most like `form`: the one that holds the longest piece of it. */
function shortenAround(text: string, form: string): string {
  const { at, length } = findLikeness(text, form);
  const from = Math.max(0, at - SHOWN_AROUND);
  const to = Math.min(text.length, at + Math.max(length, form.length) + SHOWN_AROUND);
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}

function findLikeness(text: string, form: string): { at: number; length: number } {
  for (let length = Math.min(form.length, 40); length > 0; length -= 1) {
    for (let start = 0; start + length <= form.length; start += 1) {
      const piece = form.slice(start, start + length);
      const at = piece.trim() === "" ? -1 : text.indexOf(piece);
      if (at !== -1) return { at: Math.max(0, at - start), length };
    }
  }
  return { at: 0, length: 0 };
}

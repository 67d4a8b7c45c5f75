import type { Corrections, Keep, Replacement } from "../../model/corrections.ts";
import { type Fault, isFault } from "../../model/problem.ts";
import type { Span } from "../../model/span.ts";
import { explainMissingForm, type PlaceFinder } from "./find-place.ts";
import { type CorrectionProblem, type Edit, type FlatText, readStretch } from "./flat-text.ts";
import { findForms } from "./match-form.ts";

/** What the episode's own corrections decide about a flat text. */
export interface PlacedCorrections {
  readonly edits: readonly Edit[];
  /** What stands as it was heard and is not clear. */
  readonly unclear: readonly Edit[];
  readonly problems: readonly CorrectionProblem[];
  /** True where an entry replaced or kept part of a stretch: the glossary leaves it alone. */
  isTaken(from: number, to: number): boolean;
}

/**
 * Finds the places of `replace`, `keep` and `unclear` entries in the text of the file as it stands. A form is looked for as a
 * whole word, then inside words; the first of several on a line is meant unless `nth` says otherwise, and a `keep` or
 * `unclear` without `nth` means them all. A place with two different decisions is an error, and the first stands.
 */
export function placeCorrections(
  flat: FlatText,
  corrections: Corrections,
  finder: PlaceFinder,
): PlacedCorrections {
  if (corrections.replace.length + corrections.keep.length === 0) {
    return { edits: [], unclear: [], problems: [], isTaken: () => false };
  }
  const edits: Edit[] = [];
  const unclear: Edit[] = [];
  const problems: CorrectionProblem[] = [];
  // The line of corrections.yaml that decided about each character; 0 where none did.
  const deciders = new Int32Array(flat.text.length);
  const report = (line: number, fault: Fault): void => {
    problems.push({ severity: "error", in: "corrections", line, ...fault });
  };
  for (const entry of corrections.replace) {
    const places = findEntry(flat, entry, finder);
    const place = isFault(places)
      ? places
      : (places[(entry.nth ?? 1) - 1] ?? explainFewer(entry, places.length));
    if (isFault(place)) {
      report(entry.sourceLine, place);
      continue;
    }
    const decider = findDecider(deciders, place);
    if (decider !== 0) report(entry.sourceLine, explainOverlap(entry, decider));
    else edits.push(makeEdit(entry, place));
    if (decider === 0) deciders.fill(entry.sourceLine, place.from, place.to);
  }
  for (const entry of corrections.keep) {
    const places = findEntry(flat, entry, finder);
    if (isFault(places)) {
      report(entry.sourceLine, places);
      continue;
    }
    const kept = entry.nth === undefined ? places : places.slice(entry.nth - 1, entry.nth);
    if (kept.length === 0) report(entry.sourceLine, explainFewer(entry, places.length));
    for (const place of kept) {
      const edit = edits.find(({ from, to }) => from < place.to && place.from < to);
      const decided = edit ?? (entry.isUnclear === true ? place : undefined);
      const decider = decided === undefined ? 0 : findDecider(deciders, decided);
      if (decider !== 0) report(entry.sourceLine, explainOverlap(entry, decider));
      else deciders.fill(entry.sourceLine, place.from, place.to);
      if (decider === 0 && entry.isUnclear === true) unclear.push(leaveUnclear(flat, entry, place));
    }
  }
  return { edits, unclear, problems, isTaken: (from, to) => findDecider(deciders, { from, to }) !== 0 };
}

function findEntry(flat: FlatText, entry: Replacement | Keep, finder: PlaceFinder): Span[] | Fault {
  const stretch = finder.find(entry);
  if (isFault(stretch)) return stretch;
  const places = findForms(flat, entry.heard, stretch, { isExact: true, isLoose: true });
  return places.length > 0 ? places : explainMissingForm(flat, entry, stretch, entry.heard);
}

function makeEdit({ meant, sure, by }: Replacement, { from, to }: Span): Edit {
  return { from, to, meant: meant.trim(), source: "correction", sure, ...(by === undefined ? {} : { by }) };
}

function leaveUnclear(flat: FlatText, { by }: Keep, { from, to }: Span): Edit {
  const meant = readStretch(flat, from, to);
  return { from, to, meant, source: "unclear", sure: 0, ...(by === undefined ? {} : { by }) };
}

function findDecider(deciders: Int32Array, { from, to }: Span): number {
  for (let position = from; position < to; position += 1) {
    const decider = deciders[position] ?? 0;
    if (decider !== 0) return decider;
  }
  return 0;
}

function explainFewer({ heard, nth = 1, line }: Replacement | Keep, count: number): Fault {
  const values = { heard, nth, count, ...(line === undefined ? {} : { line }) };
  return { kind: "nth-too-high", values };
}

function explainOverlap({ heard }: Replacement | Keep, decidedIn: number): Fault {
  return { kind: "place-decided-twice", values: { heard, decidedIn } };
}

import type { TranscriptPlace } from "../../model/corrections.ts";
import type { Cue } from "../../model/cue.ts";
import type { HeardPlace, HeardText, HeardToken } from "../../model/heard-text.ts";
import { isFault } from "../../model/problem.ts";
import type { Span } from "../../model/span.ts";
import { readLexicalTokens } from "../../text/normalise.ts";
import { applyGlossary, isNear } from "./apply-glossary.ts";
import type { CorrectOptions } from "./correct-cues.ts";
import { makePlaceFinder, type PlaceFinder } from "./find-place.ts";
import { type Edit, type FlatText, findPiece, flattenCues, readStretch, SPEAKER_BREAK } from "./flat-text.ts";
import { findForms } from "./match-form.ts";
import { placeCorrections } from "./place-corrections.ts";
import { placeTurns } from "./place-turns.ts";

/** Reads the cues as they were heard, and what corrections and glossary have decided about them. */
export function readHeardText(slug: string, cues: readonly Cue[], options: CorrectOptions): HeardText {
  const flat = flattenCues(cues);
  const finder = makePlaceFinder(flat);
  placeTurns(flat, options.corrections.turns, finder, options.resolveSpeaker);
  const own = placeCorrections(flat, options.corrections, finder);
  const glossary = applyGlossary(flat, options.terms, own.isTaken);
  const edits = [...own.edits, ...glossary.edits].sort((a, b) => a.from - b.from);
  const all = { from: 0, to: flat.text.length };
  return {
    slug,
    text: flat.text,
    edits,
    listTokens: () => listTokens(flat, edits, own.isTaken),
    read: (from, to) => readStretch(flat, from, to),
    namePlace: (from, to) => namePlace(flat, finder, from, to),
    findPlace: (place) => findPlaces(flat, finder, place, place.heard)[(place.nth ?? 1) - 1],
    findStart: (place) => findStart(flat, finder, place),
    nameStart: (position) => nameStart(flat, finder, position),
    findForm: (form) => findForms(flat, form, all),
    isNear: ({ from, to }, word) => isNear(flat, from, to, word),
    isDecided: ({ from, to }) =>
      own.isTaken(from, to) || edits.some((edit) => edit.from < to && from < edit.to),
  };
}

function listTokens(
  flat: FlatText,
  edits: readonly Edit[],
  isTaken: (from: number, to: number) => boolean,
): HeardToken[] {
  const tokens: HeardToken[] = [];
  let edit = 0;
  let opened = -1;
  for (const [index, { start }] of flat.pieces.entries()) {
    const end = flat.pieces[index + 1]?.start ?? flat.text.length;
    for (const token of readPiece(flat, start, end)) {
      while ((edits[edit]?.to ?? Number.POSITIVE_INFINITY) <= token.from) edit += 1;
      const own = edits[edit];
      const isEdited = own !== undefined && own.from < token.to;
      const isFirst = isEdited && opened !== edit;
      if (isFirst) opened = edit;
      tokens.push({
        ...token,
        isDecided: isEdited || isTaken(token.from, token.to),
        ...(isFirst ? { meant: own.meant } : {}),
      });
    }
  }
  return tokens;
}

/** The tokens of a line, cut where the speaker changes inside it. */
function readPiece(flat: FlatText, start: number, end: number): Omit<HeardToken, "isDecided">[] {
  const cuts = [start];
  for (let position = start + 1; position < end; position += 1)
    if (flat.breaks[position] === SPEAKER_BREAK) cuts.push(position);
  return cuts.flatMap((from, index) => {
    const tokens = readLexicalTokens(flat.text.slice(from, cuts[index + 1] ?? end));
    return tokens.map((token, nth) => ({
      ...token,
      from: token.from + from,
      to: token.to + from,
      startsTurn: nth === 0 && flat.breaks[from] === SPEAKER_BREAK,
    }));
  });
}

function findPlaces(flat: FlatText, finder: PlaceFinder, place: TranscriptPlace, heard: string): Span[] {
  const stretch = finder.find(place);
  return isFault(stretch) ? [] : findForms(flat, heard, stretch, { isExact: true, isLoose: true });
}

/** How corrections.yaml says the stretch: the text of the file, and which of several on its line. */
function namePlace(flat: FlatText, finder: PlaceFinder, from: number, to: number): HeardPlace | undefined {
  const line = flat.pieces[findPiece(flat, from)]?.line;
  if (line === undefined) return undefined;
  const heard = readStretch(flat, from, to).trim();
  const places = findPlaces(flat, finder, { line }, heard);
  const index = places.findIndex((place) => place.from === from && place.to === to);
  if (index === -1) return undefined;
  return { line, heard, ...(places.length === 1 ? {} : { nth: index + 1 }) };
}

function findStart(
  flat: FlatText,
  finder: PlaceFinder,
  { line, time, from }: { readonly line?: number; readonly time?: number; readonly from?: string },
): number | undefined {
  const place = line !== undefined ? { line } : time !== undefined ? { time } : undefined;
  const stretch = place === undefined ? undefined : finder.find(place);
  if (stretch === undefined || isFault(stretch)) return undefined;
  if (from === undefined) return stretch.from;
  return findForms(flat, from, stretch, { isExact: true, isLoose: true })[0]?.from;
}

/** Characters of a line that a turn begins with: enough to read, and more where they stand earlier in it too. */
const SHORTEST_START = 8;

function nameStart(
  flat: FlatText,
  finder: PlaceFinder,
  position: number,
): { readonly line: number; readonly from?: string } | undefined {
  const line = flat.pieces[findPiece(flat, position)]?.line;
  const stretch = line === undefined ? undefined : finder.find({ line });
  if (line === undefined || stretch === undefined || isFault(stretch)) return undefined;
  if (flat.text.slice(stretch.from, position).trim() === "") return { line };
  for (let to = Math.min(position + SHORTEST_START, stretch.to); to <= stretch.to; to += 1) {
    const from = readStretch(flat, position, to).trim();
    if (from !== "" && findStart(flat, finder, { line, from }) === position) return { line, from };
  }
  return undefined;
}

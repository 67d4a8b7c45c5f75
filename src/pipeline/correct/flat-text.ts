import type { Cue } from "../../model/cue.ts";
import type { LineProblem } from "../../model/problem.ts";
import { findLastIndex } from "../../text/find-last.ts";
import { joinTexts } from "../../text/join-text.ts";

/** No break, a line or cue break, a change of speaker: what stands before a character of a flat text. */
export const NO_BREAK = 0;
export const LINE_BREAK = 1;
export const SPEAKER_BREAK = 2;

/** One line of one cue, trimmed, and where it stands. */
interface Piece {
  readonly cue: number;
  /** Offset in the cue's text. */
  readonly offset: number;
  /** 1-based line of the transcript file. */
  readonly line: number;
  /** Offset in the flat text. */
  readonly start: number;
}

/**
 * All cues of a transcript as one string in which forms are looked for: lines one after another, with nothing at
 * the breaks and their edges trimmed. `breaks[i]` says what stands before character `i`.
 */
export interface FlatText {
  readonly text: string;
  /** `text` in lower case, any white space as " ", of the same length. */
  readonly folded: string;
  readonly breaks: Uint8Array;
  readonly pieces: readonly Piece[];
  readonly cues: readonly Cue[];
}

/** An edit of a flat text: what stands from `from` to `to` becomes `meant`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly meant: string;
  readonly source: "glossary" | "correction" | "unclear";
  readonly sure: number;
  readonly by?: string;
}

/** A problem of the correct stage, and in which of the owner's files its line is. */
export type CorrectionProblem = LineProblem & { readonly in: "corrections" | "transcript" };

/** Makes the flat text; its breaks are line breaks until `placeTurns` has found who speaks where. */
export function flattenCues(cues: readonly Cue[]): FlatText {
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const [cueIndex, cue] of cues.entries()) {
    let offset = 0;
    for (const [lineIndex, line] of cue.text.split("\n").entries()) {
      const trimmed = line.trim();
      const indent = line.length - line.trimStart().length;
      if (trimmed !== "") {
        pieces.push({ cue: cueIndex, offset: offset + indent, line: cue.line + lineIndex, start: length });
        parts.push(trimmed);
        length += trimmed.length;
      }
      offset += line.length + 1;
    }
  }
  const text = parts.join("");
  const breaks = new Uint8Array(length + 1);
  for (const { start } of pieces) breaks[start] = LINE_BREAK;
  return { text, folded: foldCase(text), breaks, pieces, cues };
}

/** Lower case and plain spaces, one UTF-16 unit for one. */
export function foldCase(text: string): string {
  const lower = text.toLowerCase();
  const folded = lower.length === text.length ? lower : text.replace(/./gsu, foldCharacter);
  return folded.replace(/\s/g, " ");
}

function foldCharacter(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

/** Index of the piece that holds a position; the last one for a position at the end. */
export function findPiece({ pieces }: FlatText, position: number): number {
  return Math.max(
    0,
    findLastIndex(pieces.length, (index) => (pieces[index]?.start ?? 0) <= position),
  );
}

/** A stretch as a reader sees it: its lines joined. */
export function readStretch(flat: FlatText, from: number, to: number): string {
  const parts: string[] = [];
  let start = from;
  for (let position = from + 1; position < to; position += 1) {
    if (flat.breaks[position] === NO_BREAK) continue;
    parts.push(flat.text.slice(start, position));
    start = position;
  }
  parts.push(flat.text.slice(start, to));
  return joinTexts(parts).text;
}

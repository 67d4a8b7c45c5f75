import type { Term } from "../../model/archive.ts";
import type { Corrections } from "../../model/corrections.ts";
import type { CorrectedCue, Cue, Speaker } from "../../model/cue.ts";
import { applyGlossary } from "./apply-glossary.ts";
import { makePlaceFinder } from "./find-place.ts";
import { type CorrectionProblem, flattenCues } from "./flat-text.ts";
import { placeCorrections } from "./place-corrections.ts";
import { placeTurns } from "./place-turns.ts";
import { rewriteCues } from "./rewrite-cues.ts";

/** What the owner of an archive says about a transcript. */
export interface CorrectOptions {
  /** The glossary; pass the same array for every episode, it is compiled once. */
  readonly terms: readonly Term[];
  readonly corrections: Corrections;
  /** Turns a label of the transcript or a turn into who speaks. */
  readonly resolveSpeaker: (label: string) => Speaker;
}

/**
 * Gives the cues their speakers and applies the episode's corrections, then the glossary on what those leave
 * (content.md). Everything matches the text of the file as it stands, and every change keeps what was heard.
 * An entry that does not match is an error and changes nothing.
 */
export function correctCues(
  cues: readonly Cue[],
  { terms, corrections, resolveSpeaker }: CorrectOptions,
): { cues: CorrectedCue[]; problems: CorrectionProblem[] } {
  const flat = flattenCues(cues);
  const finder = makePlaceFinder(flat);
  const turns = placeTurns(flat, corrections.turns, finder, resolveSpeaker);
  const own = placeCorrections(flat, corrections, finder);
  const glossary = applyGlossary(flat, terms, own.isTaken);
  const edits = [...own.edits, ...own.unclear, ...glossary.edits].sort((a, b) => a.from - b.from);
  return {
    cues: rewriteCues(flat, edits, turns.sections),
    problems: [...turns.problems, ...own.problems, ...glossary.problems],
  };
}

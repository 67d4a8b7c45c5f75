import type { TurnStart } from "../../model/corrections.ts";
import type { Speaker } from "../../model/cue.ts";
import type { CorrectionProblem } from "./correction-problem.ts";
import { describeMissingForm, type PlaceFinder } from "./find-place.ts";
import { type FlatText, SPEAKER_BREAK } from "./flat-text.ts";
import { findForms } from "./match-form.ts";

/** Who speaks from a position of the flat text on. */
export interface SpeakerSection {
  readonly from: number;
  readonly speaker?: Speaker;
}

interface PlacedTurn {
  readonly position: number;
  readonly turn: TurnStart;
}

/**
 * Finds who speaks where, from the cues' labels and the turns, and sets the flat text's breaks accordingly. A turn
 * holds until the next turn, or until the transcript changes its label. Sections ascend; neighbours differ.
 */
export function placeTurns(
  flat: FlatText,
  turns: readonly TurnStart[],
  finder: PlaceFinder,
  resolveSpeaker: (label: string) => Speaker,
): { sections: SpeakerSection[]; problems: CorrectionProblem[] } {
  const problems: CorrectionProblem[] = [];
  const placed: PlacedTurn[] = [];
  const taken = new Map<number, TurnStart>();
  for (const turn of turns) {
    const position = findTurn(flat, turn, finder);
    const message = typeof position === "string" ? position : describeClash(taken.get(position), turn);
    if (message !== undefined) {
      problems.push({ severity: "error", in: "corrections", line: turn.sourceLine, message });
    } else if (typeof position === "number") {
      taken.set(position, turn);
      placed.push({ position, turn });
    }
  }
  placed.sort((a, b) => a.position - b.position);
  const sections = listSections(flat, placed, memoise(resolveSpeaker));
  markSpeakerBreaks(flat, sections);
  return { sections, problems };
}

function findTurn(flat: FlatText, turn: TurnStart, finder: PlaceFinder): number | string {
  const stretch = finder.find(turn);
  if (typeof stretch === "string" || turn.from === undefined) {
    return typeof stretch === "string" ? stretch : stretch.from;
  }
  const [found] = findForms(flat, turn.from, stretch, { isExact: true, isLoose: true });
  return found?.from ?? describeMissingForm(flat, turn, stretch, turn.from);
}

function describeClash(other: TurnStart | undefined, turn: TurnStart): string | undefined {
  if (other === undefined) return undefined;
  return (
    `This turn to ${turn.speaker} begins where the turn of line ${other.sourceLine} to ${other.speaker} begins. ` +
    "Delete one of the two, or say with from: where each begins."
  );
}

function listSections(
  flat: FlatText,
  placed: readonly PlacedTurn[],
  resolve: (label: string) => Speaker,
): SpeakerSection[] {
  const sections: SpeakerSection[] = [];
  const open = (from: number, speaker: Speaker | undefined): void => {
    const last = sections.at(-1);
    if (last !== undefined && last.speaker?.key === speaker?.key && last.speaker?.sure === speaker?.sure)
      return;
    sections.push(speaker === undefined ? { from } : { from, speaker });
  };
  let next = 0;
  let turned: { readonly label: string | undefined } | undefined;
  for (const [index, piece] of flat.pieces.entries()) {
    const label = flat.cues[piece.cue]?.speaker;
    if (turned?.label !== label) turned = undefined;
    if (turned === undefined && placed[next]?.position !== piece.start) {
      open(piece.start, label === undefined ? undefined : resolve(label));
    }
    const end = flat.pieces[index + 1]?.start ?? flat.text.length;
    for (let entry = placed[next]; entry !== undefined && entry.position < end; entry = placed[next]) {
      open(entry.position, { ...resolve(entry.turn.speaker), sure: entry.turn.sure });
      turned = { label };
      next += 1;
    }
  }
  return sections;
}

function markSpeakerBreaks(flat: FlatText, sections: readonly SpeakerSection[]): void {
  for (const { from } of sections) flat.breaks[from] = SPEAKER_BREAK;
}

function memoise(resolveSpeaker: (label: string) => Speaker): (label: string) => Speaker {
  const known = new Map<string, Speaker>();
  return (label) => {
    const speaker = known.get(label) ?? resolveSpeaker(label);
    known.set(label, speaker);
    return speaker;
  };
}

import type { TurnStart } from "../../model/corrections.ts";
import type { Speaker } from "../../model/cue.ts";
import { type Fault, isFault } from "../../model/problem.ts";
import { explainMissingForm, type PlaceFinder } from "./find-place.ts";
import { type CorrectionProblem, type FlatText, SPEAKER_BREAK } from "./flat-text.ts";
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
    const found = findTurn(flat, turn, finder);
    const other = typeof found === "number" ? taken.get(found) : undefined;
    const position = other === undefined ? found : explainClash(other, turn);
    if (typeof position === "number") {
      taken.set(position, turn);
      placed.push({ position, turn });
    } else problems.push({ severity: "error", in: "corrections", line: turn.sourceLine, ...position });
  }
  placed.sort((a, b) => a.position - b.position);
  const sections = listSections(flat, placed, memoise(resolveSpeaker));
  markSpeakerBreaks(flat, sections);
  return { sections, problems };
}

function findTurn(flat: FlatText, turn: TurnStart, finder: PlaceFinder): number | Fault {
  const stretch = finder.find(turn);
  if (isFault(stretch)) return stretch;
  if (turn.from === undefined) return stretch.from;
  const [found] = findForms(flat, turn.from, stretch, { isExact: true, isLoose: true });
  return found?.from ?? explainMissingForm(flat, turn, stretch, turn.from);
}

function explainClash(other: TurnStart, { speaker }: TurnStart): Fault {
  const values = { speaker, otherSpeaker: other.speaker, otherLine: other.sourceLine };
  return { kind: "turns-begin-together", values };
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

import { readHeard } from "../../archive/content/load-episode.ts";
import type { Corrections } from "../../model/corrections.ts";
import type { LineProblem } from "../../model/problem.ts";
import { FaultError } from "../../model/report.ts";
import { addCorrections, changeEntries, type EntryEdit, type NewCorrections } from "./edit-corrections.ts";
import { ChangeError, changeFile, type FileChange, findNewProblem } from "./file-change.ts";
import { type EditedPlace, overlap } from "./find-edited-place.ts";

/**
 * Writes in corrections.yaml what was meant in one place: in the entry that stands there already, else in a new one,
 * which takes the place of those that it touches. What is meant as it was heard is restored.
 * @param typed what was meant by the selected words
 */
export async function planReplacement(
  contentDir: string,
  edited: EditedPlace,
  typed: string,
): Promise<FileChange> {
  const { heard, located, stretch, place, replaced, kept } = edited;
  const meant = composeMeant(edited, typed);
  const [only] = replaced;
  const isOnly = replaced.length === 1 && kept.length === 0 && isSame(only?.spans[0], stretch.heard);
  const isUnsure = isOnly && only !== undefined && only.entry.sure < 1;
  if (meant === located.text.slice(stretch.shown.from, stretch.shown.to) && !isUnsure)
    throw new FaultError({ kind: "edit-changes-nothing", values: { text: meant } });
  if (meant === heard.read(stretch.heard.from, stretch.heard.to)) return planRestoring(contentDir, edited);
  return changeCorrections(contentDir, edited, (text) => {
    if (isOnly && only !== undefined)
      return changeEntries(text, new Map([[only.entry.sourceLine, { keys: { meant, sure: undefined } }]]));
    const { edits, left } = freePlace(edited);
    return editText(text, edits, { replace: [{ ...place, meant }], ...left });
  });
}

/** Takes away what corrections.yaml says about a place, and keeps the glossary from it. */
export async function planRestoring(contentDir: string, edited: EditedPlace): Promise<FileChange> {
  const { own, terms, heard, stretch, place, replaced } = edited;
  const edits = new Map(replaced.map(({ entry }): [number, EntryEdit] => [entry.sourceLine, "remove"]));
  const freed = readHeard(own, terms, leaveOut(own.corrections, edits));
  const again = freed.edits.filter((edit) => overlap(edit, stretch.heard));
  if (edits.size + again.length === 0) {
    const text = heard.read(stretch.heard.from, stretch.heard.to);
    throw new FaultError({ kind: "edit-changes-nothing", values: { text } });
  }
  const keep = again.map(({ from, to }) => freed.namePlace(from, to) ?? place);
  return changeCorrections(contentDir, edited, (text) => editText(text, edits, { keep }));
}

/**
 * Writes who speaks from the beginning of a place on.
 * @param alone true where whoever spoke before goes on after it
 */
export async function planTurn(
  contentDir: string,
  edited: EditedPlace,
  { speaker, alone }: { readonly speaker: string; readonly alone: boolean },
): Promise<FileChange> {
  const { own, heard, passage, located, stretch } = edited;
  const label = speaker.replace(/\s+/g, " ").trim();
  if (label === "") throw new FaultError({ kind: "edit-without-speaker", values: {} });
  const who = own.resolveSpeaker(label);
  const before = passage.speaker;
  if (before?.key === who.key && before.sure === 1)
    throw new FaultError({ kind: "edit-changes-nothing", values: { text: who.name } });
  const turns = [{ position: stretch.heard.from, speaker: who.personId ?? label, sure: 1 }];
  const rest = located.heardAt.slice(stretch.shown.to);
  const after = rest.find((_, index) => /[\p{L}\p{N}]/u.test(located.text[stretch.shown.to + index] ?? ""));
  if (alone && after !== undefined) {
    if (before === undefined) throw new FaultError({ kind: "edit-speaker-after-unknown", values: {} });
    turns.push({ position: after.from, speaker: before.key, sure: before.sure });
  }
  const standing = new Map(own.corrections.turns.map((turn) => [heard.findStart(turn), turn]));
  return changeCorrections(contentDir, edited, (text) => {
    const edits = new Map<number, EntryEdit>();
    const added: NonNullable<NewCorrections["turns"]>[number][] = [];
    for (const { position, ...keys } of turns) {
      const entry = standing.get(position);
      const start = heard.nameStart(position);
      if (entry !== undefined) edits.set(entry.sourceLine, { keys: omitSureness(keys) });
      else if (start !== undefined) added.push({ ...start, ...keys });
      else throw new FaultError({ kind: "edit-place-unnamed", values: { heard: edited.place.heard } });
    }
    return editText(text, edits, { turns: added });
  });
}

function omitSureness<Keys extends { readonly sure: number }>(keys: Keys): object {
  return keys.sure === 1 ? { ...keys, sure: undefined } : keys;
}

/** What was meant by the whole stretch: what was typed for the selection, and the rest as it is shown. */
export function composeMeant({ located, selected, stretch: { shown } }: EditedPlace, typed: string): string {
  const before = located.text.slice(shown.from, Math.max(shown.from, selected.from));
  const after = located.text.slice(Math.min(shown.to, selected.to), shown.to);
  const meant = `${before}${typed.trim()}${after}`.replace(/\s+/g, " ").trim();
  if (meant === "") throw new FaultError({ kind: "edit-without-meant", values: {} });
  return meant;
}

/** Takes all entries away that touch a place; a `keep` or `unclear` that holds elsewhere on its line too is `left`, written for there. */
export function freePlace({ heard, stretch, replaced, kept }: EditedPlace) {
  const edits = new Map(
    [...replaced, ...kept].map(({ entry }): [number, EntryEdit] => [entry.sourceLine, "remove"]),
  );
  const listLeft = (isUnclear: boolean) =>
    kept
      .filter(({ entry }) => (entry.isUnclear === true) === isUnclear)
      .flatMap(({ entry, spans }) =>
        spans
          .filter((span) => !overlap(span, stretch.heard))
          .flatMap(({ from, to }) => heard.namePlace(from, to) ?? [])
          .map((place) => ({ ...place, by: entry.by })),
      );
  return { edits, left: { keep: listLeft(false), unclear: listLeft(true) } };
}

/** The corrections without the entries that are removed. */
export function leaveOut(corrections: Corrections, edits: ReadonlyMap<number, EntryEdit>): Corrections {
  const isLeft = ({ sourceLine }: { readonly sourceLine: number }) => edits.get(sourceLine) !== "remove";
  const { replace, turns, keep } = corrections;
  return { replace: replace.filter(isLeft), turns: turns.filter(isLeft), keep: keep.filter(isLeft) };
}

function isSame(a: { from: number; to: number } | undefined, b: { from: number; to: number }): boolean {
  return a?.from === b.from && a.to === b.to;
}

/** Changes entries of a corrections.yaml, then adds others. */
export function editText(
  text: string,
  edits: ReadonlyMap<number, EntryEdit>,
  added: NewCorrections,
): string | LineProblem {
  const changed = changeEntries(text, edits);
  return typeof changed === "string" ? addCorrections(changed, added) : changed;
}

/** Throws a ChangeError where the episode would have a problem that it has not. */
export async function changeCorrections(
  contentDir: string,
  { own, terms }: Pick<EditedPlace, "own" | "terms">,
  edit: (text: string) => string | LineProblem,
): Promise<FileChange> {
  const path = `episodes/${own.folder.folder}/corrections.yaml`;
  const change = await changeFile(contentDir, path, edit);
  const problem = findNewProblem(own, terms, change.after);
  if (problem !== undefined) throw new ChangeError({ ...problem, file: change.name });
  return change;
}

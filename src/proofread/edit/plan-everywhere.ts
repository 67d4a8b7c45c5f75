import type { LoadedArchive } from "../../archive/content/load-archive.ts";
import { type EpisodeFiles, readHeard } from "../../archive/content/load-episode.ts";
import type { Term } from "../../model/archive.ts";
import { FaultError } from "../../model/report.ts";
import { makeSlug } from "../../text/slug.ts";
import { chooseHeardForms } from "../suggest/choose-heard-forms.ts";
import type { Decision } from "../suggest/suggestion.ts";
import type { WordKnowledge } from "../suggest/word-knowledge.ts";
import { addForms, addHeardForms, addTerm, isAllowed } from "./edit-glossary.ts";
import { changeFile, type FileChange } from "./file-change.ts";
import { type EditedPlace, overlap } from "./find-edited-place.ts";
import { changeCorrections, composeMeant, editText, freePlace, leaveOut } from "./plan-passage-edit.ts";

/** What a correction of every place comes to. */
export interface EverywherePlan {
  readonly changes: readonly FileChange[];
  /** How many places read otherwise for it, and in how many episodes. */
  readonly placeCount: number;
  readonly episodeCount: number;
  /** The term, where the glossary gets it as well. */
  readonly newTerm?: string;
}

/** Chosen: names of papers and laws are as long; a sentence is no term. */
const longestTerm = 60;

/**
 * Gives what was heard in a place to the glossary, after the rule of `suggest` for a form whose places are all
 * accepted: it is no usual word, and the glossary allows it. What was meant becomes a term where it is none yet. An
 * entry of corrections.yaml for this place goes. Throws a FaultError that says which of these fails.
 */
export async function planEverywhere(
  contentDir: string,
  { files, problems }: Pick<LoadedArchive, "files" | "problems">,
  edited: EditedPlace,
  { typed, words }: { readonly typed: string; readonly words: WordKnowledge },
): Promise<EverywherePlan> {
  const { own, terms, heard, stretch, place } = edited;
  const meant = composeMeant(edited, typed);
  const values = { heard: place.heard, meant };
  const error = problems.find(({ severity }) => severity === "error");
  if (error !== undefined)
    throw new FaultError({ kind: "edit-content-at-fault", values: { file: error.file } });
  if (meant === heard.read(stretch.heard.from, stretch.heard.to))
    throw new FaultError({ kind: "edit-changes-nothing", values: { text: meant } });
  const isNew = !terms.some(({ term }) => term === meant);
  if (isNew && !canBeTerm(meant)) throw new FaultError({ kind: "edit-term-unfit", values: { meant } });
  const added: Term = { term: meant, slug: makeSlug(meant), also: [], heard: [], line: 0 };
  const allTerms = isNew ? [...terms, added] : terms;
  const { edits, left } = freePlace(edited);
  const freed = leaveOut(own.corrections, edits);
  const isOwn = (other: EpisodeFiles) => other.folder.slug === own.folder.slug;
  const texts = files.map((other) => readHeard(other, terms, isOwn(other) ? freed : undefined));
  const decisions = texts.flatMap((text) =>
    text
      .findForm(place.heard)
      .filter((span) => !text.isDecided(span))
      .flatMap(({ from, to }) => text.namePlace(from, to) ?? [])
      .map((at): Decision => ({ slug: text.slug, place: at, meant, about: meant, verdict: "yes" })),
  );
  const forms = chooseHeardForms(texts, allTerms, decisions, words);
  if (forms.length === 0) throw new FaultError({ kind: "edit-form-usual", values });
  const newTerms = addForms(allTerms, forms);
  const covered = readHeard(own, newTerms, freed);
  const isHere = covered.edits.some((edit) => overlap(edit, stretch.heard) && edit.meant === meant);
  if (!isHere || !isAllowed(allTerms, forms, terms))
    throw new FaultError({ kind: "edit-form-claimed", values });
  const write = (text: string) => addHeardForms(isNew ? addTerm(text, meant) : text, forms);
  const changes = [await changeFile(contentDir, "glossary.yaml", write)];
  if (edits.size > 0)
    changes.push(
      await changeCorrections(contentDir, { own, terms: newTerms }, (text) => editText(text, edits, left)),
    );
  return {
    changes,
    placeCount: decisions.length,
    episodeCount: new Set(decisions.map(({ slug }) => slug)).size,
    ...(isNew ? { newTerm: meant } : {}),
  };
}

/** Whether words may be a term of the glossary, which has a page: no sentence, and no part of one. */
function canBeTerm(words: string): boolean {
  return (
    words.length <= longestTerm && /[\p{L}\p{N}]/u.test(words) && !/[，。！？；：、,!?;:…\n]/.test(words)
  );
}

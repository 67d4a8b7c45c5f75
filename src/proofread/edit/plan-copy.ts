import { type EpisodeFiles, readHeard } from "../../archive/content/load-episode.ts";
import type { Term } from "../../model/archive.ts";
import type { Corrections } from "../../model/corrections.ts";
import type { HeardText } from "../../model/heard-text.ts";
import { parseTranscript } from "../../pipeline/parse/parse-transcript.ts";
import { joinTexts } from "../../text/join-text.ts";
import { readLexicalTokens } from "../../text/normalise.ts";
import { type CopyChange, type CopyComparison, compareCopy } from "../learn/compare-copy.ts";
import { type ChosenForm, chooseHeardForms } from "../suggest/choose-heard-forms.ts";
import type { Decision } from "../suggest/suggestion.ts";
import type { WordKnowledge } from "../suggest/word-knowledge.ts";
import { addCorrections, changeEntries, type EntryEdit } from "./edit-corrections.ts";
import { addForms, addHeardForms, isAllowed } from "./edit-glossary.ts";
import { changeFile, type FileChange, verifyCorrections } from "./file-change.ts";

/** A corrected copy of an episode, and the archive that it is learned from for. */
export interface CopyContext {
  readonly contentDir: string;
  readonly files: readonly EpisodeFiles[];
  readonly own: EpisodeFiles;
  readonly copy: { readonly bytes: Uint8Array; readonly fileName: string };
  /** Names that may stand before a colon at a line's beginning. */
  readonly speakerNames: readonly string[];
  readonly terms: readonly Term[];
  readonly words: WordKnowledge;
  readonly by?: string;
}

export interface CopyPlan {
  readonly changes: readonly FileChange[];
  readonly forms: readonly ChosenForm[];
  readonly replaceCount: number;
  /** Changes made in several places whose word is no term of the glossary. */
  readonly missingTerms: readonly string[];
  readonly comparison: CopyComparison;
}

/** A change made at least so often may be one of the glossary. */
const OFTEN = 2;

/** Turns what a corrected copy says otherwise into heard forms and corrections. Writes nothing. */
export async function planCopy(context: CopyContext): Promise<CopyPlan> {
  const { contentDir, files, own, terms, words, by } = context;
  const heard = readHeard(own, terms);
  const comparison = compareCopy(heard, readCopy(context), { cut: words.cut, names: listNames(terms) });
  const freed = freeEntries(heard, own.corrections, comparison.changes);
  const texts = files.map((other) => readHeard(other, terms, other === own ? freed.corrections : undefined));
  const decisions = countDecisions(own.folder.slug, comparison.changes);
  const forms = chooseHeardForms(texts, terms, decisions, words).filter((form, index, all) =>
    isAllowed(terms, [...all.slice(0, index), form]),
  );
  const newTerms = addForms(terms, forms);
  const covered = readHeard(own, newTerms, freed.corrections);
  const replace = comparison.changes
    .filter(
      ({ from, to, meant }) =>
        !covered.edits.some((edit) => edit.from === from && edit.to === to && edit.meant === meant),
    )
    .map(({ place, meant }) => ({ ...place, meant, by }));
  const changes: FileChange[] = [];
  if (forms.length > 0)
    changes.push(await changeFile(contentDir, "glossary.yaml", (text) => addHeardForms(text, forms)));
  if (replace.length + freed.edits.size > 0) {
    const change = await changeFile(contentDir, `episodes/${own.folder.folder}/corrections.yaml`, (text) => {
      const left = changeEntries(text, freed.edits);
      return typeof left === "string" ? addCorrections(left, { replace, keep: [] }) : left;
    });
    verifyCorrections(own, newTerms, change);
    changes.push(change);
  }
  return {
    changes,
    forms,
    replaceCount: replace.length,
    missingTerms: listMissing(decisions, terms),
    comparison,
  };
}

/** Names of several words, which are corrected as a whole. */
function listNames(terms: readonly Term[]) {
  return terms
    .flatMap(({ term, also }) => [term, ...also])
    .map((name) => readLexicalTokens(name))
    .filter(({ length }) => length > 1);
}

/** The copy's words without its speakers' names and times. */
function readCopy({ copy, speakerNames }: CopyContext): string {
  const { cues } = parseTranscript(copy.bytes, copy.fileName);
  const names = speakerNames.map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|");
  const label = new RegExp(`^\\s*(?:\\*\\*)?(?:${names})(?:\\*\\*)?\\s*[:：](?:\\*\\*)?\\s*`, "gmu");
  const texts = cues.map(({ text }) => (names === "" ? text : text.replace(label, "")));
  return joinTexts(texts.flatMap((text) => text.split("\n"))).text;
}

/** The corrections without the entries whose place the copy decides anew. */
function freeEntries(heard: HeardText, corrections: Corrections, changes: readonly CopyChange[]) {
  const lines = new Set<number>();
  for (const entry of [...corrections.replace, ...corrections.keep]) {
    const place = heard.findPlace(entry);
    if (place !== undefined && changes.some(({ from, to }) => from < place.to && place.from < to))
      lines.add(entry.sourceLine);
  }
  const isLeft = ({ sourceLine }: { readonly sourceLine: number }) => !lines.has(sourceLine);
  const left = {
    ...corrections,
    replace: corrections.replace.filter(isLeft),
    keep: corrections.keep.filter(isLeft),
  };
  const edits = new Map([...lines].map((line): [number, EntryEdit] => [line, "remove"]));
  return { edits, corrections: left };
}

/** What was changed alike in several places may hold everywhere; the rest holds only there. */
function countDecisions(slug: string, changes: readonly CopyChange[]): Decision[] {
  const keyOf = ({ place, meant }: CopyChange) => `${place.heard.toLowerCase()}\n${meant}`;
  const counts = new Map<string, number>();
  for (const change of changes) counts.set(keyOf(change), (counts.get(keyOf(change)) ?? 0) + 1);
  return changes.map((change) => {
    const verdict = (counts.get(keyOf(change)) ?? 0) >= OFTEN ? "yes" : "here";
    return { slug, place: change.place, meant: change.meant, about: change.meant, verdict };
  });
}

function listMissing(decisions: readonly Decision[], terms: readonly Term[]): string[] {
  const known = new Set(terms.flatMap(({ term, also }) => [term, ...also]));
  return [...new Set(decisions.filter(({ verdict }) => verdict === "yes").map(({ meant }) => meant))].filter(
    (meant) => !known.has(meant),
  );
}

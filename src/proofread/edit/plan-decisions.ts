import { type EpisodeFiles, readHeard } from "../../archive/content/load-episode.ts";
import type { Term } from "../../model/archive.ts";
import type { HeardText } from "../../model/heard-text.ts";
import type { Fault, Problem } from "../../model/problem.ts";
import type { Span } from "../../model/span.ts";
import { type ChosenForm, chooseHeardForms } from "../suggest/choose-heard-forms.ts";
import type { Decision } from "../suggest/suggestion.ts";
import type { WordKnowledge } from "../suggest/word-knowledge.ts";
import { addCorrections, type NewEntry } from "./edit-corrections.ts";
import { addForms, addHeardForms, isAllowed } from "./edit-glossary.ts";
import { changeFile, type FileChange, verifyCorrections } from "./file-change.ts";

/** What decisions come to. */
export interface DecisionPlan {
  readonly changes: readonly FileChange[];
  readonly forms: readonly ChosenForm[];
  readonly replaceCount: number;
  readonly keepCount: number;
  /** Decisions about places that are not there or are decided already. */
  readonly problems: readonly Problem[];
}

/** What decisions are made about. */
export interface DecisionContext {
  readonly contentDir: string;
  readonly files: readonly EpisodeFiles[];
  readonly terms: readonly Term[];
  readonly words: WordKnowledge;
  /** The file that the decisions stand in, for problems. */
  readonly fileName: string;
  /** Who decided. */
  readonly by?: string;
}

type PlacedDecision = Decision & { readonly sourceLine?: number };

/**
 * Turns decisions into changes of glossary.yaml and corrections.yaml, and writes nothing. What is accepted goes into
 * the glossary where that is safe, else into corrections; a rejection becomes a `keep`. Throws where the result
 * would not be read as it is meant.
 */
export async function planDecisions(
  decisions: readonly PlacedDecision[],
  context: DecisionContext,
): Promise<DecisionPlan> {
  const { files, terms, words } = context;
  const texts = files.map((own) => readHeard(own, terms));
  const { valid, problems } = sortDecisions(decisions, texts, context.fileName);
  const forms = chooseHeardForms(texts, terms, valid, words).filter((form, index, all) =>
    isAllowed(terms, [...all.slice(0, index), form]),
  );
  const newTerms = forms.length === 0 ? terms : addForms(terms, forms);
  const changes: FileChange[] = [];
  if (forms.length > 0)
    changes.push(await changeFile(context.contentDir, "glossary.yaml", (text) => addHeardForms(text, forms)));
  let replaceCount = 0;
  let keepCount = 0;
  for (const own of files) {
    const here = valid.filter(({ slug }) => slug === own.folder.slug);
    const heard = readHeard(own, newTerms);
    const replace: NewEntry[] = here
      .filter(({ verdict, place }) => verdict !== "no" && (verdict === "here" || isOpen(heard, place)))
      .map(({ place, meant }) => ({ ...place, meant, by: context.by }));
    const keep: NewEntry[] = here
      .filter(({ verdict }) => verdict === "no")
      .map(({ place }) => ({ ...place, by: context.by }));
    if (replace.length + keep.length === 0) continue;
    replaceCount += replace.length;
    keepCount += keep.length;
    const change = await changeFile(
      context.contentDir,
      `episodes/${own.folder.folder}/corrections.yaml`,
      (text) => addCorrections(text, { replace, keep }),
    );
    verifyCorrections(own, newTerms, change);
    changes.push(change);
  }
  return { changes, forms, replaceCount, keepCount, problems };
}

function isOpen(heard: HeardText, place: Decision["place"]): boolean {
  const stretch = heard.findPlace(place);
  return stretch !== undefined && !heard.isDecided(stretch);
}

/** Leaves out what is not there any more, and the second of two decisions about one place. */
function sortDecisions(decisions: readonly PlacedDecision[], texts: readonly HeardText[], file: string) {
  const bySlug = new Map(texts.map((heard) => [heard.slug, heard]));
  const taken = new Map<string, Span[]>();
  const valid: Decision[] = [];
  const problems: Problem[] = [];
  for (const { sourceLine, ...decision } of decisions) {
    const { slug, place } = decision;
    const heard = bySlug.get(slug);
    const stretch = heard?.findPlace(place);
    const here = taken.get(slug) ?? [];
    taken.set(slug, here);
    const fault = checkPlace(decision, heard, stretch, here);
    if (fault !== undefined) {
      const line = sourceLine === undefined ? {} : { line: sourceLine };
      problems.push({ severity: "warning", file, ...line, ...fault });
    } else if (stretch !== undefined) {
      here.push(stretch);
      valid.push(decision);
    }
  }
  return { valid, problems };
}

function checkPlace(
  { slug, place: { line, heard } }: Decision,
  text: HeardText | undefined,
  stretch: Span | undefined,
  taken: readonly Span[],
): Fault | undefined {
  if (text === undefined) return { kind: "decision-of-unknown-episode", values: { slug } };
  const values = { slug, line, heard };
  if (stretch === undefined) return { kind: "decision-words-not-in-line", values };
  if (text.isDecided(stretch)) return { kind: "decision-made-already", values };
  const isTaken = taken.some(({ from, to }) => from < stretch.to && stretch.from < to);
  return isTaken ? { kind: "decisions-overlap", values } : undefined;
}

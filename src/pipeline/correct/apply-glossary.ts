import type { Term } from "../../model/archive.ts";
import {
  type CorrectionProblem,
  type Edit,
  type FlatText,
  findPiece,
  foldCase,
  LINE_BREAK,
  NO_BREAK,
  readStretch,
  SPEAKER_BREAK,
} from "./flat-text.ts";
import { findForms, isWholeWord, isWordCode, SPACE, skipSpaces } from "./match-form.ts";

/** The reach of `near`: characters between a form and the word that it is near. */
const NEAR_REACH = 30;

interface Match {
  readonly to: number;
  readonly node: FormNode;
}

/**
 * What the glossary replaces, leftmost and then longest, on what `isTaken` leaves free. A right spelling (`term` or
 * `also`) is never replaced, nor a part of it. A place that two terms claim is an error and stays as it is.
 */
export function applyGlossary(
  flat: FlatText,
  terms: readonly Term[],
  isTaken: (from: number, to: number) => boolean,
): { edits: Edit[]; problems: CorrectionProblem[] } {
  const root = compileGlossary(terms);
  const edits: Edit[] = [];
  const problems: CorrectionProblem[] = [];
  let rightTo = 0;
  for (let from = 0; from < flat.text.length; from += 1) {
    const node = root.children.get(flat.folded.charCodeAt(from));
    if (node === undefined || (isWordCode(flat.text, from) && isInsideWord(flat, from))) continue;
    const matches = findMatches(flat, node, from);
    if (matches.length === 0) continue;
    const rightEnd = matches.find(({ node }) => node.right.length > 0)?.to ?? 0;
    const heardEnd = rightTo > from ? rightTo : 0;
    const claim = matches
      .filter(({ to }) => to > heardEnd && to >= rightEnd && !isTaken(from, to))
      .map(({ to, node }) => ({ to, entries: findClaims(flat, from, to, node) }))
      .find(({ entries }) => entries.length > 0);
    rightTo = Math.max(rightTo, rightEnd);
    if (claim === undefined) continue;
    const { to, entries } = claim;
    const [entry] = entries;
    const isDisputed = entries.some(({ term }) => term !== entry?.term);
    if (isDisputed) problems.push(reportDispute(flat, from, to, entries));
    else if (entry !== undefined)
      edits.push({ from, to, meant: entry.term.term, source: "glossary", sure: 1 });
    from = to - 1;
  }
  return { edits, problems };
}

function isInsideWord(flat: FlatText, from: number): boolean {
  return from > 0 && flat.breaks[from] === NO_BREAK && isWordCode(flat.text, from - 1);
}

/** All forms that begin at `from`, longest first, whole words only. */
function findMatches(flat: FlatText, first: FormNode, from: number): Match[] {
  const matches: Match[] = [];
  const walk = (node: FormNode, at: number): void => {
    if (node.heard.length + node.right.length > 0 && isWholeWord(flat, from, at))
      matches.push({ to: at, node });
    if (node.children.size === 0 || at >= flat.text.length || flat.breaks[at] === SPEAKER_BREAK) return;
    const code = flat.folded.charCodeAt(at);
    const next = node.children.get(code);
    if (next !== undefined) walk(next, code === SPACE ? skipSpaces(flat, at + 1) : at + 1);
    const space = flat.breaks[at] === LINE_BREAK ? node.children.get(SPACE) : undefined;
    if (space !== undefined) walk(space, at);
  };
  walk(first, from + 1);
  return matches.sort((a, b) => b.to - a.to);
}

/** The entries that claim a place: those without `near`, and those near one of their words. */
function findClaims(flat: FlatText, from: number, to: number, node: FormNode): HeardEntry[] {
  if (node.heard.length === 0) return [];
  const written = readStretch(flat, from, to);
  const isRight = node.right.includes(written);
  return node.heard.filter(({ term, near }) => {
    if (term.term === written) return false;
    return near === undefined ? !isRight : near.some((word) => isNear(flat, from, to, word));
  });
}

/** Whether a word stands within the reach of `near` before or after a stretch. */
export function isNear(flat: FlatText, from: number, to: number, word: string): boolean {
  const start = Math.max(0, from - NEAR_REACH - word.length);
  const before = findForms(flat, word, { from: start, to: from });
  const after = findForms(flat, word, { from: to, to: to + NEAR_REACH + 1 });
  return after.length > 0 || before.some((place) => place.to <= from && from - place.to <= NEAR_REACH);
}

function reportDispute(
  flat: FlatText,
  from: number,
  to: number,
  entries: readonly HeardEntry[],
): CorrectionProblem {
  const claims = entries.map(({ term: { term, line } }) => ({ term, line }));
  const line = flat.pieces[findPiece(flat, from)]?.line;
  return {
    severity: "error",
    in: "transcript",
    ...(line === undefined ? {} : { line }),
    kind: "form-claimed-twice",
    values: { heard: readStretch(flat, from, to), claims },
  };
}

/** What a recogniser's form stands for. */
export interface HeardEntry {
  readonly term: Term;
  readonly near?: readonly string[];
}

/** A node of the tree of all forms, read character by character in lower case. */
export interface FormNode {
  readonly children: Map<number, FormNode>;
  /** The terms for which the form that ends here is heard. */
  readonly heard: HeardEntry[];
  /** The right spellings (`term` and `also`) that end here, as the glossary writes them. */
  readonly right: string[];
}

const compiled = new WeakMap<readonly Term[], FormNode>();

/** The tree of a glossary's forms; made once for an array of terms. */
export function compileGlossary(terms: readonly Term[]): FormNode {
  const known = compiled.get(terms);
  if (known !== undefined) return known;
  const root = makeNode();
  for (const term of terms) {
    for (const { form, near } of term.heard) {
      addForm(root, form)?.heard.push(near === undefined ? { term } : { term, near });
    }
    for (const form of [term.term, ...term.also]) addForm(root, form)?.right.push(form.trim());
  }
  compiled.set(terms, root);
  return root;
}

function addForm(root: FormNode, form: string): FormNode | undefined {
  const folded = foldCase(form.trim()).replace(/ +/g, " ");
  if (folded === "") return undefined;
  let node = root;
  for (let index = 0; index < folded.length; index += 1) {
    const code = folded.charCodeAt(index);
    const next = node.children.get(code) ?? makeNode();
    node.children.set(code, next);
    node = next;
  }
  return node;
}

function makeNode(): FormNode {
  return { children: new Map(), heard: [], right: [] };
}

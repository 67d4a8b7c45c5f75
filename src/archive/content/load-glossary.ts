import type { HeardForm, Term } from "../../model/archive.ts";
import type { Fault, LineProblem, Problem } from "../../model/problem.ts";
import { type GlossaryFile, glossarySchema, variantsSchema } from "../../model/schema/glossary-schema.ts";
import { foldName, readTokens } from "../../text/normalise.ts";
import { makeSlug } from "../../text/slug.ts";
import { type ContentFile, placeProblems, readContentText } from "./content-file.ts";
import { readYaml } from "./read-yaml.ts";
import { omitAbsent, validateDocument } from "./validate-document.ts";

function makeTerm({ term, slug, heard, ...rest }: GlossaryFile[number], line: number): Term {
  return { ...omitAbsent(rest), term, slug: slug ?? makeSlug(term), heard: heard.map(omitAbsent), line };
}

/** Reads glossary.yaml, which may be missing or empty. */
export async function loadGlossary(
  file: ContentFile,
): Promise<{ terms: readonly Term[]; problems: readonly Problem[] }> {
  const { text, problems } = await readContentText(file);
  if (text === undefined) return { terms: [], problems: placeProblems(file, problems) };
  const { data, problems: found, findLine } = validateDocument(readYaml(text), glossarySchema);
  const terms = (data ?? []).map((entry, index) => makeTerm(entry, findLine([index])));
  const places = new Map(terms.map((term, index) => [term, index]));
  const findHeardLine = (term: Term, index: number) => findLine([places.get(term) ?? 0, "heard", index]);
  return { terms, problems: placeProblems(file, [...found, ...checkGlossary(terms, findHeardLine)]) };
}

type FindHeardLine = (term: Term, index: number) => number;

function foldForm(form: string): string {
  return form.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
}

function checkAddress(
  { term, slug }: Term,
  namesake: Term | undefined,
  other: Term | undefined,
): Fault | undefined {
  if (namesake !== undefined) return { kind: "term-twice", values: { term, line: namesake.line } };
  const better = makeSlug(slug);
  if (slug !== better || slug === "-") {
    const values = { term, slug, ...(better === "-" ? {} : { better }) };
    return { kind: "term-address-invalid", values };
  }
  if (other === undefined) return undefined;
  return { kind: "terms-share-address", values: { term, other: other.term, slug } };
}

function checkAddresses(terms: readonly Term[]): LineProblem[] {
  const problems: LineProblem[] = [];
  const termBySlug = new Map<string, Term>();
  const termByName = new Map<string, Term>();
  for (const term of terms) {
    const namesake = termByName.get(foldForm(term.term));
    const other = termBySlug.get(term.slug.toLowerCase());
    const fault = checkAddress(term, namesake, other);
    if (fault !== undefined) problems.push({ severity: "error", line: term.line, ...fault });
    termByName.set(foldForm(term.term), namesake ?? term);
    termBySlug.set(term.slug.toLowerCase(), other ?? term);
  }
  return problems;
}

function checkAlso(terms: readonly Term[]): LineProblem[] {
  const termByName = new Map(terms.map((term) => [foldForm(term.term), term]));
  return terms.flatMap((term) =>
    term.also.flatMap((name, index): LineProblem[] => {
      const namesake = termByName.get(foldForm(name));
      const values = { name, term: term.term };
      if (namesake === term || term.also.indexOf(name) < index)
        return [{ severity: "error", line: term.line, kind: "name-twice-in-term", values }];
      if (namesake === undefined) return [];
      const own = { ...values, line: namesake.line };
      return [{ severity: "warning", line: term.line, kind: "name-is-own-term", values: own }];
    }),
  );
}

/** Why a heard form may not stand: it is right as it is, or another entry claims it. */
function findClash(
  term: Term,
  heard: HeardForm,
  rightForms: ReadonlyMap<string, Term>,
  claims: ReadonlyMap<string, { term: Term; heard: HeardForm }>,
): Fault | undefined {
  const { form, near } = heard;
  const values = { form, term: term.term };
  if (form === term.term || term.also.includes(form)) return { kind: "heard-is-right", values };
  const right = rightForms.get(foldForm(form));
  if (right !== undefined && right !== term && near === undefined) {
    const { term: other, line } = right;
    return { kind: "heard-is-right-elsewhere", values: { ...values, other, line } };
  }
  const claim = claims.get(foldForm(form));
  if (claim === undefined) return undefined;
  if (claim.term === term) return { kind: "heard-twice-in-term", values };
  if (claim.heard.near !== undefined && near !== undefined) return undefined;
  const { term: other, line } = claim.term;
  return { kind: "heard-for-two-terms", values: { ...values, other, line } };
}

function checkHeard(terms: readonly Term[], findHeardLine: FindHeardLine): LineProblem[] {
  const rightForms = new Map<string, Term>();
  for (const term of terms)
    for (const form of [term.term, ...term.also]) rightForms.set(foldForm(form), term);
  const claims = new Map<string, { term: Term; heard: HeardForm }>();
  const problems: LineProblem[] = [];
  for (const term of terms) {
    for (const [index, heard] of term.heard.entries()) {
      const clash = findClash(term, heard, rightForms, claims);
      if (clash !== undefined)
        problems.push({ severity: "error", line: findHeardLine(term, index), ...clash });
      const folded = foldForm(heard.form);
      const claim = claims.get(folded);
      if (claim === undefined || claim.heard.near !== undefined) claims.set(folded, { term, heard });
    }
  }
  return problems;
}

/** What only the glossary as a whole can show: terms, addresses and heard forms that clash. */
export function checkGlossary(terms: readonly Term[], findHeardLine: FindHeardLine): LineProblem[] {
  return [...checkAddresses(terms), ...checkAlso(terms), ...checkHeard(terms, findHeardLine)];
}

/** Reads variants.yaml, which may be missing or empty. */
export async function loadVariants(
  file: ContentFile,
): Promise<{ variants: readonly (readonly string[])[]; problems: readonly Problem[] }> {
  const { text, problems } = await readContentText(file);
  if (text === undefined) return { variants: [], problems: placeProblems(file, problems) };
  const { data = [], problems: found, findLine } = validateDocument(readYaml(text), variantsSchema);
  const checked = data.flatMap((names, index) => checkNames(names, findLine([index])));
  return { variants: data, problems: placeProblems(file, [...found, ...checked]) };
}

function checkNames(names: readonly string[], line: number): LineProblem[] {
  return names.flatMap((name, index): LineProblem[] => {
    if (readTokens(name).length === 0)
      return [{ severity: "error", line, kind: "variant-without-letters", values: { name } }];
    const same = names.slice(0, index).find((other) => foldName(other) === foldName(name));
    return same === undefined
      ? []
      : [{ severity: "error", line, kind: "variant-twice", values: { name, same } }];
  });
}

import type { HeardForm, Term } from "../../model/archive.ts";
import type { LineProblem, Problem } from "../../model/problem.ts";
import { type GlossaryFile, glossarySchema } from "../../model/schema/glossary-schema.ts";
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
  const findHeardLine = (term: Term, index: number) => findLine([terms.indexOf(term), "heard", index]);
  return { terms, problems: placeProblems(file, [...found, ...checkGlossary(terms, findHeardLine)]) };
}

type FindHeardLine = (term: Term, index: number) => number;

function foldForm(form: string): string {
  return form.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
}

function checkAddresses(terms: readonly Term[]): LineProblem[] {
  const problems: LineProblem[] = [];
  const termBySlug = new Map<string, Term>();
  const termByName = new Map<string, Term>();
  for (const term of terms) {
    const { line, slug } = term;
    const namesake = termByName.get(foldForm(term.term));
    const other = termBySlug.get(slug.toLowerCase());
    if (namesake !== undefined) {
      const message = `The term "${term.term}" stands in line ${namesake.line} already. Make one entry of the two.`;
      problems.push({ severity: "error", line, message });
    } else if (slug !== makeSlug(slug) || slug === "-") {
      const advice = makeSlug(slug) === "-" ? 'Add a "slug" of letters' : `Write slug: ${makeSlug(slug)}`;
      const message = `The address of "${term.term}" would be "${slug}", and only letters, digits, - and _ can stand in one. ${advice}.`;
      problems.push({ severity: "error", line, message });
    } else if (other !== undefined) {
      const message = `The terms "${other.term}" and "${term.term}" have the same address, /terms/${slug}/. Give one of them a "slug" of its own, as in slug: cpp.`;
      problems.push({ severity: "error", line, message });
    }
    termByName.set(foldForm(term.term), namesake ?? term);
    termBySlug.set(slug.toLowerCase(), other ?? term);
  }
  return problems;
}

function checkAlso(terms: readonly Term[]): LineProblem[] {
  const termByName = new Map(terms.map((term) => [foldForm(term.term), term]));
  return terms.flatMap((term) =>
    term.also.flatMap((form, index): LineProblem[] => {
      const namesake = termByName.get(foldForm(form));
      if (namesake === term || term.also.indexOf(form) < index) {
        const message = `"${form}" stands twice among the names of "${term.term}". Delete one.`;
        return [{ severity: "error", line: term.line, message }];
      }
      if (namesake === undefined) return [];
      const message = `"${form}" is another name of "${term.term}" here and a term of its own in line ${namesake.line}, so its page stands twice. Make one entry of the two.`;
      return [{ severity: "warning", line: term.line, message }];
    }),
  );
}

/** Why a heard form may not stand: it is right as it is, or another entry claims it. */
function findClash(
  term: Term,
  heard: HeardForm,
  rightForms: ReadonlyMap<string, Term>,
  claims: ReadonlyMap<string, { term: Term; heard: HeardForm }>,
): string | undefined {
  const { form, near } = heard;
  if (form === term.term || term.also.includes(form)) {
    return `"${form}" is a right name of "${term.term}" and cannot be what was heard for it. Delete it here.`;
  }
  const right = rightForms.get(foldForm(form));
  if (right !== undefined && right !== term && near === undefined) {
    return `"${form}" is a right name of "${right.term}" (line ${right.line}) and would become "${term.term}" everywhere. Say near which words: { form: ${form}, near: […] }.`;
  }
  const claim = claims.get(foldForm(form));
  if (claim === undefined) return undefined;
  if (claim.term === term) return `"${form}" stands twice under "${term.term}". Make one of the two.`;
  if (claim.heard.near !== undefined && near !== undefined) return undefined;
  return `"${form}" is heard for "${claim.term.term}" (line ${claim.term.line}) and for "${term.term}". Give both a "near": { form: ${form}, near: […] }.`;
}

function checkHeard(terms: readonly Term[], findHeardLine: FindHeardLine): LineProblem[] {
  const rightForms = new Map<string, Term>();
  for (const term of terms)
    for (const form of [term.term, ...term.also]) rightForms.set(foldForm(form), term);
  const claims = new Map<string, { term: Term; heard: HeardForm }>();
  const problems: LineProblem[] = [];
  for (const term of terms) {
    for (const [index, heard] of term.heard.entries()) {
      const message = findClash(term, heard, rightForms, claims);
      if (message !== undefined) {
        problems.push({ severity: "error", line: findHeardLine(term, index), message });
      }
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

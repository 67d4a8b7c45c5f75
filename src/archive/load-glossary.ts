import type { Term } from "../model/archive.ts";
import { type GlossaryFile, glossarySchema } from "../model/glossary-schema.ts";
import type { Problem } from "../model/problem.ts";
import { makeSlug } from "../text/slug.ts";
import { checkGlossary } from "./check-glossary.ts";
import { type ContentFile, placeProblems, readContentText } from "./content-file.ts";
import { omitAbsent } from "./omit-absent.ts";
import { readYaml } from "./read-yaml.ts";
import { validateDocument } from "./validate-document.ts";

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

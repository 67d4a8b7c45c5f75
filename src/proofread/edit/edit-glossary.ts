import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import { checkGlossary } from "../../archive/content/load-glossary.ts";
import type { HeardForm, Term } from "../../model/archive.ts";
import type { ChosenForm } from "../suggest/choose-heard-forms.ts";
import {
  findEnd,
  findLineEnd,
  findLineStart,
  findStart,
  insertAll,
  parseSource,
  writeInline,
} from "./edit-list.ts";

/** A form that a recogniser writes for a term of the glossary. */
export interface NewHeardForm extends HeardForm {
  /** The term as the glossary has it. */
  readonly term: string;
}

/**
 * Adds heard forms to terms of glossary.yaml. Every other character of the file stays as it is.
 * Throws where there is no such term.
 */
export function addHeardForms(text: string, forms: readonly NewHeardForm[]): string {
  let edited = text.endsWith("\n") ? text : `${text}\n`;
  for (const form of forms) edited = addHeardForm(edited, form);
  return edited;
}

/** Adds a term behind those of a glossary.yaml, which may be empty. Every other character of the file stays as it is. */
export function addTerm(text: string, term: string): string {
  const { contents } = parseSource(text);
  const written = `term: ${writeInline(term)}`;
  if (!isSeq(contents) || contents.items.length === 0) {
    // `[]` or `~`: beside it nothing can stand.
    const kept =
      contents === null ? text : text.slice(0, findStart(contents)) + text.slice(findEnd(contents));
    return `${kept === "" || kept.endsWith("\n") ? kept : `${kept}\n`}- ${written}\n`;
  }
  const last = contents.items.at(-1);
  if (contents.flow === true) return insertAll(text, [{ at: findEnd(last), text: `, { ${written} }` }]);
  const ended = text.endsWith("\n") ? text : `${text}\n`;
  const start = findStart(last);
  const dash = text.lastIndexOf("-", start);
  const indent = text.slice(findLineStart(text, dash), dash);
  return insertAll(ended, [
    { at: findLineEnd(ended, Math.max(start, findEnd(last) - 1)), text: `${indent}- ${written}\n` },
  ]);
}

function addHeardForm(text: string, { term, form, near }: NewHeardForm): string {
  const { contents } = parseSource(text);
  const entries = isSeq(contents) ? contents.items.filter((item) => isMap(item)) : [];
  const entry = entries.find((item) => String(readScalar(item, "term")) === term);
  if (entry === undefined) throw new Error(`There is no term ${term} in the glossary.`);
  const written = writeInline(near === undefined ? form : { form, near: [...near] });
  const heard = entry.items.find(({ key }) => isScalar(key) && key.value === "heard")?.value;
  if (!isSeq(heard)) return addKey(text, entry, written);
  const end = findEnd(heard);
  if (heard.flow === true) {
    const close = text.lastIndexOf("]", end - 1);
    return insertAll(text, [{ at: close, text: heard.items.length === 0 ? written : `, ${written}` }]);
  }
  const start = findStart(heard.items[0]);
  const indent = text.lastIndexOf("-", start) - findLineStart(text, start);
  const at = findLineEnd(text, Math.max(0, end - 1));
  return insertAll(text, [{ at, text: `${" ".repeat(indent)}- ${written}\n` }]);
}

/** The list `heard` after the line of `also`, else of `term`. */
function addKey(text: string, entry: YAMLMap, written: string): string {
  if (entry.flow === true) {
    const close = text.lastIndexOf("}", findEnd(entry) - 1);
    return insertAll(text, [{ at: findTextEnd(text, close), text: `, heard: [${written}]` }]);
  }
  const pairs = ["also", "slug", "term"].map((name) =>
    entry.items.find(({ key, value }) => isScalar(key) && key.value === name && value !== null),
  );
  const pair = pairs.find((found) => found !== undefined) ?? entry.items[0];
  const keyStart = findStart(entry.items[0]?.key);
  const indent = " ".repeat(keyStart - findLineStart(text, keyStart));
  const at = findLineEnd(text, Math.max(findStart(pair?.key), findEnd(pair?.value) - 1));
  return insertAll(text, [{ at, text: `${indent}heard: [${written}]\n` }]);
}

function findTextEnd(text: string, before: number): number {
  return before - (/\s*$/.exec(text.slice(0, before))?.[0].length ?? 0);
}

function readScalar(entry: YAMLMap, name: string): unknown {
  const value = entry.items.find(({ key }) => isScalar(key) && key.value === name)?.value;
  return isScalar(value) ? value.value : undefined;
}

/** The glossary with these forms. */
export function addForms(terms: readonly Term[], forms: readonly ChosenForm[]): Term[] {
  return terms.map((term) => {
    const own = forms.filter((form) => form.term === term.term);
    const heard = own.map(({ form, near }) => (near === undefined ? { form } : { form, near }));
    return own.length === 0 ? term : { ...term, heard: [...term.heard, ...heard] };
  });
}

/** Whether the glossary with the last of these forms has no problem that it has not `before`, which is without it. */
export function isAllowed(
  terms: readonly Term[],
  forms: readonly ChosenForm[],
  before: readonly Term[] = addForms(terms, forms.slice(0, -1)),
): boolean {
  const count = (list: readonly Term[]) => checkGlossary(list, ({ line }) => line).length;
  return count(addForms(terms, forms)) <= count(before);
}

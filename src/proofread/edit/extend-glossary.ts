import { checkGlossary } from "../../archive/content/load-glossary.ts";
import type { Term } from "../../model/archive.ts";
import type { ChosenForm } from "../suggest/choose-heard-forms.ts";

/** The glossary with these forms. */
export function addForms(terms: readonly Term[], forms: readonly ChosenForm[]): Term[] {
  return terms.map((term) => {
    const own = forms.filter((form) => form.term === term.term);
    const heard = own.map(({ form, near }) => (near === undefined ? { form } : { form, near }));
    return own.length === 0 ? term : { ...term, heard: [...term.heard, ...heard] };
  });
}

/** Whether the glossary with the last of these forms has no error that it has not without it. */
export function isAllowed(terms: readonly Term[], forms: readonly ChosenForm[]): boolean {
  const count = (list: readonly Term[]) => checkGlossary(list, ({ line }) => line).length;
  return count(addForms(terms, forms)) <= count(addForms(terms, forms.slice(0, -1)));
}

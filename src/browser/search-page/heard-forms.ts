import type { ResultPassage } from "../../search/api/search-api.ts";

/** The different forms that a passage's marks show, in their order. */
export function listHeardForms({ text, marks }: Pick<ResultPassage, "text" | "marks">): string[] {
  return [...new Set(marks.map(([from, to]) => text.slice(from, to)))];
}

/** A query that marks these forms as they stand: each is one quoted phrase. */
export function quoteForms(forms: readonly string[]): string {
  return [...new Set(forms)].map((form) => `"${form.replace(/["“”„]/gu, " ")}"`).join(" ");
}

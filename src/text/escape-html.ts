import type { Mark } from "../model/span.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it may stand in HTML, between tags or in a quoted attribute. Null bytes, which HTML forbids, go. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\0]/g, (character) => entities[character] ?? "");
}

/** Escaped text with `<mark>` around the given stretches: UTF-16 offsets, ascending, not overlapping. */
export function markHtml(text: string, marks: readonly Mark[]): string {
  let html = "";
  let at = 0;
  for (const [from, to] of marks) {
    html += `${escapeHtml(text.slice(at, from))}<mark>${escapeHtml(text.slice(from, to))}</mark>`;
    at = to;
  }
  return html + escapeHtml(text.slice(at));
}

/** JSON for a `<script>` element: no text in it can end the element or open a comment. */
export function serialiseJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/>/g, "\\u003e")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * A title as HTML that breaks between words and not inside them (with `word-break: keep-all`, as the class
 * `.title-words` has it): browsers would break Chinese after any character.
 */
export function breakWords(title: string): string {
  const words = [...segmenter.segment(title)];
  return words
    .map(
      ({ segment: word, isWordLike }, index) =>
        `${index > 0 && isWordLike ? "<wbr>" : ""}${escapeHtml(word)}`,
    )
    .join("");
}

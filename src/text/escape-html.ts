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

/** A stretch of a text and the tags around it. UTF-16 offsets. */
export interface TaggedStretch {
  readonly from: number;
  readonly to: number;
  readonly open: string;
  readonly close: string;
}

/** Escaped text with tags around its stretches, each of which lies in another one, around it or apart from it. */
export function tagHtml(text: string, stretches: readonly TaggedStretch[]): string {
  const sorted = stretches.toSorted((a, b) => a.from - b.from || b.to - a.to);
  return tagBetween(text, 0, text.length, sorted);
}

function tagBetween(text: string, from: number, to: number, stretches: readonly TaggedStretch[]): string {
  let html = "";
  let at = from;
  for (let index = 0; index < stretches.length; ) {
    const own = stretches[index] as TaggedStretch;
    let next = index + 1;
    while (next < stretches.length && (stretches[next] as TaggedStretch).from < own.to) next++;
    const inside = tagBetween(text, own.from, own.to, stretches.slice(index + 1, next));
    html += `${escapeHtml(text.slice(at, own.from))}${own.open}${inside}${own.close}`;
    at = own.to;
    index = next;
  }
  return html + escapeHtml(text.slice(at, to));
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

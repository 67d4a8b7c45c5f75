import type { Mark } from "../../model/span.ts";
import { isUnsure } from "../../model/sureness.ts";
import type { ResultPassage } from "../../search/api/search-api.ts";
import type { HeardWord } from "../../search/api/search-types.ts";
import { cutExcerpt, type Excerpt } from "../../text/cut-excerpt.ts";
import { escapeHtml, type TaggedStretch, tagHtml } from "../../text/escape-html.ts";
import { formatTime } from "../../text/time.ts";
import { wordCorrected, wordHeardAs } from "../../wording/search-words.ts";
import { readOrigin, writeWording } from "../interface/write-wording.ts";

/** Characters of an excerpt: what fills the rows of search.css, on a phone and on wider screens. */
export const excerptLength = { narrow: 80, wide: 108 } as const;

/**
 * A passage with its hits marked, as a link.
 * @param template the page's `[data-template="hit"]`
 * @param isSound its marks show what was heard instead of the query
 */
export function makeHitRow(
  template: HTMLTemplateElement,
  passage: ResultPassage,
  href: string,
  isSound: boolean,
): Node {
  const { start, url, speaker } = passage;
  const row = document.importNode(template.content, true);
  const link = row.querySelector("a") as HTMLAnchorElement;
  link.href = href;
  const heard = row.querySelector("[data-heard]") as HTMLElement;
  if (isSound) heard.append(writeWording(wordHeardAs(listHeardForms(passage))));
  else heard.remove();
  link.dataset["start"] = String(start);
  (row.querySelector(".time") as HTMLElement).textContent = formatTime(start, isEstimatedAt(url));
  const name = row.querySelector(".speaker") as HTMLElement;
  name.textContent = speaker ?? "";
  name.hidden = speaker === undefined;
  writeExcerpt(link, passage);
  return row;
}

/**
 * Writes the part of a passage around its marks into `.excerpt`, its corrected words as on the episode's page
 * (`[data-heard]`, `[data-sure]`, `[data-unsure]`); and into `[data-corrected]`, in words, what was heard where a hit stands and which
 * words are unsure.
 */
export function writeExcerpt(
  row: ParentNode,
  { text, marks, heard = [] }: Pick<ResultPassage, "text" | "marks" | "heard">,
): void {
  const isNarrow = matchMedia("(max-width: 44rem)").matches;
  const excerpt = cutExcerpt(
    text,
    marks,
    isNarrow ? excerptLength.narrow : excerptLength.wide,
    heard.map(({ at }) => at),
  );
  const [before, after] = [excerpt.isCutBefore ? "…" : "", excerpt.isCutAfter ? "…" : ""];
  const shown = moveHeard(heard, excerpt);
  (row.querySelector(".excerpt") as HTMLElement).innerHTML =
    `${before}${renderExcerpt(excerpt.text, excerpt.marks, shown)}${after}`;
  if (shown.length > 0) void openNotes();
  const told = shown.filter(
    (word) => isUnsure(word.sure) || excerpt.marks.some((mark) => overlaps(mark, word.at)),
  );
  const line = row.querySelector("[data-corrected]") as HTMLElement;
  line.hidden = told.length === 0;
  const words = told.map(({ at: [from, to], heard: form, sure }) => ({
    meant: excerpt.text.slice(from, to),
    heard: form,
    ...(isUnsure(sure) ? { sure } : {}),
  }));
  line.replaceChildren(...(told.length === 0 ? [] : [writeWording(wordCorrected(words, readOrigin()))]));
}

/** Apart, because most archives have no corrected words. What is written in the row stands without the notes too. */
async function openNotes(): Promise<void> {
  if (customElements.get("word-notes") !== undefined) return;
  const notes = await import("../transcript/word-notes.ts").catch(() => undefined);
  if (notes !== undefined && customElements.get("word-notes") === undefined)
    customElements.define("word-notes", notes.WordNotes);
}

/** The corrected words that lie in an excerpt, moved along with it. */
function moveHeard(heard: readonly HeardWord[], { from, text }: Excerpt): HeardWord[] {
  return heard.flatMap((word): HeardWord[] => {
    const at = [word.at[0] - from, word.at[1] - from] as const;
    return at[0] >= 0 && at[1] <= text.length && at[0] < at[1] ? [{ ...word, at }] : [];
  });
}

/** A text with its marks and corrected words. A mark that begins in a corrected word and ends behind it is two. */
export function renderExcerpt(text: string, marks: readonly Mark[], heard: readonly HeardWord[]): string {
  const edges = heard.flatMap(({ at }) => at);
  const pieces = marks.flatMap((mark) => {
    const isNested = heard.every(({ at }) => !overlaps(mark, at) || isWithin(mark, at) || isWithin(at, mark));
    return isNested ? [mark] : splitAt(mark, edges);
  });
  return tagHtml(text, [
    ...heard.map(({ at: [from, to], heard: form, sure, source }): TaggedStretch => {
      const doubt = sure < 1 ? ` data-sure="${sure}"${isUnsure(sure) ? " data-unsure" : ""}` : "";
      const origin = source === "glossary" ? ' data-origin="glossary"' : "";
      return { from, to, open: `<span data-heard="${escapeHtml(form)}"${doubt}${origin}>`, close: "</span>" };
    }),
    ...pieces.map(([from, to]): TaggedStretch => ({ from, to, open: "<mark>", close: "</mark>" })),
  ]);
}

function splitAt([from, to]: Mark, edges: readonly number[]): Mark[] {
  const inner = edges.filter((edge) => from < edge && edge < to);
  const ends = [from, ...inner, to];
  return ends.slice(1).map((end, k): Mark => [ends[k] as number, end]);
}

function overlaps([from, to]: Mark, other: Mark): boolean {
  return from < other[1] && other[0] < to;
}

function isWithin([from, to]: Mark, outer: Mark): boolean {
  return outer[0] <= from && to <= outer[1];
}

/** The different forms that a passage's marks show, in their order. */
export function listHeardForms({ text, marks }: Pick<ResultPassage, "text" | "marks">): string[] {
  return [...new Set(marks.map(([from, to]) => text.slice(from, to)))];
}

/** An anchor by line belongs to a passage whose time is estimated (interface.md, "Episode page"). */
export function isEstimatedAt(url: string): boolean {
  return !url.includes("#t=");
}

import type { ResultPassage } from "../../search/api/search-api.ts";
import { cutExcerpt } from "../../text/cut-excerpt.ts";
import { markHtml } from "../../text/escape-html.ts";
import { formatTime } from "../../text/time.ts";
import { wordHeardAs } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";

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
  const { start, url, speaker, text, marks } = passage;
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
  const isNarrow = matchMedia("(max-width: 44rem)").matches;
  const excerpt = cutExcerpt(text, marks, isNarrow ? excerptLength.narrow : excerptLength.wide);
  const [before, after] = [excerpt.isCutBefore ? "…" : "", excerpt.isCutAfter ? "…" : ""];
  (row.querySelector(".excerpt") as HTMLElement).innerHTML =
    `${before}${markHtml(excerpt.text, excerpt.marks)}${after}`;
  return row;
}

/** The different forms that a passage's marks show, in their order. */
export function listHeardForms({ text, marks }: Pick<ResultPassage, "text" | "marks">): string[] {
  return [...new Set(marks.map(([from, to]) => text.slice(from, to)))];
}

/** An anchor by line belongs to a passage whose time is estimated (interface.md, "Episode page"). */
export function isEstimatedAt(url: string): boolean {
  return !url.includes("#t=");
}

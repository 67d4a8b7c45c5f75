import { findPoint } from "../player/timed-text.ts";
import type { KeptPassage } from "./kept-passages.ts";

const highlightName = "kept";

/**
 * Shows on an episode's page what is kept of it: each of its passages gets `data-kept`, and the words are lit by the
 * browser's highlights, where it has them.
 * @param passages all of the page, in order
 */
export function showKept(kept: readonly KeptPassage[], passages: readonly HTMLElement[]): void {
  const ranges: Range[] = [];
  for (const passage of document.querySelectorAll("[data-kept]")) passage.removeAttribute("data-kept");
  for (const { anchor, texts } of kept) {
    const first = findFirst(anchor, texts[0] ?? "", passages);
    texts.forEach((words, index) => {
      const passage = first === -1 ? undefined : passages[first + index];
      const text = passage?.querySelector<HTMLElement>(".text");
      if (passage === undefined || text == null) return;
      passage.dataset["kept"] = "";
      const at = (text.textContent ?? "").indexOf(words);
      const [from, to] = [findPoint(text, Math.max(0, at)), findPoint(text, at + words.length)];
      if (at === -1 || from === undefined || to === undefined) return;
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      ranges.push(range);
    });
  }
  if ("highlights" in CSS) CSS.highlights.set(highlightName, new Highlight(...ranges));
}

/** The passage with that address, else the first one that says the words: punctuation may have divided them anew. */
function findFirst(anchor: string, words: string, passages: readonly HTMLElement[]): number {
  const own = document.getElementById(anchor)?.closest<HTMLElement>("[data-passage]");
  const says = (passage: HTMLElement | undefined | null) =>
    passage?.querySelector(".text")?.textContent?.includes(words) === true;
  const told = own == null ? -1 : passages.indexOf(own);
  if (says(own)) return told;
  const found = passages.findIndex(says);
  return found === -1 ? told : found;
}

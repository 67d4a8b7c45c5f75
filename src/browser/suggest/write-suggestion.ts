import type { Mark } from "../../model/span.ts";
import { writeSearchAddress } from "../../search/api/search-address.ts";
import type { NameSuggestion } from "../../search/completion/match/suggest-names.ts";
import { guessRunLanguage } from "../../text/guess-run-language.ts";
import { suggestionWords, wordSuggestedEpisodes } from "../../wording/suggestion-words.ts";
import { wordHeardForm } from "../../wording/text-words.ts";
import { readOrigin, writeWording } from "../interface/write-wording.ts";

/**
 * A suggestion in words: the name, why it is offered, and in how many episodes it finds something. What is only near to
 * what a recogniser wrote for it is a slip of whoever typed it, and nothing that was heard.
 */
export function writeSuggestion({
  name,
  form,
  mark,
  reading,
  kind,
  isAlone,
}: NameSuggestion): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const isOther = form.role !== "name";
  const written = writeSpan("name");
  written.append(...markStretch(name.text, isOther ? undefined : mark));
  tellLanguage(written, name.text);
  fragment.append(written);
  const isSlip = kind === "near" || kind === "alike";
  if (form.role === "heard" && !isSlip) {
    const heard = writeSpan("why");
    heard.append(writeWording(wordHeardForm(readOrigin(), form.text)));
    fragment.append(heard);
  } else if (isOther && form.role !== "heard") {
    const other = writeSpan("why");
    other.append(...markStretch(form.text, mark));
    tellLanguage(other, form.text);
    fragment.append(other);
  }
  if (reading !== undefined && form.role !== "heard") {
    const spelt = writeSpan("why");
    spelt.lang = "zh-Latn-pinyin";
    spelt.textContent = reading;
    fragment.append(spelt);
  }
  if (name.kind === "title") {
    const title = writeSpan("why");
    title.append(writeWording(suggestionWords.episode));
    fragment.append(title);
  }
  // Somebody who is in episodes, and whose name nobody says.
  if (isAlone && name.episodes > 0) {
    const count = writeSpan("count");
    count.append(writeWording(wordSuggestedEpisodes(name.episodes)));
    fragment.append(count);
  }
  return fragment;
}

function writeSpan(name: string): HTMLElement {
  const span = document.createElement("span");
  span.className = name;
  return span;
}

function markStretch(text: string, mark: Mark | undefined): (string | HTMLElement)[] {
  if (mark === undefined) return [text];
  const [from, to] = mark;
  const marked = document.createElement("mark");
  marked.textContent = text.slice(from, to);
  return [text.slice(0, from), marked, text.slice(to)];
}

function tellLanguage(element: HTMLElement, text: string): void {
  const language = guessRunLanguage(text, document.documentElement.lang);
  if (language !== undefined) element.lang = language;
}

/** A link that asks the page's search for another query. */
export function linkQuery(query: string): HTMLAnchorElement {
  const link = document.createElement("a");
  link.href = writeSearchAddress(location.pathname, {
    query,
    sort: "relevance",
    hasAliases: true,
    hasSound: true,
  });
  link.dataset["query"] = query;
  return link;
}

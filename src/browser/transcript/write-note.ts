import { interfaceWords, type Wording, wordDecider, wordSureness } from "../../text/interface-words.ts";
import { writeWording } from "../search/write-wording.ts";

/** What the glossary says of a term, by the address of its page. */
export type TermNotes = Readonly<Record<string, { readonly term: string; readonly note: string }>>;

/** What a word's note holds: how it came to stand here, and what it means. Empty where there is nothing to say. */
export function writeNote(word: HTMLElement, notes: TermNotes): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const corrected = findSelfOrInside(word, "[data-heard]");
  if (corrected !== null) fragment.append(writeCorrection(corrected));
  const link = findSelfOrInside(word, "a.term") as HTMLAnchorElement | null;
  const term = link === null ? undefined : notes[link.getAttribute("href") ?? ""];
  if (link !== null && term !== undefined) fragment.append(writeTerm(link, term));
  return fragment;
}

function findSelfOrInside(word: HTMLElement, selector: string): HTMLElement | null {
  return word.matches(selector) ? word : word.querySelector<HTMLElement>(selector);
}

function writeCorrection({ dataset }: HTMLElement): HTMLElement {
  const { heard = "", meant, sure, origin, by } = dataset;
  const isHeardShown = meant !== undefined;
  const correction = document.createElement("div");
  correction.className = "word-note-change";
  const words = document.createElement("p");
  const form = document.createElement("q");
  form.textContent = isHeardShown ? meant : heard;
  words.append(writeWording(isHeardShown ? interfaceWords.meantHere : interfaceWords.heardHere), " ", form);
  const why = document.createElement("p");
  why.className = "note";
  const decider =
    by === undefined
      ? origin === "glossary"
        ? interfaceWords.byGlossary
        : interfaceWords.byReader
      : wordDecider(by);
  why.append(...joinWordings([wordSureness(sure === undefined ? 1 : Number(sure)), decider]));
  correction.append(words, why);
  return correction;
}

function joinWordings(wordings: readonly Wording[]): (Node | string)[] {
  return wordings.flatMap((wording, index) =>
    index === 0 ? [writeWording(wording)] : [" · ", writeWording(wording)],
  );
}

function writeTerm(link: HTMLAnchorElement, { term, note }: TermNotes[string]): HTMLElement {
  const meaning = document.createElement("div");
  const name = document.createElement("p");
  const page = document.createElement("a");
  page.href = link.href;
  page.textContent = term;
  // Enter on the word itself goes there: one way for the keyboard is enough.
  page.tabIndex = -1;
  name.className = "word-note-term";
  name.append(page);
  const words = document.createElement("p");
  words.textContent = note;
  meaning.append(name, words);
  return meaning;
}

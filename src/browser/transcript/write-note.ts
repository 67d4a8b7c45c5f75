import { interfaceWords, type Wording, wordDecider, wordSureness } from "../../wording/interface-words.ts";
import { originWords } from "../../wording/text-words.ts";
import { readOrigin, writeWording } from "../interface/write-wording.ts";

/** What the glossary says of a term, by the address of its page. */
export type TermNotes = Readonly<Record<string, { readonly term: string; readonly note: string }>>;

/** What a word's note holds: how it came to stand here, and what it means. Empty where there is nothing to say. */
export function writeNote(word: HTMLElement, notes: TermNotes): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const corrected = findSelfOrInside(word, "[data-heard]");
  if (corrected !== null) fragment.append(writeCorrection(corrected));
  if (findSelfOrInside(word, "[data-unclear]") !== null) fragment.append(writeUnclear());
  const link = findSelfOrInside(word, "a.term") as HTMLAnchorElement | null;
  const term = link === null ? undefined : notes[link.getAttribute("href") ?? ""];
  if (link !== null && term !== undefined) fragment.append(writeTerm(link, term));
  return fragment;
}

function findSelfOrInside(word: HTMLElement, selector: string): HTMLElement | null {
  return word.matches(selector) ? word : word.querySelector<HTMLElement>(selector);
}

function writeUnclear(): HTMLElement {
  const words = document.createElement("p");
  words.append(writeWording(originWords[readOrigin()].unclearHere));
  return words;
}

function writeCorrection({ dataset }: HTMLElement): HTMLElement {
  const { heard = "", meant, sure, origin, by } = dataset;
  const isHeardShown = meant !== undefined;
  const correction = document.createElement("div");
  correction.className = "word-note-change";
  const words = document.createElement("p");
  const form = document.createElement("q");
  form.textContent = isHeardShown ? meant : heard;
  words.append(
    writeWording(isHeardShown ? interfaceWords.meantHere : originWords[readOrigin()].heardHere),
    " ",
    form,
  );
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

/** A rectangle on the screen, in CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 8;
const margin = 12;

/**
 * Where a note of this size goes, its top left corner: under its word, over it where there is more room above, and
 * inside the screen from side to side.
 */
export function placeNote(word: Box, note: Size, screen: Size): { left: number; top: number } {
  const below = word.bottom + gap;
  const isBelow = below + note.height <= screen.height - margin || word.top < screen.height - word.bottom;
  const left = Math.max(margin, Math.min(word.left, screen.width - margin - note.width));
  return { left, top: isBelow ? below : Math.max(margin, word.top - gap - note.height) };
}

/** The line of a word that a pointer is on; the first one where it is on none. A word may run over two lines. */
export function chooseLine<T extends Box>(
  lines: readonly T[],
  pointer: { readonly x: number; readonly y: number } | undefined,
): T | undefined {
  const touched = lines.find(
    ({ left, top, right, bottom }) =>
      pointer !== undefined &&
      left <= pointer.x &&
      pointer.x <= right &&
      top <= pointer.y &&
      pointer.y <= bottom,
  );
  return touched ?? lines[0];
}

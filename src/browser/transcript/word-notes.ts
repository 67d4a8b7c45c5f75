import { chooseLine, placeNote, type TermNotes, writeNote } from "./write-note.ts";

const noteId = "word-note";
const words = ".term, [data-heard], [data-unclear]";
const hitLink = "a[data-hit]";

/** Milliseconds. Chosen: a pointer on its way past opens nothing, and has time to move onto the note. */
const openDelayMs = 140;
const closeDelayMs = 220;

/**
 * `<word-notes>` around a transcript: a corrected word shows what was heard, how sure the correction is and who made
 * it; a term shows what it means. One popover for all of them, opened by a pointer that rests, by touch and by focus,
 * closed by Escape.
 *
 * Inside a link to a hit a word is no stop of its own: the arrow keys go through the words of the link that has the
 * focus. A press follows the link, as beside the word; a touch opens the note, but where the word is what was asked for:
 * what was heard there stands below it.
 *
 * Elsewhere the words are one stop of the Tab key, in the passage that is open (the first of all, where none is): the arrow
 * keys go from word to word. Hundreds of stops would stand between a reader and the end of the page.
 */
export class WordNotes extends HTMLElement {
  #words: HTMLElement[] = [];
  #notes: TermNotes = {};
  #note = document.createElement("div");
  #shown: HTMLElement | undefined;
  #stop: HTMLElement | undefined;
  #pointer: { x: number; y: number } | undefined;
  #isTouch = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#notes = JSON.parse(this.querySelector("[data-term-notes]")?.textContent ?? "{}") as TermNotes;
    this.#words = [...this.querySelectorAll<HTMLElement>(words)].filter(
      (word) => word.parentElement?.closest(words) == null,
    );
    for (const link of this.querySelectorAll<HTMLElement>(".term")) link.tabIndex = -1;
    for (const word of this.querySelectorAll("[data-heard]")) word.removeAttribute("title");
    this.#note.id = noteId;
    this.#note.className = "word-note";
    this.#note.popover = "manual";
    this.append(this.#note);
    this.#moveStop(this.#words[0]);
    this.#openPassage(this.querySelector("[data-passage][aria-current]"));
    this.#lifetime = new AbortController();
    this.#listen(this.#lifetime.signal);
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#hide();
    this.#lifetime.abort();
  }

  #listen(signal: AbortSignal): void {
    this.addEventListener("pointerover", (event) => this.#hover(event), { signal });
    this.addEventListener("pointerout", (event) => this.#leave(event), { signal });
    this.addEventListener("click", (event) => this.#press(event), { signal });
    this.addEventListener("focusin", (event) => this.#focus(event), { signal });
    this.addEventListener("focusout", () => this.#hide(), { signal });
    this.addEventListener("keydown", (event) => this.#walk(event), { signal });
    document.addEventListener("pointerdown", (event) => this.#touchElsewhere(event), { signal });
    document.addEventListener(
      "keydown",
      ({ key }) => {
        if (key === "Escape") this.#hide();
      },
      { signal },
    );
    addEventListener("scroll", () => this.#place(), { signal, passive: true, capture: true });
    addEventListener("resize", () => this.#hide(), { signal });
  }

  /** The outermost word around an element: a term may lie in a corrected word, or around it. */
  #findWord(target: EventTarget | null): HTMLElement | undefined {
    let found: HTMLElement | undefined;
    let element = target instanceof Element ? target.closest<HTMLElement>(words) : null;
    while (element !== null) {
      found = element;
      element = element.parentElement?.closest<HTMLElement>(words) ?? null;
    }
    return found;
  }

  #hover({ target, pointerType, clientX, clientY }: PointerEvent): void {
    if (pointerType !== "mouse") return;
    const word = this.#findWord(target);
    const isOnNote = target instanceof Node && this.#note.contains(target);
    if (word === undefined && !isOnNote) return;
    clearTimeout(this.#timer);
    if (word === undefined || word === this.#shown) return;
    const pointer = { x: clientX, y: clientY };
    this.#timer = setTimeout(() => this.#show(word, pointer), openDelayMs);
  }

  #leave({ pointerType }: PointerEvent): void {
    if (pointerType !== "mouse") return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#shown !== document.activeElement) this.#hide();
    }, closeDelayMs);
  }

  #press(event: MouseEvent): void {
    const word = this.#findWord(event.target);
    if (word === undefined || event.defaultPrevented) return;
    if (word.closest(hitLink) !== null && (!this.#isTouch || isAsked(word))) {
      this.#hide();
      return;
    }
    const isLink = event.target instanceof Element && event.target.closest("a.term") !== null;
    // A key's click has no place, and follows the link; so does a mouse, which has seen the note by resting.
    if (isLink && !this.#isTouch) return;
    event.preventDefault();
    this.#moveStop(word);
    if (word === this.#shown && this.#isTouch) this.#hide();
    else this.#show(word, { x: event.clientX, y: event.clientY });
  }

  #focus({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement)) return;
    if (target.matches("[data-passage]")) {
      this.#openPassage(target);
      return;
    }
    const word = this.#findWord(target);
    if (word === undefined || this.#isTouch) return;
    this.#moveStop(word);
    this.#show(word, undefined);
  }

  #openPassage(passage: Element | null): void {
    this.#moveStop(this.#words.find((word) => passage?.contains(word)) ?? this.#stop);
  }

  /** Arrow keys go from word to word; Enter on a corrected word goes to its term's page, as on the term itself. */
  #walk(event: KeyboardEvent): void {
    const word = this.#findWord(event.target) ?? this.#findInLink(event.target);
    if (word === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key === "Escape" && this.#shown?.closest(hitLink) != null) {
      // The note alone closes; the next press leads back to the field.
      event.stopPropagation();
      this.#hide();
      return;
    }
    if (event.key === "Enter") {
      word.querySelector<HTMLAnchorElement>("a.term")?.click();
      return;
    }
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    const link = word.closest(hitLink);
    if (link !== null) {
      event.preventDefault();
      this.#walkInLink([...link.querySelectorAll<HTMLElement>(words)], step);
      return;
    }
    const next = this.#words[this.#words.indexOf(word) + step];
    if (next === undefined) return;
    event.preventDefault();
    this.#isTouch = false;
    this.#moveStop(next);
    next.focus();
  }

  /** A word of the link that has the focus. */
  #findInLink(target: EventTarget | null): HTMLElement | undefined {
    const link = target instanceof Element && target.matches(hitLink) ? target : null;
    return link?.querySelector<HTMLElement>(words) ?? undefined;
  }

  /** The note goes from word to word; before the first and after the last one it closes. */
  #walkInLink(own: readonly HTMLElement[], step: 1 | -1): void {
    const at = this.#shown === undefined ? -1 : own.indexOf(this.#shown);
    const next = at === -1 && step === -1 ? own.length - 1 : at + step;
    const word = own[next];
    if (word === undefined) this.#hide();
    else this.#show(word, undefined);
  }

  #touchElsewhere({ target, pointerType }: PointerEvent): void {
    this.#isTouch = pointerType !== "mouse";
    const isOwn = target instanceof Node && this.#note.contains(target);
    if (!isOwn && this.#findWord(target) === undefined) this.#hide();
  }

  #moveStop(word: HTMLElement | undefined): void {
    if (this.#stop === word) return;
    if (this.#stop !== undefined) this.#stop.tabIndex = -1;
    this.#stop = word;
    if (word !== undefined) word.tabIndex = 0;
  }

  #show(word: HTMLElement, pointer: { x: number; y: number } | undefined): void {
    clearTimeout(this.#timer);
    const content = writeNote(word, this.#notes);
    if (!content.hasChildNodes()) return;
    this.#hide();
    this.#note.replaceChildren(content);
    (word.closest(hitLink) ?? word).setAttribute("aria-describedby", noteId);
    this.#shown = word;
    this.#pointer = pointer;
    this.#note.showPopover();
    this.#place();
  }

  #place(): void {
    if (this.#shown === undefined) return;
    const line = chooseLine([...this.#shown.getClientRects()], this.#pointer);
    // What the pointer was on has moved away by the next call.
    this.#pointer = undefined;
    const screen = { width: document.documentElement.clientWidth, height: innerHeight };
    if (line === undefined || line.bottom < 0 || line.top > screen.height) {
      this.#hide();
      return;
    }
    const { left, top } = placeNote(line, this.#note.getBoundingClientRect(), screen);
    this.#note.style.translate = `${left}px ${top}px`;
  }

  #hide(): void {
    (this.#shown?.closest(hitLink) ?? this.#shown)?.removeAttribute("aria-describedby");
    this.#shown = undefined;
    if (this.#note.matches(":popover-open")) this.#note.hidePopover();
  }
}

/** Whether a corrected word is marked as what was asked for, or some of it. */
function isAsked(word: HTMLElement): boolean {
  return word.closest("mark") !== null || word.querySelector("mark") !== null;
}

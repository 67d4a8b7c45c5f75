import { isBeginning } from "../../search/api/search-address.ts";
import { InputComposition } from "../interface/input-composition.ts";

/** A pause between keys that is worth a search: the beginning of a word is in more files than the word. */
const typingPauseMs = 100;

/** Characters that come at once and stand for themselves: what an input method chose, a paste, a suggestion. */
const wholeLength = 2;

/** What a search field tells of. */
export interface QueryFieldListener {
  /** The field has the focus: a query is likely. */
  begin(): void;
  /** The query changes and is not searched yet. */
  wait(): void;
  /** The query stands for a moment; `isTyping`: its last word may go on. */
  type(isTyping: boolean): void;
  /** Enter, or the button. */
  submit(): void;
}

/**
 * Listens to the field of a `<search-box>`: while one types it tells of the query at each pause, and at once where
 * several characters came together; in the middle of a composition (IME) of nothing. An Enter that only ends a
 * composition the box keeps from submitting.
 */
export class QueryField {
  readonly #field: HTMLInputElement;
  readonly #listener: QueryFieldListener;
  readonly #composition: InputComposition;
  #pause: ReturnType<typeof setTimeout> | undefined;
  /** Characters in the field before its next change. */
  #lastLength = 0;

  constructor(field: HTMLInputElement, listener: QueryFieldListener, signal: AbortSignal) {
    this.#field = field;
    this.#listener = listener;
    field.addEventListener("focus", () => listener.begin(), { signal });
    this.#composition = new InputComposition(field, signal);
    field.addEventListener("compositionstart", () => this.stopWaiting(), { signal });
    field.addEventListener("compositionend", () => this.#change(), { signal });
    field.addEventListener("input", () => this.#change(), { signal });
    field.form?.addEventListener("submit", (event) => this.#submit(event), { signal });
    signal.addEventListener("abort", () => this.stopWaiting(), { once: true });
  }

  get query(): string {
    return this.#field.value;
  }

  set query(query: string) {
    this.#field.value = query;
    this.#lastLength = query.length;
  }

  focus(): void {
    this.#field.focus();
  }

  /** Another search takes the place of the one that waits for a pause. */
  stopWaiting(): void {
    clearTimeout(this.#pause);
  }

  #change(): void {
    if (this.#composition.isOpen) return;
    this.stopWaiting();
    const isWhole = this.query.length - this.#lastLength >= wholeLength;
    this.#lastLength = this.query.length;
    const type = () => this.#listener.type(isBeginning(this.query));
    if (this.query.trim() === "") {
      this.#listener.type(false);
      return;
    }
    this.#listener.wait();
    // Not before the event is over: what is chosen from a list is submitted with it.
    this.#pause = setTimeout(type, isWhole ? 0 : typingPauseMs);
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.#composition.isOpen) return;
    this.#listener.submit();
    // On a phone the keyboard covers the results.
    if (!matchMedia("(hover: hover)").matches) this.#field.blur();
  }
}

import { isBeginning } from "./search-address.ts";

/** A pause in typing that is worth a search. */
const typingPauseMs = 100;

/** Events of one key press are no further apart; two presses are. Chosen. */
const sameKeyMs = 30;

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
 * Listens to a search field: while one types it tells of the query at each pause, in the middle of a composition
 * (IME) of nothing, and of an Enter that only ends a composition of nothing either.
 */
export class QueryField {
  readonly #field: HTMLInputElement;
  readonly #listener: QueryFieldListener;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #isComposing = false;
  /** When the last composition ended, on the clock of events. */
  #composedAt = Number.NEGATIVE_INFINITY;

  constructor(field: HTMLInputElement, listener: QueryFieldListener, signal: AbortSignal) {
    this.#field = field;
    this.#listener = listener;
    field.addEventListener("focus", () => listener.begin(), { signal });
    field.addEventListener("compositionstart", () => this.#beginComposition(), { signal });
    field.addEventListener("compositionend", (event) => this.#endComposition(event), { signal });
    field.addEventListener("input", () => this.#waitForPause(), { signal });
    field.addEventListener("keydown", (event) => this.#keepChoice(event), { signal });
    field.form?.addEventListener("submit", (event) => this.#submit(event), { signal });
    signal.addEventListener("abort", () => this.stopWaiting(), { once: true });
  }

  get query(): string {
    return this.#field.value;
  }

  set query(query: string) {
    this.#field.value = query;
  }

  focus(): void {
    this.#field.focus();
  }

  /** Another search takes the place of the one that waits for a pause. */
  stopWaiting(): void {
    clearTimeout(this.#pause);
  }

  #beginComposition(): void {
    this.#isComposing = true;
    this.stopWaiting();
  }

  #endComposition(event: CompositionEvent): void {
    this.#isComposing = false;
    this.#composedAt = event.timeStamp;
    this.#waitForPause();
  }

  #waitForPause(): void {
    if (this.#isComposing) return;
    this.stopWaiting();
    if (this.query.trim() === "") {
      this.#listener.type(false);
      return;
    }
    this.#listener.wait();
    this.#pause = setTimeout(() => this.#listener.type(isBeginning(this.query)), typingPauseMs);
  }

  #keepChoice(event: KeyboardEvent): void {
    // Safari ends the composition before it tells of the Enter that ended it.
    const isChoosing = event.isComposing || event.timeStamp - this.#composedAt < sameKeyMs;
    if (event.key === "Enter" && isChoosing) event.preventDefault();
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.#isComposing) return;
    this.#listener.submit();
    // On a phone the keyboard covers the results.
    if (!matchMedia("(hover: hover)").matches) this.#field.blur();
  }
}

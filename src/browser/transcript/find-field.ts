/** Events of one key press are no further apart; two presses are. Chosen. */
const sameKeyMs = 30;

/**
 * The field of a `<form>` inside `root`: tells of every change but those in the middle of a composition, and of
 * Enter (1) and Shift-Enter (-1) that do not end one.
 */
export class FindField {
  onInput: () => void = () => undefined;
  onStep: (by: 1 | -1) => void = () => undefined;
  #isComposing = false;
  /** When the last composition ended, on the clock of events. */
  #composedAt = Number.NEGATIVE_INFINITY;

  constructor(root: HTMLElement, signal: AbortSignal) {
    const field = root.querySelector("[data-find-field]") as HTMLInputElement;
    field.addEventListener("compositionstart", () => this.#setComposing(true), { signal });
    field.addEventListener("compositionend", (event) => this.#endComposition(event), { signal });
    field.addEventListener("input", () => this.#isComposing || this.onInput(), { signal });
    field.addEventListener("keydown", (event) => this.#readKey(event), { signal });
    field.form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
  }

  #setComposing(isComposing: boolean): void {
    this.#isComposing = isComposing;
  }

  #endComposition({ timeStamp }: CompositionEvent): void {
    this.#setComposing(false);
    this.#composedAt = timeStamp;
    this.onInput();
  }

  #readKey(event: KeyboardEvent): void {
    // Safari ends the composition before it tells of the Enter that ended it.
    const isChoosing = event.isComposing || event.timeStamp - this.#composedAt < sameKeyMs;
    if (event.key !== "Enter" || isChoosing) return;
    event.preventDefault();
    this.onStep(event.shiftKey ? -1 : 1);
  }
}

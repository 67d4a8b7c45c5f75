/** Events of one key press are no further apart; two presses are. Chosen. */
const sameKeyMs = 30;

/** The code of a key press that an input method took for itself (UI Events, "keyCode"). */
const takenKeyCode = 229;

/** Whether an input method is composing what is written in a field, and which key presses are its own. */
export class InputComposition {
  #isOpen = false;
  /** On the clock of events. */
  #endedAt = Number.NEGATIVE_INFINITY;

  constructor(field: HTMLElement, signal: AbortSignal) {
    field.addEventListener(
      "compositionstart",
      () => {
        this.#isOpen = true;
      },
      { signal },
    );
    field.addEventListener(
      "compositionend",
      (event) => {
        this.#isOpen = false;
        this.#endedAt = event.timeStamp;
      },
      { signal },
    );
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** A key press inside a composition, or the one that ends it: Safari tells of that one after the end. */
  owns(event: KeyboardEvent): boolean {
    return event.isComposing || event.keyCode === takenKeyCode || event.timeStamp - this.#endedAt < sameKeyMs;
  }
}

import { InputComposition } from "../interface/input-composition.ts";

/**
 * The field of a `<form>` inside `root`: tells of every change but those in the middle of a composition, and of
 * Enter (1) and Shift-Enter (-1) that do not end one.
 */
export class FindField {
  onInput: () => void = () => undefined;
  onStep: (by: 1 | -1) => void = () => undefined;

  constructor(root: HTMLElement, signal: AbortSignal) {
    const field = root.querySelector("[data-find-field]") as HTMLInputElement;
    const composition = new InputComposition(field, signal);
    field.addEventListener("compositionend", () => this.onInput(), { signal });
    field.addEventListener("input", () => composition.isOpen || this.onInput(), { signal });
    field.addEventListener(
      "keydown",
      (event) => {
        if (event.key !== "Enter" || composition.owns(event)) return;
        event.preventDefault();
        this.onStep(event.shiftKey ? -1 : 1);
      },
      { signal },
    );
    field.form?.addEventListener("submit", (event) => event.preventDefault(), { signal });
  }
}

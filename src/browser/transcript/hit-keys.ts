import { InputComposition } from "../interface/input-composition.ts";
import { isWriting } from "../interface/search-shortcut.ts";

/** What a key asks of the page's hits: to find, or to go on to the next (1) or the one before (-1). */
export type HitRequest = { readonly kind: "find" } | { readonly kind: "step"; readonly by: 1 | -1 };

/** `f` finds, `n` goes on, Shift-N goes back; undefined for any other key. */
export function readHitKey({
  key,
  shiftKey,
}: Pick<KeyboardEvent, "key" | "shiftKey">): HitRequest | undefined {
  const letter = key.toLowerCase();
  if (letter === "n") return { kind: "step", by: shiftKey ? -1 : 1 };
  return letter === "f" && !shiftKey ? { kind: "find" } : undefined;
}

/** Calls back for these keys wherever on the page nobody writes. What `answer` does not take is left to others. */
export function listenForHitKeys(answer: (request: HitRequest) => boolean, signal: AbortSignal): void {
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
        return;
      const { target } = event;
      if (isWriting(target) || (target instanceof Element && target.closest("dialog, [popover]") !== null))
        return;
      const request = readHitKey(event);
      if (request !== undefined && answer(request)) event.preventDefault();
    },
    { signal },
  );
}

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

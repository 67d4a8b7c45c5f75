import type { TranscriptView } from "./transcript-view.ts";

/**
 * `<heard-switch>` around a button with `aria-pressed`: shows every corrected word of the transcript as the
 * recogniser wrote it, in place, and as it was meant again. The words of a query are marked in what is shown.
 */
export class HeardSwitch extends HTMLElement {
  #isHeard = false;
  #meant = new Map<HTMLElement, ChildNode[]>();

  connectedCallback(): void {
    this.#button?.addEventListener("click", () => this.#toggle());
  }

  get #button(): HTMLButtonElement | null {
    return this.querySelector("button");
  }

  #toggle(): void {
    const view = this.closest<TranscriptView>("transcript-view");
    if (view === null) return;
    const isHeard = !this.#isHeard;
    this.#isHeard = isHeard;
    this.#button?.setAttribute("aria-pressed", String(isHeard));
    void view.changeText(() => (isHeard ? this.#showHeard(view) : this.#showMeant()));
  }

  #showHeard(view: HTMLElement): void {
    for (const word of view.querySelectorAll<HTMLElement>("[data-heard]")) {
      hideTimes(word.closest<HTMLElement>("[data-times]"));
      this.#meant.set(word, [...word.childNodes]);
      word.dataset["meant"] = word.textContent ?? "";
      word.replaceChildren(word.dataset["heard"] ?? "");
    }
  }

  #showMeant(): void {
    for (const [word, nodes] of this.#meant) {
      showTimes(word.closest<HTMLElement>("[data-meant-times]"));
      word.replaceChildren(...nodes);
      delete word.dataset["meant"];
    }
    this.#meant.clear();
  }
}

/** The times of words go by the text as it was meant: while another stands there, the player lights whole passages. */
function hideTimes(text: HTMLElement | null): void {
  if (text === null) return;
  text.dataset["meantTimes"] = text.dataset["times"];
  delete text.dataset["times"];
}

function showTimes(text: HTMLElement | null): void {
  if (text === null) return;
  text.dataset["times"] = text.dataset["meantTimes"];
  delete text.dataset["meantTimes"];
}

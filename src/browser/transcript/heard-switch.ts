import type { TranscriptView } from "./transcript-view.ts";

/**
 * `<heard-switch>` around radio buttons with the values "" and "heard", and `[data-switch-words]` of the page, which
 * presses the one of them that is not chosen: shows every corrected word of the page's
 * transcript as the recogniser wrote it, in place, and as it was meant again. `data-words="heard"` of the document
 * says so while it does. It holds for this page alone. The words of a query are marked in what is shown.
 */
export class HeardSwitch extends HTMLElement {
  #meant = new Map<HTMLElement, ChildNode[]>();

  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener(
      "change",
      ({ target }) => {
        if (target instanceof HTMLInputElement) this.#switch(target.value === "heard");
      },
      { signal },
    );
    document
      .querySelector("[data-switch-words]")
      ?.addEventListener("click", () => this.querySelector<HTMLElement>("input:not(:checked)")?.click(), {
        signal,
      });
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  #switch(isHeard: boolean): void {
    const view = document.querySelector<TranscriptView>("transcript-view");
    if (view === null) return;
    if (isHeard) document.documentElement.dataset["words"] = "heard";
    else delete document.documentElement.dataset["words"];
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

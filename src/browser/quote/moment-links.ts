import { makeMomentAddress } from "./make-moment-address.ts";
import { readStamp } from "./read-selection.ts";

/**
 * `<moment-links>` around `a[data-place]`s: a link that takes a time leads to the passage that is heard or
 * open. Which one it is is looked up when the link is about to be used.
 */
export class MomentLinks extends HTMLElement {
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    for (const kind of ["pointerover", "focusin"])
      this.addEventListener(kind, () => this.#update(), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  #update(): void {
    const passage = document.querySelector<HTMLElement>("[data-passage][aria-current]");
    if (passage === null) return;
    for (const link of this.querySelectorAll<HTMLAnchorElement>("a[data-place]")) {
      const address = makeMomentAddress(link.dataset["place"] ?? "", Number(passage.dataset["start"]));
      if (address === undefined) continue;
      link.href = address;
      const time = link.querySelector("[data-time]");
      if (time !== null) time.textContent = readStamp(passage);
    }
  }
}

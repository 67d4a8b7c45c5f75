import { readNotes } from "./noted-episodes.ts";

/**
 * `<keep-episode data-root data-slug data-title>` around a button and a `[data-panel]`: keeps the episode in this browser.
 * All it does loads when somebody presses it, or where the episode was kept.
 */
export class KeepEpisode extends HTMLElement {
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const open = async (isPressed: boolean) => {
      const { KeepPanel } = await import("./keep-panel.ts");
      if (!signal.aborted) await KeepPanel.open(this, isPressed, signal);
    };
    this.querySelector("button")?.addEventListener("click", () => void open(true), { signal });
    const { root = "/", slug } = this.dataset;
    if (readNotes(new URL(root, location.href)).some((own) => own.slug === slug)) void open(false);
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }
}

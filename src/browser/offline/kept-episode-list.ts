import { whenAddressed } from "../interface/router.ts";
import { readNotes } from "./noted-episodes.ts";

/**
 * `<kept-episode-list data-root>`: lists the episodes that this browser keeps, with their sizes and a way to remove each;
 * says which it has cleared, of which there is a newer version, and, where a page without a network led here, that. Holds
 * a `[data-kept-status]`, `[data-news]`, `[data-lost]`, `[data-kept-none]`, `[data-rows]`, `[data-total]` and a template for a row.
 * What it does loads for those who have kept an episode, or were led here.
 */
export class KeptEpisodeList extends HTMLElement {
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    whenAddressed(() => void this.#begin(signal), signal);
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  async #begin(signal: AbortSignal): Promise<void> {
    const root = new URL(this.dataset["root"] ?? "/", location.href);
    if (readNotes(root).length === 0 && !location.search.includes("away=")) return;
    const { KeptListView } = await import("./kept-list-view.ts");
    if (!signal.aborted) await KeptListView.open(this, signal);
  }
}

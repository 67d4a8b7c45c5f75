import { readingWords } from "../../wording/reading-words.ts";
import { readInterfaceLanguage, writeWording } from "../interface/write-wording.ts";
import { copyText } from "./read-selection.ts";
import { type CitationStyle, writeCitation } from "./write-citation.ts";
import { readPageAddress, readSource, readToday } from "./write-quote.ts";

/** `<episode-citation>` around `button[data-style]` and a `[data-status]`: copies how this episode is cited. */
export class EpisodeCitation extends HTMLElement {
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    this.addEventListener("click", ({ target }) => void this.#cite(target), {
      signal: this.#lifetime.signal,
    });
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  async #cite(target: EventTarget | null): Promise<void> {
    const button = target instanceof Element ? target.closest<HTMLElement>("button[data-style]") : null;
    if (button === null) return;
    const citation = { source: readSource(), address: readPageAddress(), accessed: readToday() };
    const style = button.dataset["style"] as CitationStyle;
    const isCopied = await copyText(writeCitation(citation, style, readInterfaceLanguage()));
    const wording = isCopied ? readingWords.copied : readingWords.copyFailed;
    this.querySelector("[data-status]")?.replaceChildren(writeWording(wording));
  }
}

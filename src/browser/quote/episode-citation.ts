import { type CitationStyle, writeCitation } from "../../text/quote/write-citation.ts";
import { readingWords } from "../../text/reading-words.ts";
import { copyText } from "../interface/copy-text.ts";
import { readInterfaceLanguage } from "../interface/swap-attribute-words.ts";
import { writeWording } from "../search/write-wording.ts";
import { readPageAddress, readSource, readToday } from "./read-source.ts";

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

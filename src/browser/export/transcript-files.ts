import type { TranscriptJson } from "../../publish/make-transcript-json.ts";
import { readingWords, wordSaved } from "../../wording/reading-words.ts";
import { readInterfaceLanguage, readOrigin, writeWording } from "../interface/write-wording.ts";
import { readPageAddress } from "../quote/write-quote.ts";
import type { FileFormat, FileVariant } from "./make-file.ts";
import { saveFile } from "./save-file.ts";

/**
 * `<transcript-files data-source data-name>` around `button[data-format]`s, each with a `data-variant`, and a
 * `[data-status]`: makes the file that is asked for, here in the browser, and hands it to the reader.
 */
export class TranscriptFiles extends HTMLElement {
  #lifetime = new AbortController();
  #transcript: Promise<TranscriptJson> | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    this.addEventListener("click", ({ target }) => void this.#save(target), {
      signal: this.#lifetime.signal,
    });
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  async #save(target: EventTarget | null): Promise<void> {
    const button = target instanceof Element ? target.closest<HTMLElement>("button[data-format]") : null;
    if (button === null) return;
    const status = this.querySelector("[data-status]");
    status?.replaceChildren();
    try {
      const [{ makeFile }, transcript] = await Promise.all([import("./make-file.ts"), this.#load()]);
      const file = makeFile(transcript, {
        format: button.dataset["format"] as FileFormat,
        variant: button.dataset["variant"] as FileVariant,
        name: this.dataset["name"] ?? "transcript",
        address: readPageAddress(),
        language: readInterfaceLanguage(),
        origin: readOrigin(),
      });
      saveFile(file);
      status?.replaceChildren(writeWording(wordSaved(file.name)));
    } catch {
      this.#transcript = undefined;
      status?.replaceChildren(writeWording(readingWords.fileFailed));
    }
  }

  #load(): Promise<TranscriptJson> {
    this.#transcript ??= fetch(this.dataset["source"] ?? "").then((response) => {
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      return response.json() as Promise<TranscriptJson>;
    });
    return this.#transcript;
  }
}

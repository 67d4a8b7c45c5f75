import type { Wording } from "../../wording/interface-words.ts";
import { keepWords } from "../../wording/keep-words.ts";
import { readingWords } from "../../wording/reading-words.ts";
import { isWriting } from "../interface/search-shortcut.ts";
import { writeWording } from "../interface/write-wording.ts";
import {
  copyText,
  readSpeakerName,
  readStamp,
  readWholePassage,
  type SelectedPart,
} from "../quote/read-selection.ts";
import { readPageAddress, readSource } from "../quote/write-quote.ts";
import { showKept } from "./kept-marks.ts";
import { type KeptPassage, KeptPassages } from "./kept-passages.ts";

/**
 * `<passage-tools data-page>` with `button[data-action]`s and a `[data-status]`: stands in the passage that the pointer
 * or the focus is on, or that is open, and copies the link to it or keeps it; so do the keys C and B. The bar of
 * selected text keeps its words through `keep`. `data-page` is the address of the page that lists what is kept.
 */
export class PassageTools extends HTMLElement {
  #lifetime = new AbortController();
  /** The one that it stands in. */
  #passage: HTMLElement | undefined;
  #isMoving = false;

  connectedCallback(): void {
    if (this.#isMoving) return;
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const transcript = document.querySelector<HTMLElement>("[data-transcript]");
    if (transcript === null) return;
    for (const kind of ["pointerover", "focusin"])
      transcript.addEventListener(kind, ({ target }) => this.#moveTo(target), { signal });
    this.addEventListener("click", ({ target }) => this.#act(target), { signal });
    document.addEventListener("keydown", (event) => this.#readKey(event), { signal });
    const show = () => this.#show();
    document.addEventListener("tingsuo:kept", show, { signal });
    // Another tab may have changed it.
    addEventListener("storage", show, { signal });
    show();
  }

  disconnectedCallback(): void {
    if (!this.#isMoving) this.#lifetime.abort();
  }

  get #kept(): KeptPassages {
    return new KeptPassages(this.dataset["page"] ?? "");
  }

  /** Keeps these words, or lets them go where they are kept. Returns what to tell the reader. */
  keep(parts: readonly SelectedPart[]): Wording {
    const passage = describe(parts);
    if (passage === undefined) return keepWords.refused;
    const isKept = this.#kept.has(passage);
    const isDone = isKept ? this.#kept.remove(passage) : this.#kept.add([passage]) !== undefined;
    return !isDone ? keepWords.refused : isKept ? keepWords.letGo : keepWords.keptNow;
  }

  #moveTo(target: EventTarget | null): void {
    const passage = target instanceof Element ? target.closest<HTMLElement>("[data-passage]") : null;
    if (passage === null || passage === this.#passage) return;
    // A reader at the keyboard would lose their place; a press leaves a focus that nobody sees.
    if (this.querySelector(":focus-visible") !== null) return;
    this.#isMoving = true;
    passage.querySelector(".time")?.after(this);
    this.#isMoving = false;
    this.#passage = passage;
    this.hidden = false;
    this.#tell();
    this.#showState();
  }

  #readKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const action = { b: "keep", c: "link" }[event.key.toLowerCase()];
    const { target } = event;
    if (action === undefined || isWriting(target) || !(target instanceof Element)) return;
    if (target.closest("dialog, [popover]") !== null) return;
    const passage =
      target.closest<HTMLElement>("[data-passage]") ??
      document.querySelector<HTMLElement>("[data-passage][aria-current]");
    if (passage === null) return;
    event.preventDefault();
    this.#moveTo(passage);
    void this.#do(action, passage);
  }

  #act(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-action]") : null;
    if (button !== null && this.#passage !== undefined)
      void this.#do(button.dataset["action"] ?? "", this.#passage);
  }

  async #do(action: string, passage: HTMLElement): Promise<void> {
    if (action === "keep") return this.#tell(this.keep([readWholePassage(passage)]), true);
    const isCopied = await copyText(`${readPageAddress()}#${passage.id}`);
    this.#tell(isCopied ? readingWords.copied : readingWords.copyFailed);
  }

  #tell(wording?: Wording, hasList = false): void {
    const status = this.querySelector("[data-status]");
    status?.replaceChildren(...(wording === undefined ? [] : [writeWording(wording)]));
    const list = this.querySelector<HTMLElement>("[data-list]");
    if (list !== null) list.hidden = !hasList || wording !== keepWords.keptNow;
  }

  #show(): void {
    const { slug } = readSource();
    const passages = [...document.querySelectorAll<HTMLElement>("[data-transcript] [data-passage]")];
    showKept(
      this.#kept.read().filter((one) => one.slug === slug),
      passages,
    );
    this.#showState();
  }

  #showState(): void {
    const button = this.querySelector('[data-action="keep"]');
    if (button === null || this.#passage === undefined) return;
    const passage = describe([readWholePassage(this.#passage)]);
    const isKept = passage !== undefined && this.#kept.has(passage);
    button.setAttribute("aria-pressed", String(isKept));
    button.replaceChildren(writeWording(isKept ? keepWords.isKept : keepWords.keep));
  }
}

/** What is kept of words that are selected; undefined where there are none. */
function describe(parts: readonly SelectedPart[]): KeptPassage | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const { slug, title } = readSource();
  return {
    slug,
    title,
    anchor: first.passage.id,
    time: readStamp(first.passage),
    speaker: readSpeakerName(first.passage) ?? "",
    texts: parts.map(({ passageText, from, to }) => passageText.slice(from, to).replace(/\s+/g, " ").trim()),
    note: "",
  };
}

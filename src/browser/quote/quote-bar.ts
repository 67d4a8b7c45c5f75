import { readingWords } from "../../wording/reading-words.ts";
import { readInterfaceLanguage, writeWording } from "../interface/write-wording.ts";
import type { PassageTools } from "../keep/passage-tools.ts";
import { makeMomentAddress } from "./make-moment-address.ts";
import { type FoundQuote, makeQuote } from "./make-quote.ts";
import {
  copyPassages,
  copyText,
  readSelectedParts,
  readWholePassage,
  type SelectedPart,
} from "./read-selection.ts";
import { type CitationStyle, writeCitation } from "./write-citation.ts";
import { readPageAddress, readSource, readToday, type Source, writeQuote } from "./write-quote.ts";

/** Chosen: a selection that has rested so long is finished. */
const restMs = 200;

/**
 * `<quote-bar popover="manual">`: appears beside text selected in `[data-transcript]`, and with the key Q on a
 * passage; copies the quote, its link or a citation, shares it, and opens its moment elsewhere. Also writes what
 * a plain copy of several passages puts on the clipboard.
 */
export class QuoteBar extends HTMLElement {
  #lifetime = new AbortController();
  #selected: readonly SelectedPart[] = [];
  /** Where the focus goes back to when the bar was opened by key. */
  #opener: HTMLElement | undefined;
  #timer = 0;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    document.addEventListener("selectionchange", () => this.#waitForRest(), { signal });
    document.addEventListener("keydown", (event) => this.#readKey(event), { signal });
    document.addEventListener("copy", (event) => this.#writeCopy(event), { signal });
    // A press on the bar must not lose the selection.
    this.addEventListener("pointerdown", (event) => event.preventDefault(), { signal });
    this.addEventListener("click", (event) => this.#act(event), { signal });
    const share = this.querySelector<HTMLElement>('[data-action="share"]');
    if (share !== null) share.hidden = typeof navigator.share !== "function";
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
    this.#lifetime.abort();
  }

  get #transcript(): HTMLElement | null {
    return document.querySelector("[data-transcript]");
  }

  get #passages(): HTMLElement[] {
    return [...(this.#transcript?.querySelectorAll<HTMLElement>("[data-passage]") ?? [])];
  }

  get #quote(): FoundQuote | undefined {
    return makeQuote(this.#selected, this.#passages, readPageAddress());
  }

  /** The selection, where it has words of the transcript. */
  #readRange(): Range | undefined {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    const transcript = this.#transcript;
    return transcript !== null && range.intersectsNode(transcript) ? range : undefined;
  }

  #waitForRest(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const range = this.#readRange();
      const selected = range === undefined ? [] : readSelectedParts(range, this.#passages);
      if (range !== undefined && selected.length > 0) this.#open(selected, range.getBoundingClientRect());
      else if (this.#opener === undefined) this.#close();
    }, restMs);
  }

  #readKey(event: KeyboardEvent): void {
    if (event.key === "Escape" && this.matches(":popover-open")) {
      event.preventDefault();
      this.#opener?.focus();
      this.#close();
      return;
    }
    if (this.contains(event.target as Node)) {
      this.#moveFocus(event);
      return;
    }
    if (event.key.toLowerCase() !== "q" || event.ctrlKey || event.metaKey || event.altKey) return;
    this.#openByKey(event);
  }

  #openByKey(event: KeyboardEvent): void {
    const passage =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-passage]") : null;
    const range = this.#readRange();
    const selected = range === undefined ? [] : readSelectedParts(range, this.#passages);
    if (passage === null && selected.length === 0) return;
    event.preventDefault();
    const own = selected.length > 0 ? selected : passage === null ? [] : [readWholePassage(passage)];
    const place = (selected.length > 0 ? range : passage)?.getBoundingClientRect();
    if (place === undefined) return;
    this.#open(own, place);
    this.#opener = event.target instanceof HTMLElement ? event.target : undefined;
    this.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });
  }

  #moveFocus(event: KeyboardEvent): void {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const stops = [...this.querySelectorAll<HTMLElement>("button, a")].filter((stop) =>
      stop.checkVisibility(),
    );
    const at = stops.indexOf(document.activeElement as HTMLElement);
    stops[(at + step + stops.length) % stops.length]?.focus();
  }

  #open(selected: readonly SelectedPart[], place: DOMRect): void {
    this.#selected = selected;
    this.#opener = undefined;
    this.#showStatus();
    this.#showMoments();
    if (!this.matches(":popover-open")) this.showPopover();
    this.#placeBeside(place);
  }

  #close(): void {
    this.#opener = undefined;
    if (this.matches(":popover-open")) this.hidePopover();
  }

  /** Above the first selected line, or below the last where there is no room; on a phone CSS puts it at the foot. */
  #placeBeside(place: DOMRect): void {
    const { offsetWidth: width, offsetHeight: height } = this;
    const middle = Math.min(
      Math.max(place.left + place.width / 2 - width / 2, 8),
      document.documentElement.clientWidth - width - 8,
    );
    const above = place.top - height - 10;
    const top = above > 8 ? above : Math.min(place.bottom + 10, innerHeight - height - 8);
    this.style.setProperty("--bar-left", `${middle + scrollX}px`);
    this.style.setProperty("--bar-top", `${Math.max(top, 8) + scrollY}px`);
  }

  /** Gives the links of places that take a time the moment of the quote. */
  #showMoments(): void {
    const quote = this.#quote;
    for (const link of this.querySelectorAll<HTMLAnchorElement>("a[data-place]")) {
      const address = quote && makeMomentAddress(link.dataset["place"] ?? "", quote.start);
      if (address !== undefined) link.href = address;
      const time = link.querySelector("[data-time]");
      if (time !== null) time.textContent = quote?.time ?? "";
    }
  }

  #act({ target }: MouseEvent): void {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-action]") : null;
    const quote = this.#quote;
    if (button === null || quote === undefined) return;
    const language = readInterfaceLanguage();
    const source = readSource();
    const { action, style } = button.dataset;
    if (action === "close") {
      this.#opener?.focus();
      getSelection()?.removeAllRanges();
      this.#close();
    } else if (action === "share") {
      const [, ...rest] = writeQuote(quote, source, language).split("\n").reverse();
      const text = rest.reverse().join("\n");
      // A reader who changes their mind closes the sheet: that is no failure.
      navigator.share({ title: source.title, text, url: quote.address }).catch(() => undefined);
    } else if (action === "keep") {
      const told = document.querySelector<PassageTools>("passage-tools")?.keep(this.#selected);
      if (told !== undefined) this.#showStatus(told);
    } else if (action === "picture") void this.#showSheet(quote, source);
    else if (action === "link") void this.#copy(quote.address);
    else if (action === "quote") void this.#copy(writeQuote(quote, source, language));
    else if (action === "cite") {
      const citation = { source, address: quote.address, accessed: readToday(), quote };
      void this.#copy(writeCitation(citation, style as CitationStyle, language));
    }
  }

  /** Its program comes when it is wanted. */
  async #showSheet(quote: FoundQuote, source: Source): Promise<void> {
    const embedPage = new URL(this.dataset["embed"] ?? "", location.href).href;
    const { showShareSheet } = await import("../share/share-sheet.ts");
    // The sheet gives the focus back to what had it before.
    this.#opener?.focus({ preventScroll: true });
    this.#close();
    showShareSheet({ quote, source, embedPage });
  }

  async #copy(text: string): Promise<void> {
    const isCopied = await copyText(text);
    this.#showStatus(isCopied ? readingWords.copied : readingWords.copyFailed);
  }

  #showStatus(wording?: Parameters<typeof writeWording>[0]): void {
    this.querySelector("[data-status]")?.replaceChildren(
      ...(wording === undefined ? [] : [writeWording(wording)]),
    );
  }

  #writeCopy(event: ClipboardEvent): void {
    const range = this.#readRange();
    const copy = range === undefined ? undefined : copyPassages(range, this.#passages);
    if (copy === undefined || event.clipboardData === null) return;
    event.clipboardData.setData("text/plain", copy.text);
    event.clipboardData.setData("text/html", copy.html);
    event.preventDefault();
  }
}

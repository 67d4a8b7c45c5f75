import { findWords } from "../../wording/find-words.ts";
import { hasReturned, whenAddressed } from "../interface/router.ts";
import type { ListenButton } from "../player/listen-button.ts";
import { countsAliases, HitAddress, readQuery } from "./hit-address.ts";
import { type Cause, HitCursor } from "./hit-cursor.ts";
import { HitDisplay } from "./hit-display.ts";
import { FindField, type HitRequest, listenForHitKeys } from "./hit-keys.ts";
import { HitMarks } from "./hit-marks.ts";
import { LateFinder } from "./late-finder.ts";
import { listMoments, timeHits } from "./list-moments.ts";
import { bringIntoView, findReadPassage } from "./reading-view.ts";
import { pause } from "./run-in-slices.ts";
import type { FoundHits } from "./transcript-finder.ts";

/** What the bar asks of the `<transcript-view>` that it finds in. */
interface FoundTranscript extends HTMLElement {
  /** Index of the passage that the address asks for; undefined where it asks for none. */
  readonly askedPassage: number | undefined;
  /** Marks a passage as the one that is read. */
  point(passage: HTMLElement): void;
}

/** Chosen: a pause in typing after which what was found is said aloud. */
const sayPauseMs = 500;

/**
 * `<hit-bar>`: finds in the episode of the page, as one types and without the network. It opens with `?q=`, which
 * follows it, with a press on `[data-find-open]` and with `f`; `n` and Shift-N go from hit to hit. Reading goes there,
 * the recording only when its time is pressed. It owns the `<mark>`s of `<transcript-view>`.
 */
export class HitBar extends HTMLElement {
  #lifetime = new AbortController();
  /** Of the newest query; aborted by the next one. */
  #asking = new AbortController();
  readonly #address = new HitAddress();
  readonly #display = new HitDisplay(this);
  #passages: HTMLElement[] = [];
  #marks = new HitMarks([]);
  readonly #finder = new LateFinder();
  readonly #cursor = new HitCursor();
  #opener: HTMLElement | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    whenAddressed(() => void this.#begin(), this.#lifetime.signal);
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
    this.#asking.abort();
    this.#address.forget();
  }

  async #begin(): Promise<void> {
    const { signal } = this.#lifetime;
    await customElements.whenDefined("transcript-view");
    if (signal.aborted) return;
    this.#passages = [...this.#view.querySelectorAll<HTMLElement>("[data-passage]")];
    this.#marks = new HitMarks(this.#passages);
    const field = new FindField(this, signal);
    field.onInput = () => void this.#ask(this.#query, "typing");
    field.onStep = (by) => this.#step(by);
    this.addEventListener("click", (event) => this.#press(event), { signal });
    this.addEventListener("keydown", ({ key }) => key === "Escape" && this.#close(), { signal });
    document.addEventListener("click", ({ target }) => this.#openFor(target), { signal });
    listenForHitKeys((request) => this.#answer(request), signal);
    document.addEventListener("tingsuo:popstate", () => this.#followAddress(), { signal });
    await this.#show(readQuery(), "arrival");
    this.#finder.prefetch();
  }

  /** Lets `change` write other words into the passages; the hits are those of what stands there then. */
  async changeText(change: () => void): Promise<void> {
    this.#marks.clear();
    this.#finder.forget();
    change();
    if (!this.hidden) await this.#ask(this.#query, "text");
  }

  #answer(request: HitRequest): boolean {
    if (request.kind === "step" && (this.hidden || this.#cursor.hits.length === 0)) return false;
    if (request.kind === "find") this.#open();
    else {
      this.#step(request.by);
      if (!this.contains(document.activeElement)) this.#focusCurrent();
    }
    return true;
  }

  #openFor(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest<HTMLElement>("[data-find-open]") : null;
    if (button === null) return;
    this.#opener = button;
    this.#open();
  }

  #open(): void {
    if (this.hidden) this.#cursor.beginAt(findReadPassage(this.#passages));
    this.hidden = false;
    this.#finder.open(this.#passages).catch(() => undefined);
    this.#field.focus();
    this.#field.select();
  }

  #close(): void {
    const hadFocus = this.contains(document.activeElement);
    this.hidden = true;
    this.#field.value = "";
    void this.#ask("", "typing");
    if (hadFocus) this.#opener?.focus({ preventScroll: true });
  }

  #followAddress(): void {
    this.#address.forget();
    const query = readQuery();
    if (query !== this.#query) void this.#show(query, "return");
  }

  async #show(query: string, cause: Cause): Promise<void> {
    if (query === "" && this.hidden) return;
    this.#field.value = query;
    this.hidden = query === "";
    await this.#ask(query, cause);
  }

  #press(event: MouseEvent): void {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const step = target.closest<HTMLElement>("[data-step]");
    if (step !== null) this.#step(step.dataset["step"] === "-1" ? -1 : 1);
    if (target.closest("[data-find-close]") !== null) this.#close();
    const mark = target.closest<HTMLAnchorElement>("hit-strip a");
    if (mark === null || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const anchor = decodeURIComponent(mark.hash.slice(1));
    this.#goTo(this.#cursor.hits.findIndex(([{ passage }]) => this.#passages[passage]?.id === anchor));
  }

  /** Finds a query and shows what was found. Never rejects. */
  async #ask(query: string, cause: Cause): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    let found: FoundHits = { hits: [], asked: [], missing: [] };
    try {
      if (query !== "") {
        const finder = await this.#finder.open(this.#passages);
        found = finder.find(query, countsAliases(query));
      }
    } catch {
      if (!signal.aborted) this.#display.tell(findWords.unavailable);
      return;
    }
    if (signal.aborted) return;
    const { hits, asked } = found;
    this.#cursor.take(hits, cause, this.#view.askedPassage);
    this.#display.showFound(query, found);
    this.#display.showCurrent(this.#cursor.index, this.#passage);
    this.#display.say(this.#cursor.index, this.#passage, sayPauseMs);
    if (cause === "typing") this.#writeAddress();
    // Each by itself: of a word that is everywhere each is a good part of a frame's time.
    await pause();
    if (signal.aborted) return;
    this.#display.showMoments(listMoments(asked, this.#passages, query));
    this.#marks.want(hits);
    await pause();
    if (signal.aborted) return;
    const isOpening = cause === "arrival" && this.#view.askedPassage === undefined && !hasReturned();
    this.#showCurrent(cause === "typing" || isOpening);
    if (isOpening) this.#focusCurrent();
    await pause();
    if (signal.aborted) return;
    await this.#marks.show(this.#cursor.passage ?? findReadPassage(this.#passages));
    if (!signal.aborted) await this.#lightPlayer(asked, signal);
  }

  #step(by: 1 | -1): void {
    this.#goTo(this.#cursor.findStep(by, () => findReadPassage(this.#passages)));
  }

  #goTo(hit: number): void {
    if (hit === -1) return;
    this.#cursor.goTo(hit);
    this.#showCurrent(true);
    this.#writeAddress();
    this.#display.say(hit, this.#passage, 0);
  }

  /** @param moves whether the page goes there */
  #showCurrent(moves: boolean): void {
    const { hit, index } = this.#cursor;
    const passage = this.#passage;
    this.#display.showCurrent(index, passage);
    const mark = this.#marks.point(hit);
    if (hit === undefined || passage === undefined || !moves) return;
    this.#view.point(passage);
    bringIntoView(mark ?? passage);
  }

  /** So that Tab goes on from the hit: to the time that plays it, and to its words. */
  #focusCurrent(): void {
    const passage = this.#passage;
    if (passage === undefined) return;
    passage.tabIndex = -1;
    passage.focus({ preventScroll: true });
  }

  #writeAddress(): void {
    this.#address.write({ query: this.#query, anchor: this.#passage?.id });
  }

  /** Lights the hits on the player's bar too. */
  async #lightPlayer(hits: FoundHits["asked"], signal: AbortSignal): Promise<void> {
    const button = document.querySelector<ListenButton>("listen-button");
    if (button === null) return;
    const moments = await timeHits(this.#passages, hits, signal);
    await customElements.whenDefined("listen-button");
    if (!signal.aborted && button.isConnected) button.showHits(moments);
  }

  /** The passage of the hit that is shown. */
  get #passage(): HTMLElement | undefined {
    return this.#passages[this.#cursor.passage ?? -1];
  }

  get #query(): string {
    return this.#field.value.trim();
  }

  get #view(): FoundTranscript {
    return document.querySelector("transcript-view") as FoundTranscript;
  }

  get #field(): HTMLInputElement {
    return this.querySelector("[data-find-field]") as HTMLInputElement;
  }
}

import { findWords } from "../../text/find-words.ts";
import type { PassageHit } from "../../text/passage-index.ts";
import { hasReturned, whenAddressed } from "../interface/page-arrival.ts";
import type { ListenButton } from "../player/listen-button.ts";
import { FindField } from "./find-field.ts";
import { HitAddress, readQuery } from "./hit-address.ts";
import { HitDisplay } from "./hit-display.ts";
import { type HitRequest, listenForHitKeys } from "./hit-keys.ts";
import { HitMarks } from "./hit-marks.ts";
import { listMoments } from "./list-moments.ts";
import { bringIntoView, findReadPassage } from "./reading-view.ts";
import { pause } from "./run-in-slices.ts";
import { timeHits } from "./time-hits.ts";
import type { FoundHits, TranscriptFinder } from "./transcript-finder.ts";
import type { TranscriptView } from "./transcript-view.ts";

/** Chosen: a pause in typing after which what was found is said aloud. */
const sayPauseMs = 500;

/** Why a query is asked: the page was opened with it, its address changed, it is being typed, or the text is another one. */
type Cause = "arrival" | "return" | "typing" | "text";

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
  #finder: Promise<TranscriptFinder> | undefined;
  #hits: readonly PassageHit[] = [];
  #current = -1;
  /** Passage from which on a query that is typed finds its first hit. */
  #origin = 0;
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
    // Here from now on, with the network or without it.
    whenIdle(() => void importFinder().catch(() => undefined));
  }

  /** Lets `change` write other words into the passages; the hits are those of what stands there then. */
  async changeText(change: () => void): Promise<void> {
    this.#marks.clear();
    this.#finder = undefined;
    change();
    if (!this.hidden) await this.#ask(this.#query, "text");
  }

  #answer(request: HitRequest): boolean {
    if (request.kind === "step" && (this.hidden || this.#hits.length === 0)) return false;
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
    if (this.hidden) this.#origin = findReadPassage(this.#passages);
    this.hidden = false;
    this.#openFinder().catch(() => undefined);
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
    this.#goTo(this.#hits.findIndex(([{ passage }]) => this.#passages[passage]?.id === anchor));
  }

  /** Finds a query and shows what was found. Never rejects. */
  async #ask(query: string, cause: Cause): Promise<void> {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    let found: FoundHits = { hits: [], missing: [] };
    try {
      if (query !== "") found = (await this.#openFinder()).find(query);
    } catch {
      if (!signal.aborted) this.#display.tell(findWords.unavailable);
      return;
    }
    if (signal.aborted) return;
    const read = this.#hits[this.#current]?.[0].passage;
    this.#hits = found.hits;
    this.#current = this.#chooseHit(cause, read);
    if (cause === "arrival") this.#origin = this.#hits[this.#current]?.[0].passage ?? 0;
    this.#display.showFound(query, found);
    this.#display.showCurrent(this.#current, this.#passage);
    this.#display.say(this.#current, this.#passage, sayPauseMs);
    if (cause === "typing") this.#writeAddress();
    // Each by itself: of a word that is everywhere each is a good part of a frame's time.
    await pause();
    if (signal.aborted) return;
    this.#display.showMoments(listMoments(this.#hits, this.#passages, query));
    this.#marks.want(this.#hits);
    await pause();
    if (signal.aborted) return;
    const isOpening = cause === "arrival" && this.#view.askedPassage === undefined && !hasReturned();
    this.#showCurrent(cause === "typing" || isOpening);
    if (isOpening) this.#focusCurrent();
    await pause();
    if (signal.aborted) return;
    await this.#marks.show(this.#hits[this.#current]?.[0].passage ?? findReadPassage(this.#passages));
    if (!signal.aborted) await this.#lightPlayer(signal);
  }

  /**
   * Index of the hit to begin with; -1 where none is meant.
   * @param read the passage of the hit that was shown before
   */
  #chooseHit(cause: Cause, read: number | undefined): number {
    const { askedPassage } = this.#view;
    const passage = { arrival: askedPassage, return: askedPassage, typing: this.#origin, text: read }[cause];
    const inside = this.#hits.findIndex(([first]) => first.passage === passage);
    // What an address or the reader points at is left alone, also where no hit is.
    if (inside !== -1 || (cause !== "typing" && passage !== undefined)) return inside;
    return this.#findFrom(passage ?? 0);
  }

  /** Index of the first hit in a passage or after it, from the beginning again after the last; -1 for none. */
  #findFrom(passage: number): number {
    const following = this.#hits.findIndex(([first]) => first.passage >= passage);
    return following === -1 && this.#hits.length > 0 ? 0 : following;
  }

  #step(by: 1 | -1): void {
    const { length } = this.#hits;
    if (length === 0) return;
    if (this.#current !== -1) this.#goTo((this.#current + by + length) % length);
    else {
      const next = this.#findFrom(findReadPassage(this.#passages));
      this.#goTo(by === 1 ? next : (next - 1 + length) % length);
    }
  }

  #goTo(hit: number): void {
    if (hit === -1) return;
    this.#current = hit;
    this.#origin = this.#hits[hit]?.[0].passage ?? 0;
    this.#showCurrent(true);
    this.#writeAddress();
    this.#display.say(hit, this.#passage, 0);
  }

  /** @param moves whether the page goes there */
  #showCurrent(moves: boolean): void {
    const hit = this.#hits[this.#current];
    const passage = this.#passage;
    this.#display.showCurrent(this.#current, passage);
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
  async #lightPlayer(signal: AbortSignal): Promise<void> {
    const button = document.querySelector<ListenButton>("listen-button");
    if (button === null) return;
    const moments = await timeHits(this.#passages, this.#hits, signal);
    await customElements.whenDefined("listen-button");
    if (!signal.aborted && button.isConnected) button.showHits(moments);
  }

  #openFinder(): Promise<TranscriptFinder> {
    const aliases = JSON.parse(this.#view.querySelector("[data-aliases]")?.textContent ?? "[]");
    this.#finder ??= importFinder().then((Finder) => Finder.read(this.#passages, aliases));
    const finder = this.#finder;
    finder.catch(() => {
      // Asked for again by the next query.
      if (this.#finder === finder) this.#finder = undefined;
    });
    return finder;
  }

  /** The passage of the hit that is shown. */
  get #passage(): HTMLElement | undefined {
    return this.#passages[this.#hits[this.#current]?.[0].passage ?? -1];
  }

  get #query(): string {
    return this.#field.value.trim();
  }

  get #view(): TranscriptView {
    return document.querySelector("transcript-view") as TranscriptView;
  }

  get #field(): HTMLInputElement {
    return this.querySelector("[data-find-field]") as HTMLInputElement;
  }
}

/** Apart, because its tables are larger than all else on the page: whoever only reads need not wait for them. */
async function importFinder(): Promise<typeof TranscriptFinder> {
  return (await import("./transcript-finder.ts")).TranscriptFinder;
}

/** Safari has no idle callback. */
function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1000);
}

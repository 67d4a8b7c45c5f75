import { whenAddressed } from "../interface/page-arrival.ts";
import { describeStatus, type SearchStatus } from "./describe-status.ts";
import { followMovingKeys } from "./follow-moving-keys.ts";
import type { NothingFound } from "./nothing-found.ts";
import { openSearchApi } from "./open-search-api.ts";
import { isBeginning, readSearchAddress, type SearchAddress } from "./search-address.ts";
import { SearchHistory } from "./search-history.ts";
import type { ResultsView } from "./search-memory.ts";
import type { SearchResults } from "./search-results.ts";
import { recallSound } from "./sound-memory.ts";
import type { SoundsLike } from "./sounds-like.ts";
import { writeWording } from "./write-wording.ts";

/** A pause in typing that is worth a search. */
const typingPauseMs = 100;

/** An answer that comes sooner needs no word of waiting. */
const waitingWordMs = 200;

/** Events of one key press are no further apart; two presses are. Chosen. */
const sameKeyMs = 30;

/** How long a query that found nothing stands before others are tried in its place. */
const suggestionPauseMs = 300;

interface PageSearch {
  readonly query: string;
  /** The last word matches by its beginning. */
  readonly isTyping: boolean;
  /** The query comes from typing and may go on. */
  readonly isTyped: boolean;
  readonly view: ResultsView | undefined;
}

/**
 * `<search-page data-api="/search-api.js">` inside `<main>`: asks the search while one types, shows its answer
 * and state, and keeps both in the address. The state is on `<main>` (interface.md, "Search page").
 */
export class SearchPage extends HTMLElement {
  #lifetime = new AbortController();
  /** Of the newest search; aborted by the next one, so that a late answer never replaces a newer one. */
  #current = new AbortController();
  #history!: SearchHistory;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #isComposing = false;
  /** When the last composition ended, on the clock of events. */
  #composedAt = Number.NEGATIVE_INFINITY;
  #title = "";

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    whenAddressed(() => this.#begin(), this.#lifetime.signal);
  }

  #begin(): void {
    this.#title = document.title;
    this.#history = new SearchHistory(() => this.#describeView());
    const { signal } = this.#lifetime;
    this.#listenToField(signal);
    followMovingKeys(this, this.#field, [this.#results, this.#soundsLike.results], signal);
    this.addEventListener("change", (event) => this.#changeChoice(event.target), { signal });
    this.addEventListener("click", (event) => this.#followLink(event), { signal });
    this.#retry.addEventListener("click", () => this.#tryAgain(), { signal });
    window.addEventListener("online", () => this.#state === "error" && this.#tryAgain(), { signal });
    this.#history.listen((address, view, isTyping) => this.#open(address, isTyping, view), signal);
    const address = readSearchAddress(location.search);
    this.#open(address, this.#history.entry.isTyping, this.#history.view);
    if (address.query === "" && matchMedia("(hover: hover)").matches) this.#field.focus();
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
    this.#current.abort();
    clearTimeout(this.#pause);
  }

  #listenToField(signal: AbortSignal): void {
    const field = this.#field;
    field.addEventListener("focus", () => void this.#preload(), { signal });
    field.addEventListener("compositionstart", () => this.#beginComposition(), { signal });
    field.addEventListener("compositionend", (event) => this.#endComposition(event), { signal });
    field.addEventListener("input", () => this.#waitForPause(), { signal });
    field.addEventListener(
      "keydown",
      (event) => {
        // Safari ends the composition before it tells of the Enter that ended it.
        const isChoosing = event.isComposing || event.timeStamp - this.#composedAt < sameKeyMs;
        if (event.key === "Enter" && isChoosing) event.preventDefault();
      },
      { signal },
    );
    field.form?.addEventListener("submit", (event) => this.#submit(event), { signal });
  }

  async #preload(): Promise<void> {
    try {
      const api = await openSearchApi(this.#apiAddress);
      await api.preload();
    } catch {
      // The first search meets the same fault and tells of it.
    }
  }

  #beginComposition(): void {
    this.#isComposing = true;
    clearTimeout(this.#pause);
  }

  #endComposition(event: CompositionEvent): void {
    this.#isComposing = false;
    this.#composedAt = event.timeStamp;
    this.#waitForPause();
  }

  #waitForPause(): void {
    if (this.#isComposing) return;
    clearTimeout(this.#pause);
    if (this.#field.value.trim() === "") {
      this.#search("", false);
      return;
    }
    this.#current.abort();
    this.#main.dataset["searchState"] = "loading";
    this.#pause = setTimeout(
      () => this.#search(this.#field.value, isBeginning(this.#field.value), { isTyped: true }),
      typingPauseMs,
    );
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.#isComposing) return;
    this.#search(this.#field.value, false);
    this.#history.settle();
    // On a phone the keyboard covers the results.
    if (!matchMedia("(hover: hover)").matches) this.#field.blur();
  }

  #changeChoice(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    const { isTyping } = this.#history.entry;
    if (target.name === "sort") this.#search(this.#field.value, isTyping);
    else if (target.name === "sound") this.#history.write(this.#asked, isTyping);
  }

  #followLink(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null) return;
    this.#history.settle();
    const query = link.dataset["query"];
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (query === undefined || !isPlain) return;
    event.preventDefault();
    this.#field.value = query;
    this.#search(query, false);
    this.#history.settle();
    scrollTo({ top: 0, behavior: "instant" });
  }

  #tryAgain(): void {
    this.#field.focus();
    this.#search(this.#field.value, this.#history.entry.isTyping);
  }

  /** Shows what an address asks for. */
  #open(address: SearchAddress, isTyping: boolean, view: ResultsView | undefined): void {
    const { query, sort, hasSound } = address;
    this.#field.value = query;
    this.#soundsLike.isOn = hasSound && recallSound();
    for (const choice of this.#sortChoices) choice.checked = choice.value === sort;
    this.#search(query, isTyping, view === undefined ? {} : { view });
  }

  /** Begins a search in the place of the last one. An empty query shows the page as it was at first. */
  #search(
    query: string,
    isTyping: boolean,
    { view, isTyped = isTyping }: { readonly view?: ResultsView; readonly isTyped?: boolean } = {},
  ): void {
    clearTimeout(this.#pause);
    this.#current.abort();
    this.#current = new AbortController();
    this.#history.write({ ...this.#asked, query }, isTyping);
    document.title = query.trim() === "" ? this.#title : `${query.trim()} · ${this.#title}`;
    this.#nothingFound.clear();
    if (query.trim() === "") {
      this.#results.clear();
      this.#soundsLike.clear();
      this.#tell({ kind: "idle" });
      return;
    }
    void this.#answer({ query, isTyping, isTyped, view }, this.#current.signal);
  }

  async #answer({ query, isTyping, isTyped, view }: PageSearch, signal: AbortSignal): Promise<void> {
    const options = { prefix: isTyping, sort: this.#asked.sort };
    this.#main.dataset["searchState"] = "loading";
    const waiting = setTimeout(() => this.#tell({ kind: "loading", query }), waitingWordMs);
    signal.addEventListener("abort", () => clearTimeout(waiting), { once: true });
    try {
      const api = await openSearchApi(this.#apiAddress);
      const result = await api.search(query, { ...options, signal });
      await this.#results.show(result, signal, view);
      if (signal.aborted) return;
      this.#tell({ kind: "ready", query, ...result.total });
      void this.#soundsLike.answer({
        query,
        exactHits: result.total.hits,
        isUnfinished: isTyped,
        search: (own) => api.search(query, { ...options, tiers: ["sound"], signal: own }),
        signal,
        ...(view?.sound === undefined ? {} : { view: view.sound }),
      });
      // After the tier below has taken its room: a page that is too short cannot be scrolled to its place.
      if (view?.anchor === undefined && scrollY > 0) scrollTo({ top: 0, behavior: "instant" });
      if (view !== undefined) this.#results.restorePlace(view);
      if (result.total.episodes > 0) return;
      const countHits = async (other: string) => (await api.search(other, { signal })).total.hits;
      await this.#nothingFound.suggest(query, countHits, signal, isTyping ? suggestionPauseMs : 0);
    } catch {
      if (signal.aborted) return;
      this.#results.clear();
      this.#soundsLike.clear();
      this.#tell({ kind: "failed", isOffline: !navigator.onLine });
    } finally {
      clearTimeout(waiting);
    }
  }

  #describeView(): ResultsView {
    const view = this.#results.describeView();
    const sound = this.#soundsLike.describeView();
    if (sound === undefined) return view;
    // What is at the top of the screen says where the page was, and it is of one list.
    const { anchor, ...rest } = sound;
    return { ...view, sound: view.anchor === undefined && anchor !== undefined ? sound : rest };
  }

  #tell(status: SearchStatus): void {
    const main = this.#main;
    main.dataset["searchState"] = status.kind === "failed" ? "error" : status.kind;
    if (status.kind !== "loading") {
      main.dataset["episodes"] = String(status.kind === "ready" ? status.episodes : 0);
      main.dataset["hits"] = String(status.kind === "ready" ? status.hits : 0);
    }
    const line = this.querySelector("[data-status]") as HTMLElement;
    line.replaceChildren(...(status.kind === "idle" ? [] : [writeWording(describeStatus(status))]));
  }

  get #state(): string | undefined {
    return this.#main.dataset["searchState"];
  }

  get #apiAddress(): string {
    return this.dataset["api"] as string;
  }

  /** What the field and the choices say. */
  get #asked(): SearchAddress {
    const chosen = this.#sortChoices.find(({ checked }) => checked)?.value;
    return {
      query: this.#field.value,
      sort: chosen === "newest" || chosen === "oldest" ? chosen : "relevance",
      hasSound: this.#soundsLike.isOn,
    };
  }

  get #sortChoices(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name="sort"]')];
  }

  get #main(): HTMLElement {
    return this.closest("main") as HTMLElement;
  }

  get #field(): HTMLInputElement {
    return this.querySelector("[data-search-field]") as HTMLInputElement;
  }

  get #results(): SearchResults {
    return this.querySelector("search-results") as SearchResults;
  }

  get #soundsLike(): SoundsLike {
    return this.querySelector("sounds-like") as SoundsLike;
  }

  get #nothingFound(): NothingFound {
    return this.querySelector("nothing-found") as NothingFound;
  }

  get #retry(): HTMLButtonElement {
    return this.querySelector("[data-retry]") as HTMLButtonElement;
  }
}

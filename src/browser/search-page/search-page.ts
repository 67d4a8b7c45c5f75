import { isAsking, readSearchAddress, type SearchAddress } from "../../search/api/search-address.ts";
import type { SearchFilters } from "../../search/api/search-types.ts";
import { whenAddressed } from "../interface/router.ts";
import { AnswerView } from "./answer-view.ts";
import { recallSound } from "./decide-sound.ts";
import type { FilterChange } from "./filter-panel.ts";
import { followMovingKeys } from "./follow-moving-keys.ts";
import { askPage, openSearchApi, refreshWhenBack, renewedEvent, type SearchApi } from "./open-search-api.ts";
import { QueryField, type QueryFieldListener } from "./query-field.ts";
import { SearchHistory } from "./search-history.ts";
import type { ResultsView } from "./search-memory.ts";

/** How a search begins. */
interface SearchOccasion {
  /** The last word matches by its beginning. */
  readonly isTyping: boolean;
  /** The query comes from typing and may go on; as `isTyping` where absent. */
  readonly isTyped?: boolean;
  /** A search of its own in the history. */
  readonly isSettled?: boolean;
  readonly view?: ResultsView;
}

/**
 * `<search-page data-api="/search-api.js">` inside `<main>`: asks the search while one types, shows its answer, and
 * keeps what was asked in the address.
 */
export class SearchPage extends HTMLElement {
  readonly #answer = new AnswerView(this);
  #lifetime = new AbortController();
  /** Of the newest search; aborted by the next one, so that a late answer never replaces a newer one. */
  #current = new AbortController();
  #history!: SearchHistory;
  #field!: QueryField;
  /** Chosen beside the query. */
  #filters: SearchFilters | undefined;
  #title = "";

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    whenAddressed(() => this.#begin(), this.#lifetime.signal);
  }

  #begin(): void {
    this.#title = document.title;
    this.#history = new SearchHistory(() => this.#answer.describe());
    const { signal } = this.#lifetime;
    const input = this.querySelector("[data-search-field]") as HTMLInputElement;
    this.#field = new QueryField(input, this.#listenToField(), signal);
    const { names, results, writtenOtherwise, related, soundsLike } = this.#answer;
    const lists = [names, results, related, writtenOtherwise.results, soundsLike.results];
    followMovingKeys(this, input, lists, signal);
    this.addEventListener("change", (event) => this.#changeChoice(event.target), { signal });
    this.addEventListener("click", (event) => this.#followLink(event), { signal });
    this.addEventListener("tingsuo:filter", (event) => this.#narrow(event as CustomEvent<FilterChange>), {
      signal,
    });
    this.querySelector("[data-unfold]")?.addEventListener(
      "click",
      () => {
        this.closest("main")?.removeAttribute("data-folded");
        results.stops[0]?.focus();
      },
      { signal },
    );
    this.querySelector("[data-retry]")?.addEventListener("click", () => this.#tryAgain(), { signal });
    document.addEventListener(renewedEvent, () => this.#renew(), { signal });
    refreshWhenBack(signal);
    window.addEventListener("online", () => this.#answer.isFailed && this.#tryAgain(), { signal });
    this.#history.listen((address, view, isTyping) => this.#open(address, isTyping, view), signal);
    const address = readSearchAddress(location.search);
    this.#open(address, this.#history.entry.isTyping, this.#history.view);
    if (!isAsking(address) && matchMedia("(hover: hover)").matches) this.#field.focus();
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
    this.#current.abort();
  }

  #listenToField(): QueryFieldListener {
    return {
      begin: () => void this.#preload(),
      wait: () => {
        this.#current.abort();
        this.#answer.wait();
      },
      type: (isTyping) => this.#search({ isTyping, isTyped: true }),
      submit: () => this.#settle(),
    };
  }

  async #preload(): Promise<void> {
    try {
      const api = await this.#openApi();
      await api.preload();
    } catch {
      // The first search meets the same fault and tells of it.
    }
  }

  #changeChoice(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement)) return;
    const { isTyping } = this.#history.entry;
    if (target.name === "sort") this.#search({ isTyping });
    else if (target.name === "aliases") this.#search({ isTyping, isSettled: true });
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
    this.#field.query = query;
    this.#filters = undefined;
    this.#settle();
    scrollTo({ top: 0, behavior: "instant" });
  }

  /** Another filter is another search: Back leads to the one before. */
  #narrow({ detail: { query, filters } }: CustomEvent<FilterChange>): void {
    this.#history.settle();
    this.#field.query = query;
    this.#filters = Object.keys(filters).length === 0 ? undefined : filters;
    this.#settle();
  }

  #tryAgain(): void {
    this.#field.focus();
    this.#search({ isTyping: this.#history.entry.isTyping });
  }

  /** Asks again what is shown, and leaves the reader where they are. An answer that is under way is of the new archive. */
  #renew(): void {
    if (!isAsking(this.#asked) || this.#answer.isWaiting) return;
    this.#search({ isTyping: this.#history.entry.isTyping, view: this.#answer.describe() });
  }

  /** Shows what an address asks for. */
  #open(address: SearchAddress, isTyping: boolean, view: ResultsView | undefined): void {
    const { query, filters, sort, hasAliases, hasSound } = address;
    this.#field.query = query;
    this.#filters = filters;
    this.#answer.aliasSwitch.isOn = hasAliases;
    this.#answer.soundsLike.isOn = hasSound && recallSound();
    for (const choice of this.#sortChoices) choice.checked = choice.value === sort;
    this.#search({ isTyping, ...(view === undefined ? {} : { view }) });
  }

  /** Searches for what stands in the field, to the end. */
  #settle(): void {
    this.#search({ isTyping: false, isSettled: true });
  }

  /** Begins a search in the place of the last one. An empty query shows the page as it was at first. */
  #search({ isTyping, isTyped = isTyping, isSettled, view }: SearchOccasion): void {
    const asked = this.#asked;
    const { query, filters, sort, hasAliases } = asked;
    this.#field.stopWaiting();
    this.#current.abort();
    this.#current = new AbortController();
    const options = { prefix: isTyping, sort, ...(hasAliases ? {} : { aliases: false }) };
    const search = { query, filters, options, isTyped, view };
    const openApi = () => this.#openApi();
    const { signal } = this.#current;
    const answer = isAsking(asked) ? askPage(search, openApi, signal) : undefined;
    this.#history.write(asked, isTyping, isSettled);
    document.title = query.trim() === "" ? this.#title : `${query.trim()} · ${this.#title}`;
    if (answer === undefined) this.#answer.clear();
    else void this.#answer.answer(search, answer, openApi, signal);
  }

  #openApi(): Promise<SearchApi> {
    return openSearchApi(this.dataset["api"] as string);
  }

  /** What the field and the choices say. */
  get #asked(): SearchAddress {
    const chosen = this.#sortChoices.find(({ checked }) => checked)?.value;
    return {
      query: this.#field.query,
      ...(this.#filters === undefined ? {} : { filters: this.#filters }),
      sort: chosen === "newest" || chosen === "oldest" ? chosen : "relevance",
      hasAliases: this.#answer.aliasSwitch.isOn,
      hasSound: this.#answer.soundsLike.isOn,
    };
  }

  get #sortChoices(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name="sort"]')];
  }
}

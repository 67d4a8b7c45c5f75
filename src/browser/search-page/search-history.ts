import {
  isAsking,
  readSearchAddress,
  type SearchAddress,
  writeSearchAddress,
} from "../../search/api/search-address.ts";
import { advanceRouterState, keepRouterState } from "../interface/router.ts";
import {
  type HistoryEntry,
  makeEntry,
  type ResultsView,
  readEntry,
  recallView,
  rememberView,
} from "./search-memory.ts";

/**
 * The search page's part of the browser's history. While one types, the address follows in its place; an entry
 * that was submitted, followed or opened by its address is settled, and typing on begins a new one, so that Back
 * leads from query to query and not from letter to letter. What was on the screen is kept with each entry.
 */
export class SearchHistory {
  #entry: HistoryEntry;
  readonly #describeView: () => ResultsView;

  /** @param describeView what is on the screen at this moment */
  constructor(describeView: () => ResultsView) {
    this.#describeView = describeView;
    const isAddressed = isAsking(readSearchAddress(location.search));
    this.#entry = readEntry(history.state) ?? makeEntry(isAddressed);
    this.#replace(this.#entry);
    // The results are not there yet when the browser would put the scroll position back.
    history.scrollRestoration = "manual";
  }

  get entry(): HistoryEntry {
    return this.#entry;
  }

  /** What was on the screen when the entry was left; undefined for a new one. */
  get view(): ResultsView | undefined {
    return recallView(this.#entry);
  }

  /** Calls back when Back or Forward leads to another search of this page. */
  listen(
    open: (address: SearchAddress, view: ResultsView | undefined, isTyping: boolean) => void,
    signal: AbortSignal,
  ): void {
    const leave = () => rememberView(this.#entry, this.#describeView());
    window.addEventListener("pagehide", leave, { signal });
    document.addEventListener("astro:before-swap", leave, { signal });
    const page = location.pathname;
    document.addEventListener(
      "tingsuo:popstate",
      (event) => {
        if (location.pathname !== page) return;
        // The router would load the page anew for every query.
        event.preventDefault();
        const entry = readEntry(history.state);
        // A jump inside the page (the skip link) makes an entry without a state of ours: it is the same search.
        if (entry === undefined) this.#replace(this.#entry);
        else if (entry.key !== this.#entry.key) {
          leave();
          this.#entry = entry;
          open(readSearchAddress(location.search), this.view, entry.isTyping);
        }
      },
      { signal },
    );
  }

  /**
   * Puts a search into the address: in the place of one that is still being typed, else as a new entry. Showing
   * what sounds like it or not is no other search.
   * @param isSettled nothing takes its place; as it was where absent
   */
  write(search: SearchAddress, isTyping: boolean, isSettled?: boolean): void {
    const shown = readSearchAddress(location.search);
    const address = writeSearchAddress(location.pathname, search);
    const { hasSound } = search;
    const isSame = writeSearchAddress(location.pathname, { ...shown, hasSound }) === address;
    if (isSame || !this.#entry.isSettled) {
      this.#replace({ ...this.#entry, isTyping, isSettled: isSettled ?? this.#entry.isSettled }, address);
      return;
    }
    rememberView(this.#entry, this.#describeView());
    this.#entry = { ...makeEntry(isSettled ?? false), isTyping };
    this.#try(() => history.pushState({ ...advanceRouterState(), search: this.#entry }, "", address));
  }

  settle(): void {
    this.#replace({ ...this.#entry, isSettled: true });
  }

  #replace(entry: HistoryEntry, address?: string): void {
    this.#entry = entry;
    this.#try(() => history.replaceState({ ...keepRouterState(), search: entry }, "", address));
  }

  #try(change: () => void): void {
    try {
      change();
    } catch {
      // Safari refuses more than a hundred changes in half a minute: the address then follows at the next one.
    }
  }
}

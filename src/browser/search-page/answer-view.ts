import type { SearchResult } from "../../search/api/search-api.ts";
import type { FoundForm, SearchLoadError } from "../../search/api/search-types.ts";
import { keepWords, removeItems } from "../../search/query/edit-query.ts";
import { readQueryItems } from "../../search/query/query-syntax.ts";
import { searchWords } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import type { KeptAnswer } from "../offline/search-kept.ts";
import type { DidYouMean } from "../suggest/did-you-mean.ts";
import type { AliasSwitch } from "./alias-switch.ts";
import { describeStatus, type SearchStatus, waitingWordMs, writeNotes } from "./describe-status.ts";
import type { FilterPanel } from "./filter-panel.ts";
import type { AskForms, WrittenOtherwise } from "./found-forms.ts";
import type { NamesList } from "./names-list.ts";
import type { NothingFound } from "./nothing-found.ts";
import { makeOptions, type PageSearch, type SearchApi } from "./open-search-api.ts";
import type { RelatedPassages } from "./related-passages.ts";
import type { ResultsView } from "./search-memory.ts";
import type { SearchResults } from "./search-results.ts";
import type { SoundsLike } from "./sounds-like.ts";

/** Words of a query that may well be remembered wrongly, and episodes that are no page of results. Chosen. */
const severalWords = 3;
const fewEpisodes = 10;

/** How long a query that found nothing stands before others are tried in its place. */
const suggestionPauseMs = 300;

/** An answer on the page, and how to ask further. */
interface ShownAnswer {
  readonly search: PageSearch;
  readonly result: SearchResult;
  readonly api: SearchApi;
  /** Aborted when another answer takes its place. */
  readonly signal: AbortSignal;
}

/** How long to wait before other queries are tried. */
function pauseAfter({ options }: PageSearch): number {
  return options.prefix === true ? suggestionPauseMs : 0;
}

/** The parts of a `<search-page>` that show an answer, and its state on `<main>` (interface.md, "Search page"). */
export class AnswerView {
  readonly #page: HTMLElement;

  constructor(page: HTMLElement) {
    this.#page = page;
  }

  get isFailed(): boolean {
    return this.#main.dataset["searchState"] === "error";
  }

  get isWaiting(): boolean {
    return this.#main.dataset["searchState"] === "loading";
  }

  get results(): SearchResults {
    return this.#page.querySelector("search-results") as SearchResults;
  }

  get names(): NamesList {
    return this.#page.querySelector("names-list") as NamesList;
  }

  get soundsLike(): SoundsLike {
    return this.#page.querySelector("sounds-like") as SoundsLike;
  }

  get aliasSwitch(): AliasSwitch {
    return this.#page.querySelector("alias-switch") as AliasSwitch;
  }

  get related(): RelatedPassages {
    return this.#page.querySelector("related-passages") as RelatedPassages;
  }

  get writtenOtherwise(): WrittenOtherwise {
    return this.#page.querySelector("written-otherwise") as WrittenOtherwise;
  }

  get filterPanel(): FilterPanel {
    return this.#page.querySelector("filter-panel") as FilterPanel;
  }

  /** As it was before the first query. */
  clear(): void {
    this.results.clear();
    this.names.clear();
    this.writtenOtherwise.clear();
    this.soundsLike.clear();
    this.related.clear();
    this.#fold(false);
    this.#nothingFound.clear();
    this.#didYouMean.clear();
    this.#notes.replaceChildren();
    this.aliasSwitch.clear();
    this.filterPanel.ask("");
    this.#tell({ kind: "idle" });
  }

  /** What is shown is no longer what is asked. */
  wait(): void {
    this.#main.dataset["searchState"] = "loading";
  }

  /**
   * Shows an answer in the place of the last one, or that it failed. Shows nothing once `signal` is aborted. Never
   * rejects.
   * @param asked the answer to come
   */
  async answer(
    search: PageSearch,
    asked: Promise<SearchResult>,
    openApi: () => Promise<SearchApi>,
    signal: AbortSignal,
  ): Promise<void> {
    const { query, filters, view } = search;
    // Asked for before anything changes: later the page would have to be laid out for it.
    const isScrolled = scrollY > 0;
    this.#nothingFound.clear();
    this.#didYouMean.clear();
    this.filterPanel.ask(query, filters);
    this.wait();
    const loading = { kind: "loading", query: keepWords(query) } as const;
    const waiting = setTimeout(() => this.#tell(loading), waitingWordMs);
    signal.addEventListener("abort", () => clearTimeout(waiting), { once: true });
    try {
      const [api, result] = await Promise.all([openApi(), asked]);
      // First, because it has files to wait for.
      const isShown = this.results.show(result, signal, view);
      if (!signal.aborted) this.names.show(result);
      await isShown;
      if (signal.aborted) return;
      clearTimeout(waiting);
      const shown = { search, result, api, signal };
      this.#tellOf(shown);
      void this.#tellWithoutNetwork(signal);
      const near = this.#lookNear(shown);
      this.#lookFurther(shown, near);
      // After the tier below has taken its room: a page that is too short cannot be scrolled to its place.
      if (view?.anchor === undefined && isScrolled) scrollTo({ top: 0, behavior: "instant" });
      if (view !== undefined) this.results.restorePlace(view);
      // It may be said in an episode that was published since.
      if (result.total.episodes === 0) void api.refresh();
      if (result.total.episodes === 0 && !result.isSentence) await this.#suggestOthers(shown);
      await near;
    } catch (error) {
      if (!signal.aborted) this.#fail(error, search, signal);
    } finally {
      clearTimeout(waiting);
    }
  }

  #tellOf({ search, result }: ShownAnswer): void {
    this.filterPanel.show(result);
    this.aliasSwitch.show(result);
    this.#notes.replaceChildren(...writeNotes(result));
    const query = withoutWords(keepWords(search.query), [...result.dropped, ...result.unasked]);
    const isUnknown = query === "" && result.total.episodes === 0 && result.unknown.length > 0;
    this.#tell({
      kind: "ready",
      query,
      ...result.total,
      isUnknown,
      isNarrowed: isNarrowed(search, result),
      isBeginning: search.options.prefix === true && endsOpen(query),
    });
  }

  /**
   * Offers what was meant, and what sounds like the query.
   * @param near how many passages are shown that are near; undefined where none are looked for
   */
  #lookFurther({ search, result, api, signal }: ShownAnswer, near: Promise<number> | undefined): void {
    const { query, view } = search;
    const words = keepWords(query);
    if (words === "") {
      this.writtenOtherwise.clear();
      this.soundsLike.clear();
      return;
    }
    const askTier =
      (tier: FoundForm["tier"]): AskForms =>
      (own, forms) =>
        api.search(query, {
          ...makeOptions(search),
          tiers: [tier],
          ...(forms === undefined ? {} : { forms }),
          signal: own,
        });
    void this.writtenOtherwise.answer(words, askTier("variant"), signal, pauseAfter(search));
    // Of a word that is never said, its sound and what it may be meant for are all there is.
    const total = result.dropped.length > 0 ? { episodes: 0, hits: 0 } : result.total;
    // What was meant is guessed for the last word.
    if (!result.isSentence && result.dropped.every((word) => words.endsWith(word)))
      void this.#didYouMean.offer(words, total, signal, pauseAfter(search));
    const lookForSounds = (isNearShown: boolean) =>
      this.soundsLike.answer({
        query: words,
        exactHits: total.hits,
        isNearShown,
        isUnfinished: search.isTyped,
        isSentence: result.isSentence,
        isNarrowed: isNarrowed(search, result),
        search: askTier("sound"),
        pauseMs: pauseAfter(search),
        signal,
        ...(view?.sound === undefined ? {} : { view: view.sound }),
      });
    // Whoever comes back finds it as they left it; and where nothing is waited for it takes its room at once.
    if (view?.sound !== undefined || near === undefined) {
      void lookForSounds(false);
      return;
    }
    this.soundsLike.clear();
    const look = (hits: number) => {
      if (!signal.aborted) void lookForSounds(hits > 0);
    };
    void near.then(look, () => undefined);
  }

  /**
   * Shows the passages nearest to a sentence, and to words that no episode or hardly any has. What a sentence of
   * several words finds word for word is folded: it is mostly its words of grammar.
   * @returns how many there are; undefined where none are looked for
   */
  #lookNear(shown: ShownAnswer): Promise<number> | undefined {
    const { search, result } = shown;
    const words = keepWords(search.query);
    const isFound = result.total.episodes > 0;
    const isScattered = result.isSentence && /\s/u.test(words.trim());
    this.#fold(isFound && isScattered);
    this.related.clear();
    const isWanted = words !== "" && (!isFound || result.isSentence || isThin(words, result));
    return isWanted ? this.#showNear(shown) : undefined;
  }

  async #showNear({ search, result, api, signal }: ShownAnswer): Promise<number> {
    // Between keys a question is not whole yet.
    await new Promise((resolve) => setTimeout(resolve, pauseAfter(search)));
    if (signal.aborted) return 0;
    const options = makeOptions(search);
    const hits = await this.related.answer({
      search: (own) => api.search(search.query, { ...options, tiers: ["related"], signal: own }),
      signal,
    });
    if (signal.aborted) return 0;
    // Nothing is near to words of grammar alone: what is found is all there is.
    if (hits === 0) this.#fold(false);
    if (hits > 0 && result.total.episodes === 0) {
      const query = withoutWords(keepWords(search.query), [...result.dropped, ...result.unasked]);
      this.#tell({ kind: "near", query, isNarrowed: isNarrowed(search, result) });
    }
    return hits;
  }

  #fold(isFolded: boolean): void {
    this.#main.toggleAttribute("data-folded", isFolded);
  }

  /** What to try where nothing was found. */
  async #suggestOthers({ search, result: { together }, api, signal }: ShownAnswer): Promise<void> {
    const { query, filters } = search;
    const words = keepWords(query);
    const isNarrowed = filters !== undefined || words !== query.trim();
    const countHits = async (other: string) =>
      (await api.search(other, { titles: false, signal })).total.hits;
    await this.#nothingFound.suggest({ words, isNarrowed, together }, countHits, signal, pauseAfter(search));
  }

  #fail(error: unknown, search: PageSearch, signal: AbortSignal): void {
    this.results.clear();
    this.names.clear();
    this.writtenOtherwise.clear();
    this.soundsLike.clear();
    this.related.clear();
    this.#notes.replaceChildren();
    this.aliasSwitch.clear();
    const isPublishedAnew = (error as Partial<SearchLoadError>).isPublishedAnew === true;
    this.#tell({ kind: "failed", isOffline: !navigator.onLine, isPublishedAnew });
    void this.#lookInKept(search, signal);
  }

  /** Where the site cannot be asked: what looks through the episodes that are kept. Only who keeps some has a service worker. */
  async #openKept(): Promise<((query: string) => Promise<KeptAnswer | undefined>) | undefined> {
    if (navigator.serviceWorker?.controller == null) return undefined;
    const root = new URL("./", new URL(this.#page.dataset["api"] ?? "/", location.href));
    const { canReach, searchKept } = await import("../offline/search-kept.ts");
    return (await canReach(root)) ? undefined : (query) => searchKept(root, query);
  }

  /** Lists what the kept episodes answer, in the place of an answer that did not come. Never rejects. */
  async #lookInKept({ query, filters }: PageSearch, signal: AbortSignal): Promise<void> {
    if (filters !== undefined || keepWords(query) !== query.trim()) return;
    const found = await this.#openKept()
      .then((look) => look?.(query))
      .catch(() => undefined);
    if (found === undefined || signal.aborted) return;
    const { searched, result } = found;
    this.#tell({ kind: "kept", searched, hits: result.total.hits });
    await this.results.show(result, signal);
  }

  /** Says of an answer that came without a network what it is of. Never rejects. */
  async #tellWithoutNetwork(signal: AbortSignal): Promise<void> {
    const look = await this.#openKept().catch(() => undefined);
    if (look === undefined || signal.aborted) return;
    const note = document.createElement("p");
    note.append(writeWording(searchWords.searchedWhole));
    this.#notes.append(note);
  }

  /** What a reader has before them. */
  describe(): ResultsView {
    const view = this.results.describeView();
    const sound = this.soundsLike.describeView();
    if (sound === undefined) return view;
    // What is at the top of the screen says where the page was, and it is of one list.
    const { anchor, ...rest } = sound;
    return { ...view, sound: view.anchor === undefined && anchor !== undefined ? sound : rest };
  }

  #tell(status: SearchStatus): void {
    const main = this.#main;
    if (status.kind !== "near")
      main.dataset["searchState"] =
        status.kind === "failed" || status.kind === "kept" ? "error" : status.kind;
    if (status.kind !== "loading" && status.kind !== "near") {
      main.dataset["episodes"] = String(status.kind === "ready" ? status.episodes : 0);
      main.dataset["hits"] = String(status.kind === "ready" ? status.hits : 0);
    }
    const line = this.#page.querySelector("[data-status]") as HTMLElement;
    line.replaceChildren(...(status.kind === "idle" ? [] : [writeWording(describeStatus(status))]));
  }

  get #main(): HTMLElement {
    return this.#page.closest("main") as HTMLElement;
  }

  get #didYouMean(): DidYouMean {
    return this.#page.querySelector("did-you-mean") as DidYouMean;
  }

  get #notes(): HTMLElement {
    return this.#page.querySelector("[data-notes]") as HTMLElement;
  }

  get #nothingFound(): NothingFound {
    return this.#page.querySelector("nothing-found") as NothingFound;
  }
}

/**
 * Whether few episodes say all of several words: somewhere in an hour, and the one that was meant may lack one of them.
 */
function isThin(words: string, { total }: SearchResult): boolean {
  const count = readQueryItems(words).filter(({ kind }) => kind === "word").length;
  return count >= severalWords && total.episodes <= fewEpisodes;
}

/** Whether filters hold, or words are left out, that make the answer less than the archive's. */
function isNarrowed({ query, filters }: PageSearch, { typedFilters }: SearchResult): boolean {
  return (
    filters !== undefined ||
    Object.keys(typedFilters).length > 0 ||
    readQueryItems(query).some(({ kind }) => kind === "excluded")
  );
}

/** Whether a query ends in letters that may be the beginning of a word: a Han character begins none. */
function endsOpen(query: string): boolean {
  return /[\p{L}\p{N}]$/u.test(query.trim()) && !/\p{Script=Han}$/u.test(query.trim());
}

/** A query's words without those that were dropped. */
function withoutWords(words: string, dropped: readonly string[]): string {
  if (dropped.length === 0) return words;
  return removeItems(words, (item) => item.kind === "word" && dropped.includes(item.text));
}

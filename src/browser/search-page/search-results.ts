import type { SearchResult } from "../../search/api/search-api.ts";
import { keepWords } from "../../search/query/edit-query.ts";
import { wordMoreEpisodes } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import type { EpisodeResult } from "./episode-result.ts";
import type { ResultsView } from "./search-memory.ts";

/** Episodes added at a time. */
const batchSize = 20;

/** Episodes up to which scrolling alone adds more; from there on a button does, so that the page has an end. */
const mostByScrolling = 100;

/** Episodes on the first screen: they are painted before the others are made. */
const firstScreen = 3;
/** A hidden page paints nothing, and must not wait for it. */
const longestFrameMs = 100;

/**
 * `<search-results>` around `[data-list]` and `[data-more-episodes]`: the episodes of an answer, a batch at a time.
 * The text of an episode is loaded when it comes near the screen. The templates are the `<search-page>`'s.
 */
export class SearchResults extends HTMLElement {
  #result: SearchResult | undefined;
  #shown = 0;
  #nearScreen = new IntersectionObserver((entries) => this.#loadNear(entries), { rootMargin: "40% 0px" });
  #nearEnd = new IntersectionObserver((entries) => this.#addNear(entries), { rootMargin: "100% 0px" });

  connectedCallback(): void {
    this.#more.addEventListener("click", () => this.showMore());
    this.#nearEnd.observe(this.#more);
  }

  disconnectedCallback(): void {
    this.#nearScreen.disconnect();
    this.#nearEnd.disconnect();
  }

  clear(): void {
    this.#result = undefined;
    this.#shown = 0;
    this.#nearScreen.disconnect();
    this.#list.replaceChildren();
    this.#more.hidden = true;
  }

  /**
   * Shows an answer in the place of the last one, with as much opened as `view` says; see also
   * {@link restorePlace}. Does nothing once `signal` is aborted. Never rejects.
   */
  async show(result: SearchResult, signal: AbortSignal, view?: ResultsView): Promise<void> {
    const first = this.#makeBatch(result, 0, firstScreen);
    const texts = Promise.all(first.map((episode) => episode.load()));
    // Text that is at hand comes in one picture with them; more would only keep a reader waiting.
    await Promise.race([texts, nextFrame()]);
    if (signal.aborted) return;
    this.clear();
    this.#result = result;
    this.#add(first);
    if (this.hasMore) {
      await nextFrame();
      await pause(0);
      if (signal.aborted) return;
      // Scrolling may have added them already.
      if (this.#shown < batchSize) this.#add(this.#makeBatch(result, this.#shown, batchSize - this.#shown));
    }
    while (this.#shown < (view?.shown ?? 0) && this.hasMore) {
      await pause(0);
      if (signal.aborted) return;
      this.showMore();
    }
    if (view !== undefined) await this.#loadView(view);
  }

  get hasMore(): boolean {
    return this.#shown < (this.#result?.episodes.length ?? 0);
  }

  showMore(): void {
    if (this.#result === undefined || !this.hasMore) return;
    const hadFocus = document.activeElement === this.#more;
    const batch = this.#makeBatch(this.#result, this.#shown, batchSize);
    this.#add(batch);
    if (hadFocus) batch[0]?.querySelector("a")?.focus();
  }

  /** Where the arrow keys lead: the hits in order, and the episodes whose hits are not loaded yet. */
  get stops(): (HTMLAnchorElement | EpisodeResult)[] {
    return this.#episodes.flatMap<HTMLAnchorElement | EpisodeResult>((episode) =>
      episode.isLoaded ? episode.stops : [episode],
    );
  }

  /** What a reader has before them. */
  describeView(): ResultsView {
    const episodes = this.#episodes;
    const atTop = scrollY < 1 ? undefined : episodes.find((own) => own.getBoundingClientRect().bottom > 0);
    const focus = document.activeElement?.closest<HTMLAnchorElement>("a[data-hit]")?.href;
    return {
      shown: this.#shown,
      opened: episodes.filter(({ isOpened }) => isOpened).map(({ slug }) => slug),
      ...(atTop === undefined
        ? {}
        : { anchor: { slug: atTop.slug, top: atTop.getBoundingClientRect().top } }),
      ...(focus === undefined ? {} : { focus }),
    };
  }

  /** Those around the anchor have to have their height before it is put back into its place. */
  async #loadView(view: ResultsView): Promise<void> {
    const episodes = this.#episodes;
    const at = episodes.findIndex(({ slug }) => slug === view.anchor?.slug);
    const near = episodes.slice(Math.max(0, at - 2), Math.max(0, at) + 5);
    const opened = episodes.filter(({ slug }) => view.opened.includes(slug));
    await Promise.all([
      ...near.map((episode) => episode.load()),
      ...opened.map((episode) => episode.load().then(() => episode.open())),
    ]);
  }

  /** Puts the page and the focus where a reader had left them, once an answer is shown with the same view. */
  restorePlace(view: ResultsView): void {
    const anchor = this.#episodes.find(({ slug }) => slug === view.anchor?.slug);
    if (anchor !== undefined && view.anchor !== undefined) {
      scrollBy({ top: anchor.getBoundingClientRect().top - view.anchor.top, behavior: "instant" });
    }
    const focused = this.#episodes.flatMap(({ hits }) => hits).find(({ href }) => href === view.focus);
    focused?.focus({ preventScroll: true });
  }

  #makeBatch(result: SearchResult, first: number, count: number): EpisodeResult[] {
    const page = this.closest("search-page");
    const template = page?.querySelector<HTMLTemplateElement>('[data-template="episode"]') ?? null;
    const rowTemplate = page?.querySelector<HTMLTemplateElement>('[data-template="hit"]') ?? null;
    if (template === null || rowTemplate === null)
      throw new Error("The templates of the results are missing.");
    const asked = { query: keepWords(result.query), hasAliases: result.leftOut.length === 0 };
    return result.episodes.slice(first, first + count).map((own) => {
      const episode = document.importNode(template.content, true).querySelector("episode-result");
      (episode as EpisodeResult).fill(own, asked, rowTemplate);
      return episode as EpisodeResult;
    });
  }

  #add(batch: readonly EpisodeResult[]): void {
    const rows = batch.map((episode) => {
      const row = document.createElement("li");
      row.append(episode);
      return row;
    });
    this.#list.append(...rows);
    for (const episode of batch) if (!episode.isLoaded) this.#nearScreen.observe(episode);
    this.#shown += batch.length;
    const rest = (this.#result?.episodes.length ?? 0) - this.#shown;
    this.#more.hidden = rest === 0;
    this.#more.replaceChildren(writeWording(wordMoreEpisodes(Math.min(rest, batchSize))));
    // Observed anew, because an end that stays in sight is told of only once.
    this.#nearEnd.unobserve(this.#more);
    this.#nearEnd.observe(this.#more);
  }

  #loadNear(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      this.#nearScreen.unobserve(target);
      void (target as EpisodeResult).load();
    }
  }

  #addNear(entries: readonly IntersectionObserverEntry[]): void {
    if (this.#shown < mostByScrolling && entries.at(-1)?.isIntersecting === true) this.showMore();
  }

  get #episodes(): EpisodeResult[] {
    return [...this.#list.querySelectorAll<EpisodeResult>("episode-result")];
  }

  get #list(): HTMLElement {
    return this.querySelector("[data-list]") as HTMLElement;
  }

  get #more(): HTMLButtonElement {
    return this.querySelector("[data-more-episodes]") as HTMLButtonElement;
  }
}

/** What is done then is in the next picture. */
function nextFrame(): Promise<void> {
  const frame = new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  return Promise.race([frame, pause(longestFrameMs)]);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

import type { SearchResult } from "../../search/api/search-api.ts";
import { keepWords } from "../../search/query/edit-query.ts";
import { wordMoreEpisodes } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import type { EpisodeResult } from "./episode-result.ts";
import type { ResultsView } from "./search-memory.ts";

/** Episodes that the button adds. */
const batchSize = 20;

/** Episodes that are added as the end comes near: each has a table of 2 KB to load for its title. Chosen. */
const stepSize = 4;

/** The same before anyone scrolls: most queries are never scrolled. */
const firstStepSize = 2;

/** Episodes up to which scrolling alone adds more; from there on a button does, so that the page has an end. */
const mostByScrolling = 100;

/** Episodes on the first screen: they are painted before the others are made. */
const firstScreen = 3;
/** An answer of so few is there as a whole, for whoever counts them or looks for one on the page. Chosen. */
const fewEpisodes = 5;
/** A hidden page paints nothing, and must not wait for it. */
const longestFrameMs = 100;
/** An answer is told without those of its first episodes that take longer. Chosen. */
const longestRowsMs = 400;

/**
 * `<search-results>` around `[data-list]` and `[data-more-episodes]`: the episodes of an answer, a few at a time, each with
 * its title. The text of an episode is loaded when it comes near the screen. The templates are the `<search-page>`'s.
 */
export class SearchResults extends HTMLElement {
  #result: SearchResult | undefined;
  #signal: AbortSignal | undefined;
  /** Of each episode that was made, in order: when it is in the page. */
  #added: Promise<void>[] = [];
  #shown = 0;
  /** Episodes that were shown when the button was reached by the keyboard: the next is what it leads to. */
  #passed = 0;
  #nearScreen = new IntersectionObserver((entries) => this.#loadNear(entries), { rootMargin: "40% 0px" });
  /** Before anyone scrolls; and whoever comes so near all the same is quick, and gets more at a time. */
  #nearEnd = new IntersectionObserver(
    (entries) => this.#addNear(entries, scrollY > 0 ? 2 * stepSize : firstStepSize),
    { rootMargin: "0px 0px 50%" },
  );
  /** Whoever scrolls will want more. */
  #farEnd = new IntersectionObserver((entries) => scrollY > 0 && this.#addNear(entries, stepSize), {
    rootMargin: "0px 0px 150%",
  });
  /** Observed anew, because an end that stays in sight is told of only once. */
  readonly #watchEnd = () => {
    for (const observer of [this.#nearEnd, this.#farEnd]) {
      observer.unobserve(this.#more);
      observer.observe(this.#more);
    }
    if (scrollY === 0) window.addEventListener("scroll", this.#watchEnd, { once: true });
  };

  connectedCallback(): void {
    this.#more.addEventListener("click", () => void this.#showBatch());
    this.#more.addEventListener("focus", () => {
      this.#passed = this.#shown;
    });
  }

  disconnectedCallback(): void {
    this.#nearScreen.disconnect();
    this.#nearEnd.disconnect();
    this.#farEnd.disconnect();
    window.removeEventListener("scroll", this.#watchEnd);
  }

  clear(): void {
    this.#result = undefined;
    this.#added = [];
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
    const isShort = result.episodes.length <= fewEpisodes;
    const first = this.#makeEpisodes(result, 0, isShort ? fewEpisodes : firstScreen);
    const texts = Promise.all(first.slice(0, firstScreen).map((episode) => episode.load()));
    // Text that is at hand comes in one picture with them; more would only keep a reader waiting.
    await Promise.all([first[0]?.name(), Promise.race([texts, nextFrame()])]);
    if (signal.aborted) return;
    this.clear();
    this.#result = result;
    this.#signal = signal;
    this.#addInTurn(first);
    await Promise.race([this.#added.at(-1), pause(0)]);
    if (this.hasMore) {
      await nextFrame();
      await Promise.race([this.#fillScreen(signal), pause(longestRowsMs)]);
    }
    const wanted = view?.shown ?? 0;
    while (!signal.aborted && this.#shown < wanted && this.hasMore) {
      await pause(0);
      await Promise.all(this.#ask(Math.min(batchSize, wanted - this.#shown)));
    }
    if (view !== undefined && !signal.aborted) await this.#loadView(view);
    this.#watchEnd();
  }

  /** Adds what the top of the page has room for: what stands below the episodes is not to be seen, and loaded, before. */
  async #fillScreen(signal: AbortSignal): Promise<void> {
    await Promise.all([this.#added.at(-1), pause(0)]);
    while (!signal.aborted && this.hasMore && this.#shown < mostByScrolling) {
      const [end] = this.#more.getClientRects();
      if (end === undefined || end.top + scrollY > 1.5 * innerHeight) return;
      await Promise.all(this.#ask(Math.min(firstStepSize, mostByScrolling - this.#shown)));
    }
  }

  get hasMore(): boolean {
    return this.#shown < (this.#result?.episodes.length ?? 0);
  }

  /** Resolves when one more episode is in the page, where there is one. Never rejects. */
  async showMore(): Promise<void> {
    await this.#ask(stepSize)[0];
  }

  async #showBatch(): Promise<void> {
    const hadFocus = document.activeElement === this.#more;
    await this.#ask(batchSize)[0];
    if (hadFocus && document.activeElement === this.#more) this.#focusPassed();
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

  #makeEpisodes(result: SearchResult, first: number, count: number): EpisodeResult[] {
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

  /**
   * Makes the episodes up to the `count`-th that is not shown yet.
   * @returns when each of the `count` is in the page
   */
  #ask(count: number): readonly Promise<void>[] {
    const made = this.#added.length;
    if (this.#result !== undefined)
      this.#addInTurn(this.#makeEpisodes(this.#result, made, Math.max(0, this.#shown + count - made)));
    const asked = this.#added.slice(this.#shown, this.#shown + count);
    void Promise.all(asked).then(this.#watchEnd);
    return asked;
  }

  /** Each is in the page once it has its title and those before it are there. */
  #addInTurn(episodes: readonly EpisodeResult[]): void {
    const added = this.#added;
    const signal = this.#signal;
    for (const episode of episodes) {
      const isReady = Promise.all([added.at(-1), episode.name()]);
      added.push(
        isReady.then(() => {
          if (this.#added === added && signal?.aborted === false) this.#add(episode);
        }),
      );
    }
  }

  #add(episode: EpisodeResult): void {
    const row = document.createElement("li");
    row.append(episode);
    this.#list.append(row);
    if (!episode.isLoaded) this.#nearScreen.observe(episode);
    this.#shown++;
    const rest = (this.#result?.episodes.length ?? 0) - this.#shown;
    if (rest === 0 && document.activeElement === this.#more) this.#focusPassed();
    this.#more.hidden = rest === 0;
    this.#more.replaceChildren(writeWording(wordMoreEpisodes(Math.min(rest, batchSize))));
  }

  /** From the button to the first episode that was added since it was reached. */
  #focusPassed(): void {
    this.#episodes[this.#passed]?.querySelector("a")?.focus();
  }

  #loadNear(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting) continue;
      this.#nearScreen.unobserve(target);
      void (target as EpisodeResult).load();
    }
  }

  #addNear(entries: readonly IntersectionObserverEntry[], count: number): void {
    const room = this.#added.length > this.#shown ? 0 : mostByScrolling - this.#shown;
    if (room > 0 && entries.at(-1)?.isIntersecting === true) this.#ask(Math.min(count, room));
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

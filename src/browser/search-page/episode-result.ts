import { rememberLoaded } from "../../search/api/load-files.ts";
import { addQuery } from "../../search/api/search-address.ts";
import type { ResultEpisode, ResultPassage, ResultTimes } from "../../search/api/search-api.ts";
import type { SearchLoadError } from "../../search/api/search-types.ts";
import { quoteForms } from "../../search/query/edit-query.ts";
import { cutExcerpt } from "../../text/cut-excerpt.ts";
import { wordDate } from "../../wording/interface-words.ts";
import { searchWords, wordHitCount, wordMoreHits, wordTalk } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import type { HitStrip } from "../strip/hit-strip.ts";
import { isEstimatedAt, listHeardForms, makeHitRow } from "./hit-row.ts";

/** Passages shown before a reader asks for the rest. */
const firstPassages = 3;

/** Rows made at once, so that a long list never keeps the page from answering. Measured: about 3 ms. */
const rowsAtOnce = 40;

/** Characters of the words that a strip's note shows. */
const noteLength = 24;

/**
 * `<episode-result>`: an episode of an answer with its best passages, the rest on demand. Made from the page's
 * `[data-template="episode"]`, its rows from `[data-template="hit"]`. Text is loaded when {@link load} is called; its title,
 * where the answer has none, when {@link name} is: until then it is not to be shown.
 */
export class EpisodeResult extends HTMLElement {
  #result!: ResultEpisode;
  #query = "";
  #hasAliases = true;
  #rowTemplate!: HTMLTemplateElement;
  #naming: Promise<void> | undefined;
  #loading: Promise<void> | undefined;
  #shown: readonly ResultPassage[] = [];
  #times: ResultTimes | undefined;
  /** From the episode's table, which its passages need as well. */
  #loadTimes = rememberLoaded(async (_: "times") => {
    this.#times = await this.#result.times();
    if (this.#result.title === "") this.#title.textContent = this.#times.title;
  });
  /** Every passage whose text is here, by its address. */
  #known = new Map<string, ResultPassage>();

  /** @param hasAliases the answer counts the glossary's names too */
  fill(
    result: ResultEpisode,
    { query, hasAliases }: { readonly query: string; readonly hasAliases: boolean },
    rowTemplate: HTMLTemplateElement,
  ): void {
    this.#result = result;
    this.#query = query;
    this.#hasAliases = hasAliases;
    this.#rowTemplate = rowTemplate;
    Object.assign(this.dataset, { episode: result.slug, hits: String(result.hits), tier: result.tier });
    const title = this.#title;
    // Of what sounds like the query, the episode's page marks the forms that were found, as soon as they are known.
    title.href = result.tier === "exact" ? addQuery(result.url, query, hasAliases) : result.url;
    // Below a heading of the tier's own.
    if (result.tier !== "exact") title.parentElement?.setAttribute("aria-level", "3");
    title.textContent = result.title;
    title.lang = result.language;
    this.#find("[data-count]").append(writeWording(wordHitCount(result.hits)));
    // Listed by filters alone.
    for (const part of ["[data-count]", "hit-strip"]) this.#find(part).hidden = result.hits === 0;
    const date = this.#find<HTMLTimeElement>("time");
    date.dateTime = result.date;
    date.append(writeWording(wordDate(result.date)));
    const people = this.#find("[data-people]");
    people.textContent = result.people.join("、");
    people.hidden = result.people.length === 0;
    this.#list.lang = result.language;
    for (let row = 0; row < Math.min(result.hits, firstPassages); row++) {
      this.#list.append(Object.assign(document.createElement("li"), { className: "waiting" }));
    }
    // Its room is kept until it is known whether it is needed.
    this.#more.hidden = result.hits <= firstPassages;
    this.#more.append(writeWording(wordMoreHits(result.hits)));
    this.#more.addEventListener("click", () => void this.#toggle());
  }

  get slug(): string {
    return this.#result.slug;
  }

  /** Its first passages are here, or did not load. */
  get isLoaded(): boolean {
    return this.#list.querySelector(".waiting") === null;
  }

  get isOpened(): boolean {
    return this.#more.getAttribute("aria-expanded") === "true";
  }

  get hits(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>("a[data-hit]")];
  }

  /** The links that the arrow keys lead to: the hits, or the title where there are none. */
  get stops(): HTMLAnchorElement[] {
    const { hits } = this;
    return hits.length === 0 ? [this.#title] : hits;
  }

  /**
   * Loads its title where the answer has none. Never rejects: where its table does not load it is called by its slug, and
   * {@link load} tells of the failure.
   */
  name(): Promise<void> {
    this.#naming ??=
      this.#result.title === ""
        ? this.#loadTimes("times").catch(() => {
            this.#title.textContent = this.slug;
          })
        : Promise.resolve();
    return this.#naming;
  }

  /** Loads and shows the best passages, once. Never rejects: a failure is shown with a button to try again. */
  load(): Promise<void> {
    if (this.#result.hits === 0) return Promise.resolve();
    this.#loading ??= this.#attempt(async () => {
      const times = this.#loadTimes("times");
      const [passages] = await Promise.all([this.#result.passages(firstPassages), times]);
      this.#showFirst(passages);
      this.#showTimes(passages);
    });
    return this.#loading;
  }

  /** Loads and shows every passage. Never rejects. */
  open(): Promise<void> {
    return this.#attempt(async () => {
      const shown = new Set(this.#shown.map(({ url }) => url));
      const passages = await this.#result.passages();
      this.#showTimes(passages);
      const rest = passages.filter(({ url }) => !shown.has(url)).sort((a, b) => a.start - b.start);
      this.#more.setAttribute("aria-expanded", "true");
      this.#more.replaceChildren(writeWording(searchWords.showFewer));
      for (let first = 0; first < rest.length && this.isOpened; first += rowsAtOnce) {
        this.#list.append(...rest.slice(first, first + rowsAtOnce).map((passage) => this.#makeRow(passage)));
        await new Promise((resolve) => setTimeout(resolve));
      }
    });
  }

  async #toggle(): Promise<void> {
    if (this.isOpened) {
      for (const row of [...this.#list.children].slice(this.#shown.length)) row.remove();
      this.#offerRest();
      this.scrollIntoView({ block: "nearest", behavior: "instant" });
      return;
    }
    await this.open();
    this.hits[this.#shown.length]?.focus({ preventScroll: true });
  }

  #showFirst(passages: readonly ResultPassage[]): void {
    this.#shown = passages;
    const { top, bottom } = this.getBoundingClientRect();
    // What a reader sees must not move; what is out of sight may.
    const isSeen = bottom > 0 && top < innerHeight;
    if (isSeen) this.style.minBlockSize = `${this.offsetHeight}px`;
    this.#list.replaceChildren(...passages.map((passage) => this.#makeRow(passage)));
    this.#offerRest();
  }

  /** The strip, and links to what is heard as it is known from the passages that are here. */
  #showTimes(passages: readonly ResultPassage[]): void {
    for (const passage of passages) this.#known.set(passage.url, passage);
    const forms = quoteForms([...this.#known.values()].flatMap(listHeardForms));
    if (this.#result.tier === "sound") this.#title.href = addQuery(this.#result.url, forms);
    this.#showTalk();
    const strip = this.#find<HitStrip>("hit-strip");
    if (this.#times === undefined || strip.contains(document.activeElement)) return;
    const moments = this.#times.moments.map((moment) => ({
      ...moment,
      isEstimated: isEstimatedAt(moment.url),
      href: this.#makeAddress(moment.url, this.#known.get(moment.url), forms),
    }));
    strip.lang = this.#result.language;
    strip.show({ ...this.#times, moments }, ({ url }) => {
      const passage = this.#known.get(url);
      return passage && cutExcerpt(passage.text, passage.marks, noteLength).text;
    });
  }

  /** How much of the episode is about it. What only sounds like it is not. */
  #showTalk(): void {
    const { talk = 0, duration = 0 } = this.#times ?? {};
    const part = this.#find("[data-talk]");
    part.hidden = talk === 0 || this.#result.tier === "sound";
    part.replaceChildren(...(part.hidden ? [] : [writeWording(wordTalk(talk, duration))]));
  }

  /** Where a passage's hits are opened; of one that is heard otherwise, its page marks the forms in it, where they are known. */
  #makeAddress(url: string, passage: ResultPassage | undefined, forms: string): string {
    if (this.#result.tier === "exact") return addQuery(url, this.#query, this.#hasAliases);
    return addQuery(url, passage === undefined ? forms : quoteForms(listHeardForms(passage)));
  }

  #offerRest(): void {
    const rest = this.#result.hits - this.#shown.reduce((sum, { hits }) => sum + hits, 0);
    this.#more.hidden = rest === 0;
    this.#more.setAttribute("aria-expanded", "false");
    this.#more.replaceChildren(writeWording(wordMoreHits(rest)));
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      // Aborted: another search has begun and this result is about to go.
      if ((error as Error).name !== "AbortError") this.#showFailure(error, act);
    }
  }

  #showFailure(error: unknown, act: () => Promise<void>): void {
    for (const row of this.#list.querySelectorAll(".waiting")) row.remove();
    const row = Object.assign(document.createElement("li"), { className: "failed" });
    const message = document.createElement("span");
    message.setAttribute("role", "alert");
    const isPublishedAnew = (error as Partial<SearchLoadError>).isPublishedAnew === true;
    message.append(writeWording(isPublishedAnew ? searchWords.publishedAnew : searchWords.passagesFailed));
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button" });
    button.append(writeWording(searchWords.tryAgain));
    button.addEventListener("click", () => {
      row.remove();
      void this.#attempt(act);
    });
    row.append(message, button);
    this.#list.append(row);
  }

  #makeRow(passage: ResultPassage): Node {
    const isSound = this.#result.tier === "sound";
    return makeHitRow(this.#rowTemplate, passage, this.#makeAddress(passage.url, passage, ""), isSound);
  }

  get #title(): HTMLAnchorElement {
    return this.#find("[data-title]");
  }

  get #list(): HTMLOListElement {
    return this.#find("[data-places]");
  }

  get #more(): HTMLButtonElement {
    return this.#find("[data-more]");
  }

  #find<T extends HTMLElement>(selector: string): T {
    return this.querySelector<T>(selector) as T;
  }
}

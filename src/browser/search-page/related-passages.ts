import { addQuery } from "../../search/api/search-address.ts";
import type { ResultRelated, SearchResult } from "../../search/api/search-api.ts";
import { holdTogether } from "../../search/query/edit-query.ts";
import { formatTime } from "../../text/time.ts";
import { searchWords, wordRelated, wordSaid } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { isEstimatedAt, writeExcerpt } from "./hit-row.ts";

/** Passages shown at first: what a screen holds. Each is a text file of 4 KB, about. Chosen. */
const firstPassages = 5;
/** Passages that are added as a reader comes near the end, and with each press on "more". Chosen. */
const batchSize = 10;

/** A query whose exact answer is shown, and how to ask for the passages nearest to it. */
export interface RelatedQuestion {
  /** Rejects as the search does. */
  search(signal: AbortSignal): Promise<SearchResult>;
  /** Aborted when another query takes its place. */
  readonly signal: AbortSignal;
}

/**
 * `<related-passages>`: the passages nearest to a question, of all episodes in one list (`[data-tier="related"]`, each a
 * link made from `[data-template="related"]`). Its state is `data-state`; how many there are goes to `data-related` of
 * `<main>`.
 */
export class RelatedPassages extends HTMLElement {
  #question: RelatedQuestion | undefined;
  #passages: readonly ResultRelated[] = [];
  #result: SearchResult | undefined;

  /** Adds the second batch by itself; the others are asked for. */
  readonly #nearEnd = new IntersectionObserver((entries) => {
    const isNear = entries.at(-1)?.isIntersecting === true;
    if (isNear && this.#passages.length === firstPassages) void this.showMore();
  });

  connectedCallback(): void {
    this.#nearEnd.observe(this.#more);
    this.#more.addEventListener("click", () => void this.showMore());
    this.#retry.addEventListener("click", () => {
      if (this.#question !== undefined) void this.answer(this.#question);
    });
  }

  /** Where the arrow keys lead. */
  get stops(): HTMLAnchorElement[] {
    return [...this.#list.querySelectorAll<HTMLAnchorElement>("a[data-hit]")];
  }

  clear(): void {
    this.#question = undefined;
    this.#result = undefined;
    this.#passages = [];
    this.#list.replaceChildren();
    this.#tell("none", 0);
  }

  /** Shows the first passages. Resolves to how many there are in all. Never rejects: a failure is told with a button. */
  async answer(question: RelatedQuestion): Promise<number> {
    this.clear();
    this.#question = question;
    this.#tell("loading", 0);
    let hits = 0;
    await this.#attempt(async () => {
      const result = await question.search(question.signal);
      hits = result.totals.related?.hits ?? 0;
      this.#result = result;
      await this.#show(hits, firstPassages);
    });
    return hits;
  }

  /** Never rejects, as {@link answer}. */
  showMore(): Promise<void> {
    return this.#attempt(() => this.#showNext());
  }

  async #showNext(): Promise<void> {
    const hits = this.#result?.totals.related?.hits ?? 0;
    const next = this.#passages.length;
    if (this.#result === undefined || next >= hits) return;
    const hadFocus = document.activeElement === this.#more;
    await this.#show(hits, next + batchSize);
    if (hadFocus) this.stops[next]?.focus();
  }

  async #show(hits: number, count: number): Promise<void> {
    const shown = this.#passages.length;
    const passages = (await this.#result?.related(count)) ?? [];
    if (this.#question?.signal.aborted !== false) return;
    this.#passages = passages;
    this.#list.append(...passages.slice(shown).map((passage) => this.#makeLink(passage)));
    this.#more.hidden = passages.length >= hits;
    this.#status.replaceChildren(writeWording(wordRelated(hits)));
    this.#tell(hits === 0 ? "empty" : "ready", hits);
  }

  #makeLink(passage: ResultRelated): Node {
    const { slug, title, url, start, speaker, said, unsaid } = passage;
    const link = document.importNode(this.#template.content, true);
    const anchor = link.querySelector("a") as HTMLAnchorElement;
    // The page that it leads to marks the words that stand there.
    anchor.href = addQuery(url, said.map(holdTogether).join(" "));
    Object.assign(anchor.dataset, { slug, start: String(start) });
    const find = (part: string) => anchor.querySelector(part) as HTMLElement;
    const episode = this.#result?.episodes.find((own) => own.slug === slug && own.tier === "related");
    find("[data-title]").textContent = title;
    anchor.lang = episode?.language ?? "";
    find(".time").textContent = formatTime(start, isEstimatedAt(url));
    find(".speaker").textContent = speaker ?? "";
    find(".speaker").hidden = speaker === undefined;
    writeExcerpt(anchor, passage);
    for (const [part, words, label] of [
      ["[data-said]", said, searchWords.saidThere],
      ["[data-unsaid]", unsaid, searchWords.unsaidThere],
    ] as const) {
      find(part).hidden = words.length === 0;
      find(part).append(writeWording(wordSaid(label, words)));
    }
    return link;
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      // Aborted: another search has begun.
      if ((error as Error).name !== "AbortError") this.#tell("failed", this.#passages.length);
    }
  }

  #tell(state: "none" | "loading" | "ready" | "empty" | "failed", hits: number): void {
    this.dataset["state"] = state;
    const main = this.closest("main");
    if (main !== null) main.dataset["related"] = String(hits);
  }

  get #list(): HTMLElement {
    return this.querySelector('[data-tier="related"]') as HTMLElement;
  }

  get #more(): HTMLButtonElement {
    return this.querySelector("[data-more-related]") as HTMLButtonElement;
  }

  get #retry(): HTMLButtonElement {
    return this.querySelector("[data-related-retry]") as HTMLButtonElement;
  }

  get #status(): HTMLElement {
    return this.querySelector("[data-related-status]") as HTMLElement;
  }

  get #template(): HTMLTemplateElement {
    return this.closest("search-page")?.querySelector('[data-template="related"]') as HTMLTemplateElement;
  }
}

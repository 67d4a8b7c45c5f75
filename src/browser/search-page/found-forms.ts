import type { SearchResult } from "../../search/api/search-api.ts";
import type { FoundForm } from "../../search/api/search-types.ts";
import { keepWords } from "../../search/query/edit-query.ts";
import { formatCount } from "../../text/format-count.ts";
import { searchWords, wordUnlikelyForms, wordVariantHits } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { type FormGroup, groupForms } from "./decide-sound.ts";
import type { ResultsView } from "./search-memory.ts";
import type { SearchResults } from "./search-results.ts";

/** Asks a tier for all of its places, or for those in some writings alone. Rejects as the search does. */
export type AskForms = (signal: AbortSignal, forms?: readonly string[]) => Promise<SearchResult>;

/** What a tier found, and how to ask for a part of it. */
export interface TierAnswer {
  readonly result: SearchResult;
  readonly search: AskForms;
  /** Aborted when another query takes its place. */
  readonly signal: AbortSignal;
}

/**
 * `<found-forms data-tier="variant">`: a tier whose places are written in several ways, with a line of those ways
 * (`[data-form-list]`), each with its count, and a `<search-results>` of its own for the one that is chosen: one look judges
 * 39 places. It shows the likely ones unasked; what is only another word waits for a press. How many places it shows goes
 * to `data-variant-hits` or `data-sound-hits` of `<main>`.
 */
export class FoundForms extends HTMLElement {
  #found: TierAnswer | undefined;
  #chosen: FormGroup | undefined;
  #choices = new Map<FormGroup, HTMLButtonElement>();
  /** Of the newest choice. */
  #choice = new AbortController();

  get results(): SearchResults {
    return this.querySelector("search-results") as SearchResults;
  }

  get tier(): FoundForm["tier"] {
    return this.dataset["tier"] === "sound" ? "sound" : "variant";
  }

  /** What a reader has before them; undefined where no place is shown. */
  describeView(): ResultsView | undefined {
    const chosen = this.#chosen;
    return chosen === undefined ? undefined : { ...this.results.describeView(), forms: chosen.forms };
  }

  clear(): void {
    this.#reset();
  }

  #reset(): void {
    this.#choice.abort();
    this.#found = undefined;
    this.#chosen = undefined;
    this.#choices.clear();
    this.results.clear();
    for (const row of this.querySelectorAll("[data-form-list]")) row.replaceChildren();
    this.tell(0);
  }

  /**
   * Shows a tier's writings, and the places of those that are likely or that a reader had chosen. Rejects as the search
   * does.
   */
  async show(found: TierAnswer, view?: ResultsView): Promise<void> {
    this.#reset();
    this.#found = found;
    const own = found.result.forms.filter(({ tier }) => tier === this.tier);
    const hits = found.result.totals[this.tier]?.hits ?? 0;
    const { likely, unlikely } = groupForms(own, hits, this.tier === "variant");
    const language = found.result.episodes[0]?.language ?? "";
    const [first, second] = this.querySelectorAll<HTMLElement>("[data-form-list]");
    first?.replaceChildren(...likely.map((group) => this.#makeChoice(group, language)));
    if (unlikely.length > 0) {
      const label = document.createElement("span");
      const count = unlikely.reduce((sum, group) => sum + group.hits, 0);
      label.append(writeWording(wordUnlikelyForms(count, keepWords(found.result.query), likely.length > 0)));
      second?.replaceChildren(label, ...unlikely.map((group) => this.#makeChoice(group, language)));
    }
    const wanted = [...likely, ...unlikely].find(
      ({ forms }) => view?.forms !== undefined && forms.join() === view.forms.join(),
    );
    const group = wanted ?? likely[0];
    if (group !== undefined) await this.#choose(group, view);
  }

  /** How many places are shown. */
  protected tell(hits: number): void {
    this.hidden = hits === 0;
    this.tellMain(hits);
  }

  protected tellMain(hits: number): void {
    const main = this.closest("main");
    if (main !== null) main.dataset[`${this.tier}Hits`] = String(hits);
  }

  #makeChoice(group: FormGroup, language: string): HTMLButtonElement {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "chip" });
    button.setAttribute("aria-pressed", "false");
    this.#choices.set(group, button);
    const name = document.createElement("span");
    if (group.kind === "form") {
      name.lang = language;
      name.textContent = group.forms[0] ?? "";
    } else name.append(writeWording(group.kind === "all" ? searchWords.allForms : searchWords.otherForms));
    const count = Object.assign(document.createElement("span"), { className: "count" });
    count.textContent = formatCount(group.hits);
    button.append(name, count);
    button.addEventListener("click", () => {
      void this.#choose(group).catch(() => this.fail());
    });
    return button;
  }

  /** The places of a choice did not load. */
  protected fail(): void {
    this.clear();
  }

  async #choose(group: FormGroup, view?: ResultsView): Promise<void> {
    if (this.#found === undefined) return;
    this.#choice.abort();
    this.#choice = new AbortController();
    const { result, search, signal } = this.#found;
    const own = AbortSignal.any([signal, this.#choice.signal]);
    this.#chosen = group;
    for (const button of this.querySelectorAll<HTMLButtonElement>("[data-form-list] button"))
      button.setAttribute("aria-pressed", String(button === this.#choices.get(group)));
    const total = result.totals[this.tier]?.hits;
    try {
      const chosen = group.hits === total ? result : await search(own, group.forms);
      if (own.aborted) return;
      this.tell(group.hits);
      await this.results.show(chosen, own, view);
    } catch (error) {
      if (!own.aborted) throw error;
    }
  }
}

/**
 * `<written-otherwise>`: where a query is said in another writing, below where it stands as typed. It is there only where
 * it has places.
 */
export class WrittenOtherwise extends FoundForms {
  /**
   * Takes the place of the last answer. Never rejects: without it what is shown is right, and a file that does not load
   * is told of by the exact tier, which needs the same ones.
   * @param asked aborted when another query takes its place
   * @param pauseMs waited for before it is asked: letters that are half typed may be pinyin of anything
   */
  async answer(query: string, search: AskForms, asked: AbortSignal, pauseMs: number): Promise<void> {
    try {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (asked.aborted) return;
      const result = await search(asked);
      if (asked.aborted) return;
      const { hits = 0, episodes = 0 } = result.totals.variant ?? {};
      if (hits === 0) {
        this.clear();
        return;
      }
      const status = this.querySelector("[data-variant-status]") as HTMLElement;
      status.replaceChildren(writeWording(wordVariantHits(hits, episodes, query)));
      await this.show({ result, search, signal: asked });
    } catch {
      if (!asked.aborted) this.clear();
    }
  }
}

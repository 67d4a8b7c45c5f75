import type { SearchResult } from "../../search/api/search-api.ts";
import type { Wording } from "../../wording/interface-words.ts";
import { wordNoSounds, wordSoundHits, wordSoundOffer, wordSoundSearch } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { decideSound, rememberSound, type SoundOccasion } from "./decide-sound.ts";
import { waitingWordMs } from "./describe-status.ts";
import type { ResultsView } from "./search-memory.ts";
import type { SearchResults } from "./search-results.ts";

type SoundState = "none" | "off" | "offered" | "loading" | "ready" | "empty" | "failed";

/** A query whose exact answer is shown, and how to ask for what sounds like it. */
export interface SoundQuestion extends SoundOccasion {
  /** Rejects as the search does. */
  search(signal: AbortSignal): Promise<SearchResult>;
  /** Aborted when another query takes its place. */
  readonly signal: AbortSignal;
  /** How a reader had left the tier; absent where it was not open. */
  readonly view?: ResultsView;
}

/**
 * `<sounds-like>` with its switch, its offer, a `<search-results>` of its own and a button to try again: what sounds
 * like a query, below what is written so. Its state is `data-state`; the count goes to `data-sound-hits` of `<main>`.
 */
export class SoundsLike extends HTMLElement {
  #question: SoundQuestion | undefined;
  /** Of the newest attempt; the switch aborts it as well. */
  #current = new AbortController();

  connectedCallback(): void {
    this.#switch.addEventListener("change", () => {
      rememberSound(this.isOn);
      void this.#begin();
    });
    for (const button of [this.#offer, this.#retry]) {
      button.addEventListener("click", () => {
        // The button goes away and would take the focus with it.
        this.#heading.tabIndex = -1;
        if (this.#question !== undefined) void this.#ask(this.#question);
        this.#heading.focus({ preventScroll: true });
      });
    }
  }

  disconnectedCallback(): void {
    this.#current.abort();
  }

  get isOn(): boolean {
    return this.#switch.checked;
  }

  set isOn(isOn: boolean) {
    this.#switch.checked = isOn;
  }

  get results(): SearchResults {
    return this.#find("search-results");
  }

  /** What a reader has before them of the tier; undefined where it is not open. */
  describeView(): ResultsView | undefined {
    return this.dataset["state"] === "ready" ? this.results.describeView() : undefined;
  }

  clear(): void {
    this.#question = undefined;
    this.#show("none");
  }

  /** Takes the place of the last question. Never rejects: a failure is told with a button to try again. */
  answer(question: SoundQuestion): Promise<void> {
    this.#question = question;
    return this.#begin(question.view);
  }

  async #begin(view?: ResultsView): Promise<void> {
    const question = this.#question;
    const decision = question === undefined ? "none" : decideSound(question);
    if (question === undefined || decision === "none") this.#show("none");
    else if (!this.isOn) this.#show("off");
    else if (decision === "ask" || view !== undefined) await this.#ask(question, view);
    else {
      this.#offer.replaceChildren(writeWording(wordSoundOffer(question.query)));
      this.#show("offered");
    }
  }

  async #ask(question: SoundQuestion, view?: ResultsView): Promise<void> {
    this.#show("loading");
    const signal = AbortSignal.any([question.signal, this.#current.signal]);
    const waiting = setTimeout(() => this.#say(wordSoundSearch(question.query)), waitingWordMs);
    try {
      const result = await question.search(signal);
      await this.results.show(result, signal, view);
      if (signal.aborted) return;
      clearTimeout(waiting);
      const hits = result.totals.sound?.hits ?? 0;
      this.#tell(hits === 0 ? "empty" : "ready", hits);
      this.#say(
        hits === 0
          ? wordNoSounds(question.query)
          : wordSoundHits(hits, question.query, question.exactHits > 0),
      );
      if (view !== undefined) this.results.restorePlace(view);
    } catch {
      if (!signal.aborted) this.#show("failed");
    } finally {
      clearTimeout(waiting);
    }
  }

  /** Shows a state without an answer. */
  #show(state: Exclude<SoundState, "ready" | "empty">): void {
    this.#current.abort();
    this.#current = new AbortController();
    this.results.clear();
    this.#say();
    this.#tell(state, 0);
  }

  #tell(state: SoundState, hits: number): void {
    this.dataset["state"] = state;
    (this.closest("main") as HTMLElement).dataset["soundHits"] = String(hits);
  }

  #say(wording?: Wording): void {
    this.#find("[data-sound-status]").replaceChildren(
      ...(wording === undefined ? [] : [writeWording(wording)]),
    );
  }

  get #heading(): HTMLElement {
    return this.#find("h2");
  }

  get #switch(): HTMLInputElement {
    return this.#find("[data-sound-switch]");
  }

  get #offer(): HTMLButtonElement {
    return this.#find("[data-sound-offer]");
  }

  get #retry(): HTMLButtonElement {
    return this.#find("[data-sound-retry]");
  }

  #find<T extends HTMLElement>(selector: string): T {
    return this.querySelector<T>(selector) as T;
  }
}

import type { Wording } from "../../wording/interface-words.ts";
import { wordNoSounds, wordSoundHits, wordSoundOffer, wordSoundSearch } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { decideSound, rememberSound, type SoundOccasion } from "./decide-sound.ts";
import { waitingWordMs } from "./describe-status.ts";
import { type AskForms, FoundForms } from "./found-forms.ts";
import type { ResultsView } from "./search-memory.ts";

/** `folded`: all that was found is likely another word, and waits for a press. `waiting`: for a reader to come near. */
type SoundState =
  | "none"
  | "off"
  | "offered"
  | "waiting"
  | "loading"
  | "ready"
  | "folded"
  | "empty"
  | "failed";

/** A query whose exact answer is shown, and how to ask for what sounds like it. */
export interface SoundQuestion extends SoundOccasion {
  readonly search: AskForms;
  readonly isNarrowed: boolean;
  /** Aborted when another query takes its place. */
  readonly signal: AbortSignal;
  /** How long the query stands before its sounds are looked for: between keys it is not whole yet. */
  readonly pauseMs: number;
  /** How a reader had left the tier; absent where it was not open. */
  readonly view?: ResultsView;
}

/**
 * `<sounds-like data-tier="sound">` with its switch, its offer and a button to try again: what sounds like a query, below
 * what is written so. Its state is `data-state`.
 */
export class SoundsLike extends FoundForms {
  #question: SoundQuestion | undefined;
  /** Of the newest attempt; the switch aborts it as well. */
  #current = new AbortController();
  #onScreen = new IntersectionObserver((entries) => {
    const isSeen = entries.some(({ isIntersecting }) => isIntersecting);
    if (isSeen && this.dataset["state"] === "waiting" && this.#question !== undefined)
      void this.#ask(this.#question);
  });

  connectedCallback(): void {
    this.#onScreen.observe(this);
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
    this.#onScreen.disconnect();
    this.#current.abort();
  }

  get isOn(): boolean {
    return this.#switch.checked;
  }

  set isOn(isOn: boolean) {
    this.#switch.checked = isOn;
  }

  override clear(): void {
    this.#question = undefined;
    this.#showState("none");
  }

  /** Takes the place of the last question. Never rejects: a failure is told with a button to try again. */
  answer(question: SoundQuestion): Promise<void> {
    this.#question = question;
    return this.#begin(question.view);
  }

  async #begin(view?: ResultsView): Promise<void> {
    const question = this.#question;
    const decision = question === undefined ? "none" : decideSound(question);
    if (question === undefined || decision === "none") this.#showState("none");
    else if (!this.isOn) this.#showState("off");
    else if (view !== undefined) await this.#ask(question, view);
    else if (decision === "offer") {
      this.#offer.replaceChildren(writeWording(wordSoundOffer(question.query)));
      this.#showState("offered");
    } else {
      if (question.pauseMs > 0) {
        this.#showState("none");
        await new Promise((resolve) => setTimeout(resolve, question.pauseMs));
        if (question.signal.aborted || question !== this.#question || !this.isOn) return;
      }
      if (decision === "ask") await this.#ask(question);
      else this.#waitForReader();
    }
  }

  #waitForReader(): void {
    this.#showState("waiting");
    // Where it is near already, it is told of only when it is observed anew.
    this.#onScreen.unobserve(this);
    this.#onScreen.observe(this);
  }

  async #ask(question: SoundQuestion, view?: ResultsView): Promise<void> {
    this.#showState("loading");
    const signal = AbortSignal.any([question.signal, this.#current.signal]);
    const waiting = setTimeout(() => this.#say(wordSoundSearch(question.query)), waitingWordMs);
    try {
      const result = await question.search(signal);
      if (signal.aborted) return;
      clearTimeout(waiting);
      const likely = result.forms.filter((own) => own.tier === "sound" && own.isLikely);
      const hits = likely.reduce((sum, own) => sum + own.hits, 0);
      const isEmpty = (result.totals.sound?.hits ?? 0) === 0;
      this.#say(
        isEmpty
          ? wordNoSounds(question.query, question.isNarrowed)
          : hits === 0
            ? undefined
            : wordSoundHits(hits, question.query, question.exactHits > 0),
      );
      this.dataset["state"] = isEmpty ? "empty" : "folded";
      await this.show({ result, search: question.search, signal }, view);
      if (!signal.aborted && view !== undefined) this.results.restorePlace(view);
    } catch {
      if (!signal.aborted) this.#showState("failed");
    } finally {
      clearTimeout(waiting);
    }
  }

  protected override tell(hits: number): void {
    this.tellMain(hits);
    if (hits > 0) this.dataset["state"] = "ready";
  }

  protected override fail(): void {
    this.#showState("failed");
  }

  /** Shows a state without an answer. */
  #showState(state: Exclude<SoundState, "ready" | "folded" | "empty">): void {
    this.#current.abort();
    this.#current = new AbortController();
    super.clear();
    this.#say();
    this.dataset["state"] = state;
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

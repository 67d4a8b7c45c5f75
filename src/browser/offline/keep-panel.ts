import type { Recording } from "../../model/recording.ts";
import { makePageAddress } from "../../model/site-address.ts";
import type { Wording } from "../../wording/interface-words.ts";
import {
  keepFaultWords,
  offlineWords,
  wordEvicted,
  wordKeeping,
  wordKept,
  wordSized,
} from "../../wording/offline-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { KeepError, type KeepSize } from "./keep-job.ts";
import { KeptEpisodes } from "./kept-episodes.ts";
import type { StoredSet } from "./kept-sets.ts";
import { makeButton, makeLine } from "./make-parts.ts";

/** The panel of each element that has opened one. */
const opened = new WeakMap<HTMLElement, KeepPanel>();

/** What `<keep-episode>` shows: how large the episode is, how far it has come, and that it is kept. */
export class KeepPanel {
  readonly #host: HTMLElement;
  readonly #kept: KeptEpisodes;
  readonly #lifetime: AbortSignal;
  readonly #status = document.createElement("p");
  readonly #rest = document.createElement("div");
  #isBusy = false;

  private constructor(host: HTMLElement, lifetime: AbortSignal) {
    this.#host = host;
    this.#lifetime = lifetime;
    this.#kept = new KeptEpisodes(host.dataset["root"] ?? "/");
    this.#status.setAttribute("role", "status");
    this.#status.tabIndex = -1;
    this.#rest.className = "rest";
    this.#part("[data-panel]").replaceChildren(this.#status, this.#rest);
  }

  /** Shows what is kept; where the button was pressed and nothing is, what can be. */
  static async open(host: HTMLElement, isPressed: boolean, lifetime: AbortSignal): Promise<void> {
    const panel = opened.get(host) ?? new KeepPanel(host, lifetime);
    opened.set(host, panel);
    if (!panel.#isBusy) await panel.#tryTo(() => panel.#begin(isPressed));
  }

  #part(selector: string): HTMLElement {
    return this.#host.querySelector(selector) as HTMLElement;
  }

  /** Absolute address of the recording, as the player asks for it. */
  get #audio(): string | undefined {
    const text = document.querySelector("[data-recording]")?.textContent;
    if (text == null) return undefined;
    return new URL((JSON.parse(text) as Recording).url, location.href).href;
  }

  get #episode() {
    const { slug = "", title = "" } = this.#host.dataset;
    return { slug, title };
  }

  async #begin(isPressed: boolean): Promise<void> {
    const { slug } = this.#episode;
    const set = KeptEpisodes.isPossible ? await this.#kept.find(slug) : undefined;
    if (set !== undefined) return this.#showKept(set, wordKept(set.time, set.audio !== undefined));
    if (isPressed) return this.#offer();
    this.#tell(wordEvicted(1));
    this.#fill(makeButton(offlineWords.keepAgain, () => this.#tryTo(() => this.#offer())));
  }

  /** Says how large it is, before anything is loaded. */
  async #offer(): Promise<void> {
    this.#tell(offlineWords.measuring);
    this.#fill();
    const size = await this.#kept.measure(this.#episode.slug, this.#audio);
    this.#tell(size.audio === undefined ? offlineWords.keepHelp : offlineWords.keepHelpAudio);
    const { audio, texts } = size;
    const keepTexts = audio === undefined ? offlineWords.keep : offlineWords.keepTexts;
    const choices = [
      ...(audio === undefined
        ? []
        : [
            makeButton(wordSized(offlineWords.keepAudio, texts + audio), () => this.#keep(size, this.#audio)),
          ]),
      makeButton(wordSized(keepTexts, texts), () => this.#keep(size, undefined)),
      makeButton(offlineWords.cancel, () => this.#close(), "quiet"),
    ];
    this.#fill(...(size.isAudioRefused ? [makeLine(offlineWords.audioRefused)] : []), ...choices);
    choices[0]?.focus();
  }

  async #keep({ texts, audio: audioBytes = 0 }: KeepSize, audio: string | undefined): Promise<void> {
    const stop = new AbortController();
    const bytes = texts + (audio === undefined ? 0 : audioBytes);
    const tellProgress = (loaded: number) => this.#showProgress(wordKeeping(loaded, bytes));
    this.#tell(wordKeeping(0, bytes));
    const cancel = makeButton(offlineWords.cancel, () => stop.abort(), "quiet");
    this.#fill(cancel);
    cancel.focus();
    await this.#tryTo(async () => {
      const { signal } = stop;
      try {
        // A page that is left stops it: the router ends the element, and nobody would see it go on.
        this.#lifetime.addEventListener("abort", () => stop.abort(), { signal });
        const isPromised = await this.#kept.keep(
          { ...this.#episode, audio },
          { onProgress: tellProgress, signal },
        );
        const set = await this.#kept.find(this.#episode.slug);
        if (set !== undefined) this.#showKept(set, wordKept(set.time, audio !== undefined), isPromised);
        this.#status.focus();
      } catch (error) {
        if (!signal.aborted) throw error;
        this.#close();
      }
    });
  }

  #showKept({ slug = "" }: StoredSet, wording: Wording, isPromised = true): void {
    this.#part("button").hidden = true;
    this.#tell(wording);
    const list = document.createElement("a");
    list.href = makePageAddress(this.#host.dataset["root"] ?? "/", "kept");
    list.append(writeWording(offlineWords.list));
    const remove = makeButton(offlineWords.remove, () => this.#tryTo(() => this.#remove(slug)), "quiet");
    this.#fill(...(isPromised ? [] : [makeLine(offlineWords.unpromised)]), list, remove);
    if (navigator.onLine) void this.#lookForNews(slug);
  }

  async #lookForNews(slug: string): Promise<void> {
    // Without a network there is no news.
    const news = await this.#kept.compare().catch(() => undefined);
    if (news?.changed.includes(slug) !== true || this.#isBusy) return;
    const renew = makeButton(offlineWords.renew, () => this.#tryTo(() => this.#renew()));
    this.#rest.prepend(makeLine(offlineWords.changed), renew);
  }

  async #renew(): Promise<void> {
    const onProgress = (loaded: number) => this.#showProgress(wordKeeping(loaded, 0));
    await this.#kept.renew({ onProgress, signal: this.#lifetime });
    const set = await this.#kept.find(this.#episode.slug);
    if (set !== undefined) this.#showKept(set, offlineWords.renewed);
    this.#status.focus();
  }

  async #remove(slug: string): Promise<void> {
    await this.#kept.remove(slug);
    this.#tell(offlineWords.removed);
    this.#fill();
    this.#part("button").hidden = false;
    this.#part("button").focus();
  }

  #close(): void {
    this.#status.replaceChildren();
    this.#fill();
    this.#part("button").focus();
  }

  /** Does one thing at a time, and says why where it fails. */
  async #tryTo(work: () => unknown): Promise<void> {
    this.#isBusy = true;
    try {
      await work();
    } catch (error) {
      if (this.#lifetime.aborted) return;
      this.#tell(keepFaultWords[error instanceof KeepError ? error.fault : "broken"]);
      this.#fill(makeButton(offlineWords.tryAgain, () => this.#tryTo(() => this.#begin(true))));
      this.#status.focus();
    } finally {
      this.#isBusy = false;
    }
  }

  #showProgress(wording: Wording): void {
    // Heard once, not a hundred times: the sentence of a status that only counts on is not read out anew.
    this.#status.setAttribute("aria-live", "off");
    this.#status.replaceChildren(writeWording(wording));
  }

  #tell(wording: Wording): void {
    this.#status.removeAttribute("aria-live");
    this.#status.replaceChildren(writeWording(wording));
  }

  #fill(...parts: readonly HTMLElement[]): void {
    this.#rest.replaceChildren(...parts);
  }
}

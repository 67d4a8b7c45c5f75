import type { Recording } from "../../model/recording.ts";
import { playerWords, wordListenFrom } from "../../wording/player-words.ts";
import { readSetting } from "../interface/remember-setting.ts";
import { whenAddressed } from "../interface/router.ts";
import { writeWording } from "../interface/write-wording.ts";
import { type EpisodePlayer, isShown } from "./episode-player.ts";
import type { Playback } from "./playback.ts";
import { recallPosition } from "./position-memory.ts";
import { SpeechFollower } from "./speech-follower.ts";

/** Whether the reader has only loaded this page anew; no longer once they have gone anywhere from it. */
let isReload = isLoadedAnew();
for (const event of ["astro:before-swap", "tingsuo:popstate"])
  document.addEventListener(event, () => {
    isReload = false;
  });

/**
 * Why a moment is opened: a link on the page was pressed, one on another page of the site was followed (a hit, a
 * mention, a chapter), the page was opened by its address, or the reader came back to it.
 */
export type MomentCause = "press" | "follow" | "arrival" | "return";

/**
 * `<listen-button>` around a button, the episode's `[data-recording]` as JSON and the player's parts: what the
 * page of an episode is to the player. It offers its recording where nothing else is being listened to, takes it
 * to the moments that the page's links ask for, and lets the transcript follow.
 */
export class ListenButton extends HTMLElement {
  #lifetime = new AbortController();
  #recording!: Recording;
  #playback!: Playback;
  #follower: SpeechFollower | undefined;
  /** Where the button begins, while the player is busy with another episode. Seconds. */
  #start = 0;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    whenAddressed(() => this.#begin(), this.#lifetime.signal);
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
    this.#follower?.end();
  }

  /**
   * Takes the recording to a moment (seconds). A press plays it, and so does a link that was followed, unless the
   * reader wants quiet; else it waits there for a press. What plays goes on from there, and is left alone where the
   * reader only came back.
   */
  openMoment(seconds: number, cause: MomentCause): void {
    if (cause === "press") {
      this.#listenFrom(seconds);
      return;
    }
    if (cause === "return" && this.#playback.isWanted) return;
    if (cause === "follow" && this.#mayBegin) {
      this.#listenFrom(seconds, "follow");
      return;
    }
    // Whoever loads the page anew goes on where they were, whatever moment its address names.
    if (isReload && recallPosition(this.#recording.page) !== undefined) return;
    this.#start = seconds;
    if (isShown(this.#playback, this.#recording)) this.#playback.seek(seconds);
    this.#show();
  }

  /** Lights moments of the page (seconds) on the bar. */
  showHits(moments: readonly number[]): void {
    this.#player.showHits(this.#recording.page, moments);
  }

  #begin(): void {
    const { signal } = this.#lifetime;
    this.#recording = JSON.parse(this.querySelector("[data-recording]")?.textContent ?? "") as Recording;
    this.#playback = this.#player.open(this.querySelector("template") as HTMLTemplateElement);
    this.#start = recallPosition(this.#recording.page) ?? 0;
    const isBusy = this.#playback.isWanted && !this.#playback.audio.ended;
    if (!isBusy) this.#playback.load(this.#recording, this.#start);
    this.#player.showHits(this.#recording.page, []);
    this.querySelector("button")?.addEventListener("click", () => this.#press(), { signal });
    for (const event of ["play", "pause", "seeked", "emptied"])
      this.#playback.audio.addEventListener(event, () => this.#show(), { signal });
    this.#playback.addEventListener("recording", () => this.#show(), { signal });
    this.#follower = new SpeechFollower(this.#player, this.#playback, this.#recording.page);
    this.#show();
  }

  #press(): void {
    if (isShown(this.#playback, this.#recording)) this.#playback.toggle();
    else this.#listenFrom(this.#start);
  }

  #listenFrom(seconds: number, cause: "press" | "follow" = "press"): void {
    if (isShown(this.#playback, this.#recording)) this.#playback.seek(seconds);
    else this.#playback.load(this.#recording, seconds);
    void (cause === "press" ? this.#playback.play() : this.#playback.tryToPlay());
    // No event tells of a place where nothing is loaded yet.
    this.#show();
  }

  /** Whether sound may begin because a link was followed. What is paused stays so: its reader wants quiet. */
  get #mayBegin(): boolean {
    return readSetting("follow") !== "quiet" && !this.#playback.isHushed;
  }

  #show(): void {
    const isOurs = isShown(this.#playback, this.#recording);
    const isPlaying = isOurs && this.#playback.isPlaying;
    const start = isOurs ? this.#playback.place : this.#start;
    const isBetween = start >= 1 && start < this.#recording.duration - 1;
    const wording = isPlaying ? playerWords.pause : isBetween ? wordListenFrom(start) : playerWords.listen;
    this.toggleAttribute("data-playing", isPlaying);
    this.querySelector("[data-label]")?.replaceChildren(writeWording(wording));
  }

  get #player(): EpisodePlayer {
    return document.querySelector("episode-player") as EpisodePlayer;
  }
}

function isLoadedAnew(): boolean {
  const [load] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return load?.type === "reload" && new URL(load.name).pathname === location.pathname;
}

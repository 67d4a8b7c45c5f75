import type { Recording } from "../../model/recording.ts";
import { findLastNotAfter } from "../../text/find-last.ts";
import type { Wording } from "../../wording/interface-words.ts";
import { playerWords } from "../../wording/player-words.ts";
import { findFault } from "./find-fault.ts";
import { rememberPosition } from "./position-memory.ts";

/** How long a recording may keep silent before a reader is told that it is slow. Chosen. */
const patienceMs = 4000;

/** How often the position is written down while it plays. */
const noteEveryMs = 5000;

/** What the player has to tell. */
export interface PlayerStatus {
  readonly wording: Wording;
  /** True where trying again may help. */
  readonly canRetry: boolean;
}

/**
 * One `<audio>` and the episode in it. Nothing is loaded before {@link play}. Tells of changes by events of its
 * own, `recording` (another episode, or none) and `status`; everything else is told by the audio's events.
 */
export class Playback extends EventTarget {
  readonly audio: HTMLAudioElement;
  #recording: Recording | undefined;
  #isWanted = false;
  #isHushed = false;
  #status: PlayerStatus | undefined;
  /** Where to begin once the audio is there; not every browser keeps a place that is set before. Seconds. */
  #start: number | undefined;
  #patience: ReturnType<typeof setTimeout> | undefined;
  #notedAt = 0;

  constructor(audio: HTMLAudioElement) {
    super();
    this.audio = audio;
    audio.preload = "none";
    audio.addEventListener("play", () => this.#wait());
    audio.addEventListener("waiting", () => this.#wait());
    audio.addEventListener("playing", () => this.#tell(undefined));
    audio.addEventListener("pause", () => this.#rest());
    audio.addEventListener("timeupdate", () => this.#note());
    audio.addEventListener("error", () => void this.#fail());
    audio.addEventListener("loadedmetadata", () => this.#takeStart());
    addEventListener("pagehide", () => this.rememberPlace());
  }

  get recording(): Recording | undefined {
    return this.#recording;
  }

  /** Whether somebody has pressed play on this recording. */
  get isWanted(): boolean {
    return this.#isWanted;
  }

  /** Whether the reader's last word was to stop: pause, or close. */
  get isHushed(): boolean {
    return this.#isHushed;
  }

  get isPlaying(): boolean {
    return !this.audio.paused;
  }

  get status(): PlayerStatus | undefined {
    return this.#status;
  }

  /** Seconds. */
  get place(): number {
    return this.#start ?? this.audio.currentTime;
  }

  /** Seconds; what the episode says until the audio itself has spoken. */
  get duration(): number {
    const { duration } = this.audio;
    return Number.isFinite(duration) ? duration : (this.#recording?.duration ?? 0);
  }

  /** Index of the chapter at a moment; -1 before the first. */
  findChapter(seconds: number = this.place): number {
    return findLastNotAfter(this.#recording?.chapters.map(({ start }) => start) ?? [], seconds);
  }

  /** Puts an episode in the place of the last one, at a moment, silent. */
  load(recording: Recording | undefined, start = 0): void {
    this.rememberPlace();
    this.audio.pause();
    this.#isWanted = false;
    this.#recording = recording;
    this.#tell(undefined);
    if (recording === undefined) {
      this.audio.removeAttribute("src");
      // Or else it goes on loading.
      this.audio.load();
      this.#start = undefined;
    } else {
      this.audio.src = recording.url;
      this.#go(start);
    }
    this.dispatchEvent(new Event("recording"));
  }

  /** Plays because the reader has asked for sound. */
  async play(): Promise<void> {
    this.#isHushed = false;
    if (!(await this.#begin())) this.#tell({ wording: playerWords.refused, canRetry: false });
  }

  /** Plays where the browser lets it; else it waits where it is, as if nobody had tried. */
  async tryToPlay(): Promise<void> {
    const wasWanted = this.#isWanted;
    if (!(await this.#begin())) this.#isWanted = wasWanted;
  }

  /** False where the browser wants a press first. */
  async #begin(): Promise<boolean> {
    if (this.#recording === undefined) return true;
    this.#isWanted = true;
    if (this.audio.error !== null) this.#reload();
    try {
      await this.audio.play();
    } catch (error) {
      // Anything else is a pause before it began, or a fault that the audio's own event tells of.
      return !(error instanceof DOMException && error.name === "NotAllowedError");
    }
    return true;
  }

  /** Stops because the reader wants quiet. */
  pause(): void {
    this.#isHushed = true;
    this.audio.pause();
  }

  /** Puts the episode away, because the reader wants quiet. */
  close(): void {
    this.#isHushed = true;
    this.load(undefined);
  }

  toggle(): void {
    if (this.isPlaying) this.pause();
    else void this.play();
  }

  seek(seconds: number): void {
    const end = this.duration > 0 ? this.duration : Number.POSITIVE_INFINITY;
    this.#go(Math.min(end, Math.max(0, seconds)));
  }

  skip(seconds: number): void {
    this.seek(this.place + seconds);
  }

  setSpeed(rate: number): void {
    // The default too: loading another episode goes back to it.
    this.audio.defaultPlaybackRate = rate;
    this.audio.playbackRate = rate;
    this.audio.preservesPitch = true;
  }

  /** Stops, and says why. */
  stop(wording: Wording): void {
    this.audio.pause();
    this.#tell({ wording, canRetry: false });
  }

  rememberPlace(): void {
    if (this.#recording === undefined || !this.#isWanted) return;
    rememberPosition(this.#recording.page, this.place, this.duration);
  }

  /** The audio forgets its place when it is loaded anew. */
  #reload(): void {
    const { place } = this;
    this.audio.load();
    this.#go(place);
  }

  #go(seconds: number): void {
    this.#start = this.audio.readyState === HTMLMediaElement.HAVE_NOTHING ? seconds : undefined;
    this.audio.currentTime = seconds;
    if (this.#start !== undefined) this.audio.dispatchEvent(new Event("timeupdate"));
  }

  #takeStart(): void {
    const start = this.#start;
    this.#start = undefined;
    if (start !== undefined && Math.abs(this.audio.currentTime - start) > 0.1) this.audio.currentTime = start;
  }

  #wait(): void {
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => {
      if (this.isPlaying && this.audio.readyState < HTMLMediaElement.HAVE_FUTURE_DATA)
        this.#tell({ wording: playerWords.loading, canRetry: false });
    }, patienceMs);
  }

  #rest(): void {
    clearTimeout(this.#patience);
    this.rememberPlace();
    if (this.#status?.wording === playerWords.loading) this.#tell(undefined);
  }

  #note(): void {
    const now = performance.now();
    if (!this.isPlaying || now - this.#notedAt < noteEveryMs) return;
    this.#notedAt = now;
    this.rememberPlace();
  }

  async #fail(): Promise<void> {
    const failed = this.#recording;
    if (failed === undefined) return;
    clearTimeout(this.#patience);
    this.audio.pause();
    const wording = await findFault(this.audio, failed.type);
    if (this.#recording === failed && this.audio.error !== null) this.#tell({ wording, canRetry: true });
  }

  #tell(status: PlayerStatus | undefined): void {
    if (status === this.#status) return;
    this.#status = status;
    this.dispatchEvent(new Event("status"));
  }
}

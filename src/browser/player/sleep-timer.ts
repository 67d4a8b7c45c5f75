import { playerWords } from "../../wording/player-words.ts";
import type { Playback } from "./playback.ts";

/** When to stop: never, in some minutes, or where the chapter ends. */
export type SleepChoice =
  | { readonly kind: "off" | "chapter" }
  | { readonly kind: "minutes"; readonly minutes: number };

/** Reads the value of a choice: `off`, `chapter` or a number of minutes. */
export function readSleepChoice(value: string): SleepChoice {
  if (value === "chapter") return { kind: "chapter" };
  const minutes = Number(value);
  return Number.isFinite(minutes) && minutes > 0 ? { kind: "minutes", minutes } : { kind: "off" };
}

/** Stops the player when its time has come, once. */
export class SleepTimer {
  readonly #playback: Playback;
  readonly #end: () => void;
  #timeout: ReturnType<typeof setTimeout> | undefined;
  #chapter: number | undefined;

  /** @param end called when it has stopped the player */
  constructor(playback: Playback, end: () => void) {
    this.#playback = playback;
    this.#end = end;
    playback.audio.addEventListener("timeupdate", () => this.#checkChapter());
    // Whoever goes elsewhere means the end of the chapter there.
    playback.audio.addEventListener("seeking", () => this.#holdChapter());
    playback.addEventListener("recording", () => this.#holdChapter());
  }

  set(choice: SleepChoice): void {
    clearTimeout(this.#timeout);
    this.#chapter = undefined;
    if (choice.kind === "minutes") this.#timeout = setTimeout(() => this.#stop(), choice.minutes * 60_000);
    else if (choice.kind === "chapter") this.#chapter = this.#playback.findChapter();
  }

  #holdChapter(): void {
    if (this.#chapter !== undefined) this.#chapter = this.#playback.findChapter();
  }

  #checkChapter(): void {
    if (this.#chapter !== undefined && this.#playback.findChapter() !== this.#chapter) this.#stop();
  }

  #stop(): void {
    this.set({ kind: "off" });
    if (this.#playback.isPlaying) this.#playback.stop(playerWords.slept);
    this.#end();
  }
}

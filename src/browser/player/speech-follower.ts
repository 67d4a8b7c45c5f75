import { findLastNotAfter } from "../../text/find-last.ts";
import { hasReturned } from "../interface/router.ts";
import { type EpisodePlayer, isShown } from "./episode-player.ts";
import type { Playback } from "./playback.ts";
import { ReadingPlace } from "./reading-place.ts";
import { findWordTime, lightRange, TimedText } from "./timed-text.ts";

/** What ends in a moment is not worth a timer of its own. */
const soonestMs = 30;

/**
 * Lets a page's transcript follow its recording: marks the passage that is being said, lights the word (or cue),
 * keeps both in sight unless the reader has scrolled away, and goes to a word that is pressed. While it plays, it
 * wakes only where the next word, cue or passage begins.
 */
export class SpeechFollower {
  readonly #player: EpisodePlayer;
  readonly #playback: Playback;
  readonly #page: string;
  readonly #passages: HTMLElement[];
  readonly #starts: number[];
  readonly #place: ReadingPlace;
  readonly #lifetime = new AbortController();
  #passage = -1;
  #piece = -1;
  #timed: TimedText | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param page address of the page, to know its recording by */
  constructor(player: EpisodePlayer, playback: Playback, page: string) {
    this.#player = player;
    this.#playback = playback;
    this.#page = page;
    this.#passages = [...document.querySelectorAll<HTMLElement>("[data-transcript] [data-passage]")];
    this.#starts = this.#passages.map(({ dataset }) => Number(dataset["start"]));
    const { signal } = this.#lifetime;
    this.#place = new ReadingPlace(
      () => this.#findSpoken(),
      !hasReturned(),
      () => this.#offerReturn(),
      signal,
    );
    for (const event of ["play", "timeupdate", "ratechange"])
      playback.audio.addEventListener(event, () => this.#follow(), { signal });
    playback.audio.addEventListener("seeking", () => this.#place.hold(), { signal });
    playback.audio.addEventListener("seeked", () => this.#follow(), { signal });
    playback.audio.addEventListener("pause", () => clearTimeout(this.#timer), { signal });
    playback.addEventListener("recording", () => this.#leaveOther(), { signal });
    document
      .querySelector("[data-transcript]")
      ?.addEventListener("click", (event) => this.#goToWord(event as MouseEvent), { signal });
    this.#follow();
  }

  end(): void {
    this.#lifetime.abort();
    clearTimeout(this.#timer);
    lightRange(undefined);
  }

  get #isOurs(): boolean {
    return this.#playback.isWanted && isShown(this.#playback, { page: this.#page });
  }

  #follow(): void {
    clearTimeout(this.#timer);
    if (!this.#isOurs) return;
    const { place, isPlaying } = this.#playback;
    const passage = findLastNotAfter(this.#starts, place);
    const hasMoved = passage !== this.#passage;
    if (hasMoved) this.#mark(passage);
    const piece = this.#timed?.find(place) ?? -1;
    const hasNewPiece = hasMoved || piece !== this.#piece;
    this.#piece = piece;
    if (hasNewPiece) {
      lightRange(this.#timed?.makeRange(piece));
      if (isPlaying || hasMoved) this.#place.keep();
    }
    if (isPlaying) this.#wakeAtNext(place);
  }

  /** The audio tells its time four times a second, which is too seldom for a word. */
  #wakeAtNext(place: number): void {
    const next = this.#timed?.findNextStart(this.#piece) ?? this.#starts[this.#passage + 1];
    if (next === undefined) return;
    const ms = ((next - place) * 1000) / this.#playback.audio.playbackRate;
    if (ms < 1000) this.#timer = setTimeout(() => this.#follow(), Math.max(soonestMs, ms));
  }

  #mark(index: number): void {
    this.#unmark();
    const passage = this.#passages[index];
    passage?.setAttribute("aria-current", "true");
    passage?.setAttribute("data-spoken", "");
    this.#passage = index;
    this.#timed = passage === undefined ? undefined : new TimedText(passage);
  }

  /** The passage that was said, and one that a link has opened. */
  #unmark(): void {
    const opened = document.querySelector("[data-passage][aria-current]:not([data-spoken])");
    for (const marked of [this.#passages[this.#passage], opened]) {
      marked?.removeAttribute("aria-current");
      marked?.removeAttribute("data-spoken");
    }
  }

  /** What is to be kept in sight: the lit piece, else its passage. */
  #findSpoken(): DOMRect | undefined {
    if (!this.#isOurs) return undefined;
    const range = this.#timed?.makeRange(this.#piece);
    return (range ?? this.#passages[Math.max(0, this.#passage)])?.getBoundingClientRect();
  }

  #offerReturn(): void {
    const isAway = !this.#place.isHeld && this.#isOurs && this.#playback.isPlaying;
    this.#player.offerReturn(isAway ? () => this.#place.comeBack() : undefined);
  }

  #leaveOther(): void {
    if (isShown(this.#playback, { page: this.#page })) return;
    clearTimeout(this.#timer);
    lightRange(undefined);
    this.#unmark();
    this.#passage = -1;
  }

  #goToWord(event: MouseEvent): void {
    if (!this.#isOurs || event.defaultPrevented || getSelection()?.isCollapsed === false) return;
    const seconds = findWordTime(event);
    if (seconds !== undefined) this.#playback.seek(seconds);
  }
}

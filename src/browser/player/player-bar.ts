import type { Recording } from "../../model/recording.ts";
import { drawStrip, findStroke } from "../../text/draw-strip.ts";
import { formatTime } from "../../text/time.ts";
import type { Playback } from "./playback.ts";

/**
 * The bar of the player: the strip of the episode, its played part, ticks where chapters begin, lit strokes where
 * the words of a search are said, and over them the slider that moves through it all.
 */
export class PlayerBar {
  readonly #root: HTMLElement;
  readonly #playback: Playback;
  #isDragging = false;

  constructor(root: HTMLElement, playback: Playback) {
    this.#root = root;
    this.#playback = playback;
    const slider = this.#slider;
    slider.addEventListener("input", () => {
      this.#isDragging = true;
      this.#write(slider.valueAsNumber);
    });
    slider.addEventListener("change", () => {
      this.#isDragging = false;
      playback.seek(slider.valueAsNumber);
    });
    for (const event of ["timeupdate", "seeking", "durationchange", "emptied"])
      playback.audio.addEventListener(event, () => this.update());
    playback.addEventListener("recording", () => this.#draw());
    this.#draw();
  }

  update(): void {
    const { duration, place } = this.#playback;
    this.#slider.max = String(Math.max(1, duration));
    if (this.#isDragging) return;
    this.#slider.valueAsNumber = place;
    this.#write(place);
  }

  /** Lights the strokes of some moments. */
  showHits(moments: readonly number[]): void {
    const { recording } = this.#playback;
    if (recording === undefined) return;
    const { strip, duration } = recording;
    const lit = new Set(moments.map((seconds) => findStroke(seconds, duration, strip.length)));
    this.#part("hits").innerHTML =
      lit.size === 0
        ? ""
        : drawStrip(
            strip.map(() => 1),
            (stroke) => lit.has(stroke),
          );
  }

  #draw(): void {
    const { recording } = this.#playback;
    if (recording === undefined) return;
    const strip = drawStrip(recording.strip);
    this.#part("strokes").innerHTML = strip;
    this.#part("played").innerHTML = strip;
    this.#part("hits").replaceChildren();
    this.#part("ticks").replaceChildren(...drawTicks(recording));
    this.update();
  }

  #write(seconds: number): void {
    const { duration, recording } = this.#playback;
    const chapter = recording?.chapters[this.#playback.findChapter(seconds)]?.title;
    const now = formatTime(seconds);
    const total = formatTime(duration);
    this.#text("now", now);
    this.#text("total", total);
    this.#text("chapter", chapter ?? "");
    this.#slider.setAttribute(
      "aria-valuetext",
      `${now} / ${total}${chapter === undefined ? "" : ` · ${chapter}`}`,
    );
    const share = duration > 0 ? Math.min(1, seconds / duration) : 0;
    this.#root.style.setProperty("--played", `${(share * 100).toFixed(2)}%`);
  }

  /** Written only when it differs: four times a second nothing is laid out anew. */
  #text(name: string, text: string): void {
    const part = this.#part(name);
    if (part.textContent !== text) part.textContent = text;
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector(`[data-player-${name}]`) as HTMLElement;
  }

  get #slider(): HTMLInputElement {
    return this.#part("place") as HTMLInputElement;
  }
}

function drawTicks({ chapters, duration }: Recording): HTMLElement[] {
  return chapters.map(({ start }) => {
    const tick = document.createElement("i");
    tick.style.insetInlineStart = `${duration > 0 ? Math.min(100, (start / duration) * 100) : 0}%`;
    return tick;
  });
}

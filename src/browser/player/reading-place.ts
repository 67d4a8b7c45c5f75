/** How long a scroll of ours may last where the browser does not say that it ended. */
const longestScrollMs = 1000;

/** Space to leave free above what is being said, and where on the screen to put it. Shares of the screen. */
const topShare = 0.1;
const bottomShare = 0.7;
const aimShare = 0.28;

/**
 * Keeps what is being said on the screen, gently, until the reader scrolls it away; then holds still until they
 * bring it back or ask to come back.
 */
export class ReadingPlace {
  readonly #find: () => DOMRect | undefined;
  readonly #change: () => void;
  #isHeld: boolean;
  #isOurScroll = false;
  #ourScroll: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param find where on the screen it is; undefined where nothing is to be kept
   * @param isHeld false for a reader who has come back to where they read
   * @param change called when the reader has left it, and when they are back
   */
  constructor(find: () => DOMRect | undefined, isHeld: boolean, change: () => void, signal: AbortSignal) {
    this.#find = find;
    this.#isHeld = isHeld;
    this.#change = change;
    for (const event of ["wheel", "touchmove", "keydown", "pointerdown"])
      addEventListener(event, () => this.#endOurScroll(), { passive: true, signal });
    addEventListener("scrollend", () => this.#endOurScroll(), { signal });
    addEventListener("scroll", () => !this.#isOurScroll && this.#judge(), { passive: true, signal });
  }

  /** False once the reader has scrolled away. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Goes along again from here on: the reader has asked for a moment. */
  hold(): void {
    this.#setHeld(true);
  }

  comeBack(): void {
    this.#setHeld(true);
    this.keep();
  }

  /** Scrolls where what is said would else leave the middle of the screen. */
  keep(): void {
    const place = this.#find();
    if (place === undefined) return;
    if (isOnScreen(place)) this.#isHeld = true;
    this.#change();
    if (!this.#isHeld) return;
    if (
      place.top >= innerHeight * topShare &&
      Math.min(place.bottom, place.top + 60) <= innerHeight * bottomShare
    )
      return;
    this.#isOurScroll = true;
    clearTimeout(this.#ourScroll);
    this.#ourScroll = setTimeout(() => this.#endOurScroll(), longestScrollMs);
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    scrollBy({ top: place.top - innerHeight * aimShare, behavior: isStill ? "instant" : "smooth" });
  }

  #judge(): void {
    const place = this.#find();
    // Whoever reads elsewhere before anything is said is not taken away from there.
    this.#setHeld(place !== undefined && isOnScreen(place));
  }

  #setHeld(isHeld: boolean): void {
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    this.#change();
  }

  #endOurScroll(): void {
    this.#isOurScroll = false;
    clearTimeout(this.#ourScroll);
  }
}

function isOnScreen({ top, bottom }: DOMRect): boolean {
  return bottom > 0 && top < innerHeight;
}

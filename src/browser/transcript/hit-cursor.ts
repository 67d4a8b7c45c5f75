import type { PassageHit } from "./passage-index.ts";

/** Why a query is asked: the page was opened with it, its address changed, it is being typed, or the text is another one. */
export type Cause = "arrival" | "return" | "typing" | "text";

/** Which hit of a query the reader is at. Passages are indexes into those of the page. */
export class HitCursor {
  #hits: readonly PassageHit[] = [];
  #index = -1;
  /** From here on a query that is typed finds its first hit. */
  #origin = 0;

  get hits(): readonly PassageHit[] {
    return this.#hits;
  }

  /** Of the current hit; -1 where there is none. */
  get index(): number {
    return this.#index;
  }

  get hit(): PassageHit | undefined {
    return this.#hits[this.#index];
  }

  /** The passage in which the current hit begins. */
  get passage(): number | undefined {
    return this.hit?.[0].passage;
  }

  /** Says from which passage on a query that is typed finds its first hit. */
  beginAt(passage: number): void {
    this.#origin = passage;
  }

  /**
   * Takes the hits of another query, and chooses the one to begin with: one in the passage that is meant, else the
   * next. What an address or the reader points at is left alone, also where no hit is.
   * @param asked the passage that the address points at
   */
  take(hits: readonly PassageHit[], cause: Cause, asked: number | undefined): void {
    const meant = { arrival: asked, return: asked, typing: this.#origin, text: this.passage }[cause];
    this.#hits = hits;
    this.#index = hits.findIndex(([first]) => first.passage === meant);
    if (this.#index === -1 && (cause === "typing" || meant === undefined))
      this.#index = this.#findFrom(meant ?? 0);
    if (cause === "arrival") this.#origin = this.passage ?? 0;
  }

  /**
   * Index of the next hit or of the one before, round the ends; -1 where there is none.
   * @param read gives the passage that is read, from which one goes where no hit is the current one
   */
  findStep(by: 1 | -1, read: () => number): number {
    const { length } = this.#hits;
    if (length === 0) return -1;
    if (this.#index !== -1) return (this.#index + by + length) % length;
    const next = this.#findFrom(read());
    return by === 1 ? next : (next - 1 + length) % length;
  }

  goTo(index: number): void {
    this.#index = index;
    this.#origin = this.passage ?? 0;
  }

  /** Index of the first hit in a passage or after it, from the beginning again after the last; -1 for none. */
  #findFrom(passage: number): number {
    const following = this.#hits.findIndex(([first]) => first.passage >= passage);
    return following === -1 && this.#hits.length > 0 ? 0 : following;
  }
}

import { addQuery } from "../../search/api/search-address.ts";
import { readStrip } from "../../text/draw-strip.ts";
import { formatCount } from "../../text/format-count.ts";
import { wordHitPlace, wordNotHere } from "../../wording/find-words.ts";
import type { Wording } from "../../wording/interface-words.ts";
import { wordHitCount } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import type { HitStrip } from "../strip/hit-strip.ts";
import type { PassageMoment } from "./list-moments.ts";
import type { FoundHits } from "./transcript-finder.ts";

/** What `<hit-bar>` shows: the strip, which hit of how many it is, and what is not there. */
export class HitDisplay {
  readonly #root: HTMLElement;
  #count = 0;
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  showFound(query: string, { hits, missing }: FoundHits): void {
    this.#count = hits.length;
    this.#root.dataset["hits"] = String(hits.length);
    for (const button of this.#root.querySelectorAll<HTMLButtonElement>("[data-step]"))
      button.disabled = hits.length === 0;
    this.#find<HTMLAnchorElement>("[data-search-all]").href = addQuery(
      this.#root.dataset["search"] ?? "",
      query,
    );
    this.tell(missing.length === 0 ? undefined : wordNotHere(missing));
  }

  showMoments(moments: readonly PassageMoment[]): void {
    const { strip = "", duration } = this.#root.dataset;
    this.#strip.show({ heights: readStrip(strip), duration: Number(duration), moments }, ({ excerpt }) =>
      excerpt(),
    );
  }

  /** Says in a line of its own what is not there; nothing where undefined. */
  tell(wording: Wording | undefined): void {
    this.#find("[data-words]").replaceChildren(...(wording === undefined ? [] : [writeWording(wording)]));
    this.#find("[data-not-here]").hidden = wording === undefined;
  }

  /**
   * @param place which hit it is, from 0; -1 for none of them
   * @param passage the passage it begins in
   */
  showCurrent(place: number, passage: HTMLElement | undefined): void {
    this.#find("[data-count]").textContent =
      this.#count === 0 ? "" : `${place === -1 ? "–" : formatCount(place + 1)} / ${formatCount(this.#count)}`;
    this.#find("[data-clock]").textContent = readClock(passage);
    const time = this.#find<HTMLAnchorElement>("[data-time]");
    if (passage === undefined) time.removeAttribute("href");
    else time.href = `#${passage.id}`;
    this.#strip.setCurrent(passage === undefined ? undefined : Number(passage.dataset["start"]));
  }

  /** Says aloud which hit it is, unless there is something newer to say until then. */
  say(place: number, passage: HTMLElement | undefined, afterMs: number): void {
    clearTimeout(this.#saying);
    const wording =
      passage === undefined
        ? wordHitCount(this.#count)
        : wordHitPlace(place + 1, this.#count, readClock(passage));
    this.#saying = setTimeout(() => {
      this.#find("[data-said]").replaceChildren(...(this.#count === 0 ? [] : [writeWording(wording)]));
    }, afterMs);
  }

  get #strip(): HitStrip {
    return this.#find("hit-strip");
  }

  #find<T extends HTMLElement>(selector: string): T {
    return this.#root.querySelector<T>(selector) as T;
  }
}

/** The time of a passage as it is shown. */
function readClock(passage: HTMLElement | undefined): string {
  return passage?.querySelector(".time")?.textContent ?? "";
}

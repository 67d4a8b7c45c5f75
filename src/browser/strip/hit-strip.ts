import { drawStrip, findStroke, placeStroke } from "../../text/draw-strip.ts";
import { formatTime } from "../../text/time.ts";
import { findWords } from "../../wording/find-words.ts";
import { wordHitCount } from "../../wording/search-words.ts";
import { readInterfaceLanguage, writeWording } from "../interface/write-wording.ts";
import { groupStrokes, type StrokeGroup } from "./group-strokes.ts";

/** A moment with hits, and where its mark leads. */
export interface HitMoment {
  /** Seconds. */
  readonly start: number;
  readonly isEstimated: boolean;
  readonly hits: number;
  readonly href: string;
}

/** What a strip shows: an episode's strokes and the moments to light, ascending. */
export interface HitStripView<Moment extends HitMoment = HitMoment> {
  /** 0 to 1, see `measureStrip`. */
  readonly heights: readonly number[];
  /** Seconds. */
  readonly duration: number;
  readonly moments: readonly Moment[];
}

/** Pixels of a mark's room: what a finger needs, and what a pointer does. */
const leastRoom = { coarse: 44, fine: 24 } as const;

/**
 * `<hit-strip>`: the strip of an episode, each lit stroke a link to its first hit. Marks that stand too close for a
 * finger share a link, which leads to the one nearest to where it is pressed. One stop of the Tab key; the arrow
 * keys, Home and End go from link to link. A note at the mark says its time, and its words where they are known.
 */
export class HitStrip extends HTMLElement {
  #view: HitStripView | undefined;
  #findExcerpt: (moment: HitMoment) => string | undefined = () => undefined;
  /** Of each lit stroke, ascending: its first moment, with the hits of all. */
  #momentOf = new Map<number, HitMoment>();
  #strokesOf = new Map<HTMLAnchorElement, readonly number[]>();
  /** Strokes that a link takes at least, as it is drawn. */
  #least: number | undefined;
  /** Seconds. */
  #current: number | undefined;
  #lifetime = new AbortController();
  /** Pixels; 0 until it is laid out. To read it while a page is being changed would lay it out each time. */
  #width = 0;
  #size = new ResizeObserver(() => {
    this.#width = this.clientWidth;
    this.#draw();
  });

  connectedCallback(): void {
    this.#size.observe(this);
    this.setAttribute("role", "group");
    for (const language of ["zh", "en"] as const)
      this.setAttribute(`data-${language}-aria-label`, findWords.whereInTime[language]);
    this.setAttribute("aria-label", findWords.whereInTime[readInterfaceLanguage()]);
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener("keydown", (event) => this.#move(event), { signal });
    for (const name of ["pointermove", "pointerdown"] as const)
      this.addEventListener(name, (event) => this.#aimByPointer(event), { signal });
    this.addEventListener("focusin", ({ target }) => this.#aimByFocus(target), { signal });
  }

  disconnectedCallback(): void {
    this.#size.disconnect();
    this.#lifetime.abort();
  }

  /** @param findExcerpt the words of a moment, where they are known by now */
  show<Moment extends HitMoment>(
    view: HitStripView<Moment>,
    findExcerpt: (moment: Moment) => string | undefined = () => undefined,
  ): void {
    this.#view = view;
    this.#findExcerpt = findExcerpt as (moment: HitMoment) => string | undefined;
    this.#momentOf = groupMoments(view);
    this.#least = undefined;
    this.#draw();
  }

  /** Draws the strip where its width is another than before, and known: links are as wide as a finger needs. */
  #draw(): void {
    const width = this.#width;
    const view = this.#view;
    if (view === undefined || width === 0) return;
    const strokes = view.heights.length;
    const room = matchMedia("(pointer: coarse)").matches ? leastRoom.coarse : leastRoom.fine;
    const least = Math.min(strokes, Math.ceil((room * strokes) / width));
    if (least === this.#least) return;
    this.#least = least;
    this.innerHTML = drawStrip(view.heights);
    const groups = groupStrokes([...this.#momentOf.keys()], strokes, least);
    this.#strokesOf = new Map(groups.map((group) => [makeLink(group, strokes), group.strokes]));
    this.append(...this.#links);
    for (const link of this.#links) this.#aim(link);
    const [first] = this.#links;
    if (first !== undefined) first.tabIndex = 0;
    this.#markCurrent();
  }

  /** Lights the mark of one moment (seconds) before the others; none where undefined. */
  setCurrent(seconds: number | undefined): void {
    this.#current = seconds;
    this.#markCurrent();
  }

  #markCurrent(): void {
    const { heights = [], duration = 0 } = this.#view ?? {};
    const current = this.#current === undefined ? -1 : findStroke(this.#current, duration, heights.length);
    for (const [link, strokes] of this.#strokesOf) {
      link.querySelectorAll("i").forEach((mark, index) => {
        mark.classList.toggle("current", strokes[index] === current);
      });
      if (strokes.includes(current)) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  get #links(): HTMLAnchorElement[] {
    return [...this.#strokesOf.keys()];
  }

  #move(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = this.#links;
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    const last = links.length - 1;
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: last }[event.key];
    if (at === -1 || next === undefined) return;
    // The page's own keys move through its results, the player's through its recording.
    event.preventDefault();
    event.stopPropagation();
    const link = links[Math.max(0, Math.min(last, next))] as HTMLAnchorElement;
    for (const own of links) own.tabIndex = own === link ? 0 : -1;
    link.focus();
  }

  #aimByPointer({ target, clientX }: PointerEvent): void {
    const link = target instanceof Element ? target.closest("a") : null;
    const strokes = link === null ? undefined : this.#strokesOf.get(link);
    if (link === null || strokes === undefined) return;
    const { left, width } = this.getBoundingClientRect();
    const at = ((clientX - left) / width) * (this.#view?.heights.length ?? 1) - 0.5;
    const distances = strokes.map((stroke) => Math.abs(stroke - at));
    this.#aim(link, strokes[distances.indexOf(Math.min(...distances))]);
  }

  #aimByFocus(target: EventTarget | null): void {
    if (target instanceof HTMLAnchorElement && target.matches(":focus-visible")) this.#aim(target);
  }

  /** Lets a link lead to one of its strokes, the first where none is said, and its note say so. */
  #aim(link: HTMLAnchorElement, stroke = this.#strokesOf.get(link)?.[0]): void {
    const moment = stroke === undefined ? undefined : this.#momentOf.get(stroke);
    const note = link.querySelector<HTMLElement>(".strip-note");
    if (moment === undefined || note === null || stroke === undefined) return;
    link.href = moment.href;
    link.dataset["mark"] = String(moment.start);
    // The note stays inside the strip.
    note.classList.toggle("before", stroke > (this.#view?.heights.length ?? 0) / 2);
    const time = Object.assign(document.createElement("span"), { className: "time" });
    time.textContent = `${moment.isEstimated ? "≈" : ""}${formatTime(moment.start)}`;
    const parts: (Node | string)[] = [time];
    if (moment.hits > 1) parts.push(" · ", writeWording(wordHitCount(moment.hits)));
    const excerpt = this.#findExcerpt(moment);
    if (excerpt !== undefined) parts.push(" · ", excerpt);
    note.replaceChildren(...parts);
  }
}

function groupMoments({ heights, duration, moments }: HitStripView): Map<number, HitMoment> {
  const momentOf = new Map<number, HitMoment>();
  for (const moment of moments) {
    const stroke = findStroke(moment.start, duration, heights.length);
    const own = momentOf.get(stroke);
    momentOf.set(stroke, own === undefined ? moment : { ...own, hits: own.hits + moment.hits });
  }
  return new Map([...momentOf].sort(([a], [b]) => a - b));
}

function makeLink({ strokes, from, to }: StrokeGroup, total: number): HTMLAnchorElement {
  const link = document.createElement("a");
  link.tabIndex = -1;
  link.style.insetInlineStart = `${(from / total) * 100}%`;
  link.style.inlineSize = `${((to - from) / total) * 100}%`;
  for (const stroke of strokes) {
    const mark = document.createElement("i");
    mark.style.insetInlineStart = `${((placeStroke(stroke, total) * total - from) / (to - from)) * 100}%`;
    link.append(mark);
  }
  link.append(Object.assign(document.createElement("span"), { className: "strip-note" }));
  return link;
}

import { decodePercent } from "../../text/decode-percent.ts";
import { findPassage, findPassagesInside, type PassagePlace } from "../../text/find-passage.ts";
import { dropTextDirective, parseFragment } from "../../text/time.ts";
import {
  advanceRouterState,
  hasFollowedLink,
  hasReturned,
  keepRouterState,
  whenAddressed,
} from "../interface/router.ts";
import type { ListenButton, MomentCause } from "../player/listen-button.ts";
import { readPlace } from "./read-place.ts";
import { bringToTop } from "./reading-view.ts";

/** How far a browser lays out what is not on the screen, about: leaves of a transcript wait for that. Chosen. */
const SCREENS_LAID_OUT = 1.5;

/** What finds in the transcript, and has to know when its words change. */
interface TextFinder extends HTMLElement {
  changeText(change: () => void): Promise<void>;
}

/**
 * `<transcript-view>` around `[data-transcript]`: opens the passage that the address asks for (`#t=754`, `#p12`
 * and the other forms of interface.md), marks it, and takes the recording there. What `?q=` finds is `<hit-bar>`'s.
 */
export class TranscriptView extends HTMLElement {
  #passages: HTMLElement[] = [];
  #places: PassagePlace[] = [];
  #lifetime = new AbortController();
  #isReturning = false;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    whenAddressed(() => this.#begin(), this.#lifetime.signal);
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  #begin(): void {
    this.#passages = [...this.querySelectorAll<HTMLElement>("[data-passage]")];
    this.#places = this.#passages.map(readPlace);
    const { signal } = this.#lifetime;
    const page = location.pathname;
    window.addEventListener("hashchange", () => this.#openAddress(this.#takeReturn()), { signal });
    // The router would load the page anew where only the moment differs.
    document.addEventListener(
      "tingsuo:popstate",
      (event) => location.pathname === page && this.#moveInside(event),
      { signal },
    );
    document.addEventListener("click", (event) => this.#followLink(event), { capture: true, signal });
    for (const kind of ["pointerdown", "keydown"] as const)
      document.addEventListener(kind, (event) => this.#closeContents(event), { signal });
    this.#followReading(signal);
    this.#openAddress(hasReturned() ? "return" : hasFollowedLink() ? "follow" : "arrival");
  }

  /** Index of the passage that the address asks for; undefined where it asks for none. */
  get askedPassage(): number | undefined {
    return this.#findAsked(dropTextDirective(location.hash));
  }

  /** Marks a passage as the one that is read; neither the page nor the recording goes there. */
  point(passage: HTMLElement): void {
    this.#clear();
    passage.setAttribute("aria-current", "true");
  }

  /** Back and Forward between moments of this page; `hashchange` opens the moment. */
  #moveInside(event: Event): void {
    event.preventDefault();
    this.#isReturning = history.state !== null;
    if (history.state === null) history.replaceState(keepRouterState(), "");
    else if (location.hash === "") scrollTo({ top: history.state.scrollY, behavior: "instant" });
  }

  /** An address that was changed by hand has no state of the history. */
  #takeReturn(): MomentCause {
    const cause = this.#isReturning ? "return" : "arrival";
    this.#isReturning = false;
    return cause;
  }

  /** Closes the contents of a small screen by a press beside them and by Escape, as a menu is closed. */
  #closeContents(event: PointerEvent | KeyboardEvent): void {
    if (event instanceof KeyboardEvent && event.key !== "Escape") return;
    const contents = document.querySelector<HTMLDetailsElement>("details[data-contents][open]");
    if (contents === null || (event.type === "pointerdown" && contents.contains(event.target as Node)))
      return;
    const isInside = contents.contains(document.activeElement);
    contents.open = false;
    if (event.type === "keydown" && isInside) contents.querySelector("summary")?.focus();
  }

  /** Lets `change` write other words into the passages; what was found is found in what stands there then. */
  async changeText(change: () => void): Promise<void> {
    const bar = document.querySelector<TextFinder>("hit-bar");
    if (bar === null) change();
    else await bar.changeText(change);
  }

  /** A link to a moment of this page: the contents, a passage's own time. */
  #followLink(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null;
    if (link === null || parseFragment(link.hash) === undefined) return;
    event.preventDefault();
    link.closest<HTMLDetailsElement>("details[data-contents]")?.removeAttribute("open");
    if (link.hash !== location.hash) {
      history.replaceState(keepRouterState(), "");
      history.pushState(advanceRouterState(), "", link.hash);
    }
    this.#openAddress("press");
  }

  #openAddress(cause: MomentCause): void {
    const fragment = dropTextDirective(location.hash);
    const first = this.#findAsked(fragment);
    if (first === undefined) {
      this.#clear();
      return;
    }
    const passage = this.#passages[first] as HTMLElement;
    this.#show(passage, cause === "press", findPassagesInside(fragment, this.#places, first));
    this.#seek(fragment, passage, cause);
  }

  /** Index of the passage with that very id, else the one that the fragment means. */
  #findAsked(fragment: string): number | undefined {
    if (fragment.length < 2) return undefined;
    const exact = document
      .getElementById(decodePercent(fragment.slice(1)))
      ?.closest<HTMLElement>("[data-passage]");
    if (exact != null && this.contains(exact)) return this.#passages.indexOf(exact);
    return findPassage(fragment, this.#places);
  }

  #show(passage: HTMLElement, isGentle: boolean, inside: readonly number[] = []): void {
    this.#clear();
    passage.setAttribute("aria-current", "true");
    for (const index of inside) this.#passages[index]?.setAttribute("data-inside", "");
    if (!passage.contains(document.activeElement)) {
      passage.tabIndex = -1;
      passage.focus({ preventScroll: true });
    }
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    // What lies farther away is laid out on the way there, and would not stay where it was aimed at.
    const head = findHeading(passage) ?? passage;
    const isNear = Math.abs(head.getBoundingClientRect().top) < innerHeight * SCREENS_LAID_OUT;
    if (isGentle && isNear && !isStill) head.scrollIntoView({ behavior: "smooth", block: "start" });
    else bringToTop(head);
  }

  #clear(): void {
    // The passage that is being said keeps its mark until another one is said.
    for (const marked of this.querySelectorAll("[aria-current]:not([data-spoken]), [data-inside]")) {
      marked.removeAttribute("aria-current");
      marked.removeAttribute("data-inside");
    }
  }

  #seek(fragment: string, passage: HTMLElement, cause: MomentCause): void {
    const asked = parseFragment(fragment);
    const isOwnAnchor = decodePercent(fragment.slice(1)) === passage.id;
    // `t=754.2` is the second passage in that second, and an anchor is rounded down: the passage knows better.
    const seconds = asked?.kind === "time" && !isOwnAnchor ? asked.start : Number(passage.dataset["start"]);
    void this.#ask((button) => button.openMoment(seconds, cause));
  }

  /** Asks the page's recording, where it has one. Its script may come after the page's first. */
  async #ask(request: (button: ListenButton) => void): Promise<void> {
    const button = document.querySelector<ListenButton>("listen-button");
    if (button === null) return;
    await customElements.whenDefined("listen-button");
    if (button.isConnected) request(button);
  }

  /** Shows in the contents which chapter is being read. */
  #followReading(signal: AbortSignal): void {
    const chapters = [...this.querySelectorAll<HTMLElement>(".chapter")];
    if (chapters.length === 0) return;
    const lists = [...document.querySelectorAll(".chapters")].map((list) => [...list.querySelectorAll("a")]);
    let isWaiting = false;
    let shown = -1;
    const update = () => {
      isWaiting = false;
      const read = chapters.findLastIndex((chapter) => chapter.getBoundingClientRect().top < innerHeight / 3);
      if (read === shown) return;
      shown = read;
      for (const links of lists) {
        links.forEach((link, index) => {
          if (index === read) showInContents(link);
          else link.removeAttribute("aria-current");
        });
      }
    };
    const requestUpdate = () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(update);
    };
    addEventListener("scroll", requestUpdate, { passive: true, signal });
    requestUpdate();
  }
}

/** The title of the chapter that begins with a passage, however many lines it takes. */
function findHeading(passage: HTMLElement): HTMLElement | undefined {
  if (passage.previousElementSibling !== null) return undefined;
  const before = passage.parentElement?.previousElementSibling;
  return before instanceof HTMLElement && before.matches(".chapter") ? before : undefined;
}

/** Marks a chapter in the contents, and moves the contents alone so that it can be seen. */
function showInContents(link: HTMLElement): void {
  link.setAttribute("aria-current", "true");
  const contents = link.closest("nav");
  if (contents === null) return;
  const { top, bottom } = link.getBoundingClientRect();
  const frame = contents.getBoundingClientRect();
  if (top < frame.top) contents.scrollTop -= frame.top - top;
  else if (bottom > frame.bottom) contents.scrollTop += bottom - frame.bottom;
}

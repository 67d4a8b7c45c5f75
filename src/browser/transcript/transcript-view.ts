import type { AliasGroups } from "../../text/query.ts";
import { dropTextDirective, parseFragment } from "../../text/time.ts";
import { findPassage, findPassagesInside, type PassagePlace } from "./find-passage.ts";

/**
 * `<transcript-view>` around `[data-transcript]`: opens the passage that the address asks for (`#t=754`, `#p12`
 * and the other forms of interface.md), marks it, and takes the recording there; marks the words of `?q=`.
 * A recording plays only when the reader pressed a time.
 */
export class TranscriptView extends HTMLElement {
  #passages: HTMLElement[] = [];
  #places: PassagePlace[] = [];
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#passages = [...this.querySelectorAll<HTMLElement>("[data-passage]")];
    this.#places = this.#passages.map(({ dataset, id }) => ({
      start: Number(dataset["start"]),
      line: Number(dataset["line"]),
      isEstimated: !id.startsWith("t="),
    }));
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    window.addEventListener("hashchange", () => this.#openAddress(false), { signal });
    document.addEventListener("click", (event) => this.#followLink(event), { signal });
    this.#followReading(signal);
    this.#openAddress(false);
    void this.#markQuery();
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
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
    if (link.hash !== location.hash) history.pushState(null, "", link.hash);
    this.#openAddress(true);
  }

  #openAddress(hasActed: boolean): void {
    const fragment = dropTextDirective(location.hash);
    const first = this.#findAsked(fragment);
    if (first === undefined) {
      this.#clear();
      return;
    }
    const passage = this.#passages[first] as HTMLElement;
    this.#show(passage, hasActed, findPassagesInside(fragment, this.#places, first));
    this.#seek(fragment, passage, hasActed);
  }

  /** Index of the passage with that very id, else the one that the fragment means. */
  #findAsked(fragment: string): number | undefined {
    if (fragment.length < 2) return undefined;
    const exact = document
      .getElementById(decodeFragment(fragment.slice(1)))
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
    passage.scrollIntoView({ behavior: isGentle && !isStill ? "smooth" : "instant", block: "start" });
  }

  #clear(): void {
    for (const marked of this.querySelectorAll("[aria-current], [data-inside]")) {
      marked.removeAttribute("aria-current");
      marked.removeAttribute("data-inside");
    }
  }

  #seek(fragment: string, passage: HTMLElement, isPlaying: boolean): void {
    const audio = document.querySelector<HTMLAudioElement>("[data-audio]");
    if (audio === null) return;
    const asked = parseFragment(fragment);
    const isOwnAnchor = decodeFragment(fragment.slice(1)) === passage.id;
    // `t=754.2` is the second passage in that second, and an anchor is rounded down: the passage knows better.
    const seconds = asked?.kind === "time" && !isOwnAnchor ? asked.start : Number(passage.dataset["start"]);
    audio.currentTime = seconds;
    // A browser may refuse to play; the reader then finds the recording waiting at its place.
    if (isPlaying) audio.play().catch(() => undefined);
  }

  async #markQuery(): Promise<void> {
    const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    if (query === "") return;
    // Apart, because the folding tables are needed only by those who come from a search.
    const { markQuery } = await import("./mark-query.ts");
    const aliases = JSON.parse(this.querySelector("[data-aliases]")?.textContent ?? "[]") as AliasGroups;
    const first = markQuery(this.#passages, query, aliases);
    if (first !== undefined && this.#findAsked(dropTextDirective(location.hash)) === undefined)
      this.#show(first, false);
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

function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % is not an encoding: the text stands for itself.
    return text;
  }
}

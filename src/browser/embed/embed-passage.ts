import type { Recording } from "../../model/recording.ts";
import { makePageAddress } from "../../model/site-address.ts";
import { findPassage, findPassagesInside } from "../../text/find-passage.ts";
import { formatTimeFragment, parseFragment } from "../../text/time.ts";
import type { Wording } from "../../wording/interface-words.ts";
import { embedWords } from "../../wording/share-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { readSpeakerName, readStamp } from "../quote/read-selection.ts";
import { readPlace } from "../transcript/read-place.ts";

/** More passages than these are a page, and not a quotation. Chosen. */
const MOST_PASSAGES = 12;

/** The address of a moment: `/embed/?e=<slug>#t=754,790`. */
interface AskedMoment {
  readonly slug: string;
  /** Without its `#`. */
  readonly fragment: string;
}

/**
 * `<embed-passage data-base>` with `[data-title]`, `[data-words]`, `[data-sound]`, `[data-more]` and `[data-status]`:
 * shows the passages of an episode that its address names, for a page elsewhere. They are read from the episode's page,
 * so that they are its words, its speakers and its recording. `theme=light|dark` and `size=small` say how.
 */
export class EmbedPassage extends HTMLElement {
  #lifetime = new AbortController();
  #asking = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { searchParams } = new URL(location.href);
    const theme = searchParams.get("theme");
    if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
    this.toggleAttribute("data-small", searchParams.get("size") === "small");
    addEventListener("hashchange", () => void this.#show(), { signal: this.#lifetime.signal });
    this.querySelector("[data-retry]")?.addEventListener("click", () => void this.#show(), {
      signal: this.#lifetime.signal,
    });
    void this.#show();
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  async #show(): Promise<void> {
    // What is asked for last is shown, whichever comes first.
    this.#asking.abort();
    this.#asking = new AbortController();
    const signal = AbortSignal.any([this.#lifetime.signal, this.#asking.signal]);
    const asked = readAsked();
    this.#tell(embedWords.loading);
    try {
      const address = makePageAddress(this.dataset["base"] ?? "/", "episodes", asked.slug);
      const response = asked.slug === "" ? undefined : await fetch(address, { signal });
      if (response === undefined || response.status === 404) {
        this.#tell(embedWords.noEpisode);
        return;
      }
      if (!response.ok) throw new Error(String(response.status));
      const page = new DOMParser().parseFromString(await response.text(), "text/html");
      this.#fill(page, address, asked.fragment);
    } catch {
      if (!signal.aborted) this.#tell(embedWords.failed, true);
    }
  }

  #fill(page: Document, address: string, fragment: string): void {
    const passages = [...page.querySelectorAll<HTMLElement>("[data-transcript] [data-passage]")];
    const { first, shown } = chooseShown(passages, fragment);
    const anchor = first === undefined ? "" : `#${fragment === "" ? first.id : fragment}`;
    const title = this.#find<HTMLAnchorElement>("[data-title]");
    title.textContent = page.querySelector("h1")?.textContent?.trim() ?? "";
    title.lang = page.querySelector<HTMLElement>("h1 [lang], h1[lang]")?.lang ?? page.documentElement.lang;
    this.#find<HTMLAnchorElement>("[data-more]").href = title.href = `${address}${anchor}`;
    this.#find("[data-time]").textContent = first === undefined ? "" : readStamp(first);
    this.#find("[data-words]").replaceChildren(...writePassages(shown));
    this.#offerSound(page, first, fragment);
    this.#tell(undefined);
  }

  #offerSound(page: Document, first: HTMLElement | undefined, fragment: string): void {
    const place = this.#find("[data-sound]");
    const written = page.querySelector("[data-recording]")?.textContent;
    place.replaceChildren();
    if (written === undefined || written === null || first === undefined) return;
    const { url } = JSON.parse(written) as Recording;
    const asked = parseFragment(fragment);
    const start = asked?.kind === "time" ? asked.start : Number(first.dataset["start"]);
    const end = asked?.kind === "time" ? asked.end : undefined;
    const audio = document.createElement("audio");
    // https://www.w3.org/TR/media-frags/#naming-time: it begins there, and stops at the end.
    audio.src = `${new URL(url, location.href).href.replace(/#.*/, "")}#${formatTimeFragment(start, end)}`;
    Object.assign(audio, { controls: true, preload: "none" });
    audio.setAttribute("aria-labelledby", "embed-listen");
    place.append(audio);
  }

  #find<Element extends HTMLElement>(selector: string): Element {
    return this.querySelector(selector) as Element;
  }

  #tell(wording: Wording | undefined, canRetry = false): void {
    this.toggleAttribute("data-open", wording === undefined);
    this.#find("[data-status]").replaceChildren(...(wording === undefined ? [] : [writeWording(wording)]));
    this.#find("[data-retry]").hidden = !canRetry;
  }
}

function readAsked(): AskedMoment {
  const fragment = location.hash.slice(1);
  return { slug: new URLSearchParams(location.search).get("e") ?? "", fragment };
}

/** The passages that a fragment names; those of a page's beginning where it names none. */
function chooseShown(
  passages: readonly HTMLElement[],
  fragment: string,
): { first: HTMLElement | undefined; shown: HTMLElement[] } {
  const places = passages.map(readPlace);
  const at = passages.findIndex(({ id }) => id !== "" && id === fragment);
  const first = at === -1 ? (findPassage(fragment, places) ?? 0) : at;
  const shown = [first, ...findPassagesInside(fragment, places, first)].slice(0, MOST_PASSAGES);
  return { first: passages[first], shown: shown.flatMap((index) => passages[index] ?? []) };
}

function writePassages(passages: readonly HTMLElement[]): HTMLElement[] {
  let speaker: string | undefined;
  return passages.map((passage) => {
    const paragraph = document.createElement("p");
    paragraph.lang = passage.closest<HTMLElement>("[lang]")?.lang ?? "";
    const name = readSpeakerName(passage);
    if (name !== undefined && name !== speaker) {
      const who = document.createElement("b");
      who.textContent = name;
      paragraph.append(who, " ");
    }
    speaker = name;
    paragraph.append(passage.querySelector(".text")?.textContent ?? "");
    return paragraph;
  });
}

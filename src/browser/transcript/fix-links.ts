import { makeIssueAddress, makeLineAddress, type Repository } from "../../text/repository-address.ts";
import { writeFixRequest } from "./write-fix-request.ts";

/** What `data-fix` holds: where the episode's transcript is kept. */
export interface FixPlace {
  readonly repository: Repository;
  /** The transcript's path below the content folder. */
  readonly path: readonly string[];
  readonly title: string;
}

/**
 * `<fix-links data-fix="…">` around a transcript: a passage's link to its line in the repository becomes a new issue
 * that has the passage, its line and the entry for corrections.yaml filled in. The links are stops of the Tab key
 * in the passage that is open alone, and are named by their passage's time ("指正 12:30").
 */
export class FixLinks extends HTMLElement {
  #lifetime = new AbortController();

  connectedCallback(): void {
    const place = JSON.parse(this.dataset["fix"] ?? "null") as FixPlace | null;
    for (const link of this.querySelectorAll<HTMLElement>(".fix")) {
      link.tabIndex = -1;
      nameByTime(link);
    }
    this.#open(this.querySelector("[data-passage][aria-current]"));
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener("focusin", ({ target }) => this.#open(target), { signal });
    if (place === null) return;
    // Before the click, so that the link is right for a middle click, a long touch and the status line too.
    for (const event of ["pointerover", "focusin"] as const)
      this.addEventListener(event, ({ target }) => fillIn(target, place), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  #open(target: EventTarget | null): void {
    if (!(target instanceof Element) || !target.matches("[data-passage]")) return;
    for (const link of this.querySelectorAll<HTMLElement>('.fix[tabindex="0"]')) link.tabIndex = -1;
    const link = target.querySelector<HTMLElement>(".fix");
    if (link !== null) link.tabIndex = 0;
  }
}

/** Tells the links of a page apart for those who hear their names only. Here, because it would be a third of the link's HTML. */
function nameByTime(link: HTMLElement): void {
  const passage = link.closest("[data-passage]");
  const time = passage?.querySelector(".time");
  if (passage == null || time == null) return;
  link.id = `fix-${passage.id}`;
  time.id = `time-${passage.id}`;
  link.setAttribute("aria-labelledby", `${link.id} ${time.id}`);
}

function fillIn(target: EventTarget | null, { repository, path, title }: FixPlace): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a.fix") : null;
  const passage = link?.closest<HTMLElement>("[data-passage]");
  if (link == null || passage == null) return;
  const line = Number(passage.dataset["line"]);
  const request = writeFixRequest({
    episode: title,
    time: passage.querySelector(".time")?.textContent ?? "",
    text: passage.querySelector(".text")?.textContent ?? "",
    line,
    file: path.join("/"),
    fileAddress: makeLineAddress(repository, path, line),
    pageAddress: new URL(`#${passage.id}`, location.href).href,
    language: document.documentElement.dataset["ui"] === "en" ? "en" : "zh",
  });
  link.href = makeIssueAddress(repository, request.title, request.body);
}

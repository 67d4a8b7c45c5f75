import type { ResultName, SearchResult } from "../../search/api/search-api.ts";
import { foundKinds } from "../../search/api/search-types.ts";
import { markHtml } from "../../text/escape-html.ts";
import { guessRunLanguage } from "../../text/guess-run-language.ts";
import { nameKindWords, wordMoreNames, wordUnlistedNames } from "../../wording/search-words.ts";
import { writeWording } from "../interface/write-wording.ts";

/** Names shown before a reader asks for the others: on a phone more would push the hits off the screen. Chosen. */
const firstNames = 3;

/**
 * `<names-list data-names>` around `[data-list]`, `[data-more-names]` and `[data-unlisted]`: what is called as a query
 * says. Made from the answer alone, so nothing is loaded for it. Takes no room where there is nothing.
 */
export class NamesList extends HTMLElement {
  #result: Pick<SearchResult, "names" | "moreNames"> = { names: [], moreNames: {} };

  /** For the arrow keys: the field leads to what is said so, where anything is; else to what is called so. */
  get isAbove(): boolean {
    return this.closest("main")?.dataset["episodes"] !== "0";
  }

  connectedCallback(): void {
    this.#more.addEventListener("click", () => {
      const shown = this.stops.length;
      this.#list(this.#result.names);
      this.stops[shown]?.focus({ preventScroll: true });
    });
  }

  /** Takes the place of the last answer's. */
  show(result: Pick<SearchResult, "names" | "moreNames">): void {
    this.#result = result;
    this.#list(chooseFirst(result.names));
  }

  clear(): void {
    this.show({ names: [], moreNames: {} });
  }

  /** Where the arrow keys lead. */
  get stops(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>("a[data-name]")];
  }

  #list(names: readonly ResultName[]): void {
    this.hidden = names.length === 0;
    this.#find("[data-list]").replaceChildren(
      ...names.map((name, k) => makeRow(name, names[k - 1]?.kind === name.kind)),
    );
    const rest = this.#result.names.length - names.length;
    this.#more.hidden = rest === 0;
    this.#more.replaceChildren(writeWording(wordMoreNames(rest)));
    const { moreNames } = this.#result;
    const unlisted = this.#find("[data-unlisted]");
    unlisted.hidden = rest > 0 || Object.keys(moreNames).length === 0;
    unlisted.replaceChildren(writeWording(wordUnlistedNames(moreNames)));
  }

  get #more(): HTMLButtonElement {
    return this.#find("[data-more-names]");
  }

  #find<T extends HTMLElement>(selector: string): T {
    return this.querySelector<T>(selector) as T;
  }
}

/** The best of each kind, then the next of each, in the order of the kinds. */
function chooseFirst(names: readonly ResultName[]): ResultName[] {
  const byKind = foundKinds.map((kind) => names.filter((name) => name.kind === kind));
  const inTurn = Array.from({ length: firstNames }, (_, rank) => byKind.flatMap((own) => own[rank] ?? []));
  const chosen = new Set(inTurn.flat().slice(0, firstNames));
  return names.filter((name) => chosen.has(name));
}

/** @param isFollowing the name before it is of the same kind, so that its kind need not be seen again */
function makeRow({ kind, title, url, marks, episode }: ResultName, isFollowing: boolean): HTMLElement {
  const link = document.createElement("a");
  link.href = url;
  link.dataset["name"] = kind;
  const label = document.createElement("span");
  label.className = isFollowing ? "kind visually-hidden" : "kind";
  label.append(writeWording(nameKindWords[kind]));
  const name = document.createElement("span");
  name.className = "name";
  name.innerHTML = markHtml(title, marks);
  const language = guessRunLanguage(title, document.documentElement.lang);
  if (language !== undefined) name.lang = language;
  if (episode !== undefined) {
    const from = document.createElement("span");
    from.className = "from";
    from.textContent = episode;
    name.append(" ", from);
  }
  link.append(label, " ", name);
  const row = document.createElement("li");
  row.append(link);
  return row;
}

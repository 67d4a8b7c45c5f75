import type { NameSuggestion } from "../../search/completion/match/suggest-names.ts";
import { wordSuggestionCount } from "../../wording/suggestion-words.ts";
import type { InputComposition } from "../interface/input-composition.ts";
import { writeWording } from "../interface/write-wording.ts";
import { writeSuggestion } from "./write-suggestion.ts";

/** Typing has to rest for so long before the number of suggestions is said. Chosen. */
const sayingPauseMs = 600;

/** Room below a field that is enough for a list. Chosen: five rows. */
const enoughPx = 240;
const gapPx = 8;

/** The elements of a search box that a list is shown by. */
interface ListElements {
  readonly field: HTMLInputElement;
  /** The listbox. */
  readonly list: HTMLElement;
  /** Tells screen readers how many suggestions there are. */
  readonly status: HTMLElement;
}

/** The list of suggestions below a search field, or above it, and which of them Enter chooses. */
export class SuggestionList {
  readonly #elements: ListElements;
  readonly #composition: InputComposition;
  #suggestions: readonly NameSuggestion[] = [];
  /** Index of the suggestion that Enter chooses; -1 for what was typed. */
  #active = -1;
  #saying: ReturnType<typeof setTimeout> | undefined;

  constructor(elements: ListElements, composition: InputComposition) {
    this.#elements = elements;
    this.#composition = composition;
    this.close();
  }

  get isOpen(): boolean {
    return !this.#elements.list.hidden;
  }

  /** What Enter chooses; undefined for what was typed. */
  get active(): NameSuggestion | undefined {
    return this.#suggestions[this.#active];
  }

  show(suggestions: readonly NameSuggestion[]): void {
    const { field, list, status } = this.#elements;
    // A list that comes after a choice leaves it.
    const chosen = this.active?.query;
    this.#suggestions = suggestions;
    list.replaceChildren(
      ...suggestions.map((own, index) => {
        const option = document.createElement("li");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.append(writeSuggestion(own));
        return option;
      }),
    );
    list.scrollTop = 0;
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    this.#activate(suggestions.findIndex(({ query }) => query === chosen));
    this.place();
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      if (!this.#composition.isOpen)
        status.replaceChildren(writeWording(wordSuggestionCount(suggestions.length)));
    }, sayingPauseMs);
  }

  close(): void {
    const { field, list, status } = this.#elements;
    clearTimeout(this.#saying);
    this.#suggestions = [];
    list.hidden = true;
    list.replaceChildren();
    status.replaceChildren();
    field.setAttribute("aria-expanded", "false");
    this.#activate(-1);
  }

  /** Leads to the next suggestion or the one before; at either end back to what was typed. */
  move(step: 1 | -1): void {
    const places = this.#suggestions.length + 1;
    this.#activate(((this.#active + 1 + step + places) % places) - 1);
  }

  /** Enter means again what was typed. */
  release(): void {
    this.#activate(-1);
  }

  /** The suggestion at an element of the list. */
  findAt(target: EventTarget | null): NameSuggestion | undefined {
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    return option === null ? undefined : this.#suggestions[[...this.#elements.list.children].indexOf(option)];
  }

  /**
   * Lays the list over the page on the side of its field that has more room in what is seen of the page: an on-screen
   * keyboard covers a part, and a field at the bottom of a phone has none below it.
   */
  place(): void {
    const { field, list } = this.#elements;
    const { top, bottom } = field.getBoundingClientRect();
    const seen = window.visualViewport;
    const seenTop = seen?.offsetTop ?? 0;
    const seenBottom = seenTop + (seen?.height ?? window.innerHeight);
    const above = top - seenTop - gapPx;
    const below = seenBottom - bottom - gapPx;
    const isBelow = below >= enoughPx || below >= above;
    list.dataset["side"] = isBelow ? "below" : "above";
    list.style.setProperty("--room", `${Math.max(0, Math.floor(isBelow ? below : above))}px`);
  }

  #activate(index: number): void {
    const { field, list } = this.#elements;
    this.#active = index;
    for (const [k, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(k === index));
      if (k === index) option.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
    const active = list.children[index];
    if (active === undefined) field.removeAttribute("aria-activedescendant");
    else field.setAttribute("aria-activedescendant", active.id);
  }
}

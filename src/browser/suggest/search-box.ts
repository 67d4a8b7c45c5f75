import type { NameSuggestion } from "../../search/completion/match/suggest-names.ts";
import { wordSuggestionCount } from "../../wording/suggestion-words.ts";
import { writeWording } from "../interface/write-wording.ts";
import { InputComposition } from "./composition.ts";
import { placeList, writeSuggestion } from "./write-suggestion.ts";

/** Suggestions on the screen at once. Chosen: what is taken in at a glance. */
const mostShown = 8;

/** Typing has to rest for so long before the number of suggestions is said. Chosen. */
const sayingPauseMs = 600;

/**
 * `<search-box data-files="/search-data/">` around a search form: suggests while one types, after the ARIA
 * pattern "editable combobox with list autocomplete" (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Its
 * list is `[data-offers]`. A suggestion that is chosen is submitted as if it had been typed.
 */
export class SearchBox extends HTMLElement {
  #lifetime = new AbortController();
  #composition!: InputComposition;
  #suggestions: readonly NameSuggestion[] = [];
  /** Index of the suggestion that Enter chooses; -1 for what was typed. */
  #active = -1;
  /** Of the newest question; an answer to an older one is not shown. */
  #asked = 0;
  #saying: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const [field, list] = [this.#field, this.#list];
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-haspopup", "listbox");
    field.setAttribute("aria-controls", list.id);
    this.#close();
    this.#composition = new InputComposition(field, signal);
    field.addEventListener("keydown", (event) => this.#press(event), { signal });
    field.addEventListener("input", () => this.#follow(), { signal });
    field.addEventListener("compositionstart", () => this.#composes() && this.#close(), { signal });
    field.addEventListener("compositionend", () => this.#follow(), { signal });
    field.addEventListener("pointerdown", () => void this.#load(), { signal });
    field.addEventListener("blur", () => this.#close(), { signal });
    field.form?.addEventListener("submit", () => this.#close(), { signal });
    // The caret stays in the field.
    list.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
    list.addEventListener("click", (event) => this.#pick(event.target), { signal });
    document.addEventListener("pointerdown", (event) => this.#leave(event.target), { signal });
    for (const kind of ["resize", "scroll"] as const)
      window.visualViewport?.addEventListener(kind, () => this.#isOpen && placeList(list, field), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
    this.#close();
  }

  #press(event: KeyboardEvent): void {
    if (this.#composition.owns(event)) {
      // The Enter that ends a composition chooses characters, and asks for nothing.
      if (event.key === "Enter") event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (this.#answerKey(event)) {
      event.preventDefault();
      // Arrows lead into the list, not to what the page has below it.
      event.stopPropagation();
    }
  }

  /** @returns whether the key did something here, and so does nothing else */
  #answerKey({ key, altKey }: KeyboardEvent): boolean {
    const count = this.#suggestions.length;
    if (key === "Escape") return this.#isOpen ? this.#close() : this.#empty();
    if (!this.#isOpen) {
      if (key !== "ArrowDown" || (!altKey && this.#hasHitsBelow)) return false;
      void this.#suggest();
      return true;
    }
    if (key === "ArrowDown") this.#activate(this.#active + 1 === count ? -1 : this.#active + 1);
    else if (key === "ArrowUp" && altKey) this.#close();
    else if (key === "ArrowUp") this.#activate(this.#active === -1 ? count - 1 : this.#active - 1);
    else if (key === "Enter" && this.#active !== -1) this.#choose(this.#active);
    else {
      // The caret moves: what was typed is meant again. Tab takes along what is chosen.
      if (key === "Tab" && this.#active !== -1) this.#take(this.#active);
      if (/^(?:Arrow(?:Left|Right)|Home|End)$/.test(key)) this.#activate(-1);
      return false;
    }
    return true;
  }

  #follow(): void {
    if (this.#composes()) return;
    if (this.#field.value.trim() === "") this.#close();
    else void this.#suggest();
  }

  /**
   * Whether the field holds what an input method is composing, and its list of characters lies where ours would.
   * On a touch screen that list is part of the keyboard, so pinyin may be suggested for as it is.
   */
  #composes(): boolean {
    return this.#composition.isOpen && matchMedia("(pointer: fine)").matches;
  }

  async #load(): Promise<typeof import("./load-suggestions.ts") | undefined> {
    // Apart, because the folding tables are large and most pages are read, not searched from. Where it does not
    // load, the search itself tells of it.
    return await import("./load-suggestions.ts").catch(() => undefined);
  }

  async #suggest(): Promise<void> {
    const asked = ++this.#asked;
    const query = this.#field.value;
    const loaded = await this.#load();
    if (asked !== this.#asked) return;
    try {
      const found = (await loaded?.suggest(this.dataset["files"] as string, query, mostShown)) ?? [];
      if (asked !== this.#asked || document.activeElement !== this.#field) return;
      const isNew = found.some((own) => own.query !== query.trim());
      if (isNew) this.#show(found);
      else this.#close();
    } catch {
      // Typing goes on without suggestions.
      if (asked === this.#asked) this.#close();
    }
  }

  #show(suggestions: readonly NameSuggestion[]): void {
    const { id } = this.#list;
    this.#suggestions = suggestions;
    this.#list.replaceChildren(
      ...suggestions.map((own, index) => {
        const option = document.createElement("li");
        option.id = `${id}-${index}`;
        option.setAttribute("role", "option");
        option.append(writeSuggestion(own));
        return option;
      }),
    );
    this.#list.scrollTop = 0;
    this.#list.hidden = false;
    this.#field.setAttribute("aria-expanded", "true");
    this.#activate(-1);
    placeList(this.#list, this.#field);
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => {
      if (!this.#composition.isOpen)
        this.#status.replaceChildren(writeWording(wordSuggestionCount(suggestions.length)));
    }, sayingPauseMs);
  }

  #close(): true {
    this.#asked++;
    clearTimeout(this.#saying);
    this.#suggestions = [];
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#status.replaceChildren();
    this.#field.setAttribute("aria-expanded", "false");
    this.#activate(-1);
    return true;
  }

  #activate(index: number): void {
    this.#active = index;
    for (const [k, option] of [...this.#list.children].entries()) {
      option.setAttribute("aria-selected", String(k === index));
      if (k === index) option.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
    const active = this.#list.children[index];
    if (active === undefined) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", active.id);
  }

  #empty(): boolean {
    if (this.#field.value === "") return false;
    this.#field.value = "";
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
    return true;
  }

  /** On a touch screen the list stays open when the field keeps the caret; a touch elsewhere closes it. */
  #leave(target: EventTarget | null): void {
    if (!(target instanceof Node && this.contains(target))) this.#close();
  }

  #pick(target: EventTarget | null): void {
    const option = target instanceof Element ? target.closest('[role="option"]') : null;
    const index = option === null ? -1 : [...this.#list.children].indexOf(option);
    if (index !== -1) this.#choose(index);
  }

  /** Puts a suggestion into the field and asks for it. */
  #choose(index: number): void {
    const query = this.#suggestions[index]?.query;
    if (query === undefined) return;
    // Else the input method would go on writing into the new text.
    if (this.#composition.isOpen) this.#field.blur();
    this.#field.value = query;
    this.#close();
    this.#field.form?.requestSubmit();
  }

  /** Puts a suggestion into the field. */
  #take(index: number): void {
    this.#field.value = this.#suggestions[index]?.query ?? this.#field.value;
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  get #isOpen(): boolean {
    return !this.#list.hidden;
  }

  /** The page shows an answer below the field, into which the down key leads. */
  get #hasHitsBelow(): boolean {
    const answer = this.closest<HTMLElement>("[data-search-state]")?.dataset;
    return answer?.["searchState"] === "ready" && answer["episodes"] !== "0";
  }

  get #field(): HTMLInputElement {
    return this.querySelector("[data-search-field]") as HTMLInputElement;
  }

  get #list(): HTMLElement {
    return this.querySelector("[data-offers]") as HTMLElement;
  }

  get #status(): HTMLElement {
    return this.querySelector("[data-offers-status]") as HTMLElement;
  }
}

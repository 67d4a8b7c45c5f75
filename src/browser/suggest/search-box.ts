import type { NameSuggestion } from "../../search/completion/match/suggest-names.ts";
import { InputComposition } from "../interface/input-composition.ts";
import { SuggestionList } from "./suggestion-list.ts";

/** What comes at once is searched at once (`query-field.ts`): that begins, in its worker, before this takes the thread. */
const afterSearchMs = 5;

/** Suggestions on the screen at once. Chosen: what is taken in at a glance. */
const mostShown = 8;

/**
 * `<search-box data-files="/search-data/">` around a search form: suggests while one types, after the ARIA
 * pattern "editable combobox with list autocomplete" (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Its
 * list is `[data-offers]`. A suggestion that is chosen is submitted as if it had been typed.
 */
export class SearchBox extends HTMLElement {
  #lifetime = new AbortController();
  #composition!: InputComposition;
  #list!: SuggestionList;
  /** Of the newest question; an answer to an older one is not shown. */
  #asked = 0;

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const field = this.#field;
    const list = this.querySelector("[data-offers]") as HTMLElement;
    const status = this.querySelector("[data-offers-status]") as HTMLElement;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-haspopup", "listbox");
    field.setAttribute("aria-controls", list.id);
    this.#composition = new InputComposition(field, signal);
    this.#list = new SuggestionList({ field, list, status }, this.#composition);
    field.addEventListener("keydown", (event) => this.#press(event), { signal });
    field.addEventListener("input", () => this.#follow(), { signal });
    field.addEventListener("compositionstart", () => this.#composes() && this.#close(), { signal });
    field.addEventListener("compositionend", () => this.#follow(), { signal });
    field.addEventListener("pointerdown", () => void this.#load(), { signal });
    field.addEventListener("blur", () => this.#close(), { signal });
    field.form?.addEventListener("submit", () => this.#close(), { signal });
    // The caret stays in the field.
    list.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
    list.addEventListener("click", (event) => this.#choose(this.#list.findAt(event.target)), { signal });
    document.addEventListener("pointerdown", (event) => this.#leave(event.target), { signal });
    for (const kind of ["resize", "scroll"] as const)
      window.visualViewport?.addEventListener(kind, () => this.#list.isOpen && this.#list.place(), {
        signal,
      });
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
    const { isOpen, active } = this.#list;
    if (key === "Escape") return isOpen ? this.#close() : this.#empty();
    if (!isOpen) {
      if (key !== "ArrowDown" || (!altKey && this.#hasHitsBelow)) return false;
      void this.#suggest();
      return true;
    }
    if (key === "ArrowDown") this.#list.move(1);
    else if (key === "ArrowUp" && altKey) this.#close();
    else if (key === "ArrowUp") this.#list.move(-1);
    else if (key === "Enter" && active !== undefined) this.#choose(active);
    else {
      // The caret moves: what was typed is meant again. Tab takes along what is chosen.
      if (key === "Tab" && active !== undefined) this.#write(active.query);
      if (/^(?:Arrow(?:Left|Right)|Home|End)$/.test(key)) this.#list.release();
      return false;
    }
    return true;
  }

  #follow(): void {
    this.#list.release();
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
    const [loaded] = await Promise.all([
      this.#load(),
      new Promise((resolve) => setTimeout(resolve, afterSearchMs)),
    ]);
    if (asked !== this.#asked) return;
    try {
      const found =
        (await loaded?.suggestWithTitles(this.dataset["files"] as string, query, mostShown)) ?? [];
      if (asked !== this.#asked || document.activeElement !== this.#field) return;
      const isNew = found.some((own) => own.query !== query.trim());
      if (isNew) this.#list.show(found);
      else this.#close();
    } catch {
      // Typing goes on without suggestions.
      if (asked === this.#asked) this.#close();
    }
  }

  #close(): true {
    this.#asked++;
    this.#list.close();
    return true;
  }

  /** Empties the field, but where what was found for its words would go with them: there nothing is changed. */
  #empty(): boolean {
    if (this.#field.value === "") return false;
    if (this.closest("[data-search-state]") === null) this.#write("");
    return true;
  }

  /** On a touch screen the list stays open when the field keeps the caret; a touch elsewhere closes it. */
  #leave(target: EventTarget | null): void {
    if (!(target instanceof Node && this.contains(target))) this.#close();
  }

  /** Puts a suggestion into the field and asks for it. */
  #choose(suggestion: NameSuggestion | undefined): void {
    if (suggestion === undefined) return;
    // Else the input method would go on writing into the new text.
    if (this.#composition.isOpen) this.#field.blur();
    this.#field.value = suggestion.query;
    this.#close();
    this.#field.form?.requestSubmit();
  }

  /** Writes into the field as if it were typed. */
  #write(text: string): void {
    this.#field.value = text;
    this.#field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** The page shows an answer below the field, into which the down key leads. */
  get #hasHitsBelow(): boolean {
    const page = this.closest<HTMLElement>("[data-search-state]");
    if (page?.dataset["searchState"] !== "ready") return false;
    return page.dataset["episodes"] !== "0" || page.querySelector("[data-names] a") !== null;
  }

  get #field(): HTMLInputElement {
    return this.querySelector("[data-search-field]") as HTMLInputElement;
  }
}

import { type AnswerNotes, facetKeys, type SearchFilters } from "../../search/api/search-types.ts";
import {
  readExcluded,
  readPhrase,
  removeItems,
  replaceExcluded,
  switchPhrase,
} from "../../search/query/edit-query.ts";
import { type FilterKey, filterKeys, readQueryItems, takeFirstDay } from "../../search/query/query-syntax.ts";
import { formatCount } from "../../text/format-count.ts";
import { filterWords, wordFacet, wordFilter, wordRemoveFilter } from "../../wording/filter-words.ts";
import type { Wording } from "../../wording/interface-words.ts";
import { readInterfaceLanguage, writeWording } from "../interface/write-wording.ts";

/** What a control asks for: the detail of the event `tingsuo:filter`. */
export interface FilterChange {
  readonly query: string;
  readonly filters: SearchFilters;
}

/** A filter in use, and the search without it. */
interface Chip {
  readonly key: FilterKey | "excluded";
  readonly name: string;
  readonly without: FilterChange;
}

const nothing: SearchFilters = {};

/**
 * `<filter-panel>`: what narrows a search down, as chips that can be removed and as controls that need no syntax.
 * It keeps no state: it shows the query and the filters it is told, whether typed or chosen, and asks for others by
 * the event `tingsuo:filter`.
 */
export class FilterPanel extends HTMLElement {
  #query = "";
  #filters = nothing;
  #notes: Pick<AnswerNotes, "facets" | "typedFilters" | "unknown"> | undefined;
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.addEventListener("change", (event) => this.#change(event.target), { signal });
    document.addEventListener("tingsuo:language", () => this.#fillSelects(), { signal });
    this.#details.addEventListener("toggle", () => this.#fillSelects(), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  get filters(): SearchFilters {
    return this.#filters;
  }

  /** Shows what is asked. */
  ask(query: string, filters: SearchFilters = nothing): void {
    this.#query = query;
    this.#filters = filters;
    this.#showChips();
    this.#input("without").value = readExcluded(query);
    const phrase = readPhrase(query);
    this.#input("phrase").checked = phrase === "phrase";
    this.#input("phrase").disabled = phrase === "none";
    for (const key of ["after", "before"] as const) {
      const date = this.#findValue(key);
      this.#input(key).value = date === "" ? "" : takeFirstDay(date);
    }
  }

  /** Shows what an answer can be narrowed down to. */
  show(notes: Pick<AnswerNotes, "facets" | "typedFilters" | "unknown">): void {
    this.#notes = notes;
    this.#fillSelects();
    this.#showChips();
  }

  #findValue(key: FilterKey): string {
    const typed = readQueryItems(this.#query).find((item) => item.kind === "filter" && item.key === key);
    return this.#filters[key]?.[0] ?? (typed?.kind === "filter" ? typed.value : "");
  }

  /** A closed panel is not filled: hundreds of values with each answer would cost a phone more than its results. */
  #fillSelects(): void {
    if (this.#notes === undefined || !this.#details.open) return;
    const { facets, typedFilters } = this.#notes;
    const language = readInterfaceLanguage();
    for (const key of facetKeys) {
      const select = this.querySelector(`[name="${key}"]`) as HTMLSelectElement;
      const chosen = this.#filters[key]?.[0] ?? typedFilters[key]?.[0] ?? "";
      const options = facets[key].map(({ value, name, episodes }) =>
        makeOption(value, `${wordFacet(key, name)[language]} (${formatCount(episodes)})`),
      );
      select.replaceChildren(makeOption("", filterWords.any[language]), ...options);
      select.value = chosen;
      // With one value there is nothing to choose.
      (select.closest("label") as HTMLElement).hidden = options.length < 2 && chosen === "";
    }
  }

  #change(target: EventTarget | null): void {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { name, value } = target;
    const key = filterKeys.find((own) => own === name);
    if (key !== undefined) {
      const { [key]: _, ...others } = this.#filters;
      const query = removeItems(this.#query, (item) => item.kind === "filter" && item.key === key);
      this.#tell({ query, filters: value === "" ? others : { ...others, [key]: [value] } });
    } else if (name === "without") {
      this.#tell({ query: replaceExcluded(this.#query, value), filters: this.#filters });
    } else if (name === "phrase") {
      const isPhrase = (target as HTMLInputElement).checked;
      this.#tell({ query: switchPhrase(this.#query, isPhrase), filters: this.#filters });
    }
  }

  #showChips(): void {
    const chips = this.#listChips();
    const list = this.querySelector("[data-chips]") as HTMLElement;
    const rows = chips.map((chip) => this.#makeChip(chip));
    if (chips.length > 1) {
      const query = removeItems(this.#query, ({ kind }) => kind === "filter" || kind === "excluded");
      rows.push(this.#makeButton(filterWords.clear, { query, filters: nothing }));
    }
    const focused = [...list.querySelectorAll<Element>("button")].indexOf(document.activeElement as Element);
    list.replaceChildren(...rows);
    // A chip that goes would take the focus with it.
    const next = rows[Math.min(focused, rows.length - 1)]?.querySelector("button");
    if (focused >= 0) (next ?? this.querySelector("summary"))?.focus({ preventScroll: true });
    const count = this.querySelector("[data-count]") as HTMLElement;
    count.textContent = chips.length === 0 ? "" : ` ${chips.length}`;
  }

  #listChips(): Chip[] {
    const filters = this.#filters;
    const typed = readQueryItems(this.#query).flatMap((item): Chip[] => {
      if (item.kind !== "filter" && item.kind !== "excluded") return [];
      // A filter that names nobody was left out, and is none in use: a note says so.
      const isLeftOut =
        item.kind === "filter" &&
        this.#notes?.unknown.some(({ key, value }) => key === item.key && value === item.value) === true;
      if (isLeftOut) return [];
      const query = removeItems(this.#query, ({ from }) => from === item.from);
      const [key, name] =
        item.kind === "filter" ? [item.key, item.value] : (["excluded", item.text] as const);
      return [{ key, name, without: { query, filters } }];
    });
    const chosen = filterKeys.flatMap((key) =>
      (filters[key] ?? []).map((value): Chip => {
        const { [key]: own, ...others } = filters;
        const rest = own?.filter((other) => other !== value) ?? [];
        const left = rest.length === 0 ? others : { ...others, [key]: rest };
        return { key, name: this.#nameValue(key, value), without: { query: this.#query, filters: left } };
      }),
    );
    return [...chosen, ...typed];
  }

  /** A speaker's name for an id. */
  #nameValue(key: FilterKey, value: string): string {
    if (key === "after" || key === "before") return value;
    return this.#notes?.facets[key].find((own) => own.value === value)?.name ?? value;
  }

  #makeChip({ key, name, without }: Chip): HTMLElement {
    const row = this.#makeButton(wordFilter(key, name), without);
    const button = row.firstElementChild as HTMLElement;
    const remove = wordRemoveFilter(key, name);
    for (const language of ["zh", "en"] as const)
      button.setAttribute(`data-${language}-aria-label`, remove[language]);
    button.setAttribute("aria-label", remove[readInterfaceLanguage()]);
    const cross = Object.assign(document.createElement("span"), { className: "cross", textContent: "×" });
    cross.setAttribute("aria-hidden", "true");
    button.append(cross);
    return row;
  }

  #makeButton(wording: Wording, change: FilterChange): HTMLElement {
    const row = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "chip" });
    button.append(writeWording(wording));
    button.addEventListener("click", () => this.#tell(change));
    row.append(button);
    return row;
  }

  #tell(change: FilterChange): void {
    this.dispatchEvent(new CustomEvent<FilterChange>("tingsuo:filter", { bubbles: true, detail: change }));
  }

  get #details(): HTMLDetailsElement {
    return this.querySelector("details") as HTMLDetailsElement;
  }

  #input(name: string): HTMLInputElement {
    return this.querySelector(`[name="${name}"]`) as HTMLInputElement;
  }
}

function makeOption(value: string, text: string): HTMLOptionElement {
  return Object.assign(document.createElement("option"), { value, textContent: text });
}

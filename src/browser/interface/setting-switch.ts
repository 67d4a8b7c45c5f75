/**
 * `<setting-switch setting="theme">` around one button with a `[data-value]` child for each choice: a press
 * shows the next one, sets it as `data-theme` of the document and remembers it. The first value is the
 * default and leaves no attribute behind.
 */
export class SettingSwitch extends HTMLElement {
  connectedCallback(): void {
    this.#showValue(document.documentElement.getAttribute(`data-${this.#name}`) ?? "");
    this.querySelector("button")?.addEventListener("click", () => this.#advance());
  }

  get #name(): string {
    return this.getAttribute("setting") ?? "";
  }

  get #choices(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-value]")];
  }

  #advance(): void {
    const choices = this.#choices;
    const next = choices[(choices.findIndex((choice) => !choice.hidden) + 1) % choices.length];
    const value = next?.dataset["value"] ?? "";
    const isDefault = next === choices[0];
    if (isDefault) document.documentElement.removeAttribute(`data-${this.#name}`);
    else document.documentElement.setAttribute(`data-${this.#name}`, value);
    try {
      if (isDefault) localStorage.removeItem(`tingsuo-${this.#name}`);
      else localStorage.setItem(`tingsuo-${this.#name}`, value);
    } catch {
      // Storage may be forbidden: the choice then holds for this page.
    }
    this.#showValue(value);
  }

  #showValue(value: string): void {
    const choices = this.#choices;
    const shown = choices.find((choice) => choice.dataset["value"] === value) ?? choices[0];
    for (const choice of choices) choice.hidden = choice !== shown;
  }
}

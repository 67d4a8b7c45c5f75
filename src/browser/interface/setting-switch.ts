import { readSetting, rememberSetting, type SettingName } from "./remember-setting.ts";

/**
 * `<setting-switch setting="theme">` around one button with a `[data-value]` child for each choice: a press
 * shows the next one and remembers it. The first choice is the default.
 */
export class SettingSwitch extends HTMLElement {
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.#showChoice();
    this.querySelector("button")?.addEventListener("click", () => this.#advance(), { signal });
    document.addEventListener("tingsuo:setting", () => this.#showChoice(), { signal });
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  get #name(): SettingName {
    return this.getAttribute("setting") as SettingName;
  }

  get #choices(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("[data-value]")];
  }

  #advance(): void {
    const choices = this.#choices;
    const next = choices[(choices.findIndex((choice) => !choice.hidden) + 1) % choices.length];
    rememberSetting(this.#name, next === choices[0] ? "" : (next?.dataset["value"] ?? ""));
  }

  #showChoice(): void {
    const choices = this.#choices;
    const value = readSetting(this.#name);
    const shown = choices.find((choice) => choice.dataset["value"] === value) ?? choices[0];
    for (const choice of choices) choice.hidden = choice !== shown;
  }
}

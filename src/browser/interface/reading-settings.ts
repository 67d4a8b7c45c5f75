import { readSetting, rememberSetting, type SettingName } from "./remember-setting.ts";

/**
 * `<reading-settings>` around radio buttons: each group's `name` is a setting, each `value` a choice, "" the
 * default. Every choice takes effect at once and stays.
 */
export class ReadingSettings extends HTMLElement {
  #lifetime = new AbortController();

  connectedCallback(): void {
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    this.#showChoices();
    document.addEventListener("tingsuo:setting", () => this.#showChoices(), { signal });
    this.addEventListener(
      "change",
      ({ target }) => {
        if (target instanceof HTMLInputElement) rememberSetting(target.name as SettingName, target.value);
      },
      { signal },
    );
  }

  disconnectedCallback(): void {
    this.#lifetime.abort();
  }

  #showChoices(): void {
    for (const input of this.querySelectorAll<HTMLInputElement>("input[type=radio]"))
      input.checked = input.value === readSetting(input.name as SettingName);
  }
}

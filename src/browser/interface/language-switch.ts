import { readInterfaceLanguage, swapAttributeWords } from "./write-wording.ts";

/**
 * `<language-switch>` around a button: shows the interface in its other language, in place, and remembers it.
 * The words themselves are shown by base.css from `data-ui` of the document. Other code that writes words
 * listens to `tingsuo:language` on the document.
 */
export class LanguageSwitch extends HTMLElement {
  connectedCallback(): void {
    swapAttributeWords(document, readInterfaceLanguage());
    this.querySelector("button")?.addEventListener("click", () => this.#switch());
  }

  #switch(): void {
    const language = readInterfaceLanguage() === "zh" ? "en" : "zh";
    document.documentElement.dataset["ui"] = language;
    try {
      localStorage.setItem("tingsuo-ui", language);
    } catch {
      // Storage may be forbidden: the choice then holds for this page.
    }
    swapAttributeWords(document, language);
    document.dispatchEvent(new CustomEvent("tingsuo:language", { detail: language }));
  }
}

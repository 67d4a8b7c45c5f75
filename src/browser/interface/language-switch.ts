const namesInWords = ["aria-label", "placeholder", "title"] as const;

/** Puts the words of one language into every attribute that has them in both. */
function swapAttributeWords(root: ParentNode, language: string): void {
  for (const name of namesInWords) {
    for (const element of root.querySelectorAll(`[data-${language}-${name}]`)) {
      element.setAttribute(name, element.getAttribute(`data-${language}-${name}`) ?? "");
    }
  }
}

/**
 * `<language-switch>` around a button: shows the interface in its other language, in place, and remembers it.
 * The words themselves are shown by base.css from `data-ui` of the document. Other code that writes words
 * listens to `tingsuo:language` on the document.
 */
export class LanguageSwitch extends HTMLElement {
  connectedCallback(): void {
    swapAttributeWords(document, this.#language);
    this.querySelector("button")?.addEventListener("click", () => this.#switch());
  }

  get #language(): "zh" | "en" {
    return document.documentElement.dataset["ui"] === "en" ? "en" : "zh";
  }

  #switch(): void {
    const language = this.#language === "zh" ? "en" : "zh";
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

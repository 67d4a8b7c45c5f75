const namesInWords = ["aria-label", "placeholder", "title"] as const;

/** The language in which the interface is shown. */
export function readInterfaceLanguage(): "zh" | "en" {
  return document.documentElement.dataset["ui"] === "en" ? "en" : "zh";
}

/**
 * Puts the words of one language into every attribute that has them in both, and into every option: an option holds
 * no elements, and screen readers leave out its `label`.
 */
export function swapAttributeWords(root: ParentNode, language: "zh" | "en"): void {
  for (const name of namesInWords) {
    for (const element of root.querySelectorAll(`[data-${language}-${name}]`)) {
      element.setAttribute(name, element.getAttribute(`data-${language}-${name}`) ?? "");
    }
  }
  for (const option of root.querySelectorAll(`option[data-${language}-text]`))
    option.textContent = option.getAttribute(`data-${language}-text`);
}

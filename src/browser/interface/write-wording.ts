import { languageTags, type Wording } from "../../wording/interface-words.ts";
import type { TextOrigin } from "../../wording/text-words.ts";

/** Words in both languages of the interface, as T.astro writes them; base.css shows one of the two. */
export function writeWording(wording: Wording): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const language of ["zh", "en"] as const) {
    const span = document.createElement("span");
    span.dataset["word"] = language;
    span.lang = languageTags[language];
    span.textContent = wording[language];
    fragment.append(span);
  }
  return fragment;
}

/** How the texts of the archive came to be. */
export function readOrigin(): TextOrigin {
  return document.documentElement.dataset["text"] === "people" ? "people" : "machine";
}

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

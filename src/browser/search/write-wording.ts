import type { InterfaceLanguage, Wording } from "../../text/interface-words.ts";

const languageTags: Readonly<Record<InterfaceLanguage, string>> = { zh: "zh-CN", en: "en" };

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

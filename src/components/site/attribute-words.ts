import type { InterfaceLanguage, Wording } from "../../wording/interface-words.ts";

/**
 * The attributes of an element whose `name` is in words: `attributeWords("placeholder", words, "zh")` gives
 * `placeholder`, `data-zh-placeholder` and `data-en-placeholder`; `<language-switch>` swaps them in place.
 */
export function attributeWords(
  name: "aria-label" | "placeholder" | "title",
  wording: Wording,
  language: InterfaceLanguage,
): Record<string, string> {
  return { [name]: wording[language], [`data-zh-${name}`]: wording.zh, [`data-en-${name}`]: wording.en };
}

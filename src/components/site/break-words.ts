import { escapeHtml } from "../../text/escape-html.ts";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/**
 * A title as HTML that breaks between words and not inside them (with `word-break: keep-all`, as the class
 * `.title-words` has it): browsers would break Chinese after any character.
 */
export function breakWords(title: string): string {
  const words = [...segmenter.segment(title)];
  return words
    .map(
      ({ segment: word, isWordLike }, index) =>
        `${index > 0 && isWordLike ? "<wbr>" : ""}${escapeHtml(word)}`,
    )
    .join("");
}

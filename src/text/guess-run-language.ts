/**
 * The `lang` of a short run of text on a page in Chinese, Japanese or Korean: `en` where it is written in plain
 * Latin letters alone (`reward model`, `AI Odyssey`), so that fonts and voices fit. Undefined where it needs none.
 */
export function guessRunLanguage(text: string, pageLanguage: string): "en" | undefined {
  if (!/^(?:zh|yue|cmn|ja|ko)\b/i.test(pageLanguage)) return undefined;
  return /[A-Za-z]/.test(text) && /^[\x20-\x7e]*$/.test(text) ? "en" : undefined;
}

// Invisible characters that can hide or reorder text: C0 and C1 controls except tab and line feed, byte order
// marks inside the text, and the bidirectional overrides and isolates (Unicode TR36, "trojan source").
const hiddenCharacters =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\u202a-\u202e\u2066-\u2069]/g;

// Line and page separators that no editor counts as a line: they part words, so a space takes their place.
const foreignSeparators = /[\u000b\u000c\u0085\u2028\u2029]/g;

/**
 * Removes what a stranger's text may not carry onto a page: control characters except tab and "\n", byte order
 * marks, bidirectional overrides. Half surrogate pairs become U+FFFD.
 */
export function cleanCharacters(text: string): string {
  return text
    .replace(foreignSeparators, " ")
    .replace(hiddenCharacters, "")
    .replace(/\p{Surrogate}/gu, "\ufffd");
}

/** What may not begin a line: closing marks, stops, small kana and marks of length. */
const CLOSING = "[\\p{Pe}\\p{Pf}、。，．：；！？…‥·・～—,.:;!?%‰々ー]";
/** What may not end one. */
const OPENING = "[\\p{Ps}\\p{Pi}]";
const HAN_LIKE = "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]";
/** What stays together: a character, or a run of other letters, with its marks; and the spaces after it. */
const UNIT = new RegExp(
  `${OPENING}*(?:${HAN_LIKE}|(?:(?!${HAN_LIKE}|${OPENING}|${CLOSING})\\S)+|${CLOSING})${CLOSING}*\\s*|${OPENING}+|\\s+`,
  "gu",
);

/**
 * Divides a text into lines that are no wider than `width`: between any two Han characters, between words of other
 * letters, never before a mark that closes. A word that is wider than a line is broken. Spaces at a line's end are cut.
 * @param measure the width of a line
 */
export function wrapLines(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const unit of text.trim().match(UNIT) ?? []) {
    if (line === "" || measure((line + unit).trimEnd()) <= width) line += unit;
    else {
      lines.push(line.trimEnd());
      line = unit;
    }
    while (measure(line.trimEnd()) > width && [...line.trimEnd()].length > 1) {
      const fitting = fitBeginning(line, width, measure);
      lines.push(fitting);
      line = line.slice(fitting.length);
    }
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}

/** As much of the beginning of a line as is no wider, a character at least. */
function fitBeginning(line: string, width: number, measure: (line: string) => number): string {
  let fitting = "";
  for (const character of line) {
    if (fitting !== "" && measure(fitting + character) > width) break;
    fitting += character;
  }
  return fitting;
}

/**
 * Joins lines and cues as a reader expects it (content.md): nothing between Han characters, one space between
 * Latin words. Between a Han and a Latin character the file's own habit stays: a space where one stood at the
 * break, else nothing (the page gives it air by `text-autospace`).
 */

/** Parts joined, and where each of them stands in the result. */
export interface JoinedText {
  readonly text: string;
  /** `starts[i] + k` is where character `k` of `parts[i]` stands; spaces at a part's edges may stand nowhere. */
  readonly starts: readonly number[];
}

// Scripts written without spaces between words, with their punctuation and the full-width forms.
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303F\uFF01-\uFF9F]/u;
// Marks that Han and Latin text share: the character beyond them decides.
const SHARED_MARKS = "“”‘’—…·";

/** True for a character of a script that is written without spaces between words, its punctuation included. */
export function isUnspaced(character: string): boolean {
  return UNSPACED.test(character);
}

/** What stands between two texts that are joined: `""` or `" "`. Spaces at the two edges count as none or one. */
export function getSeparator(left: string, right: string): "" | " " {
  const before = left.trimEnd();
  const after = right.trimStart();
  if (before === "" || after === "") return "";
  const isUnspacedBefore = isUnspaced(findLastLetter(before));
  const isUnspacedAfter = isUnspaced(findFirstLetter(after));
  if (isUnspacedBefore && isUnspacedAfter) return "";
  if (!isUnspacedBefore && !isUnspacedAfter) return " ";
  const hasSpace = before.length < left.length || after.length < right.length;
  return hasSpace ? " " : "";
}

/** What stands for a pause between two parts where nothing else does: a thin space, which separates no tokens that were not two. */
export const PAUSE = "\u2009";

/**
 * Joins parts that hold no line breaks; spaces at the edges of the parts are dropped or become one. Before a part of
 * `pauses` (by its index) a {@link PAUSE} stands where nothing would.
 */
export function joinTexts(parts: readonly string[], pauses?: ReadonlySet<number>): JoinedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let previous = "";
  for (const [index, part] of parts.entries()) {
    const trimmed = part.trim();
    if (trimmed === "") {
      starts.push(length);
      continue;
    }
    const joint = getSeparator(previous, part);
    const separator = joint === "" && previous !== "" && pauses?.has(index) === true ? PAUSE : joint;
    pieces.push(separator, trimmed);
    length += separator.length;
    starts.push(length - (part.length - part.trimStart().length));
    length += trimmed.length;
    previous = part;
  }
  return { text: pieces.join(""), starts };
}

function findLastLetter(text: string): string {
  let index = text.length - 1;
  while (index > 0 && SHARED_MARKS.includes(text.charAt(index))) index -= 1;
  const isLowSurrogate = /[\uDC00-\uDFFF]/.test(text.charAt(index));
  return isLowSurrogate ? text.slice(Math.max(0, index - 1), index + 1) : text.charAt(index);
}

function findFirstLetter(text: string): string {
  let index = 0;
  while (index < text.length - 1 && SHARED_MARKS.includes(text.charAt(index))) index += 1;
  return String.fromCodePoint(text.codePointAt(index) ?? 0);
}

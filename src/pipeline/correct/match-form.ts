import type { Span } from "../../model/span.ts";
import { isUnspaced } from "../../text/join-text.ts";
import { type FlatText, foldCase, LINE_BREAK, NO_BREAK, SPEAKER_BREAK } from "./flat-text.ts";

/**
 * Where `form` ends when it begins at `position`, in any case and with line breaks in it ignored (at a break its
 * space may stand or be missing); undefined where it does not stand there, or a change of speaker is inside it.
 */
function matchForm(flat: FlatText, foldedForm: string, position: number): number | undefined {
  let at = position;
  for (let index = 0; index < foldedForm.length; index += 1) {
    const expected = foldedForm.charCodeAt(index);
    const before = at === position ? NO_BREAK : flat.breaks[at];
    if (before === SPEAKER_BREAK || at >= flat.text.length) return undefined;
    if (expected === SPACE && before === LINE_BREAK) continue;
    if (flat.folded.charCodeAt(at) !== expected) return undefined;
    at += 1;
    if (expected === SPACE) at = skipSpaces(flat, at);
  }
  return at;
}

/** The character code of a plain space. */
export const SPACE = 0x20;

/** The first position from `at` on that is no space, within its line. */
export function skipSpaces(flat: FlatText, at: number): number {
  let end = at;
  while (flat.folded.charCodeAt(end) === SPACE && flat.breaks[end] === NO_BREAK) end += 1;
  return end;
}

/**
 * The places of `form` that begin between `from` and `to`, left to right, not overlapping. With `isExact` the case
 * counts. A form that begins or ends with a Latin letter or a digit is looked for as whole words; only where none
 * is found, inside words too when `isLoose`.
 */
export function findForms(
  flat: FlatText,
  form: string,
  { from, to }: Span,
  { isExact = false, isLoose = false }: { readonly isExact?: boolean; readonly isLoose?: boolean } = {},
): Span[] {
  const folded = foldCase(form.trim()).replace(/ +/g, " ");
  const first = folded.charAt(0);
  if (first === "") return [];
  const found: Span[] = [];
  const whole: Span[] = [];
  // The window is cut out first: a search for a character that is not in it would run on to the text's end.
  const window = flat.folded.slice(from, to);
  for (let step = window.indexOf(first); step !== -1; step = window.indexOf(first, step + 1)) {
    const at = from + step;
    const end = matchForm(flat, folded, at);
    if (end === undefined || (isExact && !isSameText(flat, at, end, form))) continue;
    if (isWholeWord(flat, at, end)) {
      if (at >= (whole.at(-1)?.to ?? 0)) whole.push({ from: at, to: end });
    }
    if (at >= (found.at(-1)?.to ?? 0)) found.push({ from: at, to: end });
  }
  return isLoose && whole.length === 0 ? found : whole;
}

function isSameText(flat: FlatText, from: number, to: number, form: string): boolean {
  return flat.text.slice(from, to).replace(/\s/g, "") === form.replace(/\s/g, "");
}

/**
 * True where a stretch cuts no word. Words are what the search takes for words: runs of letters and digits, with
 * `+` and `#` at their end; Han characters, hyphens and apostrophes bound them (`用DeepSig做`, `DPC-R1`), and so
 * does a line break; a decimal number is one word (`4` is not a whole word in `4.5`).
 */
export function isWholeWord(flat: FlatText, from: number, to: number): boolean {
  return isWordStart(flat, from) && isWordEnd(flat, to);
}

function isWordStart(flat: FlatText, from: number): boolean {
  const { text, breaks } = flat;
  if (from === 0 || breaks[from] !== NO_BREAK || !isWordCode(text, from)) return true;
  if (isWordCode(text, from - 1)) return false;
  return !(isDigit(text, from) && text.charAt(from - 1) === "." && isDigit(text, from - 2));
}

function isWordEnd(flat: FlatText, to: number): boolean {
  const { text, breaks } = flat;
  if (to >= text.length || breaks[to] !== NO_BREAK) return true;
  const last = text.charAt(to - 1);
  const next = text.charAt(to);
  if (!isWordCode(text, to - 1)) return !("+#".includes(last) && last === next);
  if (isWordCode(text, to) || next === "#" || next === "+") return false;
  return !(isDigit(text, to - 1) && next === "." && isDigit(text, to + 1) && breaks[to + 1] === NO_BREAK);
}

function isDigit(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0x30 && code <= 0x39;
}

/** True for a letter or digit of a script that writes spaces between words. */
export function isWordCode(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return isDigit(text, index) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
  if (code >= 0x2e80 && code <= 0x9fff) return false;
  const character = text.charAt(index);
  return /[\p{L}\p{N}\p{M}]/u.test(character) && !isUnspaced(character);
}

import { isUnspaced } from "./join-text.ts";

/** Seconds that one Han character takes to say (content.md). */
export const HAN_SECONDS = 1 / 4.5;
/** Seconds that one Latin word or number takes to say (content.md). */
const WORD_SECONDS = 1 / 2.5;

const LETTER = /[\p{L}\p{N}\p{M}]/u;

/**
 * How long a text takes to say, in seconds, up to each offset: `weights[offset]`, one entry more than the text
 * has UTF-16 units. A Han character (also kana) weighs 1/4.5 s, a run of other letters and digits 1/2.5 s at its
 * first character; `3.7` and `it's` are one word; everything else weighs nothing.
 */
export function weighText(text: string): Float64Array {
  const weights = new Float64Array(text.length + 1);
  let total = 0;
  let isInWord = false;
  for (let index = 0; index < text.length; ) {
    const code = text.codePointAt(index) ?? 0;
    const length = code > 0xffff ? 2 : 1;
    const kind = classify(code);
    if (kind === "han") total += HAN_SECONDS;
    else if (kind === "letter" && !isInWord) total += WORD_SECONDS;
    isInWord = kind === "letter" || (isInWord && isInsideWord(text, index));
    for (let unit = 1; unit <= length; unit += 1) weights[index + unit] = total;
    index += length;
  }
  return weights;
}

type Kind = "han" | "letter" | "other";

// Most characters of a transcript are in the two ranges that need no regular expression.
function classify(code: number): Kind {
  if (code >= 0x4e00 && code <= 0x9fff) return "han";
  if (code < 0x80) {
    const isLetter = (code >= 0x30 && code <= 0x39) || ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a);
    return isLetter ? "letter" : "other";
  }
  const character = String.fromCodePoint(code);
  if (!LETTER.test(character)) return "other";
  return isUnspaced(character) && !isFullWidthLatin(code) ? "han" : "letter";
}

function isFullWidthLatin(code: number): boolean {
  return code >= 0xff10 && code <= 0xff5a;
}

function isInsideWord(text: string, index: number): boolean {
  if (!".'’".includes(text.charAt(index))) return false;
  const next = text.codePointAt(index + 1);
  return next !== undefined && classify(next) === "letter";
}

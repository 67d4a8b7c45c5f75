import type { Token } from "../../../text/normalise.ts";
import { stockWords } from "./stock-names.ts";
import { gapAfter, type VariantStretch, type WrittenTokens } from "./variant-stretch.ts";

/*
 * Words in other letters without what divides them: GPT-4 and GPT 4 are gpt4, Wi-Fi is wifi, naïve is naive. The key
 * is what a single word without accents would be, so that such a word has no term of its own.
 */

const LATIN = /^[\p{Script=Latin}\p{M}\d]+$/u;
const ASCII = /^[a-z0-9]+$/;
const LETTER = /\p{L}/u;
/** What divides a word in two and is no end of it. */
const HYPHEN = /^[-‐‑‒–_.·]$/u;
const MOST_TOKENS = 6;
const MOST_LETTERS = 24;
/** Of more than three tokens: G P T 4 o. */
const MOST_LETTERS_OF_MANY = 12;
/** Words that stand between others and are no part of a name, however they are written. */
const SMALL_WORDS = new Set(
  "a an and any are as at be but by can do for from had has have he her his how i if in is it its me my no not of off on one or our out over so some that the then they this to under up us was we what when who will with you your all also back down every may more".split(
    " ",
  ),
);

/** A token's letters without accents; undefined for a token of other letters. */
export function spellPlainly({ text, isHan }: Pick<Token, "text" | "isHan">): string | undefined {
  if (isHan) return undefined;
  if (ASCII.test(text)) return text;
  return LATIN.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : undefined;
}

/** Whether a text's token and the next one may be one word. */
export type IsJoined = (first: Token, second: Token, gap: string) => boolean;

/**
 * Where a border in a text is none of the word: at a hyphen; at a space beside a digit, a capital or a single letter;
 * between two words that are a name of the stock list, or a word of `said`, if they are joined.
 * @param said words that are said as one in the same episode
 */
export function joinsInText(text: string, said: ReadonlySet<string>): IsJoined {
  return (first, second, gap) => {
    if (HYPHEN.test(gap)) return !isNumber(first) || !isNumber(second);
    if (!isSpace(gap) || (isNumber(first) && isNumber(second))) return false;
    if (hasSmallWord(first, second)) return isNameOfWords(first, second);
    if (isBesideDigit(first, second) || areLetters(first, second)) return true;
    const joined = join(first, second);
    if (stockWords().has(joined)) return true;
    // Plan A is one name; a plan and I think are two words.
    if (SMALL_WORDS.has(first.text)) return false;
    if (SMALL_WORDS.has(second.text)) return isCapital(text.charAt(second.from));
    const isCapitalBeside = isCapital(text.charAt(first.to - 1)) || isCapital(text.charAt(second.from));
    return (
      isCapitalBeside || isLetter(first) || isLetter(second) || (areWords(first, second) && said.has(joined))
    );
  };
}

/**
 * Where a border in a query may be none of the word that is meant. Its capitals say nothing: people type as they like.
 */
export const joinsInQuery: IsJoined = (first, second, gap) => {
  if (HYPHEN.test(gap)) return !isNumber(first) || !isNumber(second);
  if (!/^\s+$/u.test(gap) || (isNumber(first) && isNumber(second))) return false;
  if (hasSmallWord(first, second)) return isNameOfWords(first, second);
  if (isBesideDigit(first, second) || areLetters(first, second)) return true;
  if (stockWords().has(join(first, second))) return true;
  if (SMALL_WORDS.has(first.text)) return false;
  return isLetter(second) || (!SMALL_WORDS.has(second.text) && (areWords(first, second) || isLetter(first)));
};

/** The runs of tokens in which each is joined with the next, as long as they go. */
export function findRuns(
  { tokens, text }: WrittenTokens,
  isJoined: IsJoined,
): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    if (spellPlainly(tokens[from] as Token) !== undefined)
      while (to < tokens.length && spellPlainly(tokens[to] as Token) !== undefined) {
        if (!isJoined(tokens[to - 1] as Token, tokens[to] as Token, gapAfter({ text, tokens }, to - 1) ?? ""))
          break;
        to++;
      }
    if (spellPlainly(tokens[from] as Token) !== undefined) runs.push({ from, to });
    from = to;
  }
  return runs;
}

/** The writings in a text that a query for the joined or the plain word has to find. */
export function readJoined(written: WrittenTokens, isJoined: IsJoined): VariantStretch[] {
  const found: VariantStretch[] = [];
  for (const run of findRuns(written, isJoined)) {
    for (let from = run.from; from < run.to; from++) {
      let key = "";
      for (let to = from + 1; to <= Math.min(run.to, from + MOST_TOKENS); to++) {
        const token = written.tokens[to - 1] as Token;
        key += spellPlainly(token);
        if (key.length > (to - from > 3 ? MOST_LETTERS_OF_MANY : MOST_LETTERS)) break;
        if (LETTER.test(key) && (to - from > 1 || key !== token.text))
          found.push({ from, to, key: `l${key}` });
      }
    }
  }
  return found;
}

/** The key of tokens as one word; undefined where they are no word in Latin letters. */
export function joinTokens(tokens: readonly Token[]): string | undefined {
  const plain = tokens.map(spellPlainly);
  const joined = plain.join("");
  return plain.includes(undefined) || !LETTER.test(joined) || joined.length > MOST_LETTERS
    ? undefined
    : `l${joined}`;
}

function isSpace(gap: string): boolean {
  return /^\s$/u.test(gap);
}

function isNumber({ text }: Token): boolean {
  return /^\d+$/.test(text);
}

function isLetter({ text }: Token): boolean {
  return text.length === 1 && LETTER.test(text);
}

function areLetters(first: Token, second: Token): boolean {
  return isLetter(first) && isLetter(second);
}

function isBesideDigit(first: Token, second: Token): boolean {
  return /\d$/.test(first.text) || /^\d/.test(second.text);
}

/** Long enough that together they are one word rather than by accident. */
function areWords(first: Token, second: Token): boolean {
  return first.text.length > 2 && second.text.length > 2;
}

function hasSmallWord(...tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => text.length > 1 && SMALL_WORDS.has(text));
}

/** You Tube is a name of the stock list; to put in is not Putin. */
function isNameOfWords(first: Token, second: Token): boolean {
  return areWords(first, second) && stockWords().has(join(first, second));
}

function join(first: Token, second: Token): string {
  return `${spellPlainly(first)}${spellPlainly(second)}`;
}

function isCapital(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

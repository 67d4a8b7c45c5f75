import type { Token } from "../../text/normalise.ts";

/*
 * One term a position: the terms of a turn's tokens t0 t1 t2 … are
 *
 *   Han before Han        t0 t1 ǁ    the two are a word of their own (jieba's, or a glossary term)
 *                         t0 t1 ǂ    both stand inside one longer word
 *                         t0 t1 ǃ    a word ends between them: they meet by accident
 *   … of a frequent pair  t0 t1 t2 (t2 Han) or t0 t1 ǀ: its many places are spread over many terms,
 *                         so that a longer query need not load them all; a list beside the index has them all
 *   Han before other      t0 ǀ
 *   other before Han      t0 ǀ t1
 *   other before other    t0 ǀ ǀ
 *
 * and further ones at the first position of what may be written otherwise (format/variants/): the key that all
 * its writings share, in how many tokens it is written here, and what stands after it:
 *
 *   variant before Han    ǀ key ǀ length t1
 *   variant before other  ǀ key ǀ length ǀ
 *
 * so a query asks for terms by their beginning: `t0 t1` for a pair however cut, `t0 ǀ` for a whole Latin token,
 * `t0` for a single Han character or a Latin token still being typed. No term begins another one, and none is a
 * beginning that a query asks for, so a beginning that nothing has finds nothing.
 *
 * Pagefind folds diacritics and drops what its tables do not know, so only characters that it leaves alone stand
 * for themselves; any other is written as an escape of fixed width.
 */

/** U+01BB and U+01C0 to U+01C3 are letters without case or decomposition; in a text they are escaped like any other. */
const ESCAPE = "ƻ";
const ESCAPE_LENGTH = 5;
const END = "ǀ";

/** How the two characters of a pair stand to the words around them, and the mark that says so. */
export const pairMarks = { word: "ǁ", inside: "ǂ", across: "ǃ" } as const;
export type PairClass = keyof typeof pairMarks;

const PLAIN = /^[a-z0-9\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fa5]*$/;
const ESCAPED = /[^a-z0-9\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fa5]/gu;

function encode(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(
    ESCAPED,
    (character) =>
      ESCAPE + (character.codePointAt(0) as number).toString(36).padStart(ESCAPE_LENGTH - 1, "0"),
  );
}

/** Two Han characters, the key of `frequentPairs`. */
export function pairKey(first: Token, second: Token): string {
  return first.text + second.text;
}

/** The term at position `index` of a turn; `pairClass` is how the tokens at `index` and `index + 1` stand. */
export function makeTerm(tokens: readonly Token[], index: number, pairClass: PairClass): string {
  const token = tokens[index] as Token;
  const next = tokens[index + 1];
  if (!token.isHan) return encode(token.text) + END + (next?.isHan ? encode(next.text) : END);
  if (!next?.isHan) return encode(token.text) + END;
  return encode(token.text) + encode(next.text) + pairMarks[pairClass];
}

/** The term of a writing of `length` tokens, before the token `next`. */
export function makeVariantTerm(key: string, length: number, next: Token | undefined): string {
  return startVariant(key, length) + (next?.isHan ? encode(next.text) : END);
}

/** What the terms of a key begin with: all, those of one length, or those of them before a Han character. */
export function startVariant(key: string, length?: number, next?: Token): string {
  const digit = length === undefined ? "" : length.toString(36);
  return END + encode(key) + END + digit + (next === undefined ? "" : encode(next.text));
}

/** What the terms of a Han character begin with where none follows it. */
export function startLone(token: Token): string {
  return encode(token.text) + END;
}

const PLAIN_HAN = /[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fa5]/;

const classOfMark = new Map(
  Object.entries(pairMarks).map(([pairClass, mark]) => [mark, pairClass as PairClass]),
);

/** How the pair of a marked pair's term stands to the words around it; undefined for any other term. */
export function readPairClass(term: string): PairClass | undefined {
  return classOfMark.get(term.slice(2) as (typeof pairMarks)[PairClass]);
}

/**
 * The pair that a term of a marked pair stands for; undefined for any other term, and for pairs of characters so
 * rare that they are escaped.
 */
export function readPair(term: string): string | undefined {
  const [first = "", second = "", mark = ""] = term;
  if (mark === "" || mark === END || mark === ESCAPE || PLAIN_HAN.test(mark)) return undefined;
  return PLAIN_HAN.test(first) && PLAIN_HAN.test(second) ? first + second : undefined;
}

/**
 * The term of a frequent pair: the next character in the place of the mark.
 * @param next the term at the following position, which begins with the pair's second character
 */
export function splitPair(pair: string, next: string): string {
  const third = next.charAt(1);
  return pair + (third === ESCAPE ? next.slice(1, 1 + ESCAPE_LENGTH) : third);
}

/** A piece of a phrase: a term that begins with `prefix` stands `offset` positions after the phrase's first token. */
export interface PhrasePiece {
  readonly offset: number;
  readonly prefix: string;
  /**
   * `pair`: the prefix is a pair of Han characters whose terms end with one of `pairMarks`; `frequentPair`: one whose
   * terms are split by the next character; `other`: anything else.
   */
  readonly kind: "pair" | "frequentPair" | "other";
}

/** Pairs by their {@link pairKey}. */
type PairSet = Pick<ReadonlySet<string>, "has">;

/**
 * The pieces that together say: these tokens, one after another. Each piece covers one token or a pair
 * (three characters where the pair is frequent); as few and as rare as possible, because each is a file to load.
 * @param isTyping the last token may go on: it matches by its beginning
 */
export function makePhrasePieces(
  tokens: readonly Token[],
  isTyping: boolean,
  frequentPairs: PairSet,
): PhrasePiece[] {
  // cheapest[n]: the cheapest pieces that cover the first n tokens.
  const cheapest: { cost: number; pieces: PhrasePiece[] }[] = [{ cost: 0, pieces: [] }];
  for (let end = 1; end <= tokens.length; end++) {
    let best: { cost: number; pieces: PhrasePiece[] } | undefined;
    for (let start = Math.max(0, end - 3); start < end; start++) {
      const option = makePiece(tokens, start, end, isTyping, frequentPairs);
      if (option === undefined) continue;
      // A piece may overlap those before it: whatever covers some tokens from `start` on will do.
      for (let covered = start; covered < end; covered++) {
        const before = cheapest[covered];
        if (before === undefined) continue;
        const cost = before.cost + option.cost;
        if (best === undefined || cost < best.cost) best = { cost, pieces: [...before.pieces, option.piece] };
      }
    }
    if (best !== undefined) cheapest[end] = best;
  }
  return cheapest[tokens.length]?.pieces ?? [];
}

/** What a piece costs to load, roughly in index files: chosen, only the order matters. */
const COST = { rare: 1, frequent: 40, character: 400 } as const;

function makePiece(
  tokens: readonly Token[],
  start: number,
  end: number,
  isTyping: boolean,
  frequentPairs: PairSet,
): { piece: PhrasePiece; cost: number } | undefined {
  const [first, second, third] = tokens.slice(start, start + 3) as [Token, Token?, Token?];
  const key = encode(first.text);
  const piece = (prefix: string, cost: number, kind: PhrasePiece["kind"] = "other") => ({
    piece: { offset: start, prefix, kind },
    cost,
  });
  if (end - start === 1) {
    const isLast = end === tokens.length;
    if (!first.isHan) return piece(isLast && isTyping ? key : key + END, COST.rare);
    if (isLast) return piece(key, COST.character);
    return second?.isHan ? undefined : piece(key + END, COST.rare);
  }
  if (!second?.isHan) return undefined;
  if (!first.isHan) return end - start === 2 ? piece(key + END + encode(second.text), COST.rare) : undefined;
  const pair = key + encode(second.text);
  const isFrequent = frequentPairs.has(pairKey(first, second));
  if (end - start === 2)
    return isFrequent ? piece(pair, COST.frequent, "frequentPair") : piece(pair, COST.rare, "pair");
  return isFrequent && third?.isHan ? piece(pair + encode(third.text), COST.rare) : undefined;
}

/** The beginning of a term that a query asks for: a pair, a whole token that is no Han character, or a variant's key. */
export function beginningOf(term: string): string {
  if (term.startsWith(END)) return term.slice(0, term.indexOf(END, 1) + 1);
  return PLAIN_HAN.test(term.charAt(0)) ? term.slice(0, 2) : term.slice(0, term.indexOf(END) + 1);
}

/**
 * The bundle, of `count`, that holds every term beginning with `prefix` (or the term itself): by its first
 * character, so that all terms with one beginning are together. A key of letters goes with the words that begin so.
 */
export function bundleOf(prefix: string, count: number): number {
  return (prefix.codePointAt(prefix.startsWith(END) ? 2 : 0) as number) % count;
}

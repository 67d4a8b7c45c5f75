import { isCharacter, type Token } from "../../text/normalise.ts";

/*
 * One term a position: the terms of a turn's tokens t0 t1 t2 … are
 *
 *   Han before Han        t0 t1 ǁ    the two are a word of their own (jieba's, or a glossary term)
 *                         t0 t1 ǂ    both stand inside one longer word
 *                         t0 t1 ǃ    a word ends between them: they meet by accident
 *   … of a frequent pair  t0 t1 t2 (t2 Han) or t0 t1 ǀ: its many places are spread over many terms,
 *                         so that a longer query need not load them all; lists beside the index have them all
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
 * A kana, a Hangul syllable and a Thai letter stand as a Han character does, but no dictionary cuts them: a word ends
 * after each. Their marks come before them, so that no character is the beginning of itself with a mark.
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

function encodeToken({ text, isPhonetic }: Token): string {
  const [character = "", ...marks] = isPhonetic ? text : [];
  return encode(marks.length > 0 ? marks.join("") + character : text);
}

/** Two Han characters, the key of `frequentPairs`. */
export function pairKey(first: Token, second: Token): string {
  return first.text + second.text;
}

/** The term at position `index` of a turn; `pairClass` is how the tokens at `index` and `index + 1` stand. */
export function makeTerm(tokens: readonly Token[], index: number, pairClass: PairClass): string {
  const token = tokens[index] as Token;
  const next = tokens[index + 1];
  const isPaired = next !== undefined && isCharacter(next);
  if (!isCharacter(token)) return encodeToken(token) + END + (isPaired ? encodeToken(next) : END);
  if (!isPaired) return encodeToken(token) + END;
  return encodeToken(token) + encodeToken(next) + pairMarks[pairClass];
}

/** The term of a writing of `length` tokens, before the token `next`. */
export function makeVariantTerm(key: string, length: number, next: Token | undefined): string {
  return startVariant(key, length) + (next !== undefined && isCharacter(next) ? encodeToken(next) : END);
}

/** What the terms of a key begin with: all, those of one length, or those of them before a Han character. */
export function startVariant(key: string, length?: number, next?: Token): string {
  const digit = length === undefined ? "" : length.toString(36);
  return END + encode(key) + END + digit + (next === undefined ? "" : encodeToken(next));
}

/** What the terms of a Han character begin with where none follows it. */
export function startLone(token: Token): string {
  return encodeToken(token) + END;
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

/** The Han character that a term begins with; undefined for any other term, and for characters so rare that they are escaped. */
export function readFirstCharacter(term: string): string | undefined {
  const first = term.charAt(0);
  return PLAIN_HAN.test(first) ? first : undefined;
}

/** A character behind another one that is plain, with the escapes of its marks. */
const THIRD = new RegExp(`^.((?:${ESCAPE}.{${ESCAPE_LENGTH - 1}})+|.)`, "u");

/**
 * What ends the term of a frequent pair in the place of the mark: the next character.
 * @param next the term at the following position, which begins with the pair's second character
 */
export function readThird(next: string): string {
  return THIRD.exec(next)?.[1] ?? "";
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
  const key = encodeToken(first);
  const piece = (prefix: string, cost: number, kind: PhrasePiece["kind"] = "other") => ({
    piece: { offset: start, prefix, kind },
    cost,
  });
  if (end - start === 1) {
    const isLast = end === tokens.length;
    if (!isCharacter(first)) return piece(isLast && isTyping ? key : key + END, COST.rare);
    if (isLast) return piece(key, COST.character);
    return second !== undefined && isCharacter(second) ? undefined : piece(key + END, COST.rare);
  }
  if (second === undefined || !isCharacter(second)) return undefined;
  if (!isCharacter(first))
    return end - start === 2 ? piece(key + END + encodeToken(second), COST.rare) : undefined;
  const pair = key + encodeToken(second);
  const isFrequent = frequentPairs.has(pairKey(first, second));
  if (end - start === 2)
    return isFrequent ? piece(pair, COST.frequent, "frequentPair") : piece(pair, COST.rare, "pair");
  return isFrequent && third !== undefined && isCharacter(third)
    ? piece(pair + encodeToken(third), COST.rare)
    : undefined;
}

const PAIR = new RegExp(`^(?:${ESCAPE}.{${ESCAPE_LENGTH - 1}}|.){2}`, "u");

/** The beginning of a term that a query asks for: a pair, a whole token that is no Han character, or a variant's key. */
export function beginningOf(term: string): string {
  if (term.startsWith(END)) return term.slice(0, term.indexOf(END, 1) + 1);
  const end = term.indexOf(END);
  if (!PLAIN_HAN.test(term.charAt(0)) && end !== -1) return term.slice(0, end + 1);
  return PAIR.exec(term)?.[0] ?? term;
}

/**
 * The bundle, of `count`, that holds every term beginning with `prefix` (or the term itself): by its first
 * character, so that all terms with one beginning are together. A key of letters goes with the words that begin so.
 */
export function bundleOf(prefix: string, count: number): number {
  const own = prefix.startsWith(END) ? prefix.slice(2) : prefix;
  const [first = ""] = own;
  const point =
    first === ESCAPE ? Number.parseInt(own.slice(1, ESCAPE_LENGTH), 36) : (first.codePointAt(0) as number);
  return point % count;
}

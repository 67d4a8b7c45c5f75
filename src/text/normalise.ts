import traditionalCharacters from "opencc-js/dict/TSCharacters";
import { ideographOfRadical, usualOfVariant } from "./like-characters.ts";

/**
 * A unit of the search: one Han character; one kana, Hangul syllable or Thai letter with its marks; or one maximal run
 * of other letters, with their combining marks, and digits. `+` and `#` at the end of a run belong to it (`c++`), and
 * so does `%` or `‰` directly after digits alone (`30%`). Everything else separates tokens and is none.
 */
export interface Token {
  /** Folded: NFKC, lower case, Simplified, and one form of each character that is written in several ways. */
  readonly text: string;
  readonly isHan: boolean;
  /** A kana, a Hangul syllable or a Thai letter: one character, as a Han character is. */
  readonly isPhonetic?: true;
  /** Of a Han character: as dictionaries write it, where that is not `text`: 著 of 著名, whose `text` is 着. */
  readonly lexical?: string;
  /** UTF-16 offsets in the text that was read: `text.slice(from, to)` is what was written. */
  readonly from: number;
  readonly to: number;
}

/** Whether a token is one character, which makes pairs with its neighbours and has no beginning to type. */
export function isCharacter({ isHan, isPhonetic }: Pick<Token, "isHan" | "isPhonetic">): boolean {
  return isHan || isPhonetic === true;
}

/** A token's text as dictionaries have it: for words, readings and names that are offered. */
export function readLexical({ text, lexical }: Pick<Token, "text" | "lexical">): string {
  return lexical ?? text;
}

/** OpenCC's character table, first form of each: `TSCharacters.txt` as opencc-js ships it. */
const simplifiedOf = new Map(
  traditionalCharacters.split("|").map((entry) => {
    const [traditional = "", simplified = ""] = entry.split(" ");
    return [traditional, simplified] as const;
  }),
);

const HAN = /^(?=[\p{L}\p{N}])\p{Script=Han}$/u;
/** The long mark ー is of both scripts of kana, so it is found by the extensions. */
const PHONETIC =
  /^(?=[\p{L}\p{N}])[\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\p{Script=Hangul}\p{Script=Thai}]$/u;
const DIGIT = /^\p{Nd}$/u;
const LETTER = /^[\p{L}\p{N}]$/u;
const MARK = /^\p{M}$/u;
/**
 * What belongs to the letter before it (`e` + U+0301 is `é`): combining marks, the voiced marks of half-width kana,
 * the vowels and finals of decomposed Hangul.
 */
const JOINED = /^[\p{M}\uff9e\uff9f\u1160-\u11ff]$/u;
/**
 * Soft hyphen, zero-width space and joiners, word joiner, byte order mark, variation selectors: nothing is seen of them.
 * Between emoji, where a joiner means something, nothing is a token anyway.
 */
const INVISIBLE = /\u00ad|[\u200b-\u200d]|\u2060|\ufeff|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

function isJoined(codeUnit: number): boolean {
  // Ideographs, the punctuation between them and all that is below the marks are most of every text; asking the table
  // for each would cost.
  if (!(codeUnit >= 0x300) || (codeUnit >= 0x3100 && codeUnit <= 0x9fff)) return false;
  if (codeUnit >= 0xac00 && (codeUnit <= 0xdfff || (codeUnit >= 0xff00 && codeUnit < 0xff9e))) return false;
  return JOINED.test(String.fromCharCode(codeUnit));
}

function isInvisible(codeUnit: number): boolean {
  return (
    codeUnit === 0xad ||
    (codeUnit >= 0x200b && codeUnit <= 0x200d) ||
    codeUnit === 0x2060 ||
    codeUnit === 0xfeff
  );
}

/** Where the letters end that belong to the character before `at`. */
function findClusterEnd(text: string, at: number): number {
  let to = at;
  for (;;) {
    if (isJoined(text.charCodeAt(to))) to++;
    else if (isInvisible(text.charCodeAt(to)) && isJoined(text.charCodeAt(to + 1))) to += 2;
    else return to;
  }
}

const KIND = {
  separator: 0,
  han: 1,
  phonetic: 2,
  letter: 3,
  digit: 4,
  mark: 5,
  /** Belongs to a run that it ends. */
  sign: 6,
  /** Belongs to a run of digits that it ends. */
  percent: 7,
  dot: 8,
} as const;
type Kind = (typeof KIND)[keyof typeof KIND];

interface FoldedCharacter {
  readonly text: string;
  readonly kind: Kind;
  readonly lexical: string | undefined;
}
type Folded = readonly FoldedCharacter[];

const foldedOf = new Map<string, Folded>();

/** @param written a character, with what belongs to it; nothing where nothing is seen of it */
function fold(written: string): Folded {
  const known = foldedOf.get(written);
  if (known !== undefined) return known;
  const folded = [...foldCase(written.replace(INVISIBLE, ""))].map((character): FoldedCharacter => {
    const ideograph = ideographOfRadical.get(character) ?? character;
    const simplified = simplifiedOf.get(ideograph) ?? ideograph;
    const text = usualOfVariant.get(simplified) ?? simplified;
    return { text, kind: classify(text), lexical: text === simplified ? undefined : simplified };
  });
  // Texts have few different characters, but strangers' texts may have any number of sequences.
  if (foldedOf.size < 100_000) foldedOf.set(written, folded);
  return folded;
}

/**
 * NFKC and lower case, one form for what was upper case and what was not: the small letter of İ is an i with a dot
 * of its own, ς is a σ at a word's end, and some capitals have accents that only their small letters are one with.
 */
function foldCase(text: string): string {
  const lower = text.normalize("NFKC").toLowerCase();
  return lower
    .replace(/i(\p{M}*?)\u0307/gu, "i$1")
    .replaceAll("ς", "σ")
    .normalize("NFKC");
}

const KIND_OF_SIGN: Readonly<Record<string, Kind>> = {
  "+": KIND.sign,
  "#": KIND.sign,
  "%": KIND.percent,
  "‰": KIND.percent,
  ".": KIND.dot,
};

function classify(character: string): Kind {
  if (HAN.test(character)) return KIND.han;
  if (PHONETIC.test(character)) return KIND.phonetic;
  if (DIGIT.test(character)) return KIND.digit;
  if (LETTER.test(character)) return KIND.letter;
  if (MARK.test(character)) return KIND.mark;
  return KIND_OF_SIGN[character] ?? KIND.separator;
}

/** What a character alone folds to, by its code unit: texts are made of few of them, and asking a map costs more. */
const foldedUnits = new Array<Folded | undefined>(0x10000);

function foldUnit(unit: number, text: string, from: number): Folded {
  const known = foldedUnits[unit];
  if (known !== undefined) return known;
  const folded = fold(text.charAt(from));
  foldedUnits[unit] = folded;
  return folded;
}

/** First tokens, with their dots, of names that are written with a leading dot: `.net`. */
export type DottedWords = Pick<ReadonlySet<string>, "has">;

const noDottedWords: ReadonlySet<string> = new Set();

/**
 * The words to which a leading dot belongs, of names as they are written: `.NET`. Without a list of them no one can
 * know: the dot of `他说.but` separates, and `but` is found there.
 */
export function listDottedWords(names: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const name of names) {
    const [first] = /^\s*[.．]/.test(name) ? readTokens(name) : [];
    if (first !== undefined && first.from === name.search(/[.．]/) + 1) words.add(`.${first.text}`);
  }
  return words;
}

/**
 * Cuts a text into tokens. The one normaliser of both sides: transcripts and queries go through it,
 * and offsets lead back to the text as written. Linear in the text's length.
 * @param dotted what {@link listDottedWords} gives of the glossary's names; both sides must have the same
 */
export function readTokens(text: string, dotted: DottedWords = noDottedWords): Token[] {
  const scanner = new Scanner(dotted);
  scanner.scan(text);
  return scanner.tokens;
}

class Scanner {
  readonly tokens: Token[] = [];
  readonly #dotted: DottedWords;
  /** What is read of a token that may go on: a run, or a phonetic character whose marks may follow. */
  #run = "";
  #from = 0;
  #to = 0;
  /** Of the run's first and last character. */
  #firstKind: Kind = KIND.separator;
  #lastKind: Kind = KIND.separator;
  #isDigits = false;
  /** Where a dot stands that the next run may have; -1 where none does. */
  #dot = -1;
  #isAfterDot = false;

  constructor(dotted: DottedWords) {
    this.#dotted = dotted;
  }

  scan(text: string): void {
    for (let from = 0; from < text.length; ) {
      const unit = text.charCodeAt(from);
      const isPair = unit >= 0xd800 && unit < 0xdc00 && (text.codePointAt(from) as number) > 0xffff;
      const to = findClusterEnd(text, from + (isPair ? 2 : 1));
      const folded = to - from === 1 ? foldUnit(unit, text, from) : fold(text.slice(from, to));
      // By index: this is where a build reads every character of an archive.
      for (let k = 0; k < folded.length; k++) this.#take(folded[k] as FoldedCharacter, from, to);
      from = to;
    }
    this.#end();
  }

  #take(character: FoldedCharacter, from: number, to: number): void {
    const { text, kind, lexical } = character;
    if (kind === KIND.han) {
      this.#end();
      this.tokens.push(
        lexical === undefined ? { text, isHan: true, from, to } : { text, isHan: true, lexical, from, to },
      );
    } else if (kind === KIND.letter || kind === KIND.digit) {
      if (this.#firstKind === KIND.phonetic || this.#lastKind >= KIND.sign) this.#end();
      if (this.#run === "") this.#begin(kind, from);
      this.#isDigits &&= kind === KIND.digit;
      this.#add(text, kind, to);
    } else if (kind === KIND.phonetic) {
      this.#end();
      this.#begin(kind, from);
      this.#add(text, kind, to);
    } else if (this.#isPartOf(kind)) this.#add(text, kind, to);
    else {
      // The dot of `ASP.NET` stands between two runs, and an ellipsis belongs to no word.
      const isAfterRun = this.#run !== "" && this.#firstKind !== KIND.phonetic;
      this.#end();
      this.#dot = kind === KIND.dot && !isAfterRun && !this.#isAfterDot ? from : -1;
    }
    this.#isAfterDot = kind === KIND.dot;
  }

  /** Whether a mark or a sign belongs to what is before it. */
  #isPartOf(kind: Kind): boolean {
    const last = this.#lastKind;
    if (this.#run === "") return false;
    if (kind === KIND.mark) return last === KIND.letter || last === KIND.phonetic || last === KIND.mark;
    if (this.#firstKind === KIND.phonetic) return false;
    if (kind === KIND.sign) return last !== KIND.percent;
    return kind === KIND.percent && this.#isDigits && last === KIND.digit;
  }

  #begin(kind: Kind, from: number): void {
    this.#firstKind = kind;
    this.#from = from;
    this.#isDigits = kind === KIND.digit;
  }

  #add(text: string, kind: Kind, to: number): void {
    this.#run += text;
    this.#to = to;
    this.#lastKind = kind;
  }

  #end(): void {
    const dot = this.#dot;
    this.#dot = -1;
    if (this.#run === "") return;
    const [text, from, to] = [this.#run, this.#from, this.#to];
    this.#run = "";
    const isPhonetic = this.#firstKind === KIND.phonetic;
    this.#firstKind = KIND.separator;
    this.#lastKind = KIND.separator;
    if (isPhonetic) this.tokens.push({ text, isHan: false, isPhonetic, from, to });
    else if (dot !== -1 && this.#dotted.has(`.${text}`))
      this.tokens.push({ text: `.${text}`, isHan: false, from: dot, to });
    else this.tokens.push({ text, isHan: false, from, to });
  }
}

/** Tokens whose `text` is what dictionaries have: for whoever proofreads, to whom 显着 is not 显著. */
export function readLexicalTokens(text: string): Token[] {
  return readTokens(text).map((token) => ({ ...token, text: readLexical(token) }));
}

/** A name as it is compared: by its tokens, as words are. One of other characters only is compared as it stands. */
export function foldName(name: string): string {
  const tokens = readTokens(name);
  return tokens.length === 0 ? name.trim() : tokens.map(({ text }) => text).join(" ");
}

import traditionalCharacters from "opencc-js/dict/TSCharacters";

/**
 * A unit of the search: one Han character, or one maximal run of other letters and digits with `+` and `#`
 * at its end (`c++`). Everything else separates tokens and is none.
 */
export interface Token {
  /** Folded: NFKC, lower case, Simplified. */
  readonly text: string;
  readonly isHan: boolean;
  /** UTF-16 offsets in the text that was read: `text.slice(from, to)` is what was written. */
  readonly from: number;
  readonly to: number;
}

/** OpenCC's character table, first form of each: `TSCharacters.txt` as opencc-js ships it. */
const simplifiedOf = new Map(
  traditionalCharacters.split("|").map((entry) => {
    const [traditional = "", simplified = ""] = entry.split(" ");
    return [traditional, simplified] as const;
  }),
);

const HAN = /^(?=[\p{L}\p{N}])\p{Script=Han}$/u;
/** So that a letter written as base and accent is the letter (`e` + U+0301 is `é`). */
const COMBINING_MARK = /^\p{M}$/u;

function isCombiningMark(codeUnit: number): boolean {
  // The ideographs and everything below the marks are most of every text; asking the table for each would cost.
  if (!(codeUnit >= 0x300) || (codeUnit >= 0x3100 && codeUnit <= 0x9fff)) return false;
  return COMBINING_MARK.test(String.fromCharCode(codeUnit));
}

const LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u;

const KIND = { separator: 0, han: 1, other: 2, sign: 3 } as const;
type Kind = (typeof KIND)[keyof typeof KIND];
type Folded = readonly (readonly [text: string, kind: Kind])[];

const foldedOf = new Map<string, Folded>();

/** @param written a character, with the combining marks that follow it */
function fold(written: string): Folded {
  const known = foldedOf.get(written);
  if (known !== undefined) return known;
  const folded: [string, Kind][] = [];
  for (const character of written.normalize("NFKC").toLowerCase()) {
    const simplified = simplifiedOf.get(character) ?? character;
    folded.push([simplified, classify(simplified)]);
  }
  // Texts have few different characters, but strangers' texts may have any number of sequences.
  if (foldedOf.size < 100_000) foldedOf.set(written, folded);
  return folded;
}

function classify(character: string): Kind {
  if (HAN.test(character)) return KIND.han;
  if (LETTER_OR_DIGIT.test(character)) return KIND.other;
  return character === "+" || character === "#" ? KIND.sign : KIND.separator;
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

/**
 * Cuts a text into tokens. The one normaliser of both sides: transcripts and queries go through it,
 * and offsets lead back to the text as written. Linear in the text's length.
 */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  scanTokens(text, (own, isHan, from, to) => tokens.push({ text: own, isHan, from, to }));
  return tokens;
}

function scanTokens(
  text: string,
  visit: (text: string, isHan: boolean, from: number, to: number) => void,
): void {
  let run = "";
  let runFrom = 0;
  let runTo = 0;
  let isInSigns = false;
  const endRun = () => {
    if (run !== "") visit(run, false, runFrom, runTo);
    run = "";
    isInSigns = false;
  };
  for (let from = 0; from < text.length; ) {
    const unit = text.charCodeAt(from);
    const isPair = unit >= 0xd800 && unit < 0xdc00 && (text.codePointAt(from) as number) > 0xffff;
    let to = from + (isPair ? 2 : 1);
    while (isCombiningMark(text.charCodeAt(to))) to++;
    const folded = to - from === 1 ? foldUnit(unit, text, from) : fold(text.slice(from, to));
    // By index: this is where a build reads every character of an archive.
    for (let k = 0; k < folded.length; k++) {
      const own = folded[k] as Folded[number];
      const character = own[0];
      const kind = own[1];
      if (kind === KIND.other) {
        if (isInSigns) endRun();
        if (run === "") runFrom = from;
        run += character;
        runTo = to;
      } else if (kind === KIND.sign && run !== "") {
        run += character;
        runTo = to;
        isInSigns = true;
      } else {
        endRun();
        if (kind === KIND.han) visit(character, true, from, to);
      }
    }
    from = to;
  }
  endRun();
}

/** A name as it is compared: by its tokens, as words are. One of other characters only is compared as it stands. */
export function foldName(name: string): string {
  const tokens = readTokens(name);
  return tokens.length === 0 ? name.trim() : tokens.map(({ text }) => text).join(" ");
}

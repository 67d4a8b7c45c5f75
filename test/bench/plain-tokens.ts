import traditionalCharacters from "opencc-js/dict/TSCharacters";

// The bench's own reading of what a token is, written from the definition and not from src/text, which it judges.

/** A Han character, or a run of other letters and digits with `+` and `#` at its end, folded. */
export interface PlainToken {
  readonly text: string;
  /** UTF-16 offsets in the text as written. */
  readonly from: number;
  readonly to: number;
}

const simplified = new Map<string, string>();
for (const line of traditionalCharacters.split("|")) {
  const [from = "", first = from] = line.split(" ");
  simplified.set(from, first);
}

const token = /[\p{Script=Han}&&[\p{L}\p{N}]]|[[\p{L}\p{N}]--\p{Script=Han}]+[+#]*/gv;
const characterWithMarks = /\P{M}\p{M}*|\p{M}+/gu;
const foldedCharacters = new Map<string, string>();

function foldCharacter(written: string): string {
  const known = foldedCharacters.get(written);
  if (known !== undefined) return known;
  let folded = "";
  for (const character of written.normalize("NFKC"))
    for (const lower of character.toLowerCase()) folded += simplified.get(lower) ?? lower;
  foldedCharacters.set(written, folded);
  return folded;
}

/** Reads the tokens of a text, in order. */
export function readPlainTokens(text: string): PlainToken[] {
  let folded = "";
  // Offsets as written of each UTF-16 unit of `folded`.
  const from: number[] = [];
  const to: number[] = [];
  for (const { 0: written, index } of text.matchAll(characterWithMarks)) {
    const own = foldCharacter(written);
    folded += own;
    for (let unit = 0; unit < own.length; unit += 1) {
      from.push(index);
      to.push(index + written.length);
    }
  }
  return Array.from(folded.matchAll(token), ({ 0: own, index }) => ({
    text: own,
    from: from[index] ?? 0,
    to: to[index + own.length - 1] ?? 0,
  }));
}

const han = /^\p{Script=Han}$/u;

/** True for a token that is a Han character. */
export function isHanToken(text: string): boolean {
  return han.test(text);
}

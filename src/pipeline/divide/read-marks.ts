import { readTokens } from "../../text/normalise.ts";

/** Marks that end or divide a sentence, and those that close; they stand behind a word. */
const CLOSING = /[，。！？；：、…—～,.!?;:”’」』）)】》〉\]]/;
/** Marks that open; they stand before a word. */
const OPENING = /[“‘「『（(【《〈[]/;
const PARTNERS: Readonly<Record<string, string>> = {
  "“": "”",
  "‘": "’",
  "「": "」",
  "『": "』",
  "（": "）",
  "(": ")",
  "【": "】",
  "《": "》",
  "〈": "〉",
  "[": "]",
};
/** More marks in a row say no more (chosen). */
const MOST_MARKS = 6;

/** What stands between two words of a punctuated text. */
export interface Marks {
  readonly closing: string;
  readonly opening: string;
  /** Whether a paragraph begins behind it: a blank line. */
  readonly isParagraph: boolean;
}

/** A word of a punctuated text. */
export interface PunctuatedWord {
  /** Folded, as the search folds it. */
  readonly text: string;
  /** UTF-16 offsets in the file. */
  readonly from: number;
  readonly to: number;
}

/** The words of a punctuated text, and the marks before each and behind the last: one more. Other signs are passed over. */
export function readMarks(text: string): { words: PunctuatedWord[]; marks: Marks[] } {
  const words = readTokens(text);
  let isQuoted = false;
  const marks: Marks[] = [];
  for (let index = 0; index <= words.length; index += 1) {
    const own = text.slice(words[index - 1]?.to ?? 0, words[index]?.from ?? text.length);
    const isParagraph = /\n[^\S\n]*\n/.test(own);
    let closing = "";
    let opening = "";
    for (const sign of own.slice(0, 200)) {
      if (sign === "\n") isQuoted &&= !isParagraph;
      let mark = sign;
      if (sign === '"') {
        mark = isQuoted ? "”" : "“";
        isQuoted = !isQuoted;
      }
      if (CLOSING.test(mark)) closing += mark;
      else if (OPENING.test(mark)) opening += mark;
    }
    marks.push({ closing: closing.slice(0, MOST_MARKS), opening: opening.slice(-MOST_MARKS), isParagraph });
  }
  return { words, marks };
}

/** Marks that open or close without their partner go; `texts` are those that follow one another. */
export function dropLoneMarks(texts: readonly string[]): string[] {
  const open: { sign: string; text: number; at: number }[] = [];
  const signs = texts.map((text) => [...text]);
  const closings = new Set(Object.values(PARTNERS));
  for (const [text, own] of signs.entries()) {
    for (const [at, sign] of own.entries()) {
      if (PARTNERS[sign] !== undefined) open.push({ sign, text, at });
      else if (closings.has(sign)) {
        if (PARTNERS[open.at(-1)?.sign ?? ""] === sign) open.pop();
        else own[at] = "";
      }
    }
  }
  for (const { text, at } of open) (signs[text] as string[])[at] = "";
  return signs.map((own) => own.join(""));
}

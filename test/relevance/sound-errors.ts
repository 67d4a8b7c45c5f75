import { readFileSync } from "node:fs";
import { cut } from "nodejs-jieba";
import { readLexicalTokens } from "../../src/text/normalise.ts";

/** A line as a recogniser wrote it and as it was said, folded to Simplified, Han characters only. */
export interface HeardLine {
  readonly heard: readonly string[];
  readonly said: readonly string[];
  /** For each character that was said, the index of the one that was heard for it, or -1. */
  readonly places: readonly number[];
}

/** A word that was said and heard as another one. */
export interface HeardWord {
  readonly line: number;
  readonly said: string;
  /** As many characters as `said`; undefined where some were left out or put in. */
  readonly heard: string | undefined;
  /** Index of its first character in the line as heard. */
  readonly from: number;
}

/** Reads asr-errors-aishell3: one JSON object a line, `text` heard and `true_text` said. */
export function readHeardLines(path: string): HeardLine[] {
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const { text, true_text: truth } = JSON.parse(line) as { text: string; true_text: string };
      const heard = readHan(text);
      const said = readHan(truth);
      return { heard, said, places: align(heard, said) };
    });
}

/** The words of two characters and more, as jieba cuts what was said, in which a character was heard as another. */
export function listHeardWords(lines: readonly HeardLine[]): HeardWord[] {
  return lines.flatMap(({ heard, said, places }, line) => {
    const words: HeardWord[] = [];
    let at = 0;
    for (const word of cut(said.join(""))) {
      const characters = [...word];
      const own = characters.map((_, k) => places[at + k] as number);
      at += characters.length;
      const isMisheard = own.some((place, k) => place >= 0 && heard[place] !== characters[k]);
      if (characters.length < 2 || !isMisheard) continue;
      const isWhole = own.every((place, k) => place >= 0 && place === (own[0] as number) + k);
      words.push({
        line,
        said: word,
        heard: isWhole ? own.map((place) => heard[place]).join("") : undefined,
        from: own[0] as number,
      });
    }
    return words;
  });
}

function readHan(text: string): string[] {
  return readLexicalTokens(text)
    .filter(({ isHan }) => isHan)
    .map((token) => token.text);
}

/** The alignment with the fewest changes (Wagner and Fischer 1974). */
function align(heard: readonly string[], said: readonly string[]): number[] {
  const cost = heard.map(() => new Array<number>(said.length).fill(0));
  const at = (i: number, j: number) => (i < 0 ? j + 1 : j < 0 ? i + 1 : (cost[i]?.[j] as number));
  for (const [i, own] of cost.entries())
    for (let j = 0; j < said.length; j++)
      own[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (heard[i] === said[j] ? 0 : 1),
      );
  const places = new Array<number>(said.length).fill(-1);
  for (let i = heard.length - 1, j = said.length - 1; i >= 0 && j >= 0; ) {
    if (at(i, j) === at(i - 1, j - 1) + (heard[i] === said[j] ? 0 : 1)) places[j--] = i--;
    else if (at(i, j) === at(i - 1, j) + 1) i--;
    else j--;
  }
  return places;
}

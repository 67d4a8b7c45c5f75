import { cut } from "nodejs-jieba";
import type { Episode } from "../../model/archive.ts";
import type { Passage } from "../../model/passage.ts";
import { findForm } from "../../text/find-form.ts";
import { type DottedWords, readLexical, readTokens, type Token } from "../../text/normalise.ts";
import { readTurns, type Turn } from "./read-turns.ts";

/** Terms of the glossary as tokens, by their first token: what {@link findWordStarts} keeps whole. */
export type WordList = ReadonlyMap<string, readonly (readonly Token[])[]>;

/** Makes the word list of names; names without a letter or digit are left out. */
export function makeWordList(names: Iterable<string>, dotted?: DottedWords): WordList {
  const list = new Map<string, (readonly Token[])[]>();
  for (const name of names) {
    const tokens = readTokens(name, dotted);
    const first = tokens[0];
    if (first === undefined) continue;
    list.set(first.text, [...(list.get(first.text) ?? []), tokens]);
  }
  return list;
}

/**
 * Where words begin: `result[k]` is true when a word begins at token k, as jieba cuts the Han characters and with
 * the words of `wordList` kept whole. Every token that is not Han, and every one after something that separates
 * tokens in the text, begins a word. `result[tokens.length]` is true.
 */
export function findWordStarts(tokens: readonly Token[], wordList: WordList): boolean[] {
  const starts = new Array<boolean>(tokens.length + 1).fill(true);
  // jieba is asked once for all runs of Han characters: a call costs more than a run. A line feed is a word to it.
  let runs = "";
  for (const [k, token] of tokens.entries()) {
    const before = tokens[k - 1];
    if (before !== undefined && !(token.isHan && before.isHan && before.to === token.from)) runs += "\n";
    if (token.isHan) runs += readLexical(token);
  }
  let k = 0;
  for (const word of runs === "" ? [] : cut(runs)) {
    if (word === "\n") continue;
    while (tokens[k]?.isHan === false) k++;
    // As many tokens as it has characters, of which few are pairs of units.
    for (let unit = 1; unit < word.length; unit++) if (!isSecondHalf(word, unit)) starts[++k] = false;
    k++;
  }
  for (const [from, to] of findListedWords(tokens, wordList)) {
    starts.fill(false, from + 1, to);
    starts[from] = true;
    starts[to] = true;
  }
  return starts;
}

function isSecondHalf(text: string, unit: number): boolean {
  return (text.charCodeAt(unit) & 0xfc00) === 0xdc00;
}

/** Places of listed words, leftmost and then longest, not overlapping. */
function findListedWords(tokens: readonly Token[], wordList: WordList): [from: number, to: number][] {
  const places: [number, number][] = [];
  for (let from = 0; from < tokens.length; from++) {
    let longest = 0;
    for (const word of wordList.get((tokens[from] as Token).text) ?? []) {
      if (word.length > longest && findForm(tokens.slice(from, from + word.length), word).length === 1)
        longest = word.length;
    }
    if (longest === 0) continue;
    places.push([from, from + longest]);
    from += longest - 1;
  }
  return places;
}

/** A turn and where its words begin. */
export interface TokenizedTurn extends Turn {
  /** `wordStarts[k]`: a word begins at token k; one longer than `tokens`. */
  readonly wordStarts: readonly boolean[];
}

/** Reads the turns of an episode and cuts their Han characters into words, those of `wordList` kept whole. */
export function tokenizePassages(
  passages: readonly Pick<Passage, "text" | "speaker">[],
  wordList: WordList,
  dotted?: DottedWords,
): TokenizedTurn[] {
  return readTurns(passages, dotted).map((turn) => ({
    ...turn,
    wordStarts: findWordStarts(turn.tokens, wordList),
  }));
}

/** What is written over an episode and not said in it: its title, its topics and its chapters' titles. */
export type Headed = Pick<Episode, "title" | "topics" | "chapters">;

/** An episode's headings, each a turn without a passage: the title, each topic, and each chapter's title in order. */
export function tokenizeHeadings(
  { title, topics, chapters }: Headed,
  wordList: WordList,
  dotted?: DottedWords,
): TokenizedTurn[] {
  return [title, ...topics, ...chapters.map((chapter) => chapter.title)].map((heading) => {
    const tokens = readTokens(heading, dotted);
    const texts = [{ text: heading, firstToken: 0 }];
    return { tokens, passages: [], texts, wordStarts: findWordStarts(tokens, wordList) };
  });
}

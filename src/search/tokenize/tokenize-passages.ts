import type { Episode } from "../../model/archive.ts";
import type { Passage } from "../../model/passage.ts";
import { type DottedWords, readTokens } from "../../text/normalise.ts";
import { findWordStarts, type WordList } from "./cut-words.ts";
import { readTurns, type Turn } from "./read-turns.ts";

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

import type { Passage } from "../../model/passage.ts";
import { readTurns, type Turn } from "../../text/read-turns.ts";
import { findWordStarts, type WordList } from "./cut-words.ts";

/** A turn and where its words begin. */
export interface TokenizedTurn extends Turn {
  /** `wordStarts[k]`: a word begins at token k; one longer than `tokens`. */
  readonly wordStarts: readonly boolean[];
}

/** Reads the turns of an episode and cuts their Han characters into words, those of `wordList` kept whole. */
export function tokenizePassages(
  passages: readonly Pick<Passage, "text" | "speaker">[],
  wordList: WordList,
): TokenizedTurn[] {
  return readTurns(passages).map((turn) => ({ ...turn, wordStarts: findWordStarts(turn.tokens, wordList) }));
}

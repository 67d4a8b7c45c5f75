import type { Passage } from "../../model/passage.ts";
import { type DottedWords, readTokens, type Token } from "../../text/normalise.ts";

/** What one speaker says without a break, over however many passages: no phrase reaches beyond it. */
export interface Turn {
  /** Offsets are those of each token's passage. */
  readonly tokens: readonly Token[];
  /** Index in the episode of each passage of the turn, and its first token among `tokens`. */
  readonly passages: readonly { readonly passage: number; readonly firstToken: number }[];
  /** The texts that the tokens were read from, and the first token of each. */
  readonly texts: readonly { readonly text: string; readonly firstToken: number }[];
}

/** Joins the passages of each speaker's turn and reads their tokens. Passages without a speaker are one speaker's. */
export function readTurns(
  passages: readonly Pick<Passage, "text" | "speaker">[],
  dotted?: DottedWords,
): Turn[] {
  const turns: {
    tokens: Token[];
    passages: { passage: number; firstToken: number }[];
    texts: { text: string; firstToken: number }[];
    speaker: string | undefined;
  }[] = [];
  for (const [index, { text, speaker }] of passages.entries()) {
    let turn = turns.at(-1);
    if (turn === undefined || turn.speaker !== speaker?.key) {
      turn = { tokens: [], passages: [], texts: [], speaker: speaker?.key };
      turns.push(turn);
    }
    turn.passages.push({ passage: index, firstToken: turn.tokens.length });
    turn.texts.push({ text, firstToken: turn.tokens.length });
    for (const token of readTokens(text, dotted)) turn.tokens.push(token);
  }
  return turns;
}

import type { Turn } from "../../text/read-turns.ts";
import { bundleOf, makeTerm, type PairClass } from "../../text/terms.ts";

/**
 * A turn and where its words begin, as the tokenize stage gives it. One without a passage is a heading: its words
 * are written over the episode and not said.
 */
export interface RecordableTurn extends Turn {
  readonly wordStarts: readonly boolean[];
}

/** An episode as the index takes it. Positions count the tokens of all turns and one break after each turn. */
export interface SearchRecord {
  /**
   * For each bundle, the episode's positions as words: the term where the bundle holds it, else {@link GAP};
   * every word is followed by a space.
   */
  readonly contents: readonly string[];
  /** Position at which each passage begins, ascending; as many as the episode has passages. */
  readonly firstPositions: readonly number[];
  /** Position at which each heading begins, ascending; they stand before all passages. */
  readonly headings: readonly number[];
  /** Number of positions, from the first on, that are of headings. */
  readonly headingLength: number;
  /** Number of tokens that are said. */
  readonly tokenCount: number;
  /** Number of positions, breaks included. */
  readonly positionCount: number;
}

/** A word without a letter takes a position in Pagefind and is no term. It also stands between turns. */
const GAP = ". ";

/**
 * Makes the record of an episode's turns for an index whose terms are spread over `bundleCount` bundles.
 * @param turns headings before all others
 */
export function makeRecord(
  turns: readonly RecordableTurn[],
  frequentPairs: ReadonlySet<string>,
  bundleCount: number,
): SearchRecord {
  return recordTerms(turns, bundleCount, ({ tokens, wordStarts }, k) =>
    makeTerm(tokens, k, classifyPair(wordStarts, k), frequentPairs),
  );
}

/** Makes a record of the terms that `termAt` gives for each token of a turn. */
export function recordTerms<T extends RecordableTurn>(
  turns: readonly T[],
  bundleCount: number,
  termAt: (turn: T, k: number) => string,
): SearchRecord {
  const firstPositions: number[] = [];
  const headings: number[] = [];
  const contents = new Array<string>(bundleCount).fill("");
  const filled = new Array<number>(bundleCount).fill(0);
  let position = 0;
  let tokenCount = 0;
  for (const turn of turns) {
    const { tokens, passages } = turn;
    if (passages.length === 0) headings.push(position);
    for (const { passage, firstToken } of passages) firstPositions[passage] = position + firstToken;
    for (let k = 0; k < tokens.length; k++, position++) {
      const term = termAt(turn, k);
      const bundle = bundleOf(term, bundleCount);
      contents[bundle] += `${GAP.repeat(position - (filled[bundle] as number))}${term} `;
      filled[bundle] = position + 1;
    }
    if (passages.length > 0) tokenCount += tokens.length;
    position++;
  }
  return {
    contents: contents.map((content, bundle) => content + GAP.repeat(position - (filled[bundle] as number))),
    firstPositions,
    headings,
    headingLength: firstPositions[0] ?? position,
    tokenCount,
    positionCount: position,
  };
}

function classifyPair(wordStarts: readonly boolean[], k: number): PairClass {
  if (wordStarts[k + 1]) return "across";
  return wordStarts[k] && wordStarts[k + 2] ? "word" : "inside";
}

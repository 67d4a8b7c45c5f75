import { makeSoundTerm, type SoundToken } from "../../format/sound-terms.ts";
import { makeTerm, makeVariantTerm, type PairClass } from "../../format/terms.ts";
import { joinsInText, readJoined } from "../../format/variants/join-latin.ts";
import { readNumbers } from "../../format/variants/read-numbers.ts";
import type { Turn } from "../../tokenize/read-turns.ts";

/**
 * A turn and where its words begin, as the tokenize stage gives it. One without a passage is a heading: its words
 * are written over the episode and not said.
 */
export interface RecordableTurn extends Turn {
  readonly wordStarts: readonly boolean[];
}

/** Terms that stand beside the one that each position has. */
export interface VariantPlaces {
  /** Each once. */
  readonly terms: readonly string[];
  /** A position and the index of a term in `terms`, by turns; positions ascending. */
  readonly places: Uint32Array;
}

/** An episode as the index takes it. Positions count the tokens of all turns and one break after each turn. */
export interface SearchRecord {
  /** The terms of the episode, each once. */
  readonly terms: readonly string[];
  /** For each position: 1 + the index of its term in `terms`; 0 at a break. */
  readonly termAt: Uint32Array;
  /** The further terms of its writings; absent where they have none, as sounds do. */
  readonly variants?: VariantPlaces;
  /** Position at which each passage begins, ascending; as many as the episode has passages. */
  readonly firstPositions: readonly number[];
  /** Position at which each heading begins, ascending; they stand before all passages. */
  readonly headings: readonly number[];
  /** Number of positions, from the first on, that are of headings. */
  readonly headingLength: number;
  /** Number of tokens that are said. */
  readonly tokenCount: number;
}

/**
 * Makes the record of an episode's turns.
 * @param turns headings before all others
 */
export function makeRecord(turns: readonly RecordableTurn[]): SearchRecord {
  return {
    ...recordTerms(turns, ({ tokens, wordStarts }, k) => makeTerm(tokens, k, classifyPair(wordStarts, k))),
    variants: recordVariants(turns),
  };
}

/** Makes a record of the terms that `termOf` gives for each token of a turn. */
export function recordTerms<T extends RecordableTurn>(
  turns: readonly T[],
  termOf: (turn: T, k: number) => string,
): SearchRecord {
  const termAt = new Uint32Array(turns.reduce((sum, { tokens }) => sum + tokens.length + 1, 0));
  const numberOf = new Map<string, number>();
  const firstPositions: number[] = [];
  const headings: number[] = [];
  let position = 0;
  let tokenCount = 0;
  for (const turn of turns) {
    if (turn.passages.length === 0) headings.push(position);
    else tokenCount += turn.tokens.length;
    for (const { passage, firstToken } of turn.passages) firstPositions[passage] = position + firstToken;
    for (let k = 0; k < turn.tokens.length; k++, position++) {
      const term = termOf(turn, k);
      let number = numberOf.get(term);
      if (number === undefined) {
        number = numberOf.size + 1;
        numberOf.set(term, number);
      }
      termAt[position] = number;
    }
    position++;
  }
  return {
    terms: [...numberOf.keys()],
    termAt,
    firstPositions,
    headings,
    headingLength: firstPositions[0] ?? position,
    tokenCount,
  };
}

/** What of the turns may be written otherwise. A writing does not reach over two passages. */
function recordVariants(turns: readonly RecordableTurn[]): VariantPlaces {
  const numberOf = new Map<string, number>();
  const places: [position: number, term: number][] = [];
  const said = new Set(
    turns.flatMap(({ tokens }) => tokens.flatMap(({ text, isHan }) => (isHan ? [] : [text]))),
  );
  let position = 0;
  for (const { tokens, texts } of turns) {
    for (const [k, { text, firstToken }] of texts.entries()) {
      const written = { text, tokens: tokens.slice(firstToken, texts[k + 1]?.firstToken) };
      const stretches = [...readNumbers(written), ...readJoined(written, joinsInText(text, said))];
      for (const { from, to, key } of stretches.sort((a, b) => a.from - b.from)) {
        const term = makeVariantTerm(key, to - from, tokens[firstToken + to]);
        const number = numberOf.get(term) ?? numberOf.size;
        numberOf.set(term, number);
        places.push([position + firstToken + from, number]);
      }
    }
    position += tokens.length + 1;
  }
  return { terms: [...numberOf.keys()], places: Uint32Array.from(places.flat()) };
}

function classifyPair(wordStarts: readonly boolean[], k: number): PairClass {
  if (wordStarts[k + 1]) return "across";
  return wordStarts[k] && wordStarts[k + 2] ? "word" : "inside";
}

/** A turn whose tokens are sounds, one for each token of the turn as written. */
export interface SoundTurn extends RecordableTurn {
  readonly tokens: readonly SoundToken[];
}

/** As `makeRecord`, of the sounds: its positions are those of the episode's own record. */
export function makeSoundRecord(turns: readonly SoundTurn[]): SearchRecord {
  const stopsOf = new Map(turns.map((turn) => [turn, findStops(turn)]));
  return recordTerms(turns, (turn, k) =>
    makeSoundTerm(turn.tokens, k, turn.wordStarts, stopsOf.get(turn) as boolean[]),
  );
}

const STOP = /[\p{P}\p{S}\p{Z}\s]/u;

/** Where punctuation or a space stands after a token of a turn, also at the border of two passages. */
function findStops({ tokens, texts }: SoundTurn): boolean[] {
  const stops = tokens.map(() => false);
  let textBefore = "";
  for (const [k, { text, firstToken }] of texts.entries()) {
    const end = texts[k + 1]?.firstToken ?? tokens.length;
    for (let at = firstToken; at < end; at++) {
      const token = tokens[at] as SoundToken;
      const before = tokens[at - 1];
      if (before === undefined) continue;
      if (at > firstToken && before.to === token.from) continue;
      const gap =
        at > firstToken
          ? text.slice(before.to, token.from)
          : textBefore.slice(before.to) + text.slice(0, token.from);
      stops[at - 1] = STOP.test(gap);
    }
    if (end > firstToken) textBefore = text;
  }
  return stops;
}

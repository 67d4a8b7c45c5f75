import type { Token } from "../../text/normalise.ts";
import { makeTerm } from "./terms.ts";

/*
 * The sounds-like index is the exact one over another alphabet: a Han character's token is its syllable, another
 * token's is the key of its sound. So terms, pieces of a phrase and bundles are those of terms.ts, but for the end of
 * a pair of syllables, which tells how it is written and in which tones:
 *
 *   s1 s2 boundaries variant1 variant2   the boundaries a letter, the others one character each
 *   s1 s2 s3 or s1 s2 ǀ                  of a pair so frequent that its sound alone says nothing
 *   s1 ǀ                                 of a syllable before punctuation or a space: nobody says a name over a comma
 */

/** A token as it sounds: `text` is a syllable's code, or the key of another token's sound. */
export interface SoundToken extends Token {
  /** Of a syllable: which of those that are merged, and its tone. */
  readonly variant?: string;
}

/** Where words of the dictionary begin around a pair: at its first character, at its second, after it. */
export interface Boundaries {
  readonly first: boolean;
  readonly second: boolean;
  readonly after: boolean;
}

/** All kinds of boundaries. */
export const allBoundaries: readonly Boundaries[] = [0, 1, 2, 3, 4, 5, 6, 7].map((bits) => ({
  first: (bits & 4) > 0,
  second: (bits & 2) > 0,
  after: (bits & 1) > 0,
}));

/**
 * The term at position `index` of a turn.
 * @param wordStarts one longer than the turn's tokens, `wordStarts[k]` is true where a word begins at token k
 * @param stops `stops[k]` is true where punctuation or a space stands after token k
 */
export function makeSoundTerm(
  tokens: readonly SoundToken[],
  index: number,
  wordStarts: readonly boolean[],
  stops: readonly boolean[] = [],
): string {
  const first = tokens[index] as SoundToken;
  const second = tokens[index + 1];
  if (!first.isHan || !second?.isHan) return makeTerm(tokens, index, "word");
  if (stops[index] === true) return makeTerm([first], 0, "word");
  const boundaries = {
    first: wordStarts[index] === true,
    second: wordStarts[index + 1] === true,
    after: wordStarts[index + 2] === true,
  };
  return first.text + second.text + endSoundPair(boundaries, first.variant, second.variant);
}

/** What follows the two syllables in a pair's term; the beginning of it where a variant is left out. */
export function endSoundPair({ first, second, after }: Boundaries, variant1 = "", variant2 = ""): string {
  const bits = (first ? 4 : 0) + (second ? 2 : 0) + (after ? 1 : 0);
  return "abcdefgh".charAt(bits) + variant1 + variant2;
}

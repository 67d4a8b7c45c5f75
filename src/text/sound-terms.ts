import type { Token } from "./normalise.ts";
import { makeTerm, pairKey } from "./terms.ts";

/*
 * The sounds-like index is the exact one over another alphabet: a Han character's token is its syllable, another
 * token's is the key of its sound. So terms, parts of a phrase and bundles are those of terms.ts, but for the end of
 * a pair of syllables, which tells how it is written and in which tones:
 *
 *   s1 s2 class variant1 variant2     the class a letter, the others one character each
 *   s1 s2 s3 or s1 s2 ǀ               of a pair so frequent that its sound alone says nothing
 */

/** A token as it sounds: `text` is a syllable's code, or the key of another token's sound. */
export interface SoundToken extends Token {
  /** Of a syllable: which of those that are merged, and its tone. */
  readonly variant?: string;
}

/**
 * How a pair of characters stands to the words that a dictionary finds: a word of its own; two words of one
 * character each, as misheard ones often are; inside a longer word; or across the end of one.
 */
export const soundClasses = { word: "w", pieces: "p", inside: "i", across: "a" } as const;
export type SoundClass = keyof typeof soundClasses;

/** @param wordStarts one longer than the turn's tokens, `wordStarts[k]` is true where a word begins at token k */
export function classifySound(wordStarts: readonly boolean[], k: number): SoundClass {
  const isWhole = wordStarts[k] && wordStarts[k + 2];
  if (wordStarts[k + 1]) return isWhole ? "pieces" : "across";
  return isWhole ? "word" : "inside";
}

/** The term at position `index` of a turn; `soundClass` is how the tokens at `index` and `index + 1` stand. */
export function makeSoundTerm(
  tokens: readonly SoundToken[],
  index: number,
  soundClass: SoundClass,
  frequentPairs: ReadonlySet<string>,
): string {
  const first = tokens[index] as SoundToken;
  const second = tokens[index + 1];
  if (!first.isHan || !second?.isHan || frequentPairs.has(pairKey(first, second)))
    return makeTerm(tokens, index, "word", frequentPairs);
  return first.text + second.text + endSoundPair(soundClass, first.variant as string, second.variant);
}

/** What follows the two syllables in a pair's term; shorter, and the beginning of it, where a variant is left out. */
export function endSoundPair(soundClass: SoundClass, first = "", second = ""): string {
  return soundClasses[soundClass] + first + second;
}

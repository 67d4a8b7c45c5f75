import type { SearchTerms } from "../../model/search-data.ts";
import type { Hit } from "../../text/find-marks.ts";
import type { Token } from "../../text/normalise.ts";
import { makePhraseParts, type PairClass, type PhrasePart, pairMarks } from "../../text/terms.ts";
import type { FrequentPairs, PartTerms } from "./frequent-pairs.ts";
import type { TermIndex } from "./term-index.ts";

/** A place where a phrase stands, and how likely it stands there as words. */
export interface PhraseHit extends Hit {
  /** 1 where it is words of its own; less where a pair of characters is part of a longer word, or of two. */
  readonly quality: number;
}

/** Chosen by the bench's words that are often met by accident. */
const QUALITY: Readonly<Record<PairClass, number>> = { word: 1, inside: 0.4, across: 0.05 };

/**
 * Every place of a phrase in a part, ascending. Positions are those of the part.
 * @param frequent pairs of which it is not known how each place stands to the words around it
 * @param isTyping the last token matches by its beginning
 */
export async function matchPhrase(
  index: TermIndex,
  { terms, frequentPairs }: PartTerms,
  frequent: FrequentPairs,
  tokens: readonly Token[],
  isTyping: boolean,
): Promise<PhraseHit[]> {
  const parts = makePhraseParts(tokens, isTyping, frequentPairs);
  const length = tokens.length;
  const [only] = parts;
  if (parts.length === 1 && length === 2 && only?.isMarkedPair && !(await frequent.has(only.prefix)))
    return matchPair(index, terms, only);
  const lists = await Promise.all(
    parts.map(async ({ prefix, offset }) => ({
      positions: await index.findPositions(terms, prefix),
      offset,
    })),
  );
  return intersectPositions(lists).map((from) => ({ from, to: from + length, quality: 1 }));
}

async function matchPair(index: TermIndex, terms: SearchTerms, { prefix }: PhrasePart): Promise<PhraseHit[]> {
  const classes = Object.keys(pairMarks) as PairClass[];
  const found = await Promise.all(
    classes.map(async (name) => {
      const positions = await index.findPositions(terms, prefix + pairMarks[name]);
      return positions.map((from) => ({ from, to: from + 2, quality: QUALITY[name] }));
    }),
  );
  return found.flat().sort((a, b) => a.from - b.from);
}

/** The positions p for which every list holds p + its offset. Lists are ascending; so is the result. */
export function intersectPositions(
  lists: readonly { readonly positions: readonly number[]; readonly offset: number }[],
): number[] {
  const [shortest, ...others] = [...lists].sort((a, b) => a.positions.length - b.positions.length);
  if (shortest === undefined) return [];
  const next = others.map(() => 0);
  const starts: number[] = [];
  for (const position of shortest.positions) {
    const start = position - shortest.offset;
    const isInAll = others.every(({ positions, offset }, k) => {
      let at = next[k] as number;
      while (at < positions.length && (positions[at] as number) < start + offset) at++;
      next[k] = at;
      return positions[at] === start + offset;
    });
    if (isInAll) starts.push(start);
  }
  return starts;
}

import type { SearchPart } from "../../model/search-data.ts";
import type { FormToken, SoundForm } from "../../text/sound-forms.ts";
import { endSoundPair, type SoundClass, soundClasses } from "../../text/sound-terms.ts";
import { makePhraseParts, type PhrasePart, pairKey } from "../../text/terms.ts";
import { intersectPositions, type PhraseHit } from "./match-phrase.ts";
import type { TermIndex } from "./term-index.ts";

/**
 * Share of the places of a two-syllable sound at which the word was truly said, by how they are written and how many
 * of the two syllables agree in all but what a recogniser mishears (tone and merged sounds): measured on
 * asr-errors-aishell3. Kinds of place that are mostly accidents are no hits at all.
 */
const PAIR_QUALITY: Readonly<Record<SoundClass, readonly [none: number, one: number, both: number]>> = {
  pieces: [0.3, 0.5, 0.8],
  word: [0, 0.25, 0.6],
  across: [0, 0, 0.4],
  inside: [0, 0, 0],
};
/** The same of longer forms; three syllables that agree are hardly ever an accident. */
const LONG_QUALITY = { merged: 0.7, same: 1 } as const;
/** Of words that were looked for in another script, or in Latin letters. Chosen. */
const OTHER_QUALITY = 0.5;

/** Every place that sounds like a form in a part, one list for each of its groups, ascending. */
export async function matchSound(
  index: TermIndex,
  part: SearchPart,
  frequentPairs: ReadonlySet<string>,
  form: SoundForm,
): Promise<PhraseHit[][]> {
  const { tokens } = form;
  const [first, second] = tokens;
  if (tokens.length === 2 && first?.isHan && second?.isHan) {
    // So many places have a frequent pair's sound that it says nothing.
    if (frequentPairs.has(pairKey(first, second))) return part.groups.map(() => []);
    return matchSyllablePair(index, part, first, second);
  }
  const parts = makePhraseParts(tokens, false, frequentPairs);
  const [found, same] = await Promise.all([
    Promise.all(parts.map(({ prefix }) => index.findPositions(part, prefix))),
    Promise.all(parts.map((own) => findSamePairs(index, part, own, tokens))),
  ]);
  const isHan = tokens.every((token) => token.isHan) && !form.isOtherScript;
  return part.groups.map((_, group) => {
    const lists = found.map((groups, k) => ({
      positions: groups[group] ?? [],
      offset: (parts[k] as PhrasePart).offset,
    }));
    const sameLists = same.map((groups) => new Set(groups[group]));
    return intersectPositions(lists).map((from) => {
      const agreeing = lists.filter(({ offset }, k) =>
        (sameLists[k] as Set<number>).has(from + offset),
      ).length;
      const { merged, same: full } = LONG_QUALITY;
      const quality = isHan ? merged + (full - merged) * (agreeing / lists.length) : OTHER_QUALITY;
      return { from, to: from + tokens.length, quality };
    });
  });
}

/** Places of a pair's part at which both syllables are in one of the form's variants. */
async function findSamePairs(
  index: TermIndex,
  part: SearchPart,
  { offset, prefix, isMarkedPair }: PhrasePart,
  tokens: readonly FormToken[],
): Promise<readonly number[][]> {
  const [first, second] = [tokens[offset], tokens[offset + 1]];
  if (!isMarkedPair || first === undefined || second === undefined) return part.groups.map(() => []);
  const ends = (Object.keys(soundClasses) as SoundClass[]).flatMap((soundClass) =>
    first.variants.flatMap((a) => second.variants.map((b) => endSoundPair(soundClass, a, b))),
  );
  return findAll(
    index,
    part,
    ends.map((end) => prefix + end),
  );
}

async function matchSyllablePair(
  index: TermIndex,
  part: SearchPart,
  first: FormToken,
  second: FormToken,
): Promise<PhraseHit[][]> {
  const pair = first.text + second.text;
  const classes = (Object.keys(soundClasses) as SoundClass[]).filter((name) => PAIR_QUALITY[name][2] > 0);
  const qualityOf = part.groups.map(() => new Map<number, number>());
  const rate = async (ends: readonly string[], quality: number) => {
    if (quality === 0) return;
    const found = await findAll(
      index,
      part,
      ends.map((end) => pair + end),
    );
    for (const [group, positions] of found.entries()) {
      const own = qualityOf[group] as Map<number, number>;
      for (const position of positions) own.set(position, Math.max(quality, own.get(position) ?? 0));
    }
  };
  await Promise.all(
    classes.flatMap((name) => {
      const [none, one, both] = PAIR_QUALITY[name];
      const firstSame = first.variants.map((variant) => endSoundPair(name, variant));
      const secondSame = second.variants.flatMap((b) => first.siblings.map((a) => endSoundPair(name, a, b)));
      const bothSame = first.variants.flatMap((a) => second.variants.map((b) => endSoundPair(name, a, b)));
      return [
        rate([endSoundPair(name)], none),
        rate(one > 0 ? [...firstSame, ...secondSame] : [], one),
        rate(bothSame, both),
      ];
    }),
  );
  return qualityOf.map((own) =>
    [...own].map(([from, quality]) => ({ from, to: from + 2, quality })).sort((a, b) => a.from - b.from),
  );
}

/** The positions of all terms that begin with one of `prefixes`, one list for each group, in no order. */
async function findAll(index: TermIndex, part: SearchPart, prefixes: readonly string[]): Promise<number[][]> {
  const found = await Promise.all(prefixes.map((prefix) => index.findPositions(part, prefix)));
  return part.groups.map((_, group) => found.flatMap((groups) => [...(groups[group] ?? [])]));
}

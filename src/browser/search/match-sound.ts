import type { SearchPart } from "../../model/search-data.ts";
import type { FormToken, SoundForm } from "../../text/sound-forms.ts";
import { allBoundaries, type Boundaries, endSoundPair } from "../../text/sound-terms.ts";
import { makePhraseParts, type PhrasePart, pairKey } from "../../text/terms.ts";
import { intersectPositions, type PhraseHit } from "./match-phrase.ts";
import type { TermIndex } from "./term-index.ts";

/** How the two characters of a place stand to the words that a dictionary finds there. */
type PairClass = "word" | "pieces" | "inside" | "across";

/**
 * Share of the places of a two-syllable sound at which the word was truly said, by how many of the two syllables
 * agree in tone and merged sounds too: measured on asr-errors-aishell3. What is misheard is often two words of one
 * character each (`pieces`); kinds of place that are mostly accidents are no hits at all.
 */
const PAIR_QUALITY: Readonly<Record<PairClass, readonly [none: number, one: number, both: number]>> = {
  pieces: [0.3, 0.5, 0.8],
  word: [0, 0.25, 0.6],
  across: [0, 0, 0.4],
  inside: [0, 0, 0],
};
/**
 * Three syllables that agree are seldom an accident (measured: 0.95 are none); those that agree in all, and that
 * begin and end with a word, are the likeliest. Chosen; they only rank.
 */
const LONG_QUALITY = { least: 0.5, same: 0.25, wholeWords: 0.25 } as const;
/** Of words that were looked for in another script, or in Latin letters. Chosen. */
const OTHER_QUALITY = 0.5;

function classifyPair({ first, second, after }: Boundaries): PairClass {
  if (second) return first && after ? "pieces" : "across";
  return first && after ? "word" : "inside";
}

/** Every place that sounds like a form in a part, one list for each of its groups, ascending. */
export async function matchSound(
  index: TermIndex,
  part: SearchPart,
  frequentPairs: ReadonlySet<string>,
  form: SoundForm,
): Promise<PhraseHit[][]> {
  const { tokens, isOtherScript } = form;
  const [first, second] = tokens;
  if (tokens.length === 2 && first?.isHan && second?.isHan) {
    // So many places have a frequent pair's sound that it says nothing.
    if (frequentPairs.has(pairKey(first, second))) return part.groups.map(() => []);
    return matchSyllablePair(index, part, first, second);
  }
  const parts = makePhraseParts(tokens, false, frequentPairs);
  const found = await Promise.all(parts.map(({ prefix }) => index.findPositions(part, prefix)));
  const places = part.groups.map((_, group) =>
    intersectPositions(parts.map(({ offset }, k) => ({ positions: found[k]?.[group] ?? [], offset }))),
  );
  const isRated =
    !isOtherScript && tokens.every(({ isHan }) => isHan) && places.some((own) => own.length > 0);
  const rate = isRated ? await openRatings(index, part, parts, tokens) : () => OTHER_QUALITY;
  return places.map((own, group) =>
    own.map((from) => ({ from, to: from + tokens.length, quality: rate(group, from) })),
  );
}

/** Looks up how near the places of a form of three and more syllables are to it. */
async function openRatings(
  index: TermIndex,
  part: SearchPart,
  parts: readonly PhrasePart[],
  tokens: readonly FormToken[],
): Promise<(group: number, from: number) => number> {
  const pairs = parts.filter(({ isMarkedPair }) => isMarkedPair);
  const find = async ({ prefix, offset }: PhrasePart, ends: readonly string[]) => ({
    offset,
    groups: (
      await findAll(
        index,
        part,
        ends.map((end) => prefix + end),
      )
    ).map((own) => new Set(own)),
  });
  const ends = (isMeant: (boundaries: Boundaries) => boolean) =>
    allBoundaries.filter(isMeant).map((boundaries) => endSoundPair(boundaries));
  const [same, begins, closes] = await Promise.all([
    Promise.all(pairs.map((pair) => find(pair, endAlike(allBoundaries, tokens, pair.offset)))),
    Promise.all(
      pairs
        .filter(({ offset }) => offset === 0)
        .map((own) =>
          find(
            own,
            ends(({ first }) => first),
          ),
        ),
    ),
    Promise.all(
      pairs
        .filter(({ offset }) => offset === tokens.length - 2)
        .map((own) =>
          find(
            own,
            ends(({ after }) => after),
          ),
        ),
    ),
  ]);
  return (group, from) => {
    const isIn = ({ offset, groups }: (typeof same)[number]) => groups[group]?.has(from + offset) === true;
    const share = (lists: typeof same) => (lists.length === 0 ? 0 : lists.filter(isIn).length / lists.length);
    const { least, same: full, wholeWords } = LONG_QUALITY;
    return least + full * share(same) + (wholeWords / 2) * (share(begins) + share(closes));
  };
}

/** The ends of the terms of a pair whose syllables are both in one of the form's variants. */
function endAlike(boundaries: readonly Boundaries[], tokens: readonly FormToken[], offset: number): string[] {
  const [first, second] = [tokens[offset] as FormToken, tokens[offset + 1] as FormToken];
  return boundaries.flatMap((own) =>
    first.variants.flatMap((a) => second.variants.map((b) => endSoundPair(own, a, b))),
  );
}

async function matchSyllablePair(
  index: TermIndex,
  part: SearchPart,
  first: FormToken,
  second: FormToken,
): Promise<PhraseHit[][]> {
  const pair = first.text + second.text;
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
    allBoundaries.flatMap((boundaries) => {
      const [none, one, both] = PAIR_QUALITY[classifyPair(boundaries)];
      const firstAlike = first.variants.map((variant) => endSoundPair(boundaries, variant));
      const secondAlike = second.variants.flatMap((b) =>
        first.siblings.map((a) => endSoundPair(boundaries, a, b)),
      );
      return [
        rate([endSoundPair(boundaries)], none),
        rate([...firstAlike, ...secondAlike], one),
        rate(endAlike([boundaries], [first, second], 0), both),
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

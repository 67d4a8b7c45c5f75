import type { SearchTerms } from "../../format/manifest.ts";
import { allBoundaries, type Boundaries, endSoundPair } from "../../format/sound-terms.ts";
import { makePhrasePieces, type PhrasePiece, pairKey } from "../../format/terms.ts";
import type { HeardStance, PhraseHit, ShardTerms } from "../place-hits.ts";
import { matchPieces, openPiece } from "../terms/match-pieces.ts";
import type { TermIndex } from "../terms/term-index.ts";
import type { FrequentPairs } from "./frequent-pairs.ts";
import type { FormToken, SoundForm } from "./sound-forms.ts";

/** How the two characters of a place stand to the words that a dictionary finds there. */
type SyllablePairClass = "word" | "singles" | "inside" | "across";

/**
 * Share of the places of a two-syllable sound at which the word was truly said, by how many of the two syllables
 * agree in tone and merged sounds too: measured on asr-errors-aishell3. What is misheard is often two words of one
 * character each (`singles`); kinds of place that are mostly accidents are no hits at all.
 */
const PAIR_QUALITY: Readonly<Record<SyllablePairClass, readonly [none: number, one: number, both: number]>> =
  {
    singles: [0.3, 0.5, 0.8],
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

const stanceOf: Readonly<Record<SyllablePairClass, HeardStance>> = {
  singles: "words",
  word: "word",
  across: "across",
  inside: "across",
};

function classifySyllablePair({ first, second, after }: Boundaries): SyllablePairClass {
  if (second) return first && after ? "singles" : "across";
  return first && after ? "word" : "inside";
}

/**
 * Every place that sounds like a form in a shard, ascending.
 * @param shard the shard's sounds
 * @param frequent pairs in so many places of the archive that their sound says nothing
 * @param isWanted a place that is not is none
 */
export async function matchSound(
  index: TermIndex,
  shard: ShardTerms,
  frequent: FrequentPairs,
  form: SoundForm,
  isWanted: (from: number) => boolean,
): Promise<PhraseHit[]> {
  const { tokens, isOtherScript } = form;
  const [first, second] = tokens;
  if (tokens.length === 2 && first?.isHan && second?.isHan) {
    if (await frequent.has(pairKey(first, second))) return [];
    return (await matchSyllablePair(index, shard.terms, first, second)).filter(({ from }) => isWanted(from));
  }
  const { terms, frequentPairs } = shard;
  const pieces = makePhrasePieces(tokens, false, frequentPairs);
  const open = (piece: PhrasePiece) => openPiece(index, shard, piece);
  const spare = listPairs(tokens).filter(({ offset }) => !pieces.some((own) => own.offset === offset));
  const places = await matchPieces(pieces.map(open), {
    spare: spare.map(open),
    isWanted,
    isUnlikely: isOtherScript,
  });
  const isRated = !isOtherScript && tokens.every(({ isHan }) => isHan) && places.length > 0;
  const rate = isRated
    ? await openRatings(index, terms, frequent, tokens)
    : (): PlaceRating => ({ quality: OTHER_QUALITY, stance: "words" });
  return places.map((from) => ({ from, to: from + tokens.length, ...rate(from) }));
}

/** Every two syllables of a form that follow one another. */
function listPairs(tokens: readonly FormToken[]): PhrasePiece[] {
  return tokens.flatMap((first, offset) => {
    const second = tokens[offset + 1];
    if (second === undefined || !first.isHan || !second.isHan) return [];
    return makePhrasePieces([first, second], false, new Set()).map((own) => ({ ...own, offset }));
  });
}

type PlaceRating = Required<Pick<PhraseHit, "quality" | "stance">>;

/** Looks up how near the places of a form of three and more syllables are to it. */
async function openRatings(
  index: TermIndex,
  terms: SearchTerms,
  frequent: FrequentPairs,
  tokens: readonly FormToken[],
): Promise<(from: number) => PlaceRating> {
  // Chosen without regard to what is frequent in this shard: a place is rated alike in whatever shard it is.
  const marked = makePhrasePieces(tokens, false, new Set()).filter(({ kind }) => kind === "pair");
  const areFrequent = await Promise.all(marked.map(({ prefix }) => frequent.has(prefix)));
  const pairs = marked.filter((_, k) => !areFrequent[k]);
  const end = tokens.length;
  const [same, begins, closes, uncut] = await Promise.all([
    findPairs(index, terms, pairs, ({ offset }) => endAlike(allBoundaries, tokens, offset)),
    findPairs(
      index,
      terms,
      pairs.filter(({ offset }) => offset === 0),
      () => endWhere(({ first }) => first),
    ),
    findPairs(
      index,
      terms,
      pairs.filter(({ offset }) => offset === end - 2),
      () => endWhere(({ after }) => after),
    ),
    findPairs(index, terms, pairs, ({ offset }) =>
      endWhere(({ second, after }) => !second && (offset === end - 2 || !after)),
    ),
  ]);
  const { least, same: full, wholeWords } = LONG_QUALITY;
  // What a frequent pair says is not known, and is held against no place.
  const isAcross = (pairs: readonly PairPositions[], from: number) =>
    pairs.length > 0 && findShare(pairs, from) === 0;
  return (from) => ({
    quality:
      least +
      full * findShare(same, from) +
      (wholeWords / 2) * (findShare(begins, from) + findShare(closes, from)),
    stance:
      isAcross(begins, from) || isAcross(closes, from)
        ? "across"
        : uncut.length > 0 && findShare(uncut, from) === 1
          ? "word"
          : "words",
  });
}

/** Where a pair of a form stands with one of some ends. */
interface PairPositions {
  readonly offset: number;
  readonly positions: ReadonlySet<number>;
}

function findPairs(
  index: TermIndex,
  terms: SearchTerms,
  pairs: readonly PhrasePiece[],
  endsOf: (pair: PhrasePiece) => readonly string[],
): Promise<PairPositions[]> {
  return Promise.all(
    pairs.map(async (pair) => {
      const prefixes = endsOf(pair).map((end) => pair.prefix + end);
      return { offset: pair.offset, positions: new Set(await findAll(index, terms, prefixes)) };
    }),
  );
}

/** The share of pairs that stand in their place of a form that begins at `from`; 0 where there are none. */
function findShare(pairs: readonly PairPositions[], from: number): number {
  if (pairs.length === 0) return 0;
  return pairs.filter(({ offset, positions }) => positions.has(from + offset)).length / pairs.length;
}

/** The beginnings of ends with boundaries that are meant. */
function endWhere(isMeant: (boundaries: Boundaries) => boolean): string[] {
  return allBoundaries.filter(isMeant).map((boundaries) => endSoundPair(boundaries));
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
  terms: SearchTerms,
  first: FormToken,
  second: FormToken,
): Promise<PhraseHit[]> {
  const pair = first.text + second.text;
  const ratings = new Map<number, PlaceRating>();
  const rate = async (ends: readonly string[], quality: number, stance: HeardStance) => {
    if (quality === 0) return;
    const positions = await findAll(
      index,
      terms,
      ends.map((end) => pair + end),
    );
    for (const position of positions)
      if (quality > (ratings.get(position)?.quality ?? 0)) ratings.set(position, { quality, stance });
  };
  await Promise.all(
    allBoundaries.flatMap((boundaries) => {
      const pairClass = classifySyllablePair(boundaries);
      const [none, one, both] = PAIR_QUALITY[pairClass];
      const stance = stanceOf[pairClass];
      const firstAlike = first.variants.map((variant) => endSoundPair(boundaries, variant));
      const secondAlike = second.variants.flatMap((b) =>
        first.siblings.map((a) => endSoundPair(boundaries, a, b)),
      );
      return [
        rate([endSoundPair(boundaries)], none, stance),
        rate([...firstAlike, ...secondAlike], one, stance),
        rate(endAlike([boundaries], [first, second], 0), both, stance),
      ];
    }),
  );
  return [...ratings]
    .map(([from, rating]) => ({ from, to: from + 2, ...rating }))
    .sort((a, b) => a.from - b.from);
}

/** The positions of all terms that begin with one of `prefixes`, in no order. */
async function findAll(index: TermIndex, terms: SearchTerms, prefixes: readonly string[]): Promise<number[]> {
  return (await Promise.all(prefixes.map((prefix) => index.findPositions(terms, prefix)))).flat();
}

import type { Token } from "../../../text/normalise.ts";
import type { SearchTerms } from "../../format/manifest.ts";
import { makePhrasePieces, type PairClass, type PhrasePiece, pairMarks } from "../../format/terms.ts";
import type { PhraseHit, ShardTerms } from "../place-hits.ts";
import { loadPairLists, matchPieces, openPiece } from "./match-pieces.ts";
import type { TermIndex } from "./term-index.ts";

/** Chosen by the bench's words that are often met by accident. */
const QUALITY: Readonly<Record<PairClass, number>> = { word: 1, inside: 0.4, across: 0.05 };

/** A phrase of more pieces is a sentence: hardly ever said word for word, which the first two or three files show. Chosen. */
const LIKELY_PIECES = 5;

/**
 * Every place of a phrase in a shard, ascending. Positions are those of the shard. Rejects with a SearchLoadError.
 * @param isTyping the last token matches by its beginning
 */
export async function matchPhrase(
  index: TermIndex,
  shard: ShardTerms,
  tokens: readonly Token[],
  isTyping: boolean,
): Promise<PhraseHit[]> {
  const pieces = makePhrasePieces(tokens, isTyping, shard.frequentPairs);
  const length = tokens.length;
  const [only] = pieces;
  if (pieces.length === 1 && length === 2 && only?.kind === "pair")
    return matchPair(index, shard.terms, only);
  if (pieces.length === 1 && length === 2 && only?.kind === "frequentPair")
    return (await loadPairLists(index, shard, only.prefix)).flatMap(({ positions, classes }) =>
      positions.map((from, k) => ({ from, to: from + 2, quality: QUALITY[classes[k] as PairClass] })),
    );
  const starts = await matchPieces(
    pieces.map((own) => openPiece(index, shard, own)),
    { isUnlikely: pieces.length > LIKELY_PIECES },
  );
  return starts.map((from) => ({ from, to: from + length, quality: 1 }));
}

/** How many files of a shard tell whether a phrase stands there: those of its rarest piece. Loads no places. */
export async function countPhraseFiles(
  index: TermIndex,
  shard: ShardTerms,
  tokens: readonly Token[],
): Promise<number> {
  const pieces = makePhrasePieces(tokens, false, shard.frequentPairs);
  const files = await Promise.all(pieces.map((own) => openPiece(index, shard, own).countFiles()));
  return Math.min(...files);
}

async function matchPair(
  index: TermIndex,
  terms: SearchTerms,
  { prefix }: PhrasePiece,
): Promise<PhraseHit[]> {
  const classes = Object.keys(pairMarks) as PairClass[];
  const found = await Promise.all(
    classes.map(async (name) => {
      const positions = await index.findPositions(terms, prefix + pairMarks[name]);
      return positions.map((from) => ({ from, to: from + 2, quality: QUALITY[name] }));
    }),
  );
  return found.flat().sort((a, b) => a.from - b.from);
}

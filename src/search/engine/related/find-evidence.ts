import { isCharacter, type Token } from "../../../text/normalise.ts";
import { makePhrasePieces, pairKey } from "../../format/terms.ts";
import { grammarCharacters, type QuestionRun } from "../../query/cut-question.ts";
import { type PlacedHits, placeHits, type ShardTerms } from "../place-hits.ts";
import { matchPhrase } from "../terms/match-phrase.ts";
import type { TermIndex } from "../terms/term-index.ts";

/** A pair of characters, or a word of another script, that a question asks about, and where it stands. */
export interface AskedPiece {
  /** Of the run, and of its first token in it. */
  readonly run: number;
  readonly at: number;
  readonly tokens: readonly Token[];
  /** How many other pieces of evidence share a character with it: what they say is said in part already. */
  readonly overlaps: number;
  readonly placed: PlacedHits;
}

/** Each is an index file of 13 KB, about. Chosen by the bench: with more, the right episode is hardly found oftener. */
const MOST_PIECES = 14;
/** Pieces in more files than this are in every episode. Chosen. */
const MOST_FILES = 2;

interface Candidate {
  readonly run: number;
  readonly at: number;
  readonly tokens: readonly Token[];
}

/**
 * Where what a question asks about stands, of as many rare pieces as may be loaded. Positions are those of episodes.
 * Rejects with a SearchLoadError.
 */
export async function findEvidence(
  index: TermIndex,
  shards: readonly ShardTerms[],
  runs: readonly QuestionRun[],
): Promise<AskedPiece[]> {
  const chosen = await choosePieces(index, shards, listCandidates(runs));
  const found = await Promise.all(
    chosen.map(async (piece): Promise<AskedPiece> => {
      const placed: PlacedHits = { said: new Map(), headings: new Map() };
      await Promise.all(
        shards.map(async (shard) =>
          placeHits(shard.places, await matchPhrase(index, shard, piece.tokens, false), placed),
        ),
      );
      const overlaps = chosen.filter(
        (other) => other.run === piece.run && Math.abs(other.at - piece.at) === 1,
      ).length;
      return { ...piece, overlaps, placed };
    }),
  );
  return found.filter(({ placed }) => placed.said.size + placed.headings.size > 0);
}

/** Each pair of a run of Han characters, a character that is a run by itself, and each other word, once. */
function listCandidates(runs: readonly QuestionRun[]): Candidate[] {
  const known = new Set<string>();
  return runs.flatMap(({ tokens }, run) =>
    tokens.flatMap((token, at): Candidate[] => {
      const next = tokens[at + 1];
      const isPair = next !== undefined && isCharacter(token) && isCharacter(next);
      const isWord = tokens.length === 1 && !grammarCharacters.has(token.text);
      if (isCharacter(token) && !isPair && !isWord) return [];
      const own = isPair ? [token, next] : [token];
      const key = own.map(({ text }) => text).join("");
      if (known.has(key)) return [];
      known.add(key);
      return [{ run, at, tokens: own }];
    }),
  );
}

/**
 * The candidates that say most: those in few files, the rarest first as far as the files tell; frequent ones only
 * where there is nothing else.
 */
async function choosePieces(
  index: TermIndex,
  shards: readonly ShardTerms[],
  candidates: readonly Candidate[],
): Promise<Candidate[]> {
  const isFrequent = ({ tokens: [first, second] }: Candidate) =>
    second !== undefined &&
    shards.some(({ frequentPairs }) => frequentPairs.has(pairKey(first as Token, second)));
  const sized = await Promise.all(
    candidates
      .filter((candidate) => !isFrequent(candidate))
      .map(async (candidate) => {
        const files = await Promise.all(
          shards.map(({ terms, frequentPairs }) => {
            const [piece] = makePhrasePieces(candidate.tokens, false, frequentPairs);
            return piece === undefined ? 0 : index.countFiles(terms, piece.prefix);
          }),
        );
        return { candidate, files: Math.max(0, ...files) };
      }),
  );
  const rare = sized.filter(({ files }) => files > 0 && files <= MOST_FILES);
  const usable = rare.length > 0 ? rare : sized;
  const best = [...usable].sort((a, b) => a.files - b.files).slice(0, MOST_PIECES);
  const chosen = best.map(({ candidate }) => candidate);
  return chosen.length > 0 ? chosen : candidates.slice(0, 1);
}

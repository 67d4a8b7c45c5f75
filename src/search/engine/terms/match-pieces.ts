import { type PairPlaces, readPairList, stretchOf } from "../../format/packed-places.ts";
import type { PhrasePiece } from "../../format/terms.ts";
import type { ShardTerms } from "../place-hits.ts";
import type { TermIndex } from "./term-index.ts";

/** A list of ascending positions that stand `offset` positions after a phrase's first token. */
interface PiecePositions {
  readonly positions: readonly number[];
  readonly offset: number;
}

/** A piece of a phrase that is not loaded yet. */
export interface PieceSource {
  readonly offset: number;
  /** Its places are divided by where they stand: the fewer are asked for, the less is loaded. */
  readonly isDivided?: boolean;
  /** How many files it is. */
  countFiles(): Promise<number>;
  /** @param near no other positions are needed than these; all where absent */
  findPositions(near?: readonly number[]): Promise<readonly number[]>;
}

/** A list of a frequent pair's places is as large as some index files, the whole of it as several. */
const FILES_OF_LISTS = 4;

/** Opens a piece among the terms of a shard. */
export function openPiece(
  index: TermIndex,
  shard: ShardTerms,
  { prefix, offset, kind }: PhrasePiece,
): PieceSource {
  if (kind !== "frequentPair")
    return {
      offset,
      countFiles: () => index.countFiles(shard.terms, prefix),
      findPositions: () => index.findPositions(shard.terms, prefix),
    };
  return {
    offset,
    isDivided: true,
    countFiles: async () => Math.max(FILES_OF_LISTS, countStretches(shard, prefix)),
    findPositions: async (near) =>
      (await loadPairLists(index, shard, prefix, near)).flatMap(({ positions }) => positions),
  };
}

/**
 * The places of a frequent pair, stretch by stretch: of all, or of those in which some positions are. Rejects with a
 * SearchLoadError.
 */
export async function loadPairLists(
  index: TermIndex,
  shard: ShardTerms,
  pair: string,
  near?: readonly number[],
): Promise<PairPlaces[]> {
  const { positionCount } = shard.places;
  const count = countStretches(shard, pair);
  const all = Array.from({ length: count }, (_, stretch) => stretch);
  const wanted = new Set(near?.map((position) => stretchOf(position, count, positionCount)) ?? all);
  const number = shard.frequentPairs.get(pair) as number;
  const load = (stretch: number) => index.loadPairList(shard.terms, number, stretch);
  return (await Promise.all(all.filter((stretch) => wanted.has(stretch)).map(load))).map(readPairList);
}

function countStretches({ terms, frequentPairs }: ShardTerms, pair: string): number {
  return terms.pairStretches[frequentPairs.get(pair) as number] ?? 0;
}

/** A piece of more files waits for the others: they may leave no place that it could confirm. Chosen. */
const MOST_FILES_AT_ONCE = 2;

/** Where so many pieces of what is unlikely agree, it stands there: the others are loaded at once. Chosen. */
const TELLING_PIECES = 3;

/** How a phrase is looked for. */
export interface MatchOptions {
  /** Pieces that say nothing more; small ones may show that nothing is left. */
  readonly spare?: readonly PieceSource[];
  /** A place that is not need not be confirmed. */
  isWanted?(start: number): boolean;
  /** Load one piece after the other: little is expected, and most of them need not be loaded. */
  readonly isUnlikely?: boolean;
}

/**
 * Where all pieces of a phrase stand, ascending. What is small is loaded at once; what is large only where something is
 * left to confirm, and what is divided last, near what is left.
 */
export async function matchPieces(
  pieces: readonly PieceSource[],
  { spare = [], isWanted = () => true, isUnlikely = false }: MatchOptions = {},
): Promise<number[]> {
  const sized = await countFiles(pieces);
  const least = Math.max(MOST_FILES_AT_ONCE, sized[0]?.files ?? 0);
  const small = sized.filter(
    ({ piece, files }, k) => k === 0 || (!isUnlikely && !isDivided(piece) && files <= least),
  );
  const large = sized.slice(small.length);
  let starts = intersectPositions(await Promise.all(small.map((own) => loadPiece(own)))).filter(isWanted);
  const narrow = async (own: readonly SizedPiece[]): Promise<void> => {
    if (starts.length === 0 || own.length === 0) return;
    starts = intersectPositions([
      { positions: starts, offset: 0 },
      ...(await Promise.all(own.map((sized) => loadPiece(sized, starts)))),
    ]);
  };
  if (large.length > 0 && starts.length > 0 && !isUnlikely)
    await narrow((await countFiles(spare)).filter(({ files }) => files <= MOST_FILES_AT_ONCE));
  const inTurn = isUnlikely ? large.slice(0, TELLING_PIECES) : large;
  for (const own of inTurn) await narrow([own]);
  await narrow(large.slice(inTurn.length));
  return starts;
}

interface SizedPiece {
  readonly piece: PieceSource;
  readonly files: number;
}

/** The smallest first, and last what is divided. */
async function countFiles(pieces: readonly PieceSource[]): Promise<SizedPiece[]> {
  const sized = await Promise.all(pieces.map(async (piece) => ({ piece, files: await piece.countFiles() })));
  return sized.sort((a, b) => Number(isDivided(a.piece)) - Number(isDivided(b.piece)) || a.files - b.files);
}

function isDivided(piece: PieceSource): boolean {
  return piece.isDivided === true;
}

/** @param starts where a phrase begins of which the piece's places are needed; all of them where absent */
async function loadPiece({ piece }: SizedPiece, starts?: readonly number[]): Promise<PiecePositions> {
  const near = starts?.map((start) => start + piece.offset);
  return { positions: await piece.findPositions(near), offset: piece.offset };
}

/** The positions p for which every list holds p + its offset. Lists are ascending; so is the result. */
function intersectPositions(lists: readonly PiecePositions[]): number[] {
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

import type { SearchTerms } from "../../format/manifest.ts";
import type { PhrasePiece } from "../../format/terms.ts";
import type { TermIndex } from "./term-index.ts";

/** A list of ascending positions that stand `offset` positions after a phrase's first token. */
interface PiecePositions {
  readonly positions: readonly number[];
  readonly offset: number;
}

/** A piece of a phrase that is not loaded yet. */
export interface PieceSource {
  readonly offset: number;
  /** How many files it is. */
  countFiles(): Promise<number>;
  findPositions(): Promise<readonly number[]>;
}

/** Opens a piece among the terms of a shard. */
export function openPiece(
  index: TermIndex,
  terms: SearchTerms,
  { prefix, offset }: PhrasePiece,
): PieceSource {
  return {
    offset,
    countFiles: () => index.countFiles(terms, prefix),
    findPositions: () => index.findPositions(terms, prefix),
  };
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
 * left to confirm.
 */
export async function matchPieces(
  pieces: readonly PieceSource[],
  { spare = [], isWanted = () => true, isUnlikely = false }: MatchOptions = {},
): Promise<number[]> {
  const sized = await countFiles(pieces);
  const least = Math.max(MOST_FILES_AT_ONCE, sized[0]?.files ?? 0);
  const small = sized.filter(({ files }, k) => (isUnlikely ? k === 0 : files <= least));
  const large = sized.slice(small.length);
  let starts = intersectPositions(await Promise.all(small.map(loadPiece))).filter(isWanted);
  const narrow = async (own: readonly SizedPiece[]): Promise<void> => {
    if (starts.length === 0 || own.length === 0) return;
    starts = intersectPositions([
      { positions: starts, offset: 0 },
      ...(await Promise.all(own.map(loadPiece))),
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

/** The smallest first. */
async function countFiles(pieces: readonly PieceSource[]): Promise<SizedPiece[]> {
  const sized = await Promise.all(pieces.map(async (piece) => ({ piece, files: await piece.countFiles() })));
  return sized.sort((a, b) => a.files - b.files);
}

async function loadPiece({ piece }: SizedPiece): Promise<PiecePositions> {
  return { positions: await piece.findPositions(), offset: piece.offset };
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

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPieces, type PieceSource } from "../../../../../src/search/engine/terms/match-pieces.ts";

function openPiece(
  offset: number,
  positions: readonly number[],
  files: number,
  loaded: number[],
): PieceSource {
  return {
    offset,
    countFiles: async () => files,
    findPositions: async () => {
      loaded.push(offset);
      return positions;
    },
  };
}

describe("matchPieces", () => {
  it("loads a large piece only where a place is left to confirm", async () => {
    const loaded: number[] = [];
    const large = openPiece(2, [12, 22], 9, loaded);
    const none = [openPiece(0, [10], 1, loaded), openPiece(1, [12], 1, loaded), large];
    expect(await matchPieces(none)).toEqual([]);
    expect(loaded.sort()).toEqual([0, 1]);
    const some = [openPiece(0, [10, 20], 1, loaded), openPiece(1, [21], 1, loaded), large];
    expect(await matchPieces(some)).toEqual([20]);
    expect(loaded).toContain(2);
  });

  it("asks small spare pieces before a large one, and spares it what nobody wants", async () => {
    const loaded: number[] = [];
    const pieces = [openPiece(0, [10, 20], 1, loaded), openPiece(2, [12, 22], 9, loaded)];
    expect(await matchPieces(pieces, { spare: [openPiece(1, [15], 1, loaded)] })).toEqual([]);
    expect(await matchPieces(pieces, { isWanted: () => false })).toEqual([]);
    expect(loaded).not.toContain(2);
  });

  it("loads one piece after the other where little is expected", async () => {
    const loaded: number[] = [];
    const pieces = [0, 1, 2].map((offset) => openPiece(offset, [], 1, loaded));
    expect(await matchPieces(pieces, { isUnlikely: true })).toEqual([]);
    expect(loaded).toHaveLength(1);
  });

  it("loads together what is left of an unlikely phrase once four pieces agree", async () => {
    const rounds: number[][] = [];
    const round: number[] = [];
    const pieces = Array.from(
      { length: 9 },
      (_, offset): PieceSource => ({
        offset,
        countFiles: async () => 1,
        findPositions: async () => {
          if (round.length === 0) setTimeout(() => rounds.push(round.splice(0)));
          round.push(offset);
          await new Promise((resolve) => setTimeout(resolve, 2));
          return [10 + offset];
        },
      }),
    );
    expect(await matchPieces(pieces, { isUnlikely: true })).toEqual([10]);
    expect(rounds).toEqual([[0], [1], [2], [3], [4, 5, 6, 7, 8]]);
  });

  it("finds the places at which all pieces stand, however many files they are", async () => {
    const positions = fc
      .uniqueArray(fc.nat({ max: 30 }), { maxLength: 20 })
      .map((own) => own.sort((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(positions, fc.constantFrom(0, 1, 2, 3, 9)), { minLength: 1, maxLength: 4 }),
        async (lists) => {
          const pieces = lists.map(([own, files], offset) => openPiece(offset, own, files, []));
          const expected = Array.from({ length: 31 }, (_, start) => start).filter((start) =>
            lists.every(([own], offset) => own.includes(start + offset)),
          );
          expect(await matchPieces(pieces)).toEqual(expected);
          expect(await matchPieces(pieces, { spare: pieces })).toEqual(expected);
          expect(await matchPieces(pieces, { isUnlikely: true })).toEqual(expected);
        },
      ),
    );
  });
});

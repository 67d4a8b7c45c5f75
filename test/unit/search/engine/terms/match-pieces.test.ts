import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchPieces, type PieceSource } from "../../../../../src/search/engine/terms/match-pieces.ts";

function openPart(
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

describe("matchParts", () => {
  it("loads a large part only where a place is left to confirm", async () => {
    const loaded: number[] = [];
    const large = openPart(2, [12, 22], 9, loaded);
    const none = [openPart(0, [10], 1, loaded), openPart(1, [12], 1, loaded), large];
    expect(await matchPieces(none)).toEqual([]);
    expect(loaded.sort()).toEqual([0, 1]);
    const some = [openPart(0, [10, 20], 1, loaded), openPart(1, [21], 1, loaded), large];
    expect(await matchPieces(some)).toEqual([20]);
    expect(loaded).toContain(2);
  });

  it("asks small spare parts before a large one, and spares it what nobody wants", async () => {
    const loaded: number[] = [];
    const parts = [openPart(0, [10, 20], 1, loaded), openPart(2, [12, 22], 9, loaded)];
    expect(await matchPieces(parts, { spare: [openPart(1, [15], 1, loaded)] })).toEqual([]);
    expect(await matchPieces(parts, { isWanted: () => false })).toEqual([]);
    expect(loaded).not.toContain(2);
  });

  it("loads one part after the other where little is expected", async () => {
    const loaded: number[] = [];
    const parts = [0, 1, 2].map((offset) => openPart(offset, [], 1, loaded));
    expect(await matchPieces(parts, { isUnlikely: true })).toEqual([]);
    expect(loaded).toHaveLength(1);
  });

  it("finds the places at which all parts stand, however many files they are", async () => {
    const positions = fc
      .uniqueArray(fc.nat({ max: 30 }), { maxLength: 20 })
      .map((own) => own.sort((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(positions, fc.constantFrom(0, 1, 2, 3, 9)), { minLength: 1, maxLength: 4 }),
        async (lists) => {
          const parts = lists.map(([own, files], offset) => openPart(offset, own, files, []));
          const expected = Array.from({ length: 31 }, (_, start) => start).filter((start) =>
            lists.every(([own], offset) => own.includes(start + offset)),
          );
          expect(await matchPieces(parts)).toEqual(expected);
          expect(await matchPieces(parts, { spare: parts })).toEqual(expected);
          expect(await matchPieces(parts, { isUnlikely: true })).toEqual(expected);
        },
      ),
    );
  });
});

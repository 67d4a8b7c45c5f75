import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ShardTerms } from "../../../../../src/search/engine/place-hits.ts";
import {
  matchPieces,
  openPiece as openPieceOf,
  type PieceSource,
} from "../../../../../src/search/engine/terms/match-pieces.ts";
import { stretchOf, writePairList } from "../../../../../src/search/format/packed-places.ts";

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

/** The piece of a frequent pair in a shard of 1,000 positions, which notes the stretches that are loaded of it. */
function openFrequent(offset: number, positions: readonly number[], stretches: number, loaded: number[]) {
  const shard = {
    terms: {
      folder: "",
      bundles: [],
      frequentPairs: "化学",
      pairStretches: [stretches],
      commonCharacters: "",
    },
    places: { episodes: [0], firstPositions: [0], headingLengths: [0], positionCount: 1_000 },
    frequentPairs: new Map([["化学", 0]]),
    commonCharacters: new Map(),
  } satisfies ShardTerms;
  const index = {
    findPositions: async () => [],
    countFiles: async () => 1,
    loadCharacterCounts: async () => [],
    loadPairList: async (_: unknown, _pair: number, stretch: number) => {
      loaded.push(stretch);
      return writePairList({
        positions: positions.filter((position) => stretchOf(position, stretches, 1_000) === stretch),
        classes: [],
      });
    },
  };
  return openPieceOf(index, shard, { offset, prefix: "化学", kind: "frequentPair" });
}

describe("a frequent pair's lists", () => {
  it("are loaded where the other pieces leave a place, and nowhere else", async () => {
    const loaded: number[] = [];
    const frequent = openFrequent(2, [12, 399, 402, 703, 998], 10, loaded);
    const rare = openPiece(0, [397, 400, 600, 701], 1, []);
    expect(await matchPieces([frequent, rare])).toEqual([397, 400, 701]);
    expect(loaded).toEqual([3, 4, 6, 7]);
  });

  it("are asked last, when as few places as can be are left", async () => {
    const loaded: number[] = [];
    const frequent = openFrequent(2, [402], 10, loaded);
    const others = [openPiece(0, [100, 200, 400, 900], 1, []), openPiece(1, [401], 30, [])];
    expect(await matchPieces([frequent, ...others])).toEqual([400]);
    expect(loaded).toEqual([4]);
  });

  it("find the same places beside pieces of any size", async () => {
    const positions = fc
      .uniqueArray(fc.nat({ max: 40 }), { minLength: 15, maxLength: 40 })
      .map((own) => own.sort((a, b) => a - b));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(positions, fc.constantFrom(1, 3, 5, 7, 20)), { maxLength: 3 }),
        positions,
        fc.integer({ min: 1, max: 12 }),
        async (others, own, stretches) => {
          // Over the whole shard, not in its first stretch alone.
          const place = (starts: readonly number[], offset: number) =>
            starts.map((start) => start * 24 + offset);
          const pieces = [
            ...others.map(([list, files], offset) => openPiece(offset, place(list, offset), files, [])),
            openFrequent(others.length, place(own, others.length), stretches, []),
          ];
          const inAll = own.filter((start) => others.every(([list]) => list.includes(start)));
          for (const isUnlikely of [false, true])
            expect(await matchPieces(pieces, { isUnlikely })).toEqual(place(inAll, 0));
        },
      ),
    );
  });
});

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

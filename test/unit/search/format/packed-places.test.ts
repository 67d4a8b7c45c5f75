import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  packList,
  packTerms,
  readPairList,
  stretchOf,
  unpackList,
  unpackTerms,
  writePairList,
} from "../../../../src/search/format/packed-places.ts";

const most = 2 ** 31 - 1;

describe("packed places", () => {
  it("are read as they were written, whatever their terms and distances", () => {
    const positions = fc
      .uniqueArray(fc.oneof(fc.nat(300), fc.nat(70_000), fc.nat(most)), { minLength: 1, maxLength: 50 })
      .map((own) => own.sort((a, b) => a - b));
    const term = fc.constantFrom("化学ǁ", "gptǀǀ", "ƻ00e9ǀǀ", "ǀnǀ1的", "𠮷");
    fc.assert(
      fc.property(fc.array(fc.tuple(term, positions), { maxLength: 20 }), (terms) => {
        const posted = terms.map(([own, places]) => ({ term: own, positions: places }));
        const read = unpackTerms(packTerms(posted));
        expect(read.map((own) => ({ term: own.term, positions: [...Array.from(own.positions)] }))).toEqual(
          posted,
        );
      }),
    );
  });

  it("take one byte for a place near the one before, and three for one 100,000 away", () => {
    const size = (positions: number[]) => packTerms([{ term: "化学ǁ", positions }]).length;
    expect(size([5, 6]) - size([5])).toBe(1);
    expect(size([5, 100_005]) - size([5])).toBe(3);
  });

  it("are no places where the file is cut short", () => {
    const packed = packTerms([{ term: "化学ǁ", positions: [1, 2, 70_000] }]);
    expect(() => unpackTerms(packed.subarray(0, -1))).toThrow("cut short");
    expect(() => unpackList(packList([1, 2, 3]).subarray(0, -2))).toThrow("cut short");
  });

  it("are lists of any numbers too", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(most)), (list) => {
        expect(unpackList(packList(list))).toEqual(list);
      }),
    );
  });

  it("of a frequent pair are read as they were written, with and without how it stands there", () => {
    const places = fc
      .uniqueArray(fc.oneof(fc.nat(300), fc.nat(most)), { maxLength: 50 })
      .map((own) => own.sort((a, b) => a - b));
    const pairClass = fc.constantFrom("word" as const, "inside" as const, "across" as const);
    fc.assert(
      fc.property(places, fc.array(pairClass, { minLength: 50, maxLength: 50 }), (positions, all) => {
        for (const classes of [[], all.slice(0, positions.length)]) {
          const list = unpackList(packList(writePairList({ positions, classes })));
          expect(readPairList(list)).toEqual({ positions, classes });
        }
      }),
    );
  });

  it("lie in stretches of one length, in their order, the last place in the last one", () => {
    expect([0, 24, 25, 49, 50, 99].map((position) => stretchOf(position, 4, 100))).toEqual([
      0, 0, 1, 1, 2, 3,
    ]);
    expect(stretchOf(19_999_999, 7, 20_000_000)).toBe(6);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packList, packTerms, unpackList, unpackTerms } from "../../../../src/search/format/packed-places.ts";

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
});

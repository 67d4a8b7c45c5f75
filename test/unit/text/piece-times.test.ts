import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPieceTimes, writePieceTimes } from "../../../src/text/piece-times.ts";

describe("the times of a passage's pieces", () => {
  test("are written as what each adds to the one before", () => {
    const pieces = [
      { offset: 0, start: 754.2 },
      { offset: 3, start: 755 },
      { offset: 9, start: 756.5 },
    ];
    expect(writePieceTimes(pieces, 754.2)).toBe("0,0 3,80 6,150");
  });

  test("leave out a piece that goes back in time", () => {
    const pieces = [
      { offset: 0, start: 10 },
      { offset: 2, start: 8 },
      { offset: 4, start: 12 },
    ];
    expect(readPieceTimes(writePieceTimes(pieces, 10), 10)).toEqual([
      { offset: 0, start: 10 },
      { offset: 4, start: 12 },
    ]);
  });

  test("are none where nothing was written", () => {
    expect(readPieceTimes("", 10)).toEqual([]);
  });

  test("are read as they were written, to the hundredth of a second", () => {
    const steps = fc.array(fc.tuple(fc.nat(500), fc.nat(9000)), { maxLength: 60 });
    fc.assert(
      fc.property(fc.nat(3_600_000), steps, (startInHundredths, added) => {
        let offset = 0;
        let hundredths = startInHundredths;
        const pieces = added.map(([moreOffset, moreTime]) => {
          offset += moreOffset;
          hundredths += moreTime;
          return { offset, start: hundredths / 100 };
        });
        const start = startInHundredths / 100;
        expect(readPieceTimes(writePieceTimes(pieces, start), start)).toEqual(pieces);
      }),
    );
  });
});

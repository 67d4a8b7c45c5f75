import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseLine, placeNote } from "../../../../src/browser/transcript/write-note.ts";

const phone = { width: 360, height: 780 };
const note = { width: 300, height: 120 };

describe("placeNote", () => {
  it("puts a note under its word", () => {
    expect(placeNote({ left: 40, top: 100, right: 80, bottom: 120 }, note, phone)).toEqual({
      left: 40,
      top: 128,
    });
  });

  it("puts it over a word at the bottom of the screen", () => {
    expect(placeNote({ left: 40, top: 700, right: 80, bottom: 720 }, note, phone)).toEqual({
      left: 40,
      top: 572,
    });
  });

  it("keeps it on the screen wherever the word is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 340 }), fc.integer({ min: 0, max: 760 }), (left, top) => {
        const at = placeNote({ left, top, right: left + 20, bottom: top + 20 }, note, phone);
        expect(at.left).toBeGreaterThanOrEqual(0);
        expect(at.left + note.width).toBeLessThanOrEqual(phone.width);
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(at.top + note.height).toBeLessThanOrEqual(phone.height);
      }),
    );
  });
});

describe("chooseLine", () => {
  const first = { left: 300, top: 0, right: 340, bottom: 20 };
  const second = { left: 0, top: 20, right: 40, bottom: 40 };

  it("takes the line that the pointer is on", () => {
    expect(chooseLine([first, second], { x: 10, y: 30 })).toBe(second);
  });

  it("takes the first line where there is no pointer", () => {
    expect(chooseLine([first, second], undefined)).toBe(first);
  });
});

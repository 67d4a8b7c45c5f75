import { describe, expect, it } from "vitest";
import {
  drawStrip,
  findStroke,
  measureStrip,
  placeStroke,
  readStrip,
  writeStrip,
} from "../../../src/text/draw-strip.ts";

describe("measureStrip", () => {
  it("draws silence as nothing and varied talk higher than repetition", () => {
    const heights = measureStrip(
      [
        { start: 0, end: 10, text: "对对对对" },
        { start: 20, end: 30, text: "模型蒸馏 and distillation" },
      ],
      30,
      3,
    );
    expect(heights[1]).toBe(0);
    expect(heights[2]).toBeGreaterThan(heights[0] ?? 1);
  });

  it("counts a Latin word once, not its letters", () => {
    const heights = measureStrip(
      [
        { start: 0, end: 10, text: "distillation" },
        { start: 10, end: 20, text: "蒸馏" },
      ],
      20,
      2,
    );
    expect(heights[1]).toBeGreaterThan(heights[0] ?? 1);
  });

  it("counts a word once, whatever stands before it", () => {
    const heights = measureStrip(
      [
        { start: 0, end: 10, text: "啊，啊 a啊a 𠮷，𠮷" },
        { start: 10, end: 20, text: "啊吧a12" },
      ],
      20,
      2,
    );
    expect(heights[1]).toBeGreaterThan(heights[0] ?? 1);
  });

  it("gives an episode without length a flat strip", () => {
    expect(measureStrip([], 0, 3)).toEqual([0, 0, 0]);
  });
});

describe("findStroke", () => {
  it("puts the end of an episode into its last stroke", () => {
    expect(findStroke(100, 100, 10)).toBe(9);
  });

  it("puts a moment after the end into the last stroke and one before the beginning into the first", () => {
    expect([findStroke(500, 100, 10), findStroke(-3, 100, 10)]).toEqual([9, 0]);
  });
});

describe("drawStrip", () => {
  it("draws lit strokes apart from the others", () => {
    const svg = drawStrip([0.5, 1, 0.5], (stroke) => stroke === 1);
    expect(svg).toMatch(/<path d="M1 [^"]*M9 [^"]*"\/><path class="lit" d="M5 /);
  });

  it("is hidden from screen readers", () => {
    expect(drawStrip([1])).toContain('aria-hidden="true"');
  });
});

describe("writeStrip", () => {
  it("keeps silence, the highest stroke and every height to within a pixel", () => {
    const heights = [0, 0.1, 0.4567, 1];
    const read = readStrip(writeStrip(heights));
    expect([read[0], read[3]]).toEqual([0, 1]);
    for (const [index, height] of heights.entries())
      expect(Math.abs((read[index] ?? 9) - height)).toBeLessThan(1 / 24);
  });
});

describe("placeStroke", () => {
  it("is where drawStrip draws the stroke", () => {
    const svg = drawStrip([1, 1, 1], (stroke) => stroke === 1);
    const width = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
    const x = Number(/class="lit" d="M(\d+)/.exec(svg)?.[1]);
    expect(placeStroke(1, 3)).toBeCloseTo(x / width);
  });
});

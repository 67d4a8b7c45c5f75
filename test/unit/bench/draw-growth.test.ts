import { describe, expect, it } from "vitest";
import { drawGrowth, type GrowthFigures, writeGrowthTable } from "../../bench/draw-growth.ts";

const sizes: GrowthFigures[] = [100, 1_000].map((episodes) => ({
  episodes,
  buildSeconds: episodes / 10,
  addedSeconds: episodes / 50,
  stockSeconds: episodes / 20,
  peakBytes: episodes * 1.8e6,
  stockPeakBytes: episodes * 7e6,
  firstQueryBytes: 250_000,
  nextQueryBytes: 50_000,
}));

describe("the growth of an archive", () => {
  it("is a table with a row for each size", () => {
    const rows = writeGrowthTable(sizes).split("\n");
    expect(rows.length).toBe(4);
    expect(rows[3]).toBe("| 1000 | 100 s | 20 s | 50 s | 1.8 GB | 7.0 GB | 250 KB | 50 KB |");
  });

  it("is drawn with a mark and its number for each figure of each size", () => {
    const svg = drawGrowth(sizes);
    expect(svg.match(/<circle/g)?.length).toBe(2 * 7);
    expect(svg).toContain("<title>1000: 100 s, whole</title>");
    expect(svg).not.toContain("NaN");
  });
});

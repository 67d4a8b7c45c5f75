import { describe, expect, it } from "vitest";
import { sortBytes } from "../../bench/measure-bytes.ts";

describe("sortBytes", () => {
  it("tells page, index and texts apart", () => {
    const sent = [
      ["/search/", 1],
      ["/_astro/page.js", 2],
      ["/search-scripts/x/worker.js", 64],
      ["/search-data/readings.x/3.json", 128],
      ["/search-data/archive.x_/manifest.json", 4],
      ["/search-data/ep-1.aB/0.json", 8],
      ["/pagefind/0-0/index/a.pf_index", 16],
      ["/search-data/ep-1.aB/12.json", 32],
    ] as const;
    expect(
      sortBytes(
        "蒸馏",
        sent.map(([path, bytes]) => ({ path, bytes })),
      ),
    ).toEqual({
      query: "蒸馏",
      page: 67,
      index: 156,
      texts: 32,
      requests: 8,
    });
  });
});

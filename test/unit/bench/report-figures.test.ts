import { describe, expect, it } from "vitest";
import type { BenchFigures } from "../../bench/measure-archive.ts";
import { formatSections } from "../../bench/print-table.ts";
import { reportContent } from "../../bench/report-content.ts";
import { reportFigures } from "../../bench/report-figures.ts";

const size = { files: 3, bytes: 1_234_567 };
const figures: BenchFigures = {
  machine: { cores: 2, memoryBytes: 8e9, node: "v22.0.0" },
  content: "档案",
  seed: 1,
  archive: { episodes: 2, characters: 900, readFromFile: 2, readFromBuild: 0 },
  build: {
    cost: { wallSeconds: 30, cpuSeconds: 20, peakBytes: 2.5e9 },
    site: size,
    index: size,
    data: size,
  },
  stockBuild: { cost: { wallSeconds: 25, cpuSeconds: 10, peakBytes: 1e9 }, index: size },
  exact: {
    ours: { queries: 400, right: 399, recall: 1, precision: 0.9 },
    byKind: { title: { queries: 200, right: 199, recall: 1, precision: 0.9 } },
    wrong: [
      {
        kind: "title",
        query: "蒸馏",
        expected: { episodes: 1, hits: 2 },
        got: { episodes: 1, hits: 3 },
        missing: [],
        extra: [],
        otherCounts: [{ slug: "a", expected: 2, got: 3 }],
      },
    ],
    passages: { episodes: 1, passages: 4, faults: [] },
  },
};

function findLine(name: string): string {
  return (
    reportFigures(figures)
      .split("\n")
      .find((line) => line.trim().startsWith(name)) ?? ""
  );
}

describe("reportFigures", () => {
  it("shows a floor that is met beside one that is missed", () => {
    expect(findLine("time")).toMatch(/30\.0 s\s+25\.0 s\s+✓ 1\.20 times stock's, at most 1\.3/);
    expect(findLine("peak memory")).toMatch(/2\.50 GB\s+1\.00 GB\s+✗ at most 2\.00 GB/);
  });

  it("misses the floor by one query of four hundred, and names it", () => {
    expect(findLine("all")).toMatch(/399 of 400\s+✗ all/);
    expect(findLine("Not right")).toBe("  Not right: 蒸馏: 1 episodes, 3 hits for 1, 2.");
  });

  it("says that memory was not measured where it was not, and claims no floor", () => {
    const { cpuSeconds, peakBytes, ...cost } = figures.build.cost;
    const report = reportFigures({ ...figures, build: { ...figures.build, cost } });
    expect(report).toMatch(/peak memory\s+not measured\s+1\.00 GB\n/);
  });
});

describe("reportContent", () => {
  it("says how an input that failed is tried again, and misses the floors by one failure and one slow input", () => {
    const failed = { number: 7, kind: "queries", ms: 1, failure: "Error: no" };
    const slow = { number: 9, kind: "queries", ms: 2_500 };
    const report = reportContent({
      fuzz: {
        seed: 3,
        inputs: 10,
        folder: "content",
        kinds: { queries: { inputs: 10, slowest: slow } },
        failures: [failed],
        slow: [slow],
      },
    });
    expect(report).toMatch(/cannot be\s+1\s+✗ none/);
    expect(report).toMatch(/processor time\s+2500(?:\.0)? ms\s+✗ at most 2000/);
    expect(report).toContain("node test/fuzz/try-inputs.ts 3 7 content (queries): Error: no");
  });
});

describe("formatSections", () => {
  it("sets columns of equal width under Han and Latin names", () => {
    const [, , first = "", second = ""] = formatSections([
      {
        title: "t",
        lines: [
          { name: "蒸馏", ours: "1", stock: "a" },
          { name: "abcdef", ours: "2", stock: "b" },
        ],
        notes: [],
      },
    ]).split("\n");
    expect(first).toMatch(/^ {2}蒸馏 {4}1 {5}a$/);
    expect(second).toMatch(/^ {2}abcdef {2}2 {5}b$/);
  });
});

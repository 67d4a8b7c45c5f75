import { describe, expect, it } from "vitest";
import { drawBarChart } from "../../../../src/components/charts/draw-bar-chart.ts";
import { drawTimeline } from "../../../../src/components/charts/draw-timeline.ts";

const bar = (share: number | undefined, label = "2025") => ({
  share,
  label,
  title: `${label} <b>`,
  href: "#x",
});

describe("drawBarChart", () => {
  it("draws a mark for every share that is not nothing, each a link with its words escaped", () => {
    const { svg } = drawBarChart([bar(0.1), bar(0), bar(undefined), bar(0.4)]);
    expect(svg.match(/class="bar"/g)).toHaveLength(2);
    expect(svg.match(/<a href="#x"/g)).toHaveLength(2);
    expect(svg).toContain("2025 &lt;b&gt;");
  });

  it("draws a share twice as large twice as high", () => {
    const heights = [
      ...drawBarChart([bar(0.2), bar(0.4)]).svg.matchAll(/class="bar"[^>]* height="([\d.]+)"/g),
    ].map(([, height]) => Number(height));
    expect((heights[1] ?? 0) / (heights[0] ?? 1)).toBeCloseTo(2, 1);
  });

  it("begins its axis at nothing and marks it in per cent", () => {
    const { axis } = drawBarChart([bar(0.37)]);
    const labels = [...axis.matchAll(/>([^<]+)<\/text>/g)].map(([, label]) => label);
    expect(labels[0]).toBe("0%");
    expect(labels.at(-1)).toBe("40%");
  });

  it("stays drawable with no share at all", () => {
    expect(drawBarChart([bar(0), bar(undefined)]).svg).not.toContain("NaN");
    expect(drawBarChart([]).svg).not.toContain("NaN");
  });
});

describe("drawTimeline", () => {
  it("lights the parts in which a term is talked about and links them", () => {
    const svg = drawTimeline(
      [
        { share: 0, title: "0:00" },
        { share: 0.5, title: "1:00", href: "#t=60" },
      ],
      0.5,
    );
    expect(svg.match(/class="lit"/g)).toHaveLength(1);
    expect(svg).toContain('<a href="#t=60" tabindex="-1"><title>1:00</title>');
  });

  it("draws longer strokes for larger shares", () => {
    const lengths = [
      ...drawTimeline(
        [
          { share: 0.1, title: "" },
          { share: 0.9, title: "" },
        ],
        0.9,
      ).matchAll(/class="lit" d="[^v]*v(\d+)"/g),
    ].map(([, length]) => Number(length));
    expect(lengths[0]).toBeLessThan(lengths[1] ?? 0);
  });
});

import { scaleBand, scaleLinear } from "d3-scale";
import { escapeHtml } from "../../text/escape-html.ts";

/** One mark of a chart over time. */
export interface ChartBar {
  /** 0 to 1; undefined where nothing was said at all. */
  readonly share: number | undefined;
  /** What a pointer that rests on it reads. */
  readonly title: string;
  /** Where it leads. */
  readonly href?: string;
  /** Stands under it where there is room. */
  readonly label: string;
}

/** A chart, and the labels of its vertical axis as a picture as high, to stand before it. */
export interface BarChart {
  readonly svg: string;
  readonly axis: string;
}

const plotHeight = 132;
const top = 8;
const labelHeight = 26;
/** On a phone every other one is hidden. */
const mostLabels = 5;

/**
 * A chart of shares over time. Across it measures in per cent of its width and upright in pixels, so that its words
 * keep their size on a phone. It repeats a table that says the same, and is hidden from screen readers and from the
 * Tab key; colours come from CSS.
 */
export function drawBarChart(bars: readonly ChartBar[]): BarChart {
  const most = bars.reduce((max, { share }) => Math.max(max, share ?? 0), 0);
  const y = scaleLinear([0, most === 0 ? 1 : most], [top + plotHeight, top]).nice(3);
  const x = scaleBand(bars.keys(), [0, 100]).paddingInner(0.35).paddingOuter(0.2);
  const format = y.tickFormat(3, "%");
  const values = y.ticks(3);
  const lines = values
    .map((value) => `<line class="grid" x1="0" x2="100%" y1="${round(y(value))}" y2="${round(y(value))}"/>`)
    .join("");
  const width = Math.min(x.bandwidth(), 8);
  const marks = bars.map((bar, index) => {
    const middle = (x(index) ?? 0) + x.bandwidth() / 2;
    return bar.share === undefined || bar.share === 0
      ? ""
      : drawMark(bar, y(bar.share), middle - width / 2, width);
  });
  const labels = chooseLabels(bars.length).map((index, nth) => {
    const bar = bars[index] as ChartBar;
    const anchor =
      bars.length === 1 ? "middle" : index === 0 ? "start" : index === bars.length - 1 ? "end" : "middle";
    const at = anchor === "start" ? 0 : anchor === "end" ? 100 : (x(index) ?? 0) + x.bandwidth() / 2;
    const minor = nth % 2 === 1 ? ' class="minor"' : "";
    return `<text${minor} x="${round(at)}%" y="${top + plotHeight + 19}" text-anchor="${anchor}">${escapeHtml(bar.label)}</text>`;
  });
  const ticks = values.map(
    (value) =>
      `<text x="100%" y="${round(y(value))}" text-anchor="end" dominant-baseline="central">${format(value)}</text>`,
  );
  return { svg: drawSvg([lines, ...marks, ...labels]), axis: drawSvg(ticks) };
}

function drawSvg(parts: readonly string[]): string {
  return `<svg class="chart" width="100%" height="${top + plotHeight + labelHeight}" aria-hidden="true" focusable="false">${parts.join("")}</svg>`;
}

function drawMark({ title, href }: ChartBar, from: number, left: number, width: number): string {
  const bottom = top + plotHeight;
  const bar = `<rect class="bar" x="${round(left)}%" width="${round(width)}%" y="${round(from)}" height="${round(Math.max(1.5, bottom - from))}"/>`;
  // A short bar is hard to touch: all of the height above it belongs to it.
  const target = `<rect class="target" x="${round(left)}%" width="${round(width)}%" y="${top}" height="${plotHeight}"/>`;
  const inside = `<title>${escapeHtml(title)}</title>${target}${bar}`;
  return href === undefined
    ? `<g>${inside}</g>`
    : `<a href="${escapeHtml(href)}" tabindex="-1">${inside}</a>`;
}

/** Evenly spread marks that get a label, the first and the last among them. */
function chooseLabels(count: number): number[] {
  const shown = Math.min(count, mostLabels);
  if (shown < 2) return Array.from({ length: shown }, (_, index) => index);
  return Array.from({ length: shown }, (_, index) => Math.round((index * (count - 1)) / (shown - 1)));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

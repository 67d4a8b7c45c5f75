import { scaleLinear } from "d3-scale";

/** What an archive of a size costs, ours beside stock Pagefind's. */
export interface GrowthFigures {
  readonly episodes: number;
  readonly buildSeconds: number;
  readonly addedSeconds: number;
  readonly stockSeconds: number;
  readonly peakBytes: number;
  readonly stockPeakBytes: number;
  /** Of a first query, cold, median. */
  readonly firstQueryBytes: number;
  /** Of a later query's index files, median. */
  readonly nextQueryBytes: number;
}

interface Series {
  readonly name: string;
  readonly dash: string;
  readonly read: (figures: GrowthFigures) => number;
}

interface Panel {
  readonly title: string;
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
}

const seconds = (value: number) => `${Math.round(value)} s`;
const megabytes = (value: number) => `${(value / 1e9).toFixed(1)} GB`;
const kilobytes = (value: number) => `${Math.round(value / 1e3)} KB`;

const panels: readonly Panel[] = [
  {
    title: "Build",
    format: seconds,
    series: [
      { name: "whole", dash: "", read: ({ buildSeconds }) => buildSeconds },
      { name: "one added", dash: "6 3", read: ({ addedSeconds }) => addedSeconds },
      { name: "stock Pagefind's index", dash: "1 3", read: ({ stockSeconds }) => stockSeconds },
    ],
  },
  {
    title: "Peak memory",
    format: megabytes,
    series: [
      { name: "ours", dash: "", read: ({ peakBytes }) => peakBytes },
      { name: "stock Pagefind", dash: "1 3", read: ({ stockPeakBytes }) => stockPeakBytes },
    ],
  },
  {
    title: "Over the wire, median",
    format: kilobytes,
    series: [
      { name: "first query", dash: "", read: ({ firstQueryBytes }) => firstQueryBytes },
      { name: "next queries' index", dash: "6 3", read: ({ nextQueryBytes }) => nextQueryBytes },
    ],
  },
];

const WIDTH = 300;
const HEIGHT = 220;
const MARGIN = { top: 34, right: 16, bottom: 66, left: 58 };

/** A chart of how an archive's cost grows, as a file of SVG that is legible on paper and in the dark. */
export function drawGrowth(sizes: readonly GrowthFigures[]): string {
  const width = WIDTH * panels.length;
  const drawn = panels.map(
    (panel, index) => `<g transform="translate(${index * WIDTH} 0)">${drawPanel(panel, sizes)}</g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="How build time, memory and bytes grow with the number of episodes">
<style>text{font:11px system-ui,sans-serif;fill:#3b3632}.title{font-weight:600;font-size:13px}path{fill:none;stroke:#b23a24;stroke-width:2}line{stroke:#d9d4cd}circle{fill:#b23a24}@media(prefers-color-scheme:dark){text{fill:#ddd8d2}path{stroke:#f0826a}circle{fill:#f0826a}line{stroke:#4a4540}}</style>
${drawn.join("\n")}
</svg>
`;
}

function drawPanel({ title, series, format }: Panel, sizes: readonly GrowthFigures[]): string {
  const { top, right, bottom, left } = MARGIN;
  const most = Math.max(...sizes.flatMap((own) => series.map(({ read }) => read(own))));
  const x = scaleLinear([0, Math.max(...sizes.map(({ episodes }) => episodes))], [left, WIDTH - right]);
  const y = scaleLinear([0, most], [HEIGHT - bottom, top]).nice(4);
  const grid = y
    .ticks(4)
    .map(
      (tick) =>
        `<line x1="${left}" x2="${WIDTH - right}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${left - 6}" y="${y(tick) + 4}" text-anchor="end">${format(tick)}</text>`,
    );
  const labels = sizes.map(
    ({ episodes }) =>
      `<text x="${x(episodes)}" y="${HEIGHT - bottom + 16}" text-anchor="middle">${episodes}</text>`,
  );
  const lines = series.map(({ name, dash, read }, index) => {
    const points = sizes.map((own) => ({ at: x(own.episodes), value: y(read(own)), own }));
    const path = points.map(({ at, value }) => `${at.toFixed(1)} ${value.toFixed(1)}`).join("L");
    const dots = points.map(
      ({ at, value, own }) =>
        `<circle cx="${at.toFixed(1)}" cy="${value.toFixed(1)}" r="3"><title>${own.episodes}: ${format(read(own))}, ${name}</title></circle>`,
    );
    const key = HEIGHT - bottom + 32 + index * 13;
    const dashes = dash === "" ? "" : ` stroke-dasharray="${dash}"`;
    return `<path d="M${path}"${dashes}/>${dots.join("")}<path d="M${left} ${key - 4}h24"${dashes}/><text x="${left + 30}" y="${key}">${name}</text>`;
  });
  return `<text class="title" x="${left}" y="18">${title}</text>${grid.join("")}${labels.join("")}${lines.join("")}`;
}

/** The same figures as a table of Markdown. */
export function writeGrowthTable(sizes: readonly GrowthFigures[]): string {
  const head = [
    "episodes",
    "whole build",
    "one episode added",
    "stock Pagefind's index alone",
    "peak memory",
    "stock's",
    "first query",
    "next queries' index",
  ];
  const rows = sizes.map((own) => [
    String(own.episodes),
    seconds(own.buildSeconds),
    seconds(own.addedSeconds),
    seconds(own.stockSeconds),
    megabytes(own.peakBytes),
    megabytes(own.stockPeakBytes),
    kilobytes(own.firstQueryBytes),
    kilobytes(own.nextQueryBytes),
  ]);
  const setRow = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [setRow(head), setRow(head.map(() => "---:")), ...rows.map(setRow)].join("\n");
}

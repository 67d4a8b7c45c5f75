/** One line of the report: what was measured, ours, the peers' where there are any, and the floor. */
export interface ReportLine {
  readonly name: string;
  readonly ours: string;
  readonly stock?: string;
  readonly miniSearch?: string;
  /** The floor in words, and whether it is met. */
  readonly floor?: { readonly text: string; readonly isMet: boolean };
}

/** A heading and its lines. */
export interface ReportSection {
  readonly title: string;
  readonly lines: readonly ReportLine[];
  /** Sentences below the table. */
  readonly notes: readonly string[];
}

/** Sets the report as text: columns of equal width, whatever the script. */
export function formatSections(sections: readonly ReportSection[]): string {
  const heads = ["", "ours", "stock Pagefind", "MiniSearch", "floor"];
  const all = sections.flatMap(({ lines }) => lines);
  const hasMiniSearch = all.some(({ miniSearch }) => miniSearch !== undefined);
  const columns = heads.map((_, column) => column).filter((column) => hasMiniSearch || column !== 3);
  const rows = [heads, ...all.map(makeCells)];
  const widths = heads.map((_, column) =>
    Math.max(...rows.map((cells) => measureWidth(cells[column] ?? ""))),
  );
  const setRow = (cells: readonly string[]): string =>
    columns
      .map((column) => padCell(cells[column] ?? "", widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return sections
    .map(({ title, lines, notes }) =>
      [
        `${title}`,
        setRow(heads),
        ...lines.map((line) => setRow(makeCells(line))),
        ...notes.map((note) => `  ${note}`),
      ].join("\n"),
    )
    .join("\n\n");
}

function makeCells({ name, ours, stock, miniSearch, floor }: ReportLine): string[] {
  const mark = floor === undefined ? "" : `${floor.isMet ? "✓" : "✗"} ${floor.text}`;
  return [`  ${name}`, ours, stock ?? "", miniSearch ?? "", mark];
}

function padCell(cell: string, width: number): string {
  return cell + " ".repeat(Math.max(0, width - measureWidth(cell)));
}

/** Columns in a terminal: Han characters and full-width signs take two. */
function measureWidth(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\u9fff\uff01-\uff60]/u.test(character) ? 2 : 1),
    0,
  );
}

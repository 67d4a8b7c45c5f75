/** One line of the report: what was measured, ours, the peers' where there are any, and the floor. */
export interface ReportLine {
  readonly name: string;
  readonly ours: string;
  readonly stock?: string;
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
  const rows = sections.flatMap(({ lines }) => lines.map(makeCells));
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(0, ...rows.map((cells) => measureWidth(cells[column] ?? ""))),
  );
  const setRow = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => padCell(cell, widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return sections
    .map(({ title, lines, notes }) =>
      [
        `${title}`,
        setRow(["", "ours", "stock Pagefind", "floor"]),
        ...lines.map((line) => setRow(makeCells(line))),
        ...notes.map((note) => `  ${note}`),
      ].join("\n"),
    )
    .join("\n\n");
}

function makeCells({ name, ours, stock, floor }: ReportLine): string[] {
  const mark = floor === undefined ? "" : `${floor.isMet ? "✓" : "✗"} ${floor.text}`;
  return [`  ${name}`, ours, stock ?? "", mark];
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

import type { LineProblem } from "../model/problem.ts";

/** episode.md in its two parts. `frontMatter` begins on line 2 of the file. */
export interface SplitMarkdown {
  readonly frontMatter?: string;
  readonly notes: string;
  readonly problems: readonly LineProblem[];
}

/** Divides a Markdown file at its lines of three hyphens. Lines end with "\n". */
export function splitFrontMatter(text: string): SplitMarkdown {
  const lines = text.split("\n");
  if (!/^---\s*$/.test(lines[0] ?? "")) {
    const message =
      text.trim() === ""
        ? 'The file is empty. Write "title" and "date" between two lines of three hyphens (---).'
        : 'The file does not begin with a line of three hyphens (---). Put "title" and "date" between two such lines, before the notes.';
    return { notes: "", problems: [{ severity: "error", line: 1, message }] };
  }
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  if (end === -1) {
    const message =
      "The line of three hyphens (---) that ends the front matter is missing. Write it before the notes.";
    return { notes: "", problems: [{ severity: "error", line: 1, message }] };
  }
  return {
    frontMatter: lines.slice(1, end).join("\n"),
    notes: lines
      .slice(end + 1)
      .join("\n")
      .trim(),
    problems: [],
  };
}

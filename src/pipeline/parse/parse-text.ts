import type { Cue } from "../../model/cue.ts";
import type { LineProblem } from "../../model/problem.ts";
import { createTimeChecker } from "./check-times.ts";
import { collectProblems } from "./collect-problems.ts";
import { type LineStart, readLineStart } from "./read-line-start.ts";
import { isGenericLabel, recogniseLabels } from "./recognise-labels.ts";
import { readMarkdownLines, stripInlineMarkdown } from "./strip-markdown.ts";

interface TextLine extends LineStart {
  /** 1-based. */
  readonly line: number;
}

/** Reads plain text: a paragraph a line, with the speakers and times that stand at the lines' beginnings. */
export function parseText(lines: readonly string[]): { cues: Cue[]; problems: LineProblem[] } {
  const read = lines.flatMap((text, index) =>
    text.trim() === "" ? [] : [{ ...readLineStart(text), line: index + 1 }],
  );
  return buildCues(read, (text) => text);
}

/** Reads Markdown like plain text, its markup taken off; a heading is not speech. */
export function parseMarkdown(lines: readonly string[]): { cues: Cue[]; problems: LineProblem[] } {
  const read = readMarkdownLines(lines).flatMap(({ line, text, isHeading }) => {
    if (text === "") return [];
    const start = readLineStart(text);
    // Some tools write each turn's speaker as a heading; any other heading is a topic.
    if (
      isHeading &&
      !(start.candidate !== undefined && start.rest === "" && isGenericLabel(start.candidate.label))
    )
      return [];
    return [{ ...start, line }];
  });
  return buildCues(read, stripInlineMarkdown);
}

function buildCues(
  lines: readonly TextLine[],
  strip: (text: string) => string,
): { cues: Cue[]; problems: LineProblem[] } {
  const problems = collectProblems();
  const checkTimes = createTimeChecker(problems);
  const labels = recogniseLabels(
    lines.flatMap(({ candidate }) => candidate ?? []),
    lines.length,
  );
  const hasBareTimes = areBareTimesReal(lines);
  const cues: Cue[] = [];
  let speaker: string | undefined;
  let pending: { start: number; end?: number; isOfLabel: boolean } | undefined;

  for (const line of lines) {
    const isLabelled = line.candidate !== undefined && labels.has(line.candidate.label);
    const isProse = line.isBareTime && !hasBareTimes;
    if (isLabelled) speaker = line.candidate?.label;
    const time = readOwnTime(line, isLabelled, isProse);
    // The time of a name without words (**Break**: [16:40]) is not that of the next name's words.
    if (isLabelled && pending?.isOfLabel === true) pending = undefined;
    const words = isProse && !isLabelled ? line.whole : isLabelled ? line.rest : line.unlabelled;
    const text = strip(words).trim();
    if (text === "") {
      if (time !== undefined) pending = { ...time, isOfLabel: isLabelled };
      continue;
    }
    const { start, end } = time ?? pending ?? {};
    pending = undefined;
    cues.push({
      ...checkTimes(line.line, start, end),
      ...(speaker === undefined ? {} : { speaker }),
      text,
      line: line.line,
    });
  }
  return { cues, problems: problems.list() };
}

/** The line's own time, unless it belongs to a label that is none or to the sentence. */
function readOwnTime(
  line: TextLine,
  isLabelled: boolean,
  isProse: boolean,
): { start: number; end?: number } | undefined {
  if (line.start === undefined || isProse || (line.isAfterLabel && !isLabelled)) return undefined;
  return { start: line.start, ...(line.end === undefined ? {} : { end: line.end }) };
}

/** Times without brackets are the file's own when several lines have one and they go forward. */
function areBareTimesReal(lines: readonly TextLine[]): boolean {
  const starts = lines.flatMap(({ start, isBareTime }) => (isBareTime && start !== undefined ? [start] : []));
  const backward = starts.filter((start, index) => start < (starts[index - 1] ?? 0)).length;
  return starts.length >= 2 && backward <= starts.length / 5;
}

import type { Cue } from "../../../model/cue.ts";
import type { ChapterSource } from "../../../model/passage.ts";
import { createTimeChecker } from "../check-times.ts";
import { collectProblems } from "../collect-problems.ts";
import type { IsKept } from "../find-kept.ts";
import type { ParsedTranscript } from "../parsed-transcript.ts";
import { isGenericLabel, isHeadingName, listDoubtful, recogniseLabels } from "../recognise-labels.ts";
import { cutHead } from "./cut-head.ts";
import { type LineStart, readLineStart, type TextLine } from "./read-line-start.ts";
import { type InlineTime, splitAtTimes } from "./split-at-times.ts";
import { type MarkdownLine, readMarkdownLines, stripInlineMarkdown } from "./strip-markdown.ts";

/** Reads plain text: a paragraph a line, with the speakers and times that stand at the lines' beginnings. */
export function parseText(lines: readonly string[], isKept: IsKept): ParsedTranscript {
  const read = lines.flatMap((text, index) =>
    text.trim() === "" ? [] : [{ ...readLineStart(text), line: index + 1 }],
  );
  return buildCues(read, [], (text) => text, isKept);
}

/** Reads Markdown like plain text, its markup taken off. */
export function parseMarkdown(lines: readonly string[], isKept: IsKept): ParsedTranscript {
  return parseDocument(readMarkdownLines(lines), isKept);
}

/**
 * Reads the lines of a document, with inline Markdown. A heading is not speech: it is the speaker of what follows
 * (`### 发言人1 00:00`, `### Kevin (00:20)`), a chapter where it begins with a time (`## 01:30 蒸馏`), else a topic.
 */
export function parseDocument(source: readonly MarkdownLine[], isKept: IsKept): ParsedTranscript {
  const chapters: ChapterSource[] = [];
  const read = source.flatMap(({ line, text, isHeading }): TextLine[] => {
    if (text === "") return [];
    const start = readLineStart(text);
    if (!isHeading || isSpeakerHeading(start)) return [{ ...start, line }];
    if (start.start === undefined || start.isAfterLabel || start.unlabelled === "") return [];
    chapters.push({
      title: stripInlineMarkdown(start.unlabelled),
      start: start.start,
      line,
      sourceLine: line,
    });
    // Its time is that of the words below it.
    const { candidate: _, ...time } = start;
    return [{ ...time, isBareTime: false, rest: "", unlabelled: "", line }];
  });
  return buildCues(read, chapters, stripInlineMarkdown, isKept);
}

function isSpeakerHeading({ candidate, rest, start }: LineStart): boolean {
  if (candidate === undefined || rest !== "") return false;
  return (
    isGenericLabel(candidate.label) ||
    (candidate.form === "heading" && start !== undefined && isHeadingName(candidate.label))
  );
}

function buildCues(
  source: readonly TextLine[],
  chapters: readonly ChapterSource[],
  strip: (text: string) => string,
  isKept: IsKept,
): ParsedTranscript {
  const problems = collectProblems();
  const checkTimes = createTimeChecker(problems);
  const { lines, cut } = cutHead(source, isKept);
  const candidates = lines.flatMap(({ candidate }, index) =>
    candidate === undefined || (candidate.form === "above" && !isAbove(lines, index)) ? [] : [candidate],
  );
  const labels = recogniseLabels(candidates, lines.length);
  const doubtful = new Set(listDoubtful(candidates, labels));
  const hasBareTimes = areBareTimesReal(lines);
  const cues: Cue[] = [];
  let speaker: string | undefined;
  let pending: { start: number; end?: number; isOfLabel: boolean } | undefined;
  let latest = 0;

  for (const [index, line] of lines.entries()) {
    const label = line.candidate?.label;
    const isLabelled =
      label !== undefined && labels.has(label) && (line.candidate?.form !== "above" || isAbove(lines, index));
    // A clock alone on its line is nobody's words.
    const isProse = line.isBareTime && !hasBareTimes && line.unlabelled !== "";
    if (isLabelled) speaker = label;
    else if (line.isTurn) speaker = undefined;
    if (isLabelled && doubtful.has(label))
      problems.warn(line.line, { kind: "label-doubtful", values: { label } });
    const time = readOwnTime(line, isLabelled, isProse);
    // The time of a name without words (**Break**: [16:40]) is not that of the next name's words.
    if (isLabelled && pending?.isOfLabel === true) pending = undefined;
    const words = isProse && !isLabelled ? line.whole : isLabelled ? line.rest : line.unlabelled;
    const text = strip(words).trim();
    if (text === "") {
      if (time !== undefined) pending = { ...time, isOfLabel: isLabelled };
      continue;
    }
    const first = time ?? pending;
    pending = undefined;
    latest = Math.max(latest, first?.start ?? 0);
    for (const part of splitAtTimes(text, latest, findNextTime(lines, index))) {
      const { start, end } =
        part.start === undefined ? (first ?? {}) : (part as InlineTime & { end?: number });
      latest = Math.max(latest, start ?? 0);
      cues.push({
        ...(part.isFirst || part.start !== undefined ? checkTimes(line.line, start, end) : {}),
        ...(speaker === undefined ? {} : { speaker }),
        text: part.text,
        line: line.line,
      });
    }
  }
  return { cues, problems: problems.list(), chapters, cut };
}

/** Whether a name below a time stands above words: a line without a time follows. */
function isAbove(lines: readonly TextLine[], index: number): boolean {
  const next = lines[index + 1];
  return next !== undefined && (next.start === undefined || next.isAfterLabel);
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

/** The next time at a line's beginning; the end of all times where there is none. */
function findNextTime(lines: readonly TextLine[], index: number): number {
  for (let next = index + 1; next < Math.min(lines.length, index + 50); next += 1) {
    const start = lines[next]?.start;
    if (start !== undefined) return start;
  }
  return Number.POSITIVE_INFINITY;
}

/** Times without brackets are the file's own when several lines have one and they go forward. */
function areBareTimesReal(lines: readonly TextLine[]): boolean {
  const starts = lines.flatMap(({ start, isBareTime }) => (isBareTime && start !== undefined ? [start] : []));
  const backward = starts.filter((start, index) => start < (starts[index - 1] ?? 0)).length;
  return starts.length >= 2 && backward <= starts.length / 5;
}

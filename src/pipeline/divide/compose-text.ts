import type { Change, CorrectedCue, Speaker, Word } from "../../model/cue.ts";
import { joinTexts } from "../../text/join-text.ts";
import { weighText } from "../../text/weigh-text.ts";
import { locateWords } from "../locate-words.ts";

/** One line of one cue and where it begins in the composed text. */
interface Piece {
  readonly start: number;
  readonly line: number;
  /** Index into the composition's cues. */
  readonly cue: number;
}

/** A stretch that stands, character by character, in the text of its cue. */
export interface TextSource {
  readonly start: number;
  /** The same in the text of its cue. */
  readonly offset: number;
  /** Index into the composition's cues. */
  readonly cue: number;
}

/** A cue's stretch of the composed text. */
export interface CueSpan {
  readonly from: number;
  readonly to: number;
  readonly startTime?: number;
  readonly endTime?: number;
  readonly speaker?: Speaker;
  readonly source: CorrectedCue;
}

/** A whole transcript as one joined text, of which passages are slices. All offsets are in `text`. */
export interface ComposedText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** Ascending; each goes on to the next. */
  readonly sources: readonly TextSource[];
  readonly cues: readonly CueSpan[];
  readonly changes: readonly Change[];
  readonly words: readonly (Word & { readonly offset: number })[];
  /** Seconds that the text takes to say up to each offset, before any scaling. */
  readonly weights: Float64Array;
}

/** Joins all lines of all cues; cues without text are left out. */
export function composeText(source: readonly CorrectedCue[]): ComposedText {
  const lines = source.flatMap((cue, index) => splitLines(cue, index));
  const { text, starts } = joinTexts(
    lines.map((line) => line.text),
    findPauses(source, lines),
  );
  const pieces: Piece[] = [];
  const sources: TextSource[] = [];
  const cues: CueSpan[] = [];
  const changes: Change[] = [];
  const words: (Word & { offset: number })[] = [];
  for (let first = 0; first < lines.length; ) {
    const line = lines[first];
    const cue = line === undefined ? undefined : source[line.cue];
    if (line === undefined || cue === undefined) break;
    let next = first;
    while (lines[next]?.cue === line.cue) next += 1;
    const move = makeMover(lines.slice(first, next), starts.slice(first, next));
    for (let index = first; index < next; index += 1) {
      const { line: number, indent, offset } = lines[index] ?? line;
      const start = (starts[index] ?? 0) + indent;
      pieces.push({ start, line: number, cue: cues.length });
      sources.push({ start, offset: offset + indent, cue: cues.length });
    }
    const end = (starts[next - 1] ?? 0) + (lines[next - 1]?.text.trimEnd().length ?? 0);
    cues.push(makeSpan(cue, (starts[first] ?? 0) + line.indent, end));
    for (const change of cue.changes) {
      changes.push({ ...change, from: move(change.from), to: move(change.to - 1) + 1 });
    }
    words.push(...moveWords(cue, move));
    first = next;
  }
  return { text, pieces, sources, cues, changes, words, weights: weighText(text) };
}

/** Of a mark that ends or divides a sentence, and of what may close behind it. */
const MARK_AT_END = /[，。！？；：、…,.;:!?][”’」』）)】》"'\]]*$/;
/** The share of cues that end in a mark: of 201 texts with punctuation none has less than 0.47, of 22 without none more than 0.08. */
const LEAST_MARKED = 0.2;
/** Characters a cue: cues of single words break where no pause is (chosen). */
const LEAST_LENGTH = 4;

/** The lines before which a reader pauses: those that begin a cue, in a text whose cues end without punctuation. */
function findPauses(cues: readonly CorrectedCue[], lines: readonly Line[]): ReadonlySet<number> {
  const marked = cues.filter(({ text }) => MARK_AT_END.test(text.trimEnd().slice(-8))).length;
  const length = cues.reduce((sum, { text }) => sum + text.length, 0);
  if (marked >= cues.length * LEAST_MARKED || length < cues.length * LEAST_LENGTH) return new Set();
  return new Set(lines.flatMap(({ cue }, index) => (cue === lines[index - 1]?.cue ? [] : [index])));
}

interface Line {
  /** With the spaces at its edges, which decide how it is joined. */
  readonly text: string;
  /** How many spaces come first. */
  readonly indent: number;
  readonly line: number;
  readonly cue: number;
  /** Offset in the cue's text. */
  readonly offset: number;
}

function splitLines({ text, line }: CorrectedCue, cue: number): Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const [index, part] of text.split("\n").entries()) {
    const indent = part.length - part.trimStart().length;
    if (indent < part.length) lines.push({ text: part, indent, line: line + index, cue, offset });
    offset += part.length + 1;
  }
  return lines;
}

/** Turns an offset in the cue's text into one in the composed text. */
function makeMover(lines: readonly Line[], starts: readonly number[]): (offset: number) => number {
  return (offset) => {
    let index = lines.length - 1;
    while (index > 0 && (lines[index]?.offset ?? 0) > offset) index -= 1;
    return (starts[index] ?? 0) + offset - (lines[index]?.offset ?? 0);
  };
}

function makeSpan(source: CorrectedCue, from: number, to: number): CueSpan {
  const { startTime, endTime, speaker } = source;
  return {
    from,
    to,
    source,
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
    ...(speaker === undefined ? {} : { speaker }),
  };
}

function moveWords(cue: CorrectedCue, move: (offset: number) => number): (Word & { offset: number })[] {
  if (cue.words === undefined) return [];
  const offsets = locateWords(cue.text, cue.words);
  return cue.words.flatMap((word, index) => {
    const offset = offsets[index];
    return offset === undefined ? [] : [{ ...word, text: word.text.trim(), offset: move(offset) }];
  });
}

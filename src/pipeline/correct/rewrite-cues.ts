import type { Change, CorrectedCue, Cue, DeliveredText } from "../../model/cue.ts";
import { readTokens } from "../../text/normalise.ts";
import { type Edit, type FlatText, findPiece, readStretch } from "./flat-text.ts";
import type { SpeakerSection } from "./place-turns.ts";
import { type LocatedWord, locateCueWords, type MovedSpan, rewriteWords } from "./rewrite-words.ts";

/** An edit within one cue's text; without `change` the characters are gone, moved to the cue before. */
interface CueEdit {
  readonly from: number;
  readonly to: number;
  readonly meant: string;
  readonly change?: Omit<Change, "from" | "to">;
}

/** A cue, or a part of it where the speaker changes inside it. */
interface CuePart {
  readonly cue: Cue;
  readonly from: number;
  readonly to: number;
  readonly section: SpeakerSection | undefined;
  readonly edits: readonly CueEdit[];
  readonly words: readonly LocatedWord[];
  /** Tokens that other cues have on the cue's first line before it. */
  readonly tokensBefore: number;
}

/**
 * Applies edits (ascending, not overlapping) and speakers to the cues. Line breaks stay, so that every character
 * keeps its line. A cue in which the speaker changes is split; a later part has a time only where a word of the
 * recogniser gives it one. An edit over two cues stands wholly in the first; a cue that it uses up goes.
 */
export function rewriteCues(
  flat: FlatText,
  edits: readonly Edit[],
  sections: readonly SpeakerSection[],
): CorrectedCue[] {
  const cueEdits = distributeEdits(flat, edits);
  const cuts = distributeSections(flat, sections);
  const corrected: CorrectedCue[] = [];
  let section: SpeakerSection | undefined;
  const countBefore = makeLineCounter();
  for (const [index, cue] of flat.cues.entries()) {
    if (cue.text.trim() === "") continue;
    const tokensBefore = countBefore(cue);
    const words = locateCueWords(cue);
    const cueCuts = cuts.get(index) ?? [];
    const starts = cueCuts[0]?.from === 0 ? cueCuts : [{ from: 0, section }, ...cueCuts];
    for (const [nth, start] of starts.entries()) {
      section = start.section;
      const to = starts[nth + 1]?.from ?? cue.text.length;
      const edits = cueEdits.get(index) ?? NO_EDITS;
      pushPart(corrected, { cue, from: start.from, to, section, edits, words, tokensBefore });
    }
  }
  return corrected;
}

const NO_EDITS: readonly CueEdit[] = [];

/** Counts, cue after cue, the tokens that stand before a cue on its first line. */
function makeLineCounter(): (cue: Cue) => number {
  let last: { readonly line: number; readonly text: string; readonly before: number } | undefined;
  return ({ text, line }) => {
    const before = last?.line === line ? last.before + readTokens(last.text).length : 0;
    const lines = text.split("\n");
    const isOneLine = lines.length === 1;
    last = { line: line + lines.length - 1, text: lines.at(-1) ?? "", before: isOneLine ? before : 0 };
    return before;
  };
}

function pushPart(corrected: CorrectedCue[], part: CuePart): void {
  const rewritten = rewritePart(part);
  const last = corrected.at(-1);
  if (rewritten !== undefined) corrected.push(rewritten);
  else if (last !== undefined && part.cue.endTime !== undefined) {
    corrected[corrected.length - 1] = { ...last, endTime: part.cue.endTime };
  }
}

function distributeEdits(flat: FlatText, edits: readonly Edit[]): Map<number, CueEdit[]> {
  const byCue = new Map<number, CueEdit[]>();
  const push = (cue: number, edit: CueEdit): void => {
    const list = byCue.get(cue);
    if (list === undefined) byCue.set(cue, [edit]);
    else list.push(edit);
  };
  for (const { from, to, meant, source, sure, by } of edits) {
    const first = locate(flat, from);
    const last = locate(flat, to - 1);
    const heard = readStretch(flat, from, to);
    if (heard === meant && source !== "unclear") continue;
    const change = { heard, source, sure, ...(by === undefined ? {} : { by }) };
    const length = (cue: number): number => flat.cues[cue]?.text.length ?? 0;
    const end = last.cue === first.cue ? last.offset + 1 : length(first.cue);
    push(first.cue, { from: first.offset, to: end, meant, change });
    for (let cue = first.cue + 1; cue <= last.cue; cue += 1) {
      push(cue, { from: 0, to: cue === last.cue ? last.offset + 1 : length(cue), meant: "" });
    }
  }
  return byCue;
}

function distributeSections(
  flat: FlatText,
  sections: readonly SpeakerSection[],
): Map<number, { from: number; section: SpeakerSection }[]> {
  const byCue = new Map<number, { from: number; section: SpeakerSection }[]>();
  for (const section of sections) {
    const index = findPiece(flat, section.from);
    const piece = flat.pieces[index];
    if (piece === undefined) continue;
    const isCueStart = section.from === piece.start && flat.pieces[index - 1]?.cue !== piece.cue;
    const from = isCueStart ? 0 : piece.offset + section.from - piece.start;
    const list = byCue.get(piece.cue);
    if (list === undefined) byCue.set(piece.cue, [{ from, section }]);
    else list.push({ from, section });
  }
  return byCue;
}

function locate(flat: FlatText, position: number): { cue: number; offset: number } {
  const piece = flat.pieces[findPiece(flat, position)];
  if (piece === undefined) throw new RangeError(`Position ${position} is outside the transcript.`);
  return { cue: piece.cue, offset: piece.offset + position - piece.start };
}

/** The part as it reads; undefined where nothing of it is left. */
function rewritePart(part: CuePart): CorrectedCue | undefined {
  const { cue, from, to, section } = part;
  const edits = part.edits.filter((edit) => edit.from >= from && edit.from < to);
  const { raw, spans } = replaceSpans(cue.text.slice(from, to), edits, from);
  const indent = raw.length - raw.trimStart().length;
  const text = raw.trim();
  if (text === "") return undefined;
  const lineBreaks = countLineBreaks(cue.text.slice(0, from)) + countLineBreaks(raw.slice(0, indent));
  const changes = spans.flatMap(({ edit, newFrom, newTo }): Change[] =>
    edit.change === undefined ? [] : [{ from: newFrom - indent, to: newTo - indent, ...edit.change }],
  );
  const words = rewriteWords(part, spans, text, indent);
  const startTime = from === 0 ? cue.startTime : findWordTime(part, from + indent);
  const endTime = to === cue.text.length ? cue.endTime : undefined;
  return {
    ...(startTime === undefined ? {} : { startTime }),
    ...(endTime === undefined ? {} : { endTime }),
    ...(section?.speaker === undefined ? {} : { speaker: section.speaker }),
    text,
    line: cue.line + lineBreaks,
    ...(words.length === 0 ? {} : { words }),
    changes,
    ...findDelivered(part, indent, spans),
  };
}

function findDelivered(
  { cue: { text, line }, from, tokensBefore }: CuePart,
  indent: number,
  spans: readonly Span[],
): Pick<CorrectedCue, "delivered"> {
  if (from === 0 && tokensBefore === 0 && spans.length === 0) return {};
  const offsets: DeliveredText["offsets"] = [
    [0, from + indent],
    ...spans.map(({ newEnd, to }) => [newEnd - indent, to] as const),
  ];
  return { delivered: { text, line, tokensBefore, offsets } };
}

interface Span extends MovedSpan {
  readonly edit: CueEdit;
}

/** Replaces within a part; offsets of `spans` are in `raw`. Line breaks inside a replaced stretch follow it. */
function replaceSpans(
  text: string,
  edits: readonly CueEdit[],
  shift: number,
): { raw: string; spans: Span[] } {
  if (edits.length === 0) return { raw: text, spans: [] };
  const spans: Span[] = [];
  let raw = "";
  let at = 0;
  for (const edit of edits) {
    raw += text.slice(at, edit.from - shift);
    const newFrom = raw.length;
    raw += edit.meant;
    const newTo = raw.length;
    at = edit.to - shift;
    raw += "\n".repeat(countLineBreaks(text.slice(edit.from - shift, at)));
    spans.push({ from: edit.from, to: edit.to, newFrom, newTo, newEnd: raw.length, edit });
  }
  return { raw: raw + text.slice(at), spans };
}

function findWordTime({ words }: CuePart, offset: number): number | undefined {
  return words.find((word) => word.offset === offset)?.startTime;
}

function countLineBreaks(text: string): number {
  return text.split("\n").length - 1;
}

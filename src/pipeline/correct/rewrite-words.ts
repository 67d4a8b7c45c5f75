import type { Cue, Word } from "../../model/cue.ts";
import { locateWords } from "../locate-words.ts";

/** A word and its offset in the cue's text as the file has it. */
export type LocatedWord = Word & { readonly offset: number };

/** A replaced stretch: from where to where in the cue's text, and where what was meant stands in the part's. */
export interface MovedSpan {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  /** End of what was meant. */
  readonly newTo: number;
  /** End of the line breaks that follow it. */
  readonly newEnd: number;
}

interface WordPart {
  readonly from: number;
  readonly to: number;
  readonly words: readonly LocatedWord[];
}

/** The words of a cue that stand in its text, with their offsets in it. */
export function locateCueWords(cue: Cue): readonly LocatedWord[] {
  if (cue.words === undefined) return [];
  const offsets = locateWords(cue.text, cue.words);
  return cue.words.flatMap((word, index) => {
    const offset = offsets[index];
    return offset === undefined ? [] : [{ ...word, text: word.text.trim(), offset }];
  });
}

/** The words of a part with the text as it reads; words that share an edit become one, with the times of all. */
export function rewriteWords(
  part: WordPart,
  spans: readonly MovedSpan[],
  text: string,
  indent: number,
): Word[] {
  const words: { from: number; to: number; startTime: number; endTime?: number; isEstimated?: true }[] = [];
  for (const word of part.words) {
    if (word.offset < part.from || word.offset >= part.to) continue;
    const from = mapOffset(word.offset, spans, part.from, "from") - indent;
    const to = mapOffset(word.offset + word.text.length, spans, part.from, "to") - indent;
    const last = words.at(-1);
    const isJoined = last !== undefined && from < last.to;
    if (isJoined) last.to = Math.max(last.to, to);
    else if (to > from) {
      const { startTime, isEstimated } = word;
      words.push({ from, to, startTime, ...(isEstimated && { isEstimated }) });
    }
    const target = isJoined || to > from ? words.at(-1) : undefined;
    if (target !== undefined && word.endTime !== undefined) target.endTime = word.endTime;
  }
  return words.map(({ from, to, ...times }) => {
    const offset = Math.max(0, from);
    return { text: text.slice(offset, to), ...times, offset };
  });
}

function mapOffset(offset: number, spans: readonly MovedSpan[], shift: number, edge: "from" | "to"): number {
  let moved = offset - shift;
  for (const { from, to, newFrom, newTo, newEnd } of spans) {
    const isInside = edge === "from" ? offset >= from && offset < to : offset > from && offset <= to;
    if (isInside) return edge === "from" ? newFrom : newTo;
    if (offset >= to) moved = newEnd + (offset - to);
  }
  return moved;
}

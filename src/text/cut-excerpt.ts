import type { Mark } from "../model/span.ts";

type Marks = readonly Mark[];

/** A part of a text, with the marks that lie in it moved along. */
export interface Excerpt {
  readonly text: string;
  readonly marks: Marks;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** How far a cut may move to find a better place, in characters. Chosen: a short clause of Chinese. */
const reach = 12;

/** How far a cut may move so as not to split a word or a mark. Chosen: longer than any word of a language. */
const farReach = 60;

/**
 * The words around the marks that stand closest together (around the beginning, where there is none): about
 * `length` characters, a third of them before the first of these marks, cut after punctuation or a space where
 * one is near, never inside a Latin word, a mark or a character.
 * @param marks ascending, not overlapping
 */
export function cutExcerpt(text: string, marks: Marks, length = 80): Excerpt {
  if (text.length <= length + reach) return { text, marks, isCutBefore: false, isCutAfter: false };
  const lead = Math.floor(length / 3);
  const [firstFrom, firstTo] = chooseFirstMark(marks, length - lead);
  const wanted = Math.max(0, Math.min(firstFrom - lead, text.length - length));
  const from = wanted === 0 ? 0 : findCut(text, marks, wanted, firstFrom);
  const wantedEnd = Math.max(wanted + length, firstTo);
  const end = wantedEnd >= text.length ? text.length : findCut(text, marks, wantedEnd, wantedEnd + farReach);
  const to = Math.max(firstTo, from + text.slice(from, end).trimEnd().length);
  return {
    text: text.slice(from, to),
    marks: marks
      .filter((mark) => mark[0] >= from && mark[1] <= to)
      .map((mark) => [mark[0] - from, mark[1] - from]),
    isCutBefore: from > 0,
    isCutAfter: to < text.length,
  };
}

/** The mark from which on `length` characters hold the most marks; the first such one. */
function chooseFirstMark(marks: Marks, length: number): readonly [from: number, to: number] {
  let best = marks[0] ?? ([0, 0] as const);
  let most = 0;
  let next = 0;
  for (const [index, mark] of marks.entries()) {
    while ((marks[next]?.[1] ?? Number.POSITIVE_INFINITY) <= mark[0] + length) next++;
    if (next - index > most) {
      best = mark;
      most = next - index;
    }
  }
  return best;
}

/** The first good place to cut near `from`; else the first up to `to` that splits nothing; else `from`. */
function findCut(text: string, marks: Marks, from: number, to: number): number {
  let whole: number | undefined;
  for (let at = from; at <= Math.min(to, text.length); at++) {
    if (whole !== undefined && at > from + reach) break;
    if (isInsideWord(text, at) || marks.some((mark) => mark[0] < at && at < mark[1])) continue;
    if (at <= from + reach && /[\s，。？！；：、,.?!;:]/u.test(text[at - 1] ?? "")) return at;
    whole ??= at;
  }
  return whole ?? from;
}

function isInsideWord(text: string, at: number): boolean {
  const isLowSurrogate = /[\uDC00-\uDFFF]/.test(text[at] ?? "");
  return (
    isLowSurrogate ||
    (/[\p{Script=Latin}\p{Nd}]$/u.test(text[at - 1] ?? "") &&
      /^[\p{Script=Latin}\p{Nd}]/u.test(text[at] ?? ""))
  );
}

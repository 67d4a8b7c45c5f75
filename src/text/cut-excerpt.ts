import type { Mark } from "../model/span.ts";

type Marks = readonly Mark[];

/** A part of a text, with the marks that lie in it moved along. */
export interface Excerpt {
  /** Where it begins in the text: a UTF-16 offset. */
  readonly from: number;
  readonly text: string;
  readonly marks: Marks;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** How far a cut may move to find a better place, in characters. Chosen: a short clause of Chinese. */
const reach = 12;

/** How far a cut may move so as not to split a word or a mark. Chosen: longer than any word of a language. */
const farReach = 60;

/** Letters that are as wide as a Han character: the others take about half its room. */
const wideLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFF60]/gu;

/**
 * The words around the marks where most different ones stand close together (around the beginning, where there is none): as wide as
 * `room` Han characters, about, a third of it before the first of these marks, cut after punctuation or a space where
 * one is near, never inside a Latin word, a mark or a character.
 * @param marks ascending, not overlapping
 * @param whole other stretches that are not cut through
 */
export function cutExcerpt(text: string, marks: Marks, room = 80, whole: Marks = []): Excerpt {
  const wide = (text.match(wideLetter)?.length ?? 0) / Math.max(1, text.length);
  const length = Math.round(room * (2 - wide));
  if (text.length <= length + reach) return { from: 0, text, marks, isCutBefore: false, isCutAfter: false };
  const lead = Math.floor(length / 3);
  const [firstFrom, firstTo] = chooseFirstMark(text, marks, length - lead);
  const wanted = Math.max(0, Math.min(firstFrom - lead, text.length - length));
  const kept = [...marks, ...whole];
  const from = wanted === 0 ? 0 : findCut(text, kept, wanted, firstFrom);
  const wantedEnd = Math.max(wanted + length, firstTo);
  const end = wantedEnd >= text.length ? text.length : findCut(text, kept, wantedEnd, wantedEnd + farReach);
  const to = Math.max(firstTo, from + text.slice(from, end).trimEnd().length);
  return {
    from,
    text: text.slice(from, to),
    marks: marks
      .filter((mark) => mark[0] >= from && mark[1] <= to)
      .map((mark) => [mark[0] - from, mark[1] - from]),
    isCutBefore: from > 0,
    isCutAfter: to < text.length,
  };
}

/** The mark from which on `length` characters hold the most different words, and of them the most; the first such one. */
function chooseFirstMark(text: string, marks: Marks, length: number): Mark {
  const words = marks.map(([from, to]) => text.slice(from, to).toLowerCase());
  let best = marks[0] ?? ([0, 0] as const);
  let most: readonly [different: number, all: number] = [0, 0];
  let next = 0;
  for (const [index, mark] of marks.entries()) {
    while ((marks[next]?.[1] ?? Number.POSITIVE_INFINITY) <= mark[0] + length) next++;
    const count = [new Set(words.slice(index, next)).size, next - index] as const;
    if (count[0] > most[0] || (count[0] === most[0] && count[1] > most[1])) {
      best = mark;
      most = count;
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

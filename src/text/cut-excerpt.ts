type Marks = readonly (readonly [from: number, to: number])[];

/** A part of a text, with the marks that lie in it moved along. */
export interface Excerpt {
  readonly text: string;
  readonly marks: Marks;
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
}

/** How far a cut may move to find a better place, in characters. Chosen: a short clause of Chinese. */
const reach = 12;

/**
 * The words around the first mark (around the beginning, where there is none): about `length` characters, a
 * third of them before the mark, cut after punctuation or a space where one is near, never inside a Latin word
 * or a character.
 */
export function cutExcerpt(text: string, marks: Marks, length = 80): Excerpt {
  if (text.length <= length + reach) return { text, marks, isCutBefore: false, isCutAfter: false };
  const [firstFrom, firstTo] = marks[0] ?? [0, 0];
  const wanted = Math.max(0, Math.min(firstFrom - Math.floor(length / 3), text.length - length));
  const from = wanted === 0 ? 0 : findCut(text, wanted, Math.min(wanted + reach, firstFrom));
  const wantedEnd = Math.max(wanted + length, firstTo);
  const to = wantedEnd >= text.length ? text.length : findCut(text, wantedEnd, wantedEnd + reach);
  return {
    text: text.slice(from, to),
    marks: marks
      .filter((mark) => mark[0] >= from && mark[1] <= to)
      .map((mark) => [mark[0] - from, mark[1] - from]),
    isCutBefore: from > 0,
    isCutAfter: to < text.length,
  };
}

/** The first good place to cut from `from` up to `to`; else the first that splits no word; else `from`. */
function findCut(text: string, from: number, to: number): number {
  let whole: number | undefined;
  for (let at = from; at <= Math.min(to, text.length); at++) {
    if (/[\s，。？！；：、,.?!;:]/u.test(text[at - 1] ?? "")) return at;
    if (whole === undefined && !isInsideWord(text, at)) whole = at;
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

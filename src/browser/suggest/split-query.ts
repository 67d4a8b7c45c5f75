/** A query, and the part of it that is being typed. */
export interface SplitQuery {
  /** What stands before the part, as typed. */
  readonly before: string;
  /** Without an opened quote or the sign that leaves a word out. */
  readonly typed: string;
  /** The part names what must not be said. */
  readonly isExcluded: boolean;
}

/** Some type a space after each syllable. Chosen: names of more syllables are rare. */
const mostSyllables = 6;

const QUOTE = /["“”„]/gu;
/** A word that may be a syllable or the beginning of one. */
const SPELT = /^[a-zü'’]+$/iu;
/** What narrows an answer down instead of naming what was said: `speaker:天一`. */
const CONDITION = /^-?\p{L}+[:：]/u;

/**
 * The parts of a query that a suggestion may take the place of, longest first: its last word, and that word with
 * those in Latin letters before it, which may be the syllables of one name (`zheng liu`). None after a space.
 */
export function splitQuery(query: string): SplitQuery[] {
  const quotes = [...query.matchAll(QUOTE)].map(({ index }) => index);
  const lastQuote = quotes.at(-1);
  if (lastQuote !== undefined && quotes.length % 2 === 1) {
    const typed = query.slice(lastQuote + 1);
    return typed.trim() === "" ? [] : [{ before: query.slice(0, lastQuote), typed, isExcluded: false }];
  }
  const start = (lastQuote ?? -1) + 1;
  const words = [...query.slice(start).matchAll(/\S+/gu)];
  const last = words.at(-1)?.[0];
  if (last === undefined || /\s$/u.test(query) || CONDITION.test(last)) return [];
  const split = (index: number): SplitQuery => {
    const at = start + (words[index] as RegExpExecArray).index;
    return { before: query.slice(0, at), typed: query.slice(at), isExcluded: false };
  };
  if (/^[-－−]./u.test(last)) {
    const own = split(words.length - 1);
    return [{ ...own, typed: last.slice(1), isExcluded: true }];
  }
  let first = words.length - 1;
  while (
    first > 0 &&
    words.length - first < mostSyllables &&
    SPELT.test(last) &&
    SPELT.test(words[first - 1]?.[0] ?? "")
  )
    first--;
  return words.slice(first).map((_, index) => split(first + index));
}

/** The query with a suggestion in the place of what was typed. */
export function joinQuery({ before, isExcluded }: SplitQuery, suggested: string): string {
  return `${before}${isExcluded ? "-" : ""}${suggested}`;
}

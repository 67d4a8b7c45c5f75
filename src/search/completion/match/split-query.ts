import { type ValueKey, valueKeys } from "../../format/suggestion-file.ts";
import { readQueryItems } from "../../query/query-syntax.ts";

/** A query, and the part of it that is being typed. */
export interface SplitQuery {
  /** What stands before the part, as typed; of a value with its key (`蒸馏 speaker:`). */
  readonly before: string;
  /** Without an opened quote or the sign that leaves a word out. */
  readonly typed: string;
  /** The part names what must not be said. */
  readonly isExcluded: boolean;
  /** The query asks for nothing else. */
  readonly isAlone: boolean;
  /** The part is a value of this key. */
  readonly key?: ValueKey;
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
 * those in Latin letters before it, which may be the syllables of one name (`zheng liu`); or the value after its last
 * `speaker:` or `topic:`. None after a space.
 */
export function splitQuery(query: string): SplitQuery[] {
  const value = splitValue(query);
  if (value !== undefined) return [value];
  const quotes = [...query.matchAll(QUOTE)].map(({ index }) => index);
  const lastQuote = quotes.at(-1);
  if (lastQuote !== undefined && quotes.length % 2 === 1) {
    const typed = query.slice(lastQuote + 1);
    const before = query.slice(0, lastQuote);
    const isAlone = before.trim() === "";
    return typed.trim() === "" ? [] : [{ before, typed, isExcluded: false, isAlone }];
  }
  const start = (lastQuote ?? -1) + 1;
  const words = [...query.slice(start).matchAll(/\S+/gu)];
  const last = words.at(-1)?.[0];
  if (last === undefined || /\s$/u.test(query) || CONDITION.test(last)) return [];
  const split = (index: number): SplitQuery => {
    const at = start + (words[index] as RegExpExecArray).index;
    const before = query.slice(0, at);
    return { before, typed: query.slice(at), isExcluded: false, isAlone: before.trim() === "" };
  };
  if (/^[-－−]./u.test(last)) {
    const own = split(words.length - 1);
    return [{ ...own, typed: last.slice(1), isExcluded: true, isAlone: false }];
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

/** A filter up to its value, with the quote that opens it. */
const BEFORE_VALUE = /^[^:：]+[:：]["“”„]?/u;

/** The value that is being typed at the end of a query; it may be empty. */
function splitValue(query: string): SplitQuery | undefined {
  const item = readQueryItems(query).at(-1);
  if (item === undefined || (item.kind !== "filter" && item.kind !== "unfinished")) return undefined;
  const key = valueKeys.find((own) => own === item.key);
  const start = BEFORE_VALUE.exec(query.slice(item.from))?.[0] ?? "";
  const typed = query.slice(item.from + start.length);
  // After a space, or the quote that closes it, the value is whole.
  if (key === undefined || item.to < query.length || /["“”„]/u.test(typed)) return undefined;
  const before = `${query.slice(0, item.from)}${start.replace(/["“”„]$/u, "")}`;
  return { before, typed, isExcluded: false, isAlone: query.slice(0, item.from).trim() === "", key };
}

/** The query with a suggestion in the place of what was typed. */
export function joinQuery({ before, isExcluded }: SplitQuery, suggested: string): string {
  return `${before}${isExcluded ? "-" : ""}${suggested}`;
}

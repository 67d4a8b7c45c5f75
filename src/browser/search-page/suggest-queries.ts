import type { WordsTogether } from "../../search/api/search-types.ts";
import { holdTogether } from "../../search/query/edit-query.ts";
import { parseQuery } from "../../search/query/query.ts";
import { isCharacter, readTokens } from "../../text/normalise.ts";

/** Something to ask instead of a query that found nothing. */
export interface QuerySuggestion {
  /**
   * The query without filters and what it leaves out; words of it that are said in one episode; a word of it alone;
   * the query without its quotes; a part of a word.
   */
  readonly kind: "unfiltered" | "together" | "word" | "unquoted" | "shorter";
  readonly query: string;
  /** 0 only for a word of the query: it is the one that is missing. Absent where only episodes are counted. */
  readonly hits?: number;
  readonly episodes?: number;
}

/** A query that found nothing. */
export interface FruitlessQuery {
  /** Its words, without filters and what it leaves out. */
  readonly words: string;
  readonly isNarrowed: boolean;
  readonly together: readonly WordsTogether[];
}

/** Chosen: what a reader takes in at a glance. */
const mostParts = 3;
const mostWords = 8;

/**
 * What to ask instead of a query that found nothing: the same without its filters; of its words those that are said
 * together, and each alone with its own count; the query without its quotes; and for a word that is never said the
 * longest parts of it that are.
 * @param countHits asks the search; a rejection is passed on
 */
export async function suggestQueries(
  { words: query, isNarrowed, together }: FruitlessQuery,
  countHits: (query: string) => Promise<number>,
): Promise<QuerySuggestion[]> {
  const words = parseQuery(query).words.slice(0, mostWords);
  const suggestions: QuerySuggestion[] = [];
  const unfiltered = isNarrowed && words.length > 0 ? await countHits(query) : 0;
  if (unfiltered > 0) suggestions.push({ kind: "unfiltered", query, hits: unfiltered });
  for (const own of together)
    suggestions.push({ kind: "together", query: own.query, episodes: own.episodes });
  const missing: string[] = [];
  const counts = await Promise.all(words.map(({ text }) => countHits(holdTogether(text))));
  for (const [index, { text }] of words.entries()) {
    const hits = counts[index] ?? 0;
    if (words.length > 1) suggestions.push({ kind: "word", query: holdTogether(text), hits });
    if (hits === 0) missing.push(text);
  }
  const unquoted = query.replace(/["“”„]+/gu, " ").trim();
  if (unquoted !== query.trim() && /\s/.test(unquoted)) {
    const hits = await countHits(unquoted);
    if (hits > 0) suggestions.push({ kind: "unquoted", query: unquoted, hits });
  }
  for (const word of missing.slice(0, mostParts)) suggestions.push(...(await suggestParts(word, countHits)));
  return suggestions;
}

async function suggestParts(
  word: string,
  countHits: (query: string) => Promise<number>,
): Promise<QuerySuggestion[]> {
  for (const parts of listShorterQueries(word)) {
    const counted = await Promise.all(
      parts.map(async (part): Promise<QuerySuggestion> => {
        const query = holdTogether(part);
        return { kind: "shorter", query, hits: await countHits(query) };
      }),
    );
    const said = counted.filter(({ hits = 0 }) => hits > 0);
    if (said.length > 0) return said.sort((a, b) => (b.hits ?? 0) - (a.hits ?? 0)).slice(0, mostParts);
  }
  return [];
}

/**
 * Parts of a word that nothing was found for: all runs of its tokens that are one shorter, then two shorter, and
 * so on, as typed. A single character is too little to ask for, a Latin word is not.
 * @param limit of parts in all; a length that does not fit is left out whole
 */
export function listShorterQueries(word: string, limit = 12): string[][] {
  const tokens = readTokens(word);
  const levels: string[][] = [];
  let room = limit;
  for (let length = tokens.length - 1; length > 0; length--) {
    const parts = new Set<string>();
    for (let first = 0; first + length <= tokens.length; first++) {
      const run = tokens.slice(first, first + length);
      const [from, to] = [run[0]?.from ?? 0, run.at(-1)?.to ?? 0];
      if (length > 1 || run.some((token) => !isCharacter(token))) parts.add(word.slice(from, to));
    }
    room -= parts.size;
    if (room < 0) break;
    if (parts.size > 0) levels.push([...parts]);
  }
  return levels;
}

import { holdTogether } from "../../text/hold-together.ts";
import { parseQuery } from "../../text/query.ts";
import { listShorterQueries } from "./list-shorter-queries.ts";

/** Something to ask instead of a query that found nothing. */
export interface Suggestion {
  /** A word of the query alone; the query without its quotes; a part of a word. */
  readonly kind: "word" | "unquoted" | "shorter";
  readonly query: string;
  /** 0 only for a word of the query: it is the one that is missing. */
  readonly hits: number;
}

/** Chosen: what a reader takes in at a glance. */
const mostParts = 3;
const mostWords = 8;

/**
 * What to ask instead of a query that found nothing: its single words, each with its own count; the query
 * without its quotes; and for a word that is never said the longest parts of it that are.
 * @param countHits asks the search; a rejection is passed on
 */
export async function suggestQueries(
  query: string,
  countHits: (query: string) => Promise<number>,
): Promise<Suggestion[]> {
  const words = parseQuery(query).words.slice(0, mostWords);
  const suggestions: Suggestion[] = [];
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
): Promise<Suggestion[]> {
  for (const parts of listShorterQueries(word)) {
    const counted = await Promise.all(
      parts.map(async (part): Promise<Suggestion> => {
        const query = holdTogether(part);
        return { kind: "shorter", query, hits: await countHits(query) };
      }),
    );
    const said = counted.filter(({ hits }) => hits > 0);
    if (said.length > 0) return said.sort((a, b) => b.hits - a.hits).slice(0, mostParts);
  }
  return [];
}

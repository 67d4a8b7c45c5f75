import type { NameSuggestion } from "./suggest-names.ts";

/** Chosen: as many as stand on a line of a phone. */
const mostMeant = 3;

/** A word that is said no more often than this may be a slip. Chosen. */
const fewHits = 3;

/** What a search found. */
export interface FoundCount {
  readonly episodes: number;
  readonly hits: number;
}

/**
 * Whether a query may have been meant otherwise: nothing was found, or little for a word in Latin letters, which
 * may be pinyin or misspelt. Chinese that is found was chosen from a list, and what sounds alike is shown anyway.
 */
export function mayBeMeantOtherwise(query: string, { hits }: FoundCount): boolean {
  return hits === 0 || (hits <= fewHits && /[A-Za-z]{3}$/.test(query.trim()));
}

/**
 * What a query that found little was meant to be, of what is suggested for it: whole names by their sound or with
 * a slip, then names that begin so. Where something was found, only what is said in more episodes.
 */
export function chooseMeant(
  query: string,
  suggestions: readonly NameSuggestion[],
  { episodes }: FoundCount,
): NameSuggestion[] {
  const others = suggestions.filter(
    ({ query: own, kind, name }) => own !== query.trim() && kind !== "part" && name.kind !== "value",
  );
  const said = others.filter(({ name }) => episodes === 0 || name.episodes > episodes);
  const whole = said.filter(({ isWhole, kind }) => isWhole || kind === "near");
  const chosen = whole.length > 0 || episodes > 0 ? whole : said;
  return chosen.slice(0, mostMeant);
}

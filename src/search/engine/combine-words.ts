import type { WordsTogether } from "../api/search-types.ts";
import type { SearchManifest } from "../format/manifest.ts";
import { holdTogether } from "../query/edit-query.ts";
import type { PhraseHit } from "./place-hits.ts";

/** The places of each word of a query, by the episode's index in the manifest. */
export type HitsOf = ReadonlyMap<number, readonly (readonly PhraseHit[])[]>;

/** The episodes that have a place of every word; all, where there is no word. */
export function combineWords(
  byWord: readonly ReadonlyMap<number, readonly PhraseHit[]>[],
  { episodes }: Pick<SearchManifest, "episodes">,
): HitsOf {
  const [first, ...others] = byWord;
  if (first === undefined) return new Map(episodes.slugs.map((_, episode) => [episode, []]));
  const hitsOf = new Map<number, (readonly PhraseHit[])[]>();
  for (const [episode, hits] of first) {
    const rest = others.map((word) => word.get(episode));
    if (!rest.includes(undefined)) hitsOf.set(episode, [hits, ...(rest as (readonly PhraseHit[])[])]);
  }
  return hitsOf;
}

/** Chosen: what a reader takes in at a glance. */
const MOST_SETS = 4;

/**
 * Which of a query's words are said in one episode where no episode has them all: sets of two and more that are no
 * part of a larger one, the largest and most often met first.
 * @param episodesOf for each word, the episodes that have it and pass the filters
 */
export function listTogether(
  words: readonly string[],
  episodesOf: readonly ReadonlySet<number>[],
): WordsTogether[] {
  const wordsOf = new Map<number, string>();
  for (const [word, episodes] of episodesOf.entries())
    for (const episode of episodes) wordsOf.set(episode, `${wordsOf.get(episode) ?? ""}${word} `);
  const sets = [...new Set(wordsOf.values())].map((joined) => joined.trim().split(" ").map(Number));
  const isWithin = (inner: readonly number[], outer: readonly number[]) =>
    inner.length < outer.length && inner.every((word) => outer.includes(word));
  return sets
    .filter(
      (own) => own.length > 1 && own.length < words.length && !sets.some((other) => isWithin(own, other)),
    )
    .map((own) => {
      const texts = own.map((word) => words[word] as string);
      const episodes = [...wordsOf.values()].filter((joined) =>
        own.every((word) => ` ${joined}`.includes(` ${word} `)),
      ).length;
      return { words: texts, query: texts.map(holdTogether).join(" "), episodes };
    })
    .sort((a, b) => b.words.length - a.words.length || b.episodes - a.episodes)
    .slice(0, MOST_SETS);
}

import type { WordsTogether } from "../api/search-types.ts";
import { holdTogether } from "../query/edit-query.ts";

/** Chosen: what a reader takes in at a glance. */
const MOST = 4;

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
  const isPart = (inner: readonly number[], outer: readonly number[]) =>
    inner.length < outer.length && inner.every((word) => outer.includes(word));
  return sets
    .filter((own) => own.length > 1 && own.length < words.length && !sets.some((other) => isPart(own, other)))
    .map((own) => {
      const texts = own.map((word) => words[word] as string);
      const episodes = [...wordsOf.values()].filter((joined) =>
        own.every((word) => ` ${joined}`.includes(` ${word} `)),
      ).length;
      return { words: texts, query: texts.map(holdTogether).join(" "), episodes };
    })
    .sort((a, b) => b.words.length - a.words.length || b.episodes - a.episodes)
    .slice(0, MOST);
}

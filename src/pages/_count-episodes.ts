import type { Episode } from "../model/archive.ts";

/** In how many episodes each person takes part, by the person's id. */
export function countEpisodesOf(episodes: readonly Episode[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { people } of episodes) {
    for (const id of new Set(people.flatMap((person) => person.id ?? [])))
      counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

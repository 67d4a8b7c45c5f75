import type { Episode } from "../../model/archive.ts";

/** The ids of those of people.yaml who are in an episode: whom it names, and who speaks in it, however unsure that is. */
export function listPersonIds({
  people,
  speakers,
}: Pick<Episode, "people" | "speakers">): ReadonlySet<string> {
  return new Set([
    ...people.flatMap(({ id }) => id ?? []),
    ...speakers.flatMap(({ personId }) => personId ?? []),
  ]);
}

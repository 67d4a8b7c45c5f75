import { countEpisodes, type NameForms, type SaidTokens } from "../../completion/make/count-episodes.ts";
import { readSection } from "../cut/cut-file.ts";

/** Names to look for in all that is said. */
export interface SaidTask {
  /** The files of the cuts. */
  readonly cuts: readonly string[];
  readonly names: readonly NameForms[];
}

/** In how many episodes each name is said (see `countEpisodes`). Throws where a cut cannot be read. */
export function countSaid({ cuts, names }: SaidTask): number[] {
  return countEpisodes(readSaid(cuts), names);
}

function* readSaid(cuts: readonly string[]): Generator<SaidTokens> {
  for (const path of cuts) yield readSection(path, "said");
}

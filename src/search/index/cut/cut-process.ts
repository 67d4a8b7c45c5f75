import { serveTasks } from "../run-children.ts";
import { type Cuttable, makeCutter } from "./cut-episode.ts";
import { writeCut } from "./cut-file.ts";

/** An episode to cut, and where the cut goes. */
export interface CutTask {
  readonly path: string;
  readonly episode: Cuttable;
}

/** Cuts episodes in a process of its own; what all share is the names that are kept whole. */
serveTasks((names: readonly string[]) => {
  const cut = makeCutter(names);
  return async ({ path, episode }: CutTask) => writeCut(path, cut(episode));
});

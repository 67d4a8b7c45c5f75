import type { CachedCut } from "../cut/cut-episodes.ts";
import { runChildren } from "../run-children.ts";

/** Fewer positions than these are read here: to begin a process takes longer. Chosen. */
const POSITIONS_WORTH_A_PROCESS = 500_000;

/**
 * Has work done that reads what all episodes say, which takes seconds: in a process of its own where they say much.
 * @param module serves the work as tasks (see `serveTasks`)
 */
export async function readAllCuts<T extends { readonly cuts: readonly string[] }, R>(
  cuts: readonly CachedCut[],
  rest: Omit<T, "cuts">,
  { module, work }: { readonly module: URL; readonly work: (task: T) => R },
): Promise<R> {
  const task = { ...rest, cuts: cuts.map(({ path }) => path) } as unknown as T;
  const size = cuts.reduce((sum, { head }) => sum + head.positionCount, 0);
  if (size < POSITIONS_WORTH_A_PROCESS) return work(task);
  const [result] = await runChildren<T, R>(module, undefined, [task], { step: "index", childCount: 1 });
  return result as R;
}

import { createTwoFilesPatch } from "diff";
import type { FileChange } from "../../archive/file-change.ts";
import { writeAtomically } from "../../archive/write-atomically.ts";
import type { SuggestSurroundings } from "./suggest-surroundings.ts";

/** Writes changed files, or shows what would change in each. */
export async function applyChanges(
  changes: readonly FileChange[],
  isDryRun: boolean,
  { print }: SuggestSurroundings,
): Promise<void> {
  for (const { path, name, before, after } of changes) {
    if (before === after) continue;
    if (isDryRun) print(createTwoFilesPatch(name, name, before, after, "", "", { context: 1 }).trimEnd());
    else await writeAtomically(path, after);
  }
}

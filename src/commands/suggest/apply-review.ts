import { loadWordKnowledge } from "../../archive/load-word-knowledge.ts";
import { readReview, writeReview } from "../../archive/review-file.ts";
import { writeAtomically } from "../../archive/write-atomically.ts";
import { formatProblem } from "../../model/problem.ts";
import { carryOutDecisions } from "./carry-out-decisions.ts";
import { openArchive } from "./open-archive.ts";
import { readIfThere } from "./read-if-there.ts";
import { CommandLineError, type SuggestOptions } from "./read-suggest-options.ts";
import type { SuggestSurroundings } from "./suggest-surroundings.ts";

/** Applies the decisions of the review file; what is not decided stays in it. */
export async function applyReview(
  options: SuggestOptions,
  surroundings: SuggestSurroundings,
): Promise<0 | 1> {
  const { file, isDryRun } = options;
  const text = await readIfThere(file);
  if (text === undefined)
    throw new CommandLineError(`There is no review file ${file}. Write one with npm run suggest`);
  const review = readReview(text, file);
  if (review.problems.length > 0) {
    for (const problem of review.problems) surroundings.printError(formatProblem(problem));
    surroundings.printError("Nothing was applied.");
    return 1;
  }
  if (review.decisions.length === 0) {
    surroundings.print(`${file}: Nothing is decided yet. Write yes, here or no after "decide:".`);
    return 0;
  }
  const opened = await openArchive({ ...options, slugs: [] }, surroundings);
  if (opened === undefined) return 1;
  await carryOutDecisions(review.decisions, opened, await loadWordKnowledge(), options, surroundings);
  if (!isDryRun) await writeAtomically(file, writeReview(review.open));
  return 0;
}

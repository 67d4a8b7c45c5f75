import { type DecisionContext, planDecisions } from "../../archive/plan-decisions.ts";
import { formatProblem } from "../../model/problem.ts";
import type { Decision } from "../../model/suggestion.ts";
import type { WordKnowledge } from "../../pipeline/suggest/word-knowledge.ts";
import { applyChanges } from "./apply-changes.ts";
import type { OpenedArchive } from "./open-archive.ts";
import type { SuggestOptions } from "./read-suggest-options.ts";
import type { SuggestSurroundings } from "./suggest-surroundings.ts";

/** Applies decisions, or shows what would change, and says how many went where. */
export async function carryOutDecisions(
  decisions: readonly Decision[],
  { contentDir, loaded }: OpenedArchive,
  words: WordKnowledge,
  { file, by, isDryRun }: SuggestOptions,
  surroundings: SuggestSurroundings,
): Promise<void> {
  const { terms } = loaded.archive;
  const context: DecisionContext = {
    contentDir,
    files: loaded.files,
    terms,
    words,
    fileName: file,
    ...(by === undefined ? {} : { by }),
  };
  const plan = await planDecisions(decisions, context);
  for (const problem of plan.problems) surroundings.printError(formatProblem(problem));
  await applyChanges(plan.changes, isDryRun, surroundings);
  const counts = `${plan.forms.length} to the glossary, ${plan.replaceCount} to corrections, ${plan.keepCount} kept as they stand`;
  surroundings.print(`${isDryRun ? "Would be applied" : "Applied"}: ${counts}.`);
}

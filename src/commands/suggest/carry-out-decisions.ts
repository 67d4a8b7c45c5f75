import { createTwoFilesPatch } from "diff";
import { writeAtomically } from "../../archive/cache/cached-file.ts";
import type { FileChange } from "../../proofread/edit/file-change.ts";
import { type DecisionContext, planDecisions } from "../../proofread/edit/plan-decisions.ts";
import type { Decision } from "../../proofread/suggest/suggestion.ts";
import type { WordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import { type OpenedArchive, tellProblems } from "./open-archive.ts";
import type { SuggestOptions, SuggestSurroundings } from "./read-suggest-options.ts";

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
  tellProblems(plan.problems, loaded.archive.show.language, surroundings);
  await applyChanges(plan.changes, isDryRun, surroundings);
  const counts = `${plan.forms.length} to the glossary, ${plan.replaceCount} to corrections, ${plan.keepCount} kept as they stand`;
  surroundings.print(`${isDryRun ? "Would be applied" : "Applied"}: ${counts}.`);
}

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

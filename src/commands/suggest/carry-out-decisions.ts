import { createTwoFilesPatch } from "diff";
import { writeAtomically } from "../../archive/cache/cached-file.ts";
import type { FileChange } from "../../proofread/edit/file-change.ts";
import { type DecisionContext, planDecisions } from "../../proofread/edit/plan-decisions.ts";
import type { Decision } from "../../proofread/suggest/suggestion.ts";
import type { WordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import { wordApplied } from "../../wording/commands/suggest-words.ts";
import type { Teller } from "../run-command.ts";
import type { OpenedArchive } from "./open-archive.ts";
import type { SuggestContext, SuggestOptions } from "./read-suggest-options.ts";

/** Applies decisions, or shows what would change, and says how many went where. */
export async function carryOutDecisions(
  decisions: readonly Decision[],
  { contentDir, loaded }: OpenedArchive,
  words: WordKnowledge,
  { file, by, isDryRun }: SuggestOptions,
  { teller }: Pick<SuggestContext, "teller">,
): Promise<void> {
  const { terms } = loaded.archive;
  const decided: DecisionContext = {
    contentDir,
    files: loaded.files,
    terms,
    words,
    fileName: file,
    ...(by === undefined ? {} : { by }),
  };
  const plan = await planDecisions(decisions, decided);
  for (const problem of plan.problems) teller.report(problem);
  await applyChanges(plan.changes, isDryRun, teller);
  const { replaceCount: corrections, keepCount: kept } = plan;
  teller.say(wordApplied({ glossary: plan.forms.length, corrections, kept }, isDryRun));
}

/** Writes changed files, or shows what would change in each. */
export async function applyChanges(
  changes: readonly FileChange[],
  isDryRun: boolean,
  teller: Teller,
): Promise<void> {
  for (const { path, name, before, after } of changes) {
    if (before === after) continue;
    if (isDryRun) {
      const patch = createTwoFilesPatch(name, name, before, after, "", "", { context: 1 }).trimEnd();
      teller.say({ zh: patch, en: patch });
    } else await writeAtomically(path, after);
  }
}

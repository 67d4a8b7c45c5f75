import { loadWordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import { CommandLineError } from "../command-line-error.ts";
import { carryOutDecisions } from "./carry-out-decisions.ts";
import { decideGroups } from "./decide-groups.ts";
import { findGroups } from "./find-groups.ts";
import { openArchive } from "./open-archive.ts";
import type { SuggestOptions, SuggestSurroundings } from "./read-suggest-options.ts";

/** Asks in the terminal, and applies the answers at the end. */
export async function askForDecisions(
  options: SuggestOptions,
  surroundings: SuggestSurroundings,
): Promise<0 | 1> {
  const { choose, print, showProgress } = surroundings;
  if (choose === undefined)
    throw new CommandLineError(
      "--ask needs a terminal. Run npm run suggest for a review file instead, and apply it with --apply",
    );
  const opened = await openArchive(options, surroundings);
  if (opened === undefined) return 1;
  const words = await loadWordKnowledge();
  const decisions = await decideGroups(findGroups(opened, words, options.least, showProgress), choose);
  if (decisions.length === 0) print("Nothing was decided, and nothing changed.");
  else await carryOutDecisions(decisions, opened, words, options, surroundings);
  return 0;
}

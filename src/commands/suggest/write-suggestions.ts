import { readFile } from "node:fs/promises";
import { writeAtomically } from "../../archive/cache/cached-file.ts";
import { readShowLanguage } from "../../archive/content/load-show.ts";
import { readReview, writeReview } from "../../proofread/edit/review-file.ts";
import type { SuggestionGroup } from "../../proofread/suggest/suggestion.ts";
import { loadWordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import { CommandLineError } from "../command-line-error.ts";
import { carryOutDecisions } from "./carry-out-decisions.ts";
import { findContent, findGroups, openArchive, tellProblems } from "./open-archive.ts";
import type { SuggestOptions, SuggestSurroundings } from "./read-suggest-options.ts";

/** Writes the review file. */
export async function writeSuggestions(
  options: SuggestOptions,
  surroundings: SuggestSurroundings,
): Promise<0 | 1> {
  const { file, isForced, isDryRun } = options;
  const text = await readIfThere(file);
  const before = text === undefined ? undefined : readReview(text, file);
  if (before !== undefined && before.decisions.length > 0 && !isForced) {
    surroundings.printError(
      `${file}: This review file holds ${before.decisions.length} decisions that are not applied. Run npm run suggest -- --apply first, or throw them away with --force.`,
    );
    return 1;
  }
  const opened = await openArchive(options, surroundings);
  if (opened === undefined) return 1;
  const groups = findGroups(opened, await loadWordKnowledge(), options.least, surroundings.showProgress);
  if (groups.length === 0) {
    surroundings.print("There is nothing to suggest.");
    return 0;
  }
  if (isDryRun) surroundings.print(writeReview(groups).trimEnd());
  else {
    await writeAtomically(file, writeReview(groups));
    surroundings.print(
      `${file}: ${describeGroups(groups)}. Decide there, then run npm run suggest -- --apply.`,
    );
  }
  return 0;
}

function describeGroups(groups: readonly SuggestionGroup[]): string {
  const places = groups.reduce((sum, group) => sum + group.places.length, 0);
  return `${groups.length} forms in ${places} places`;
}

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
    const contentDir = findContent(options.contentDir, surroundings);
    tellProblems(review.problems, await readShowLanguage(contentDir), surroundings);
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

/** A file's text; undefined where there is none. Throws where it may not be read. */
async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new CommandLineError(`${file} cannot be read (${error.code}). Name another file with --file`);
  });
}

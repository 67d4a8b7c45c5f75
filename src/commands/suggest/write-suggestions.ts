import { loadWordKnowledge } from "../../archive/load-word-knowledge.ts";
import { readReview, writeReview } from "../../archive/review-file.ts";
import { writeAtomically } from "../../archive/write-atomically.ts";
import type { SuggestionGroup } from "../../model/suggestion.ts";
import { findGroups } from "./find-groups.ts";
import { openArchive } from "./open-archive.ts";
import { readIfThere } from "./read-if-there.ts";
import type { SuggestOptions } from "./read-suggest-options.ts";
import type { SuggestSurroundings } from "./suggest-surroundings.ts";

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

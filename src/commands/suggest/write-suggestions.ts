import { readFile } from "node:fs/promises";
import { writeAtomically } from "../../archive/cache/cached-file.ts";
import { FaultError } from "../../model/report.ts";
import { readReview, writeReview } from "../../proofread/edit/review-file.ts";
import { loadWordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import {
  reviewHead,
  suggestWords,
  wordDecisionsWaiting,
  wordReviewWritten,
  wordUndecided,
} from "../../wording/commands/suggest-words.ts";
import { carryOutDecisions } from "./carry-out-decisions.ts";
import { findGroups, openArchive } from "./open-archive.ts";
import type { SuggestContext, SuggestOptions } from "./read-suggest-options.ts";

/** Writes the review file. */
export async function writeSuggestions(options: SuggestOptions, context: SuggestContext): Promise<0 | 1> {
  const { teller } = context;
  const { file, isForced, isDryRun } = options;
  const text = await readIfThere(file);
  const before = text === undefined ? undefined : readReview(text, file);
  if (before !== undefined && before.decisions.length > 0 && !isForced) {
    teller.warn(wordDecisionsWaiting(file, before.decisions.length));
    return 1;
  }
  const opened = await openArchive(options, context);
  if (opened === undefined) return 1;
  const groups = findGroups(opened, await loadWordKnowledge(), options.least, context);
  if (groups.length === 0) {
    teller.say(suggestWords.nothingToSuggest);
    return 0;
  }
  const review = writeReview(groups, reviewHead[teller.language]);
  if (isDryRun) teller.say({ zh: review.trimEnd(), en: review.trimEnd() });
  else {
    await writeAtomically(file, review);
    const places = groups.reduce((sum, group) => sum + group.places.length, 0);
    teller.say(wordReviewWritten(file, groups.length, places));
  }
  return 0;
}

/** Applies the decisions of the review file; what is not decided stays in it. */
export async function applyReview(options: SuggestOptions, context: SuggestContext): Promise<0 | 1> {
  const { teller } = context;
  const { file, isDryRun } = options;
  const text = await readIfThere(file);
  if (text === undefined) throw new FaultError({ kind: "review-file-missing", values: { file } });
  const review = readReview(text, file);
  if (review.problems.length > 0) {
    for (const problem of review.problems) teller.report(problem);
    teller.warn(suggestWords.nothingApplied);
    return 1;
  }
  if (review.decisions.length === 0) {
    teller.say(wordUndecided(file));
    return 0;
  }
  const opened = await openArchive({ slugs: [] }, context);
  if (opened === undefined) return 1;
  await carryOutDecisions(review.decisions, opened, await loadWordKnowledge(), options, context);
  if (!isDryRun) await writeAtomically(file, writeReview(review.open, reviewHead[teller.language]));
  return 0;
}

/** A file's text; undefined where there is none. Throws where it may not be read. */
async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    const values = { file, reason: error.code ?? error.message, option: "--file" };
    throw new FaultError({ kind: "named-file-unreadable", values });
  });
}

import { basename } from "node:path";
import { hasTranscriptEnding } from "../../archive/content/name-episode-files.ts";
import type { Problem } from "../../model/problem.ts";
import { FaultError } from "../../model/report.ts";
import { type CopyPlan, planCopy } from "../../proofread/edit/plan-copy.ts";
import { loadWordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import { wordLearned, wordMissingTerms, wordOtherCopy } from "../../wording/commands/suggest-words.ts";
import { readNamedFile } from "../open-episode.ts";
import type { Teller } from "../run-command.ts";
import { applyChanges } from "./carry-out-decisions.ts";
import { openArchive } from "./open-archive.ts";
import type { SuggestContext, SuggestOptions } from "./read-suggest-options.ts";

/** Less than this in common is no copy of the episode (chosen). */
const LEAST_ALIKE = 0.5;

/** Learns from a copy that somebody corrected; the transcript stays as it is. */
export async function learnFromCopy(options: SuggestOptions, context: SuggestContext): Promise<0 | 1> {
  const { teller } = context;
  const { from = "", slugs, by, isDryRun } = options;
  const bytes = await readNamedFile(from, "--from");
  const opened = await openArchive(options, context);
  if (opened === undefined) return 1;
  const [own] = opened.chosen;
  if (own === undefined || slugs.length !== 1)
    throw new FaultError({
      kind: "task-without-episode",
      values: { option: "--from", example: "--from corrected.txt deepseek-r1" },
    });
  const { terms, people } = opened.loaded.archive;
  const plan = await planCopy({
    contentDir: opened.contentDir,
    files: opened.loaded.files,
    own,
    copy: { bytes, fileName: nameCopy(from) },
    speakerNames: people.flatMap(({ id, name, aliases }) => [id, name, ...aliases]),
    terms,
    words: await loadWordKnowledge(),
    ...(by === undefined ? {} : { by }),
  });
  const share = plan.comparison.alikeShare;
  if (share < LEAST_ALIKE) {
    teller.warn(wordOtherCopy(from, own.folder.slug, share));
    return 1;
  }
  await applyChanges(plan.changes, isDryRun, teller);
  report(plan, `${own.folder.name}/${own.transcriptFile}`, isDryRun, teller);
  return 0;
}

/** A kind that is read: any other is taken for plain text. */
function nameCopy(path: string): string {
  return hasTranscriptEnding(path) ? basename(path) : "copy.txt";
}

function report(
  { forms, replaceCount, missingTerms, comparison }: CopyPlan,
  transcript: string,
  isDryRun: boolean,
  teller: Teller,
): void {
  for (const { line, heard, meant } of comparison.unplaced) {
    const problem: Problem = {
      severity: "warning",
      file: transcript,
      ...(line === undefined ? {} : { line }),
      kind: "change-not-expressible",
      values: { heard, meant },
    };
    teller.report(problem);
  }
  const counts = {
    glossary: forms.length,
    corrections: replaceCount,
    ignored: comparison.ignoredCount,
    corrected: comparison.asHeardCount,
    unplaced: comparison.unplaced.length,
  };
  teller.say(wordLearned(counts, isDryRun));
  if (missingTerms.length > 0) teller.say(wordMissingTerms(missingTerms));
}

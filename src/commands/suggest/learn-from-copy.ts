import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { hasTranscriptEnding } from "../../archive/content/name-episode-files.ts";
import type { Problem } from "../../model/problem.ts";
import { type CopyPlan, planCopy } from "../../proofread/edit/plan-copy.ts";
import { loadWordKnowledge } from "../../proofread/suggest/word-knowledge.ts";
import { CommandLineError } from "../command-line-error.ts";
import { applyChanges } from "./carry-out-decisions.ts";
import { openArchive, tellProblems } from "./open-archive.ts";
import type { SuggestOptions, SuggestSurroundings } from "./read-suggest-options.ts";

/** Less than this in common is no copy of the episode (chosen). */
const LEAST_ALIKE = 0.5;

/** Learns from a copy that somebody corrected; the transcript stays as it is. */
export async function learnFromCopy(
  options: SuggestOptions,
  surroundings: SuggestSurroundings,
): Promise<0 | 1> {
  const { from = "", slugs, by, isDryRun } = options;
  const bytes = await readFile(from).catch((error: NodeJS.ErrnoException) => {
    throw new CommandLineError(
      `The copy ${from} cannot be read (${error.code}). Name the corrected file after --from`,
    );
  });
  const opened = await openArchive(options, surroundings);
  if (opened === undefined) return 1;
  const [own] = opened.chosen;
  if (own === undefined || slugs.length !== 1)
    throw new CommandLineError("--from needs one episode. Name it, as in --from corrected.txt deepseek-r1");
  const { show, terms, people } = opened.loaded.archive;
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
    const percent = Math.round(share * 100);
    surroundings.printError(
      `${from}: Only ${percent} % of the words of ${own.folder.slug} stand in this copy, so it seems to be of another episode. Nothing was written.`,
    );
    return 1;
  }
  await applyChanges(plan.changes, isDryRun, surroundings);
  report(plan, `${own.folder.name}/${own.transcriptFile}`, isDryRun, show.language, surroundings);
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
  showLanguage: string,
  surroundings: SuggestSurroundings,
): void {
  const { print } = surroundings;
  const unplaced = comparison.unplaced.map(
    ({ line, heard, meant }): Problem => ({
      severity: "warning",
      file: transcript,
      ...(line === undefined ? {} : { line }),
      kind: "change-not-expressible",
      values: { heard, meant },
    }),
  );
  tellProblems(unplaced, showLanguage, surroundings);
  const { ignoredCount, asHeardCount } = comparison;
  print(
    `${isDryRun ? "Would be learned" : "Learned"}: ${forms.length} to the glossary, ${replaceCount} to corrections. ` +
      `Left alone: ${ignoredCount} places where only punctuation, spaces or the case of letters differ, ` +
      `${asHeardCount} that are corrected already, ${comparison.unplaced.length} that no correction can express.`,
  );
  if (missingTerms.length > 0)
    print(`Corrected more than once, and no term of the glossary: ${missingTerms.join(", ")}.`);
}

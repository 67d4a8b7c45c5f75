import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { loadArchive } from "../../archive/content/load-archive.ts";
import type { EpisodeFiles } from "../../archive/content/load-episode.ts";
import { FaultError } from "../../model/report.ts";
import {
  chooseOldTranscript,
  listOldTranscripts,
  type OldTranscript,
  planRefit,
} from "../../proofread/edit/plan-refit.ts";
import {
  suggestWords,
  wordOldMissing,
  wordOtherTranscript,
  wordRefitted,
} from "../../wording/commands/suggest-words.ts";
import { applyChanges } from "./carry-out-decisions.ts";
import type { SuggestContext, SuggestOptions } from "./read-suggest-options.ts";

/** Less than this in common is no recognition of the same speech (chosen). */
const LEAST_ALIKE = 0.3;

/** Moves corrections, turns and chapters to their places in a transcript that was recognised anew. */
export async function refitCorrections(
  options: SuggestOptions,
  { contentDir, teller }: SuggestContext,
): Promise<0 | 1> {
  const { slugs, isDryRun } = options;
  const [slug] = slugs;
  if (slug === undefined || slugs.length > 1)
    throw new FaultError({
      kind: "task-without-episode",
      values: { option: "--refit", example: "--refit deepseek-r1" },
    });
  // Its corrections do not match, so errors are what is expected here.
  const { archive, files } = await loadArchive({ contentDir, includeDrafts: true, keepFiles: true });
  const own = files.find(({ folder }) => folder.slug === slug);
  if (own === undefined)
    throw new FaultError({
      kind: "episode-without-transcript",
      values: { slug, folder: `${contentDir}/episodes` },
    });
  const old = await findOld(own, options.old);
  if (old === undefined) {
    teller.warn(wordOldMissing(own.folder.name));
    return 1;
  }
  const plan = await planRefit(contentDir, own, old, archive.terms, {
    done: suggestWords.entryDone[teller.language],
    lost: suggestWords.entryLost[teller.language],
  });
  if (plan.alikeShare < LEAST_ALIKE) {
    teller.warn(wordOtherTranscript(`${own.folder.name}/${own.transcriptFile}`, plan.alikeShare));
    return 1;
  }
  await applyChanges(plan.changes, isDryRun, teller);
  for (const note of plan.notes) teller.report(note);
  teller.say(wordRefitted(old, plan.counts, isDryRun));
  return 0;
}

async function findOld(own: EpisodeFiles, path: string | undefined): Promise<OldTranscript | undefined> {
  if (path === undefined) return chooseOldTranscript(own, listOldTranscripts(resolve(own.folder.path)));
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const values = { file: path, reason: error.code ?? error.message, option: "--old" };
    throw new FaultError({ kind: "named-file-unreadable", values });
  });
  return { fileName: basename(path), bytes };
}

import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { loadArchive } from "../../archive/content/load-archive.ts";
import type { EpisodeFiles } from "../../archive/content/load-episode.ts";
import { listOldTranscripts, type OldTranscript } from "../../proofread/edit/find-old-transcript.ts";
import { chooseOldTranscript, planRefit } from "../../proofread/edit/plan-refit.ts";
import { CommandLineError } from "../command-line-error.ts";
import { applyChanges } from "./carry-out-decisions.ts";
import { findContent, tellProblems } from "./open-archive.ts";
import type { SuggestOptions, SuggestSurroundings } from "./read-suggest-options.ts";

/** Less than this in common is no recognition of the same speech (chosen). */
const LEAST_ALIKE = 0.3;

/** Moves corrections, turns and chapters to their places in a transcript that was recognised anew. */
export async function refitCorrections(
  options: SuggestOptions,
  surroundings: SuggestSurroundings,
): Promise<0 | 1> {
  const { slugs, isDryRun } = options;
  const { print, printError } = surroundings;
  const contentDir = findContent(options.contentDir, surroundings);
  const [slug] = slugs;
  if (slug === undefined || slugs.length > 1)
    throw new CommandLineError("--refit needs one episode. Name it, as in --refit deepseek-r1");
  // Its corrections do not match, so errors are what is expected here.
  const { archive, files } = await loadArchive({ contentDir, includeDrafts: true, keepFiles: true });
  const own = files.find(({ folder }) => folder.slug === slug);
  if (own === undefined)
    throw new CommandLineError(
      `There is no episode "${slug}" with a readable transcript in ${contentDir}/episodes`,
    );
  const old = await findOld(own, options.old);
  if (old === undefined) {
    printError(
      `${own.folder.name}: The transcript that the corrections were made for is not in the repository's history. Name it with --old <file>.`,
    );
    return 1;
  }
  const plan = await planRefit(contentDir, own, old, archive.terms);
  if (plan.alikeShare < LEAST_ALIKE) {
    printError(
      `${own.folder.name}/${own.transcriptFile}: Only ${Math.round(plan.alikeShare * 100)} % of the old words stand in the new transcript, so it seems to be of another episode. Nothing was written.`,
    );
    return 1;
  }
  await applyChanges(plan.changes, isDryRun, surroundings);
  tellProblems(plan.notes, archive.show.language, surroundings);
  const { moved, changed, done, lost } = plan.counts;
  print(
    `${isDryRun ? "Would be placed" : "Placed"} by ${old.source}: ${moved} as they were, ${changed} on other words. ` +
      `Left as comments: ${done} that are right in the new transcript, ${lost} without a place.`,
  );
  return 0;
}

async function findOld(own: EpisodeFiles, path: string | undefined): Promise<OldTranscript | undefined> {
  if (path === undefined) return chooseOldTranscript(own, listOldTranscripts(resolve(own.folder.path)));
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new CommandLineError(
      `The old transcript ${path} cannot be read (${error.code}). Name it after --old`,
    );
  });
  return { fileName: basename(path), bytes, source: basename(path) };
}

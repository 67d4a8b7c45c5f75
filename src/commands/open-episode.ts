import { readFile } from "node:fs/promises";
import { loadArchive } from "../archive/content/load-archive.ts";
import type { EpisodeFiles } from "../archive/content/load-episode.ts";
import { readEnvironment } from "../archive/read-environment.ts";
import type { Term } from "../model/archive.ts";
import { FaultError } from "../model/report.ts";
import { findNearest } from "../model/schema/find-nearest.ts";
import type { Environment } from "./run-command.ts";

/** The one episode that a command is about. */
export interface OpenedEpisode {
  /** As given. */
  readonly contentDir: string;
  readonly files: EpisodeFiles;
  readonly terms: readonly Term[];
}

/**
 * Reads the episode that the arguments name, whatever is wrong elsewhere. Throws a FaultError where they name none or
 * several, or one without a transcript.
 */
export async function openEpisode(
  slugs: readonly string[],
  command: string,
  env: Environment,
): Promise<OpenedEpisode> {
  const [slug] = slugs;
  if (slug === undefined || slugs.length > 1)
    throw new FaultError({
      kind: "task-without-episode",
      values: { option: command, example: `${command} -- deepseek-r1` },
    });
  const { contentDir } = readEnvironment(env);
  const wanted = { contentDir, includeDrafts: true, keepFiles: true };
  const { archive, files: own } = await loadArchive({ ...wanted, onlySlug: slug });
  const [found] = own;
  if (found !== undefined) return { contentDir, files: found, terms: archive.terms };
  const { files } = await loadArchive(wanted);
  return refuseEpisode(slug, contentDir, files);
}

/** Throws the FaultError of an episode that is not there, with the nearest of those that are. */
export function refuseEpisode(slug: string, contentDir: string, files: readonly EpisodeFiles[]): never {
  const nearest = findNearest(
    slug,
    files.map(({ folder }) => folder.slug),
  );
  const values = { slug, folder: `${contentDir}/episodes`, ...(nearest === undefined ? {} : { nearest }) };
  throw new FaultError({ kind: "episode-not-there", values });
}

/** The bytes of the file that an option names. Throws a FaultError where it cannot be read. */
export async function readNamedFile(file: string, option: string): Promise<Uint8Array> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const values = { file, reason: error.code ?? error.message, option };
    throw new FaultError({ kind: "named-file-unreadable", values });
  });
}

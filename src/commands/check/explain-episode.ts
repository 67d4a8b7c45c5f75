import type { LoadedArchive } from "../../archive/content/load-archive.ts";
import { explainFiles } from "../../archive/content/load-episode.ts";
import type { TranscriptExplanation } from "../../model/transcript-explanation.ts";
import { makeSlug } from "../../text/slug.ts";
import { refuseEpisode } from "../open-episode.ts";

/** What `check --explain` tells of an episode beside its problems. */
export interface ExplainedEpisode {
  /** Its folder, as problems name it. */
  readonly folder: string;
  /** Absent where there is no transcript that can be read: the problems say why. */
  readonly explanation?: TranscriptExplanation & { readonly file: string };
}

/** Finds an episode of an archive whose files were kept. Throws a FaultError where there is none. */
export function explainEpisode(
  slug: string,
  contentDir: string,
  { files, problems }: LoadedArchive,
): ExplainedEpisode {
  const found = files.find(({ folder }) => folder.slug === slug);
  if (found !== undefined) {
    const { folder, transcriptFile } = found;
    return {
      folder: folder.name,
      explanation: { ...explainFiles(found), file: `${folder.name}/${transcriptFile}` },
    };
  }
  const folders = problems.map(({ file }) => /^.*\/episodes\/([^/]+)/.exec(file));
  const unread = folders.find((match) => match !== null && makeSlug(match[1] ?? "") === slug);
  if (unread != null) return { folder: unread[0] };
  return refuseEpisode(slug, contentDir, files);
}

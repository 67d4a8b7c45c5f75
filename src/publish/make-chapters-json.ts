import type { Episode, Show } from "../model/archive.ts";
import { listTimedChapters } from "./episode-files.ts";

/** JSON chapters 1.2 (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md). */
export interface ChaptersJson {
  readonly version: "1.2.0";
  readonly title: string;
  readonly podcastName: string;
  /** By `startTime`, in seconds. */
  readonly chapters: readonly { readonly startTime: number; readonly title: string; readonly url?: string }[];
}

/**
 * The chapters of an episode whose beginnings are real times, each with the address at which its words stand.
 * @param page the whole address of the episode's page; absent where the site's is not known
 */
export function makeChaptersJson(
  episode: Pick<Episode, "chapters" | "passages" | "title">,
  { title: podcastName }: Pick<Show, "title">,
  page: string | undefined,
): ChaptersJson {
  return {
    version: "1.2.0",
    title: episode.title,
    podcastName,
    chapters: listTimedChapters(episode).map(({ start, title, firstPassage }) => {
      const anchor = episode.passages[firstPassage]?.anchor;
      const url = page === undefined || anchor === undefined ? {} : { url: `${page}#${anchor}` };
      return { startTime: Math.round(start * 1000) / 1000, title, ...url };
    }),
  };
}

import { join } from "node:path";
import { findCache, readEnvironment } from "../../archive/read-environment.ts";
import type { Archive } from "../../model/archive.ts";
import { cutEpisodes } from "../../search/index/cut/cut-episodes.ts";
import { type ArchiveKeywords, countCutWords, loadKeywords } from "../../search/index/load-keywords.ts";

/**
 * The keywords of an archive, and which of its episodes are alike: a build has found them for the search before its
 * pages are made; in development, where the pages' archive is without drafts, they are found here.
 */
export function readKeywords(archive: Archive): Promise<ArchiveKeywords> {
  const { contentDir, cacheDir, parts } = readEnvironment();
  const folder = findCache({ contentDir, cacheDir });
  return loadKeywords(archive, {
    folder: join(folder, "keywords"),
    count: async () =>
      countCutWords(
        await cutEpisodes(archive, {
          folder: join(folder, "cuts"),
          prebuilt: parts.map((part) => join(part.folder, "cuts")),
          logger: { info: () => undefined },
        }),
      ),
  });
}

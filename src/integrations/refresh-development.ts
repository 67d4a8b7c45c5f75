import type { AstroIntegrationLogger } from "astro";
import { clearArchive, getArchive } from "../archive/cache/archive-cache.ts";
import { copyMedia } from "../archive/media/copy-media.ts";
import { type ArchiveEnvironment, findCache } from "../archive/read-environment.ts";
import { readGivenPart } from "../search/index/shards/prebuilt-shards.ts";
import { writeSearchIndex } from "../search/index/write-search-index.ts";
import { reportProblems } from "./report-problems.ts";

/**
 * Reads the archive anew, drafts included, and writes into a folder what the pages of the development server load:
 * media and the search's files. Rejects where a given part is none.
 */
export async function refreshDevelopment(
  folder: string,
  { contentDir, base, cacheDir, parts }: Omit<ArchiveEnvironment, "outDir">,
  logger: Pick<AstroIntegrationLogger, "info" | "warn" | "error">,
): Promise<void> {
  clearArchive();
  const { archive, problems } = await getArchive({ contentDir, base, cacheDir, includeDrafts: true });
  reportProblems(problems, logger);
  await copyMedia(archive, { contentDir, outDir: folder, lastDir: folder });
  await writeSearchIndex(archive, {
    outDir: folder,
    cacheDir: findCache({ contentDir, cacheDir }),
    given: await Promise.all(parts.map(readGivenPart)),
    logger,
  });
}

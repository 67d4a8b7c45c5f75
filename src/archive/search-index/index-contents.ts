import { appendFile, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { SearchBundle } from "../../model/search-data.ts";
import type { SearchRecord } from "../../pipeline/record/make-record.ts";
import { buildBundle } from "./build-bundle.ts";

/** Bundles whose words wait in files below `workDir` for Pagefind. */
export interface CutBundles {
  /** Begins the names of the bundles' folders. */
  readonly name: string;
  readonly bundleCount: number;
  readonly workDir: string;
}

/** Adds an episode's record to the words of one of the part's groups. */
export async function appendContents(
  { name, workDir }: CutBundles,
  group: number,
  { contents }: SearchRecord,
): Promise<void> {
  await Promise.all(
    contents.map((content, bundle) => appendFile(contentFile(workDir, name, bundle, group), content)),
  );
}

export interface BundleOptions {
  readonly groupCount: number;
  readonly pagefindDir: string;
  /** Places in an index file, about; Pagefind's own number where absent. */
  readonly chunkSize?: number;
  readonly logger: { info(message: string): void };
}

/** Indexes what waits in files, one bundle after another, and removes the files. */
export async function buildBundles(
  { name, bundleCount, workDir }: CutBundles,
  { groupCount, pagefindDir, chunkSize, logger }: BundleOptions,
): Promise<SearchBundle[]> {
  const bundles: SearchBundle[] = [];
  for (let bundle = 0; bundle < bundleCount; bundle++) {
    const path = `${name}-${bundle}/`;
    const files = Array.from({ length: groupCount }, (_, group) => contentFile(workDir, name, bundle, group));
    const contents = files.map((file) => () => readFile(file, "utf8"));
    bundles.push({ path, ...(await buildBundle(contents, join(pagefindDir, path), chunkSize)) });
    await Promise.all(files.map((file) => rm(file)));
    if (bundleCount > 1) logger.info(`Indexed bundle ${bundle + 1} of ${bundleCount}.`);
  }
  return bundles;
}

function contentFile(workDir: string, name: string, bundle: number, group: number): string {
  return join(workDir, `${name}-${bundle}-${group}.txt`);
}

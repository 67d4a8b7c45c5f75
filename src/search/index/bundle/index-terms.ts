import { join } from "node:path";
import { FaultError } from "../../../model/report.ts";
import { readCut } from "../cut/cut-file.ts";
import { type PostableRecord, postTerms } from "./post-terms.ts";
import { writeBundles } from "./write-bundles.ts";

/** Positions of a bundle, about: the metadata of one, a few kilobytes, is loaded before its terms are. Chosen. */
const BUNDLE_SIZE = 1_000_000;

/** How the terms of a tier are spread over files. Chosen, so that 1,000 episodes stay under 20,000 files in all. */
export const TIERS = {
  /**
   * A pair in more places than `frequentPair` is split by the next character: about two index files' worth. Its own
   * places are lists of `pairList`, about, some 28 KB each. Of a character in more than `commonCharacter`, some ten
   * files, episodes tell how often they say it.
   */
  exact: { frequentPair: 8_000, pairList: 24_000, commonCharacter: 40_000, chunkSize: 5_000 },
  /**
   * A pair of syllables in more than 40,000 places says nothing by its sound (27 of 23 million places: 就是, 一个,
   * 我们 …). Files are larger: a search for sounds is asked for.
   */
  sound: {
    frequentPair: 40_000,
    pairList: 24_000,
    commonCharacter: Number.POSITIVE_INFINITY,
    chunkSize: 7_600,
  },
} as const;
/** Places in a file of a shard that has few: each of its files is loaded beside one of a large shard. Chosen. */
const SMALL_CHUNK = 1_500;

/** The terms of a shard to index, from the cuts of its episodes. */
export interface TermsTask {
  readonly tier: keyof typeof TIERS;
  readonly cuts: readonly string[];
  readonly folder: string;
}

/** What the manifest says of them. */
export interface IndexedTerms {
  readonly bundles: readonly string[];
  readonly frequentPairs: string;
  readonly pairStretches: readonly number[];
  readonly commonCharacters: string;
}

/** Indexes the terms of a shard's episodes. Throws where a cut cannot be read. */
export async function indexTerms({ tier, cuts, folder }: TermsTask): Promise<IndexedTerms> {
  const { chunkSize, ...limits } = TIERS[tier];
  // One after another: an archive's records would fill the memory.
  function* read(): Generator<PostableRecord> {
    for (const path of cuts) {
      const { head, [tier]: record } = readSections(path, tier);
      yield { ...record, headingLength: head.headingLength };
    }
  }
  const postings = await postTerms(read(), limits);
  const isSmall = postings.positionCount < BUNDLE_SIZE;
  const bundles = await writeBundles(postings, {
    folder: join(folder, tier),
    bundleSize: BUNDLE_SIZE,
    chunkSize: isSmall ? Math.min(SMALL_CHUNK, chunkSize) : chunkSize,
  });
  return {
    bundles,
    frequentPairs: postings.frequentPairs.join(""),
    pairStretches: postings.pairLists.map(({ stretches }) => stretches),
    commonCharacters: postings.commonCharacters.join(""),
  };
}

function readSections(path: string, tier: TermsTask["tier"]) {
  const sections = readCut(path, "head", tier);
  if (sections === undefined) throw new FaultError({ kind: "cached-file-changed", values: { path } });
  return sections;
}

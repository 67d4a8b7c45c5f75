import { appendFile, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Episode } from "../../model/archive.ts";
import type { SearchBundle, SearchPart } from "../../model/search-data.ts";
import { makeRecord, type SearchRecord } from "../../pipeline/record/make-record.ts";
import { PairCounter } from "../../pipeline/record/pair-counter.ts";
import type { WordList } from "../../pipeline/tokenize/cut-words.ts";
import { tokenizePassages } from "../../pipeline/tokenize/tokenize-passages.ts";
import { readTurns } from "../../text/read-turns.ts";
import { buildBundle } from "./build-bundle.ts";
import { freeMemory } from "./free-memory.ts";

/** A part whose words are cut: what Pagefind is to index waits in files. */
export interface CutPart {
  readonly name: string;
  readonly frequentPairs: readonly string[];
  readonly groups: SearchPart["groups"];
  readonly bundleCount: number;
}

export interface PartOptions {
  /** Index of the first of the episodes among all. */
  readonly firstEpisode: number;
  readonly wordList: WordList;
  /** Begins the names of the part's folders. */
  readonly name: string;
  /** Takes large files while the part is made. */
  readonly workDir: string;
  readonly logger: { info(message: string): void };
  /** Called for each episode in order. */
  onRecord(episode: Episode, record: SearchRecord): Promise<void>;
}

/** Positions of a bundle, about: Pagefind needs 0.2 GB of memory for a million (measured). */
const BUNDLE_SIZE = 3_000_000;
/**
 * Positions of a record, about. Pagefind's memory and time go with the records in which each term stands, so
 * several episodes share one (measured: 8.2 GB with a record an episode, 3.9 GB with one for a hundred, a fifth less with one for three hundred).
 */
const GROUP_SIZE = 7_000_000;
/** A pair that stands in more places than this is split by the next character: about two index files' worth. Chosen. */
const FREQUENT_PAIR = 8_000;
const EPISODES_BETWEEN_NEWS = 100;
/** Episodes from whose pairs the frequent ones are estimated. Chosen. */
const SAMPLE = 150;

/** Cuts the words of the episodes of a part, in several bundles of terms, into files below `workDir`. */
export async function cutPart(episodes: readonly Episode[], options: PartOptions): Promise<CutPart> {
  const { firstEpisode, wordList, name, workDir, logger, onRecord } = options;
  const size = episodes.reduce(
    (sum, { passages }) => sum + passages.reduce((own, { text }) => own + text.length, 0),
    0,
  );
  const bundleCount = Math.max(1, Math.ceil(size / BUNDLE_SIZE));
  const frequentPairs = findFrequentPairs(episodes);
  const frequent = new Set(frequentPairs);
  const groups: { firstEpisode: number; firstPositions: number[] }[] = [];
  let position = Number.POSITIVE_INFINITY;
  for (const [index, episode] of episodes.entries()) {
    const record = makeRecord(tokenizePassages(episode.passages, wordList), frequent, bundleCount);
    if (position > GROUP_SIZE) {
      groups.push({ firstEpisode: firstEpisode + index, firstPositions: [] });
      position = 0;
    }
    groups.at(-1)?.firstPositions.push(position);
    position += record.positionCount;
    await Promise.all(
      record.contents.map((content, bundle) =>
        appendFile(contentFile(workDir, name, bundle, groups.length - 1), content),
      ),
    );
    await onRecord(episode, record);
    if ((index + 1) % EPISODES_BETWEEN_NEWS === 0) {
      logger.info(`Cut ${index + 1} of ${episodes.length} episodes into words.`);
      freeMemory();
    }
  }
  freeMemory();
  return { name, frequentPairs, groups, bundleCount };
}

/** Indexes a part that was cut into `workDir`, one bundle after another. */
export async function buildPart(
  { name, frequentPairs, groups, bundleCount }: CutPart,
  workDir: string,
  pagefindDir: string,
  logger: { info(message: string): void },
): Promise<SearchPart> {
  const bundles: SearchBundle[] = [];
  for (let bundle = 0; bundle < bundleCount; bundle++) {
    const path = `${name}-${bundle}/`;
    const files = groups.map((_, group) => contentFile(workDir, name, bundle, group));
    bundles.push({
      path,
      ...(await buildBundle(
        files.map((file) => () => readFile(file, "utf8")),
        join(pagefindDir, path),
      )),
    });
    await Promise.all(files.map((file) => rm(file)));
    if (bundleCount > 1) logger.info(`Indexed bundle ${bundle + 1} of ${bundleCount}.`);
  }
  return { frequentPairs: frequentPairs.join(""), bundles, groups };
}

function contentFile(workDir: string, part: string, bundle: number, group: number): string {
  return join(workDir, `${part}-${bundle}-${group}.txt`);
}

/** The frequent pairs, from an even sample of the episodes: which pairs are split is a matter of size, not of truth. */
function findFrequentPairs(episodes: readonly Episode[]): string[] {
  const step = Math.max(1, Math.floor(episodes.length / SAMPLE));
  const sample = episodes.filter((_, index) => index % step === 0);
  const counter = new PairCounter();
  for (const { passages } of sample) for (const { tokens } of readTurns(passages)) counter.add(tokens);
  return counter.listFrequent((FREQUENT_PAIR * sample.length) / episodes.length);
}

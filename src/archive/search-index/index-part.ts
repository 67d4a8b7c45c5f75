import type { Episode } from "../../model/archive.ts";
import type { SearchPart } from "../../model/search-data.ts";
import type { WordCounter } from "../../pipeline/keywords/word-counter.ts";
import { makeRecord, type SearchRecord } from "../../pipeline/record/make-record.ts";
import { PairCounter } from "../../pipeline/record/pair-counter.ts";
import type { WordList } from "../../pipeline/tokenize/cut-words.ts";
import { tokenizeHeadings } from "../../pipeline/tokenize/tokenize-headings.ts";
import { tokenizePassages } from "../../pipeline/tokenize/tokenize-passages.ts";
import { readTurns } from "../../text/read-turns.ts";
import { freeMemory } from "./free-memory.ts";
import { appendContents, buildBundles, type CutBundles } from "./index-contents.ts";
import { SoundIndexer } from "./index-sounds.ts";

/** A part whose words are cut: what Pagefind is to index waits in files. */
export interface CutPart {
  readonly bundles: CutBundles;
  readonly sounds: SoundIndexer;
  readonly frequentPairs: readonly string[];
  readonly groups: SearchPart["groups"];
}

export interface PartOptions {
  /** Index of the first of the episodes among all. */
  readonly firstEpisode: number;
  readonly wordList: WordList;
  /** Counts the words on the way: cutting them is what takes the time. */
  readonly counter: WordCounter;
  /** Begins the names of the part's folders. */
  readonly name: string;
  /** Takes large files while the part is made. */
  readonly workDir: string;
  readonly logger: { info(message: string): void };
  /** Called for each episode in order. */
  onRecord(episode: Episode, record: SearchRecord): Promise<void>;
}

/** Positions of a bundle, about: Pagefind needs 0.2 GB of memory for a million (measured). */
const BUNDLE_SIZE = 2_000_000;
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
  const { firstEpisode, wordList, counter, name, workDir, logger, onRecord } = options;
  const size = episodes.reduce(
    (sum, { passages }) => sum + passages.reduce((own, { text }) => own + text.length, 0),
    0,
  );
  const bundleCount = Math.max(1, Math.ceil(size / BUNDLE_SIZE));
  const bundles = { name, bundleCount, workDir };
  const sample = takeSample(episodes);
  const share = sample.length / Math.max(1, episodes.length);
  const frequentPairs = findFrequentPairs(sample, share);
  const frequent = new Set(frequentPairs);
  const sounds = new SoundIndexer({ ...bundles, name: `s${name}` }, sample, share);
  const groups: { firstEpisode: number; firstPositions: number[] }[] = [];
  let position = Number.POSITIVE_INFINITY;
  for (const [index, episode] of episodes.entries()) {
    const turns = tokenizePassages(episode.passages, wordList);
    counter.add(episode, turns);
    const recorded = [...tokenizeHeadings(episode, wordList), ...turns];
    const record = makeRecord(recorded, frequent, bundleCount);
    if (position > GROUP_SIZE) {
      groups.push({ firstEpisode: firstEpisode + index, firstPositions: [] });
      position = 0;
    }
    groups.at(-1)?.firstPositions.push(position);
    position += record.positionCount;
    await appendContents(bundles, groups.length - 1, record);
    await sounds.add(recorded, groups.length - 1);
    await onRecord(episode, record);
    if ((index + 1) % EPISODES_BETWEEN_NEWS === 0) {
      logger.info(`Cut ${index + 1} of ${episodes.length} episodes into words.`);
      freeMemory();
    }
  }
  freeMemory();
  return { bundles, sounds, frequentPairs, groups };
}

/** Indexes a part that was cut, one bundle after another. */
export async function buildPart(
  { bundles, sounds, frequentPairs, groups }: CutPart,
  pagefindDir: string,
  logger: { info(message: string): void },
): Promise<SearchPart> {
  const options = { groupCount: groups.length, pagefindDir, logger };
  return {
    frequentPairs: frequentPairs.join(""),
    bundles: await buildBundles(bundles, options),
    groups,
    sound: await sounds.build(options),
  };
}

/** Some episodes, evenly spread. */
function takeSample(episodes: readonly Episode[]): Episode[] {
  const step = Math.max(1, Math.floor(episodes.length / SAMPLE));
  return episodes.filter((_, index) => index % step === 0);
}

/** The frequent pairs, from a sample of the episodes: which pairs are split is a matter of size, not of truth. */
function findFrequentPairs(sample: readonly Episode[], share: number): string[] {
  const counter = new PairCounter();
  for (const { passages } of sample) for (const { tokens } of readTurns(passages)) counter.add(tokens);
  return counter.listFrequent(FREQUENT_PAIR * share);
}

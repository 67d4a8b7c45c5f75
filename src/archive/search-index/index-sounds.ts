import type { Episode } from "../../model/archive.ts";
import type { SearchPart } from "../../model/search-data.ts";
import { makeSoundRecord } from "../../pipeline/record/make-sound-record.ts";
import { PairCounter } from "../../pipeline/record/pair-counter.ts";
import { SoundReader } from "../../pipeline/tokenize/read-sounds.ts";
import type { TokenizedTurn } from "../../pipeline/tokenize/tokenize-passages.ts";
import { readTurns } from "../../text/read-turns.ts";
import { appendContents, type BundleOptions, buildBundles, type CutBundles } from "./index-contents.ts";

/**
 * A pair of syllables that stands in more places than this says nothing by its sound (27 of 23 million places: 就是,
 * 一个, 我们 …): its terms are split by the next syllable. Chosen.
 */
const FREQUENT_PAIR = 40_000;
/**
 * Places in an index file, about. More than of the words as written: a search for sounds is asked for, and 1,000
 * episodes have to stay under 20,000 files with both. Chosen.
 */
const CHUNK_SIZE = 15_000;

/** The sounds of a part's episodes, on their way to Pagefind. */
export class SoundIndexer {
  readonly #reader = new SoundReader();
  readonly #bundles: CutBundles;
  readonly #frequentPairs: readonly string[];
  readonly #frequent: ReadonlySet<string>;

  /**
   * @param sample some of the part's episodes, by which its frequent pairs are estimated
   * @param share of the part's episodes that are in `sample`
   */
  constructor(bundles: CutBundles, sample: readonly Episode[], share: number) {
    this.#bundles = bundles;
    const counter = new PairCounter();
    for (const { passages } of sample) {
      for (const { tokens } of readTurns(passages)) {
        // Each character as it is read alone: which pairs are split is a matter of size, not of truth.
        counter.add(this.#reader.read(tokens, new Array<boolean>(tokens.length + 1).fill(true)));
      }
    }
    this.#frequentPairs = counter.listFrequent(FREQUENT_PAIR * share);
    this.#frequent = new Set(this.#frequentPairs);
  }

  /** Adds an episode's turns to one of the part's groups. */
  async add(turns: readonly TokenizedTurn[], group: number): Promise<void> {
    const sounds = turns.map((turn) => ({
      ...turn,
      tokens: this.#reader.read(turn.tokens, turn.wordStarts),
    }));
    await appendContents(
      this.#bundles,
      group,
      makeSoundRecord(sounds, this.#frequent, this.#bundles.bundleCount),
    );
  }

  /** Lets Pagefind index what was added. */
  async build(options: Omit<BundleOptions, "chunkSize">): Promise<NonNullable<SearchPart["sound"]>> {
    const bundles = await buildBundles(this.#bundles, { ...options, chunkSize: CHUNK_SIZE });
    return { frequentPairs: this.#frequentPairs.join(""), bundles };
  }
}

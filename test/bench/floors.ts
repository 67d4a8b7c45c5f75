/** What the search is held to: the least, or the most, that a figure may be. Changed only to be stricter. */
export const floors = {
  /** Our whole build over stock Pagefind's index alone. */
  buildRatio: { most: 1.3 },
  buildBytes: { most: 2e9 },
  /** A build with one episode more over the whole one. */
  addedRatio: { most: 0.15 },
  /** Share of the queries that are exactly right. */
  exact: { least: 1 },
  firstQueryMedian: { most: 300_000 },
  firstQueryP95: { most: 400_000 },
  nextIndexMedian: { most: 45_000 },
  nextAllMedian: { most: 75_000 },
  /** Index and texts of a question that is not a session's first query. */
  questionBytesMedian: { most: 150_000 },
  paintMedianMs: { most: 50 },
  paintP95Ms: { most: 150 },
  /** From Enter to the first of the passages nearest to a question. */
  questionMedianMs: { most: 150 },
  questionP95Ms: { most: 300 },
  /** To the counts of the archive's most frequent character. */
  characterMs: { most: 1_000 },
  /** Of 300 characters, to the first passage near to it. */
  paragraphMs: { most: 1_500 },
  longestTaskMs: { most: 50 },
  /** With the processor slowed down to a fourth. */
  longestSlowedTaskMs: { most: 200 },
  /** Of 100: Lighthouse on a phone, median. */
  performance: { least: 98 },
  /** An episode's page, all but the words of its transcript. */
  pageBytes: { most: 150_000 },
  /** While scrolling, of 60. */
  framesPerSecond: { least: 58 },
  knownItemMrr: { least: 0.57 },
  accidentShare: { least: 0.77 },
  /** MRR of a question's episode, above MiniSearch's with jieba over passages in the same run. */
  questionLead: { least: 0.05 },
  /** The same for its three rarest words. */
  questionWordsLead: { least: 0.001 },
  /** Share of titles whose episode is the first of the names. */
  wholeTitles: { least: 0.98 },
  /** The same without punctuation and numbering, in small letters. */
  bareTitles: { least: 0.95 },
  /** Share of forms of which every place is found when another is asked for, and is named. */
  variants: { least: 1 },
  /** Share of questions to which nothing is found. */
  questionNothing: { most: 0.01 },
  /** Inputs of strangers that make a reader throw what it does not declare, or make what cannot be. */
  fuzzFailures: { most: 0 },
  /** Of one such input, in processor time. */
  fuzzMs: { most: 2_000 },
  /** Of places that are shown unasked because they sound like a name: share at which it was said. */
  soundShare: { least: 0.75 },
} as const satisfies Readonly<Record<string, Floor>>;

export type Floor = { readonly least: number } | { readonly most: number };

export function meetsFloor(value: number, floor: Floor): boolean {
  return "least" in floor ? value >= floor.least : value <= floor.most;
}

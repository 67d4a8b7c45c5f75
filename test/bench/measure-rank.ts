import MiniSearch from "minisearch";
import type { Page } from "playwright-core";
import {
  chooseKnownItems,
  chooseSummaryItems,
  type KnownEpisode,
  type KnownItem,
  takeSome,
} from "./choose-known-items.ts";
import { cutEpisode, PairUses } from "./cut-archive.ts";
import {
  type FirstTenFigures,
  judgeFirstTen,
  judgeKnownItems,
  type KnownItemFigures,
} from "./judge-ranking.ts";
import type { Random } from "./random.ts";
import type { SourceEpisode } from "./read-source.ts";
import { readPassagesInPage, searchInPage, searchStockInPage } from "./search-in-page.ts";
import { takeMean } from "./statistics.ts";

/** The three engines that are compared. */
interface Compared<Figures> {
  readonly ours: Figures;
  readonly stock: Figures;
  /** MiniSearch with jieba's words; every word must stand in the episode, as in the other two. */
  readonly miniSearch: Figures;
}

/** What there are floors for. */
interface FloorFigures {
  /** Two words of a chapter's title find its episode. */
  readonly knownItems: Compared<KnownItemFigures>;
  /** Words whose two characters often meet by accident: do the first ten episodes hold the word itself? */
  readonly accident: Compared<FirstTenFigures> & {
    /** How many such words the archive has. */
    readonly words: number;
  };
}

export interface RankFigures extends FloorFigures {
  /** Two words of an episode's summary, which no engine has read, find it. */
  readonly summaries: Compared<KnownItemFigures>;
  /**
   * Of the queries whose episode is among our first ten: the share in which one of its first three passages lies in
   * the chapter. NaN where chapters have no times.
   */
  readonly chapterShare: number;
  readonly accident: FloorFigures["accident"] & {
    /** Share of all episodes that ours finds which hold the word: what a random order would give. */
    readonly baseShare: number;
  };
}

export interface RankOptions {
  readonly episodes: readonly SourceEpisode[];
  readonly page: Page;
  readonly stock: { readonly page: Page; readonly slugs: ReadonlyMap<string, string> };
  readonly random: Random;
  progress(message: string): void;
}

const ACCIDENTAL_WORDS = 150;

/** Slugs of the episodes that a query finds, best first. */
type Rank = (query: string) => Promise<string[]>;

interface FloorRun {
  readonly figures: FloorFigures;
  readonly engines: Compared<Rank>;
  readonly items: readonly KnownItem[];
  readonly words: readonly AccidentalWord[];
}

/** Ranks known items and words met by accident with three engines. */
export async function measureRank(options: RankOptions): Promise<RankFigures> {
  const { episodes, page, random, progress } = options;
  const { figures, engines, items, words } = await rankFloors(options);
  const sentences = chooseSummaryItems(episodes, random);
  const summaries = await compareEngines(engines, (rank, engine) =>
    rankKnownItems(sentences, rank, (done) =>
      progress(`Summaries, ${engine}: ${done} of ${sentences.length}`),
    ),
  );
  return {
    ...figures,
    summaries,
    chapterShare: await measureChapterShare(items, engines.ours, page),
    accident: { ...figures.accident, baseShare: await measureBaseShare(words, engines.ours) },
  };
}

/** What there are floors for, alone. */
export async function measureFloors(options: RankOptions): Promise<FloorFigures> {
  return (await rankFloors(options)).figures;
}

async function rankFloors({ episodes, page, stock, random, progress }: RankOptions): Promise<FloorRun> {
  const slugOf = (id: number): string => episodes[id]?.slug ?? "";
  const { index, uses } = cutAndIndex(episodes, progress);
  const engines: Compared<Rank> = {
    ours: async (query) => (await searchInPage(page, query)).episodes.map(({ slug }) => slug),
    stock: async (query) =>
      (await searchStockInPage(stock.page, query)).ids.map((id) => stock.slugs.get(id) ?? id),
    miniSearch: async (query) => index.search(query).map(({ id }) => slugOf(id as number)),
  };
  const items = chooseKnownItems(episodes, random);
  const knownItems = await compareEngines(engines, (rank, engine) =>
    rankKnownItems(items, rank, (done) => progress(`Known items, ${engine}: ${done} of ${items.length}`)),
  );
  const accidental = uses.listAccidental().map(({ word, episodes: own }) => ({
    word,
    slugs: new Set([...own].map(slugOf)),
  }));
  const words = takeSome(accidental, ACCIDENTAL_WORDS, random);
  const accident = await compareEngines(engines, (rank, engine) =>
    rankWords(words, rank, (done) =>
      progress(`Words met by accident, ${engine}: ${done} of ${words.length}`),
    ),
  );
  return {
    figures: { knownItems, accident: { ...accident, words: accidental.length } },
    engines,
    items,
    words,
  };
}

async function compareEngines<Figures>(
  { ours, stock, miniSearch }: Compared<Rank>,
  judge: (rank: Rank, engine: string) => Promise<Figures>,
): Promise<Compared<Figures>> {
  return {
    ours: await judge(ours, "our search"),
    stock: await judge(stock, "stock Pagefind"),
    miniSearch: await judge(miniSearch, "MiniSearch"),
  };
}

function cutAndIndex(episodes: readonly SourceEpisode[], progress: (message: string) => void) {
  const uses = new PairUses();
  const index = new MiniSearch<{ id: number; text: readonly string[] }>({
    fields: ["text"],
    extractField: (document, field) => document[field as "id"] as never,
    tokenize: (text) => cutForMiniSearch(text as string | readonly string[]),
    processTerm: (term) => (term === "\n" ? null : term),
    searchOptions: { combineWith: "AND" },
  });
  for (const [id, episode] of episodes.entries()) {
    const text = cutEpisode(episode);
    uses.add(id, text);
    index.add({ id, text });
    progress(`Indexing with MiniSearch and jieba: ${id + 1} of ${episodes.length}`);
  }
  return { index, uses };
}

async function rankKnownItems(
  items: readonly KnownEpisode[],
  rank: Rank,
  onProgress: (done: number) => void,
): Promise<KnownItemFigures> {
  const ranks: (number | undefined)[] = [];
  for (const { query, slug } of items) {
    const at = (await rank(query)).indexOf(slug);
    ranks.push(at < 0 ? undefined : at + 1);
    onProgress(ranks.length);
  }
  return judgeKnownItems(ranks);
}

interface AccidentalWord {
  readonly word: string;
  /** Of the episodes that say the word itself. */
  readonly slugs: ReadonlySet<string>;
}

async function rankWords(
  words: readonly AccidentalWord[],
  rank: Rank,
  onProgress: (done: number) => void,
): Promise<FirstTenFigures> {
  const answers: Parameters<typeof judgeFirstTen>[0][number][] = [];
  for (const { word, slugs } of words) {
    const found = await rank(word);
    answers.push({ areRight: found.map((slug) => slugs.has(slug)), rightCount: slugs.size });
    onProgress(answers.length);
  }
  return judgeFirstTen(answers);
}

async function measureBaseShare(words: readonly AccidentalWord[], rank: Rank): Promise<number> {
  const shares: number[] = [];
  for (const { word, slugs } of words) {
    const found = await rank(word);
    if (found.length > 0) shares.push(found.filter((slug) => slugs.has(slug)).length / found.length);
  }
  return takeMean(shares);
}

/** An episode's words are cut already; a query is not. */
function cutForMiniSearch(text: string | readonly string[]): string[] {
  return typeof text === "string" ? cutEpisode({ cues: [{ startTime: 0, endTime: 0, text }] }) : [...text];
}

async function measureChapterShare(items: readonly KnownItem[], rank: Rank, page: Page): Promise<number> {
  const isInChapter: number[] = [];
  for (const { query, slug, from, to } of items) {
    if (Number.isNaN(from) || !(await rank(query)).slice(0, 10).includes(slug)) continue;
    const passages = await readPassagesInPage(page, query, slug, 3);
    isInChapter.push(Number(passages.some(({ start }) => start >= Math.floor(from) - 1 && start < to)));
  }
  return takeMean(isInChapter);
}

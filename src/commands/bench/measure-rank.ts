import MiniSearch from "minisearch";
import type { Page } from "playwright-core";
import { cutEpisode, PairUses } from "./cut-archive.ts";
import {
  type FirstTenFigures,
  judgeFirstTen,
  judgeKnownItems,
  type KnownItemFigures,
} from "./judge-ranking.ts";
import { cutHanWords } from "./make-queries.ts";
import { readPlainTokens } from "./plain-tokens.ts";
import type { Random } from "./random.ts";
import type { SourceCue, SourceEpisode } from "./read-source.ts";
import { readPassagesInPage, searchInPage, searchStockInPage } from "./search-in-page.ts";
import { takeMean } from "./statistics.ts";

/** The three engines that are compared. */
export interface Compared<Figures> {
  readonly ours: Figures;
  readonly stock: Figures;
  /** MiniSearch with jieba's words; every word must stand in the episode, as in the other two. */
  readonly miniSearch: Figures;
}

export interface RankFigures {
  /** Two words of a chapter's title find its episode. */
  readonly knownItems: Compared<KnownItemFigures>;
  /**
   * Of the queries whose episode is among our first ten: the share in which one of its first three passages lies in
   * the chapter. NaN where chapters have no times.
   */
  readonly chapterShare: number;
  /** Words whose two characters often meet by accident: do the first ten episodes hold the word itself? */
  readonly accident: Compared<FirstTenFigures> & {
    /** How many such words the archive has. */
    readonly words: number;
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

const KNOWN_ITEMS = 400;
const ACCIDENTAL_WORDS = 150;

type Rank = (query: string) => Promise<string[]>;

/** Ranks known items and words met by accident with three engines. */
export async function measureRank(options: RankOptions): Promise<RankFigures> {
  const { episodes, page, stock, random, progress } = options;
  const uses = new PairUses();
  const index = new MiniSearch<{ id: number; text: readonly string[] }>({
    fields: ["text"],
    extractField: (document, field) => document[field as "id"] as never,
    tokenize: (text) => cutForMiniSearch(text as string | readonly string[]),
    processTerm: (term) => (term === "\n" ? null : term),
    searchOptions: { combineWith: "AND" },
  });
  for (const [id, episode] of episodes.entries()) {
    const words = cutEpisode(episode);
    uses.add(id, words);
    index.add({ id, text: words });
    progress(`Indexing with MiniSearch and jieba: ${id + 1} of ${episodes.length}`);
  }
  const slugOf = (id: number): string => episodes[id]?.slug ?? "";
  const rankOurs: Rank = async (query) => (await searchInPage(page, query)).episodes.map(({ slug }) => slug);
  const rankStock: Rank = async (query) =>
    (await searchStockInPage(stock.page, query)).ids.map((id) => stock.slugs.get(id) ?? id);
  const rankMini: Rank = async (query) => index.search(query).map(({ id }) => slugOf(id as number));

  const items = chooseKnownItems(episodes, random);
  const judgeItems = async (name: string, rank: Rank): Promise<KnownItemFigures> => {
    const ranks: (number | undefined)[] = [];
    for (const { query, slug } of items) {
      const at = (await rank(query)).indexOf(slug);
      ranks.push(at < 0 ? undefined : at + 1);
      progress(`Known items with ${name}: ${ranks.length} of ${items.length}`);
    }
    return judgeKnownItems(ranks);
  };
  const words = uses.listAccidental();
  const chosen = takeSome(words, ACCIDENTAL_WORDS, random);
  const baseShares: number[] = [];
  const judgeWords = async (name: string, rank: Rank): Promise<FirstTenFigures> => {
    const answers = [];
    for (const { word, episodes: right } of chosen) {
      const rightSlugs = new Set([...right].map(slugOf));
      const slugs = await rank(word);
      if (rank === rankOurs && slugs.length > 0) baseShares.push(rightSlugs.size / slugs.length);
      answers.push({ areRight: slugs.map((slug) => rightSlugs.has(slug)), rightCount: right.size });
      progress(`Words met by accident with ${name}: ${answers.length} of ${chosen.length}`);
    }
    return judgeFirstTen(answers);
  };
  return {
    knownItems: {
      ours: await judgeItems("our search", rankOurs),
      stock: await judgeItems("stock Pagefind", rankStock),
      miniSearch: await judgeItems("MiniSearch", rankMini),
    },
    chapterShare: await measureChapterShare(items, rankOurs, page),
    accident: {
      ours: await judgeWords("our search", rankOurs),
      stock: await judgeWords("stock Pagefind", rankStock),
      miniSearch: await judgeWords("MiniSearch", rankMini),
      words: words.length,
      baseShare: takeMean(baseShares),
    },
  };
}

/** An episode's words are cut already; a query is not. */
function cutForMiniSearch(text: string | readonly string[]): string[] {
  return typeof text === "string" ? cutEpisode({ cues: [{ startTime: 0, endTime: 0, text }] }) : [...text];
}

interface KnownItem {
  readonly query: string;
  readonly slug: string;
  /** Seconds; NaN where the chapter's file gives no times. */
  readonly from: number;
  readonly to: number;
}

/**
 * Two different words of a chapter's title that are both said in the chapter: as somebody remembers what was talked
 * about. Titles are often written in words that nobody said, which no search of the text finds.
 */
export function chooseKnownItems(episodes: readonly SourceEpisode[], random: Random): KnownItem[] {
  const chapters = episodes.flatMap(({ slug, chapters: own, cues }) =>
    own.map(({ title, startTime }, index) => ({
      slug,
      title,
      cues,
      from: startTime,
      to: own[index + 1]?.startTime ?? Number.POSITIVE_INFINITY,
    })),
  );
  const items = new Map<string, KnownItem>();
  for (const { slug, title, cues, from, to } of takeSome(chapters, chapters.length, random)) {
    if (items.size === KNOWN_ITEMS) break;
    const said = cues.filter((cue) => !(cue.startTime < from || cue.startTime >= to));
    const words = findSaidWords([...new Set(cutHanWords(title))], said);
    const [first, second] = takeSome(words, 2, random);
    if (first !== undefined && second !== undefined)
      items.set(`${first} ${second}`, { query: `${first} ${second}`, slug, from, to });
  }
  return [...items.values()];
}

function findSaidWords(words: readonly string[], cues: readonly SourceCue[]): string[] {
  const joinTokens = (text: string): string =>
    ` ${readPlainTokens(text)
      .map((token) => token.text)
      .join(" ")} `;
  const said = joinTokens(cues.map(({ text }) => text).join("\n"));
  return words.filter((word) => said.includes(joinTokens(word)));
}

/** `count` of the items, each at most once, in a random order. */
function takeSome<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const rest = [...items];
  const taken: Item[] = [];
  while (rest.length > 0 && taken.length < count) {
    const at = random.pickIndex(rest.length);
    const last = rest.pop() as Item;
    taken.push(at === rest.length ? last : (rest[at] as Item));
    if (at < rest.length) rest[at] = last;
  }
  return taken;
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

import type { Browser, Page } from "playwright-core";
import type { SiteServer } from "../serve-site.ts";
import { searchInPage, searchStockInPage } from "./search-in-page.ts";
import { type PaintTimes, phone, timeQuery, typeQuery } from "./search-page.ts";
import { type Spread, takeSpread } from "./statistics.ts";

/** Milliseconds on a page that has answered before; the server is on the same machine, so the network takes none. */
export interface TimeFigures {
  /** From the input event of a query that comes at once, as from an input method; not asked before. */
  readonly typed: PaintSpreads;
  /** The same from Enter. */
  readonly entered: PaintSpreads;
  /** From Enter, the same queries once more. */
  readonly again: PaintSpreads;
  /** From Enter to the first of the passages nearest to a question; absent where none are asked. */
  readonly question?: Spread;
  /** To the counts of the most frequent character, each time on a new page, and whether they are right. */
  readonly character: Spread & { readonly isRight: boolean };
  /** From Enter to the first passage near to 300 characters of talk. */
  readonly paragraph: Spread;
  /** While queries are typed character by character and answered. */
  readonly whileTyping: LongTasks;
  /** The same with the processor slowed down to a fourth. */
  readonly whileTypingSlowed: LongTasks;
  /** `search()` alone, a query not asked before, and once more. */
  readonly call: Spread;
  readonly callAgain: Spread;
  /** Stock Pagefind's `search()`, which loads no text either. */
  readonly stockCall?: Spread;
}

/** Of {@link PaintTimes}. */
export interface PaintSpreads {
  readonly result: Spread;
  readonly passage: Spread;
}

/** Tasks of the main thread over 50 ms. */
export interface LongTasks {
  readonly count: number;
  /** 0 where there was none. */
  readonly longestMs: number;
}

export interface TimeOptions {
  /** Queries that find something. */
  readonly queries: readonly string[];
  readonly questions: readonly string[];
  readonly paragraphs: readonly string[];
  /** The most frequent one, and how often it is said. */
  readonly character: string;
  readonly characterHits: number;
  readonly browser: Browser;
  readonly server: SiteServer;
  readonly stock?: SiteServer;
  progress(message: string): void;
}

/** Queries that are typed key by key. */
const TYPED_QUERIES = 25;
const SLOWED_QUERIES = 10;
const CHARACTER_ROUNDS = 5;
/** What a query counts that painted nothing: as long as it was waited for. */
const GIVEN_UP_MS = 5_000;
/** A phone's processor beside this one. */
const SLOWDOWN = 4;
/** Milliseconds between two keys: a fast typist. */
const KEY_DELAY_MS = 80;

/** Measures what a reader waits for. */
export async function measureTime(options: TimeOptions): Promise<TimeFigures> {
  const { queries, browser, server, stock, progress } = options;
  const half = Math.ceil(queries.length / 2);
  const [forTyping, forEnter] = [queries.slice(0, half), queries.slice(half)];
  const page = await openSearchPage(browser, server, forTyping[0] ?? "");
  const paint = async (
    what: string,
    own: readonly string[],
    by: "input" | "enter",
  ): Promise<PaintSpreads> => {
    const times: PaintTimes[] = [];
    for (const [index, query] of own.entries()) {
      const ms = await timeQuery(page, query, by);
      if (ms !== undefined) times.push(ms);
      progress(`Timing ${what}: ${index + 1} of ${own.length}`);
    }
    return {
      result: takeSpread(times.map(({ result }) => result)),
      passage: takeSpread(times.map(({ passage }) => passage)),
    };
  };
  const typed = await paint("typed queries", forTyping.slice(1), "input");
  const entered = await paint("entered queries", forEnter, "enter");
  const again = await paint("queries asked again", forEnter, "enter");
  const near = async (what: string, own: readonly string[]): Promise<Spread> => {
    const times: number[] = [];
    for (const [index, text] of own.entries()) {
      times.push((await timeQuery(page, text, "enter"))?.passage ?? GIVEN_UP_MS);
      progress(`Timing ${what}: ${index + 1} of ${own.length}`);
    }
    return takeSpread(times);
  };
  const question = await near("questions", options.questions);
  const paragraph = await near("paragraphs", options.paragraphs);
  const character = await timeCharacter(options, forTyping[0] ?? "");
  const whileTyping = await watchTyping(page, queries.slice(0, TYPED_QUERIES), progress);
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWDOWN });
  const whileTypingSlowed = await watchTyping(page, queries.slice(-SLOWED_QUERIES), progress);
  await page.context().close();
  const calls = await timeCalls(options);
  return {
    typed,
    entered,
    again,
    ...(question.count === 0 ? {} : { question }),
    character,
    paragraph,
    whileTyping,
    whileTypingSlowed,
    ...calls,
    ...(stock === undefined ? {} : { stockCall: await timeStockCalls(browser, stock, queries) }),
  };
}

/** Times the most frequent character on pages that have answered another query. */
async function timeCharacter(
  { browser, server, character, characterHits, progress }: TimeOptions,
  first: string,
): Promise<TimeFigures["character"]> {
  const times: number[] = [];
  let isRight = true;
  for (let round = 1; round <= CHARACTER_ROUNDS; round += 1) {
    const page = await openSearchPage(browser, server, first);
    times.push((await timeQuery(page, character, "enter"))?.result ?? GIVEN_UP_MS);
    await page.waitForSelector("main:not([data-search-state=loading])");
    isRight &&= (await page.locator(`main[data-hits="${characterHits}"]`).count()) === 1;
    await page.context().close();
    progress(`Timing ${character}: ${round} of ${CHARACTER_ROUNDS}`);
  }
  return { ...takeSpread(times), isRight };
}

/** A search page that has answered once, watched for long tasks from there on. */
async function openSearchPage(browser: Browser, server: SiteServer, query: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: phone, hasTouch: true })).newPage();
  await page.goto(`${server.url}search/`);
  await timeQuery(page, query, "enter");
  await page.evaluate(() => {
    const durations: number[] = [];
    Object.assign(window, { benchLongTasks: durations });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) durations.push(duration);
    }).observe({ type: "longtask" });
  });
  return page;
}

/** Types queries and tells of the long tasks until each is answered. */
async function watchTyping(
  page: Page,
  queries: readonly string[],
  progress: TimeOptions["progress"],
): Promise<LongTasks> {
  await takeLongTasks(page);
  for (const [index, query] of queries.entries()) {
    await typeQuery(page, query, KEY_DELAY_MS);
    await page.waitForSelector("main:not([data-search-state=loading])");
    progress(`Watching the main thread while typing: ${index + 1} of ${queries.length}`);
  }
  const durations = await takeLongTasks(page);
  return { count: durations.length, longestMs: Math.max(0, ...durations) };
}

/** The durations of long tasks since it was last called. */
function takeLongTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => (window as unknown as { benchLongTasks: number[] }).benchLongTasks.splice(0));
}

async function timeCalls({
  browser,
  server,
  queries,
}: TimeOptions): Promise<{ call: Spread; callAgain: Spread }> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.url);
  const rounds: number[][] = [];
  await searchInPage(page, queries[0] ?? "");
  for (const _ of [1, 2]) {
    const times: number[] = [];
    for (const query of queries.slice(1)) times.push((await searchInPage(page, query)).ms);
    rounds.push(times);
  }
  await page.context().close();
  return { call: takeSpread(rounds[0] ?? []), callAgain: takeSpread(rounds[1] ?? []) };
}

async function timeStockCalls(
  browser: Browser,
  stock: SiteServer,
  queries: readonly string[],
): Promise<Spread> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(stock.url);
  await searchStockInPage(page, queries[0] ?? "");
  const times: number[] = [];
  for (const query of queries.slice(1)) times.push((await searchStockInPage(page, query)).ms);
  await page.context().close();
  return takeSpread(times);
}

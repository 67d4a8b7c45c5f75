import type { Browser } from "playwright-core";
import type { SentFile, SiteServer } from "../serve-site.ts";
import type { BenchQuery } from "./make-queries.ts";
import type { Random } from "./random.ts";
import { enterQuery, phone, waitForAnswer } from "./search-page.ts";
import { type Spread, takeSpread } from "./statistics.ts";

/** What one query sent over the wire, in bytes with headers. */
export interface QueryBytes {
  readonly query: string;
  /** Page, styles, scripts, everything that is not below. */
  readonly page: number;
  /** Pagefind's files, the manifest, and the episodes' tables. */
  readonly index: number;
  /** Texts of passages. */
  readonly texts: number;
  readonly requests: number;
  /** The page said that the search failed. */
  readonly hasFailed: boolean;
}

export interface BytesFigures {
  readonly sessions: number;
  /** Sessions with a first query: those, and shorter ones. */
  readonly firstQueries: number;
  /** Query 1, on an empty cache: all of it. */
  readonly first: Spread;
  readonly firstPage: Spread;
  readonly firstIndex: Spread;
  readonly firstTexts: Spread;
  /** Queries 2 to 20 of a session. */
  readonly nextIndex: Spread;
  readonly nextTexts: Spread;
  readonly nextAll: Spread;
  readonly nextRequests: Spread;
  /** Index and texts of questions, after a session's first query; absent where none are asked. */
  readonly question?: Spread;
  readonly queries: readonly (readonly QueryBytes[])[];
}

const SESSIONS = 10;
const SESSION_QUERIES = 20;
/** Sessions of one query more, because a session has one first query. */
const FIRST_QUERIES = 40;

/** Sessions with questions, and how many each has after its first query. */
const QUESTION_SESSIONS = 8;
const SESSION_QUESTIONS = 5;

/** Plays sessions on the search page of a phone, each with an empty cache, and counts what the server sends. */
export async function measureBytes(
  queries: readonly BenchQuery[],
  browser: Browser,
  server: SiteServer,
  random: Random,
  questions: readonly string[],
  onProgress: (session: number, count: number) => void,
): Promise<BytesFigures> {
  const sessions: QueryBytes[][] = [];
  for (let session = 0; session < SESSIONS + FIRST_QUERIES; session += 1) {
    onProgress(session + 1, SESSIONS + FIRST_QUERIES);
    const count = session < SESSIONS ? SESSION_QUERIES : 1;
    sessions.push(await playSession(chooseQueries(queries, count, random), browser, server));
  }
  const asked: QueryBytes[] = [];
  for (let session = 0; questions.length > 0 && session < QUESTION_SESSIONS; session += 1) {
    onProgress(session + 1, QUESTION_SESSIONS);
    const own = Array.from({ length: SESSION_QUESTIONS }, () => random.pick(questions));
    asked.push(
      ...(await playSession([...chooseQueries(queries, 1, random), ...own], browser, server)).slice(1),
    );
  }
  const first = sessions.flatMap((own) => own.slice(0, 1));
  const next = sessions.flatMap((own) => own.slice(1));
  const spreadOf = (own: readonly QueryBytes[], take: (bytes: QueryBytes) => number): Spread =>
    takeSpread(own.map(take));
  return {
    sessions: SESSIONS,
    firstQueries: SESSIONS + FIRST_QUERIES,
    first: spreadOf(first, (own) => own.page + own.index + own.texts),
    firstPage: spreadOf(first, ({ page }) => page),
    firstIndex: spreadOf(first, ({ index }) => index),
    firstTexts: spreadOf(first, ({ texts }) => texts),
    nextIndex: spreadOf(next, ({ index }) => index),
    nextTexts: spreadOf(next, ({ texts }) => texts),
    nextAll: spreadOf(next, (own) => own.page + own.index + own.texts),
    nextRequests: spreadOf(next, ({ requests }) => requests),
    ...(asked.length === 0 ? {} : { question: spreadOf(asked, (own) => own.index + own.texts) }),
    queries: [...sessions, asked],
  };
}

function chooseQueries(queries: readonly BenchQuery[], count: number, random: Random): string[] {
  const chosen = new Set<string>();
  while (chosen.size < Math.min(count, queries.length)) chosen.add(random.pick(queries).text);
  return [...chosen];
}

async function playSession(
  queries: readonly string[],
  browser: Browser,
  server: SiteServer,
): Promise<QueryBytes[]> {
  const context = await browser.newContext({ viewport: phone, hasTouch: true });
  const page = await context.newPage();
  server.takeSent();
  const played: QueryBytes[] = [];
  for (const [index, query] of queries.entries()) {
    if (index === 0) await page.goto(`${server.url}search/?q=${encodeURIComponent(query)}`);
    else await enterQuery(page, query);
    const hasFailed = !(await waitForAnswer(page, server));
    played.push({ ...sortBytes(query, server.takeSent()), hasFailed });
  }
  await context.close();
  return played;
}

/** Sorts what was sent by what it is. */
export function sortBytes(query: string, sent: readonly SentFile[]): Omit<QueryBytes, "hasFailed"> {
  const sorted = { query, page: 0, index: 0, texts: 0, requests: sent.length };
  for (const { path, bytes } of sent) sorted[nameKind(path)] += bytes;
  return sorted;
}

function nameKind(path: string): "page" | "index" | "texts" {
  if (/^\/search-data\/(?!readings\.)[^/]+\/[1-9]\d*\.json$/u.test(path)) return "texts";
  return path.startsWith("/search-data/") || path.startsWith("/pagefind/") ? "index" : "page";
}

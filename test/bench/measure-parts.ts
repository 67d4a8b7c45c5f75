import type { Browser, Page } from "playwright-core";
import type { SiteServer } from "../serve-site.ts";
import type { BenchQuery } from "./make-queries.ts";
import { type BytesFigures, measureBytes } from "./measure-bytes.ts";
import { type ExactFigures, measureExact } from "./measure-exact.ts";
import { measureNames, type NamesFigures } from "./measure-names.ts";
import { measurePages, type PagesFigures } from "./measure-pages.ts";
import { measureQuestions, type QuestionsFigures, readQuestions } from "./measure-questions.ts";
import { measureRank, type RankFigures, type RankOptions } from "./measure-rank.ts";
import { measureSound, type SoundFigures } from "./measure-sound.ts";
import { measureTime, type TimeFigures } from "./measure-time.ts";
import { makeFormPairs, measureVariants, type VariantsFigures } from "./measure-variants.ts";
import { findMostFrequent, makePlainArchive, type PlainArchive } from "./plain-archive.ts";
import { readPlainQuery, searchPlainly } from "./plain-search.ts";
import { makeRandom, type Random } from "./random.ts";
import type { BenchPart } from "./read-bench-options.ts";
import type { Source, SourceEpisode } from "./read-source.ts";

/** The site under test and stock Pagefind's, both served and open to a browser. */
export interface BenchGround {
  readonly source: Source;
  readonly queries: readonly BenchQuery[];
  readonly siteDir: string;
  readonly site: SiteServer;
  readonly stock?: { readonly server: SiteServer; readonly slugs: ReadonlyMap<string, string> };
  readonly browser: Browser;
  readonly seed: number;
  /** A file of questions about the archive. */
  readonly questions?: string;
  /** A folder of the run's own. */
  readonly workDir: string;
  progress(message: string): void;
}

/** Queries of the timed ones; enough for a 95th percentile. */
const TIMED_QUERIES = 120;
const TIMED_QUESTIONS = 40;
const TIMED_PARAGRAPHS = 5;
const PARAGRAPH_LENGTH = 300;

/** What was asked for. */
export interface PartFigures {
  readonly exact?: ExactFigures;
  readonly bytes?: BytesFigures;
  readonly time?: TimeFigures;
  readonly rank?: RankFigures;
  readonly questions?: QuestionsFigures;
  readonly names?: NamesFigures;
  readonly variants?: VariantsFigures;
  readonly sound?: SoundFigures;
  readonly pages?: PagesFigures;
}

/** Measures the parts that are asked for, all but the build. */
export async function measureParts(ground: BenchGround, parts: ReadonlySet<BenchPart>): Promise<PartFigures> {
  const { source, queries, site, browser, seed, progress } = ground;
  const needsArchive = parts.has("exact") || parts.has("time");
  if (needsArchive) progress("Reading every token of the sources");
  const archive = needsArchive ? makePlainArchive(source.episodes) : undefined;
  const exact = archive !== undefined && parts.has("exact") ? await runExact(ground, archive) : undefined;
  const bytes = parts.has("bytes")
    ? await measureBytes(
        queries,
        browser,
        site,
        makeRandom(seed),
        await listQuestions(ground),
        (session, count) => progress(`Counting bytes: session ${session} of ${count}`),
      )
    : undefined;
  const time = archive !== undefined && parts.has("time") ? await runTime(ground, archive) : undefined;
  const rank = parts.has("rank") ? await runRank(ground, measureRank) : undefined;
  const questions = parts.has("questions") ? await runQuestions(ground) : undefined;
  const names = parts.has("names") ? await runNames(ground) : undefined;
  const variants = parts.has("variants") ? await runVariants(ground) : undefined;
  const sound = parts.has("sound") ? await runSound(ground) : undefined;
  const pages = parts.has("pages")
    ? await measurePages({ ...ground, episodes: source.episodes, server: site })
    : undefined;
  return {
    ...(exact === undefined ? {} : { exact }),
    ...(bytes === undefined ? {} : { bytes }),
    ...(time === undefined ? {} : { time }),
    ...(rank === undefined ? {} : { rank }),
    ...(questions === undefined ? {} : { questions }),
    ...(names === undefined ? {} : { names }),
    ...(variants === undefined ? {} : { variants }),
    ...(sound === undefined ? {} : { sound }),
    ...(pages === undefined ? {} : { pages }),
  };
}

async function openHome({ browser }: BenchGround, server: SiteServer): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(server.url);
  return page;
}

/** Compares answers with the sources; those of stock Pagefind too, where it is there. */
export async function runExact(ground: BenchGround, archive: PlainArchive): Promise<ExactFigures> {
  const { source, queries, siteDir, site, stock, seed, progress } = ground;
  const page = await openHome(ground, site);
  const stockPage = stock === undefined ? undefined : await openHome(ground, stock.server);
  const figures = await measureExact(queries, {
    archive,
    aliases: source.aliases,
    siteDir,
    page,
    ...(stock === undefined || stockPage === undefined
      ? {}
      : { stock: { page: stockPage, slugs: stock.slugs } }),
    random: makeRandom(seed),
    onProgress: (done) => progress(`Comparing answers with the sources: ${done} of ${queries.length}`),
  });
  await page.close();
  await stockPage?.close();
  return figures;
}

/** What is said in an episode, from anywhere on. */
function takeParagraph({ cues }: SourceEpisode, random: Random): string {
  const text = cues.map((cue) => cue.text).join("");
  const from = random.pickIndex(Math.max(1, text.length - PARAGRAPH_LENGTH));
  return text.slice(from, from + PARAGRAPH_LENGTH).replace(/\s+/gu, "，");
}

async function runTime(ground: BenchGround, archive: PlainArchive): Promise<TimeFigures> {
  const { source, queries, site, stock, browser, seed, progress } = ground;
  const random = makeRandom(seed);
  const chosen = new Set<string>();
  // A query without an answer paints no result; as many attempts as there are queries are enough to find others.
  for (let attempt = 0; attempt < queries.length && chosen.size < TIMED_QUERIES; attempt += 1) {
    const { text } = random.pick(queries);
    if (searchPlainly(archive, readPlainQuery(text, source.aliases)).length > 0) chosen.add(text);
  }
  const questions = await listQuestions(ground);
  const character = findMostFrequent(archive);
  return measureTime({
    queries: [...chosen],
    questions: Array.from({ length: questions.length === 0 ? 0 : TIMED_QUESTIONS }, () =>
      random.pick(questions),
    ),
    character,
    characterHits: searchPlainly(archive, readPlainQuery(character, source.aliases)).reduce(
      (sum, { hits }) => sum + hits.length,
      0,
    ),
    paragraphs: Array.from({ length: TIMED_PARAGRAPHS }, () =>
      takeParagraph(random.pick(source.episodes), random),
    ),
    browser,
    server: site,
    ...(stock === undefined ? {} : { stock: stock.server }),
    progress,
  });
}

async function listQuestions({ source, questions }: BenchGround): Promise<string[]> {
  if (questions === undefined) return [];
  return (await readQuestions(questions, source.episodes)).map(({ question }) => question);
}

/** Asks the questions of a file; undefined where there is none. */
async function runQuestions(ground: BenchGround): Promise<QuestionsFigures | undefined> {
  const { source, site, questions, seed, progress } = ground;
  if (questions === undefined) return undefined;
  const page = await openHome(ground, site);
  const random = makeRandom(seed);
  const figures = await measureQuestions({
    episodes: source.episodes,
    file: questions,
    page,
    random,
    progress,
  });
  await page.close();
  return figures;
}

async function runNames(ground: BenchGround): Promise<NamesFigures> {
  const { source, site, seed, progress } = ground;
  const page = await openHome(ground, site);
  const figures = await measureNames(source.episodes, page, makeRandom(seed), progress);
  await page.close();
  return figures;
}

/** Undefined where nothing is said that may be written otherwise. */
async function runVariants(ground: BenchGround): Promise<VariantsFigures | undefined> {
  const { source, site, seed, progress } = ground;
  const pairs = makeFormPairs(source.episodes, makeRandom(seed));
  if (pairs.length === 0) return undefined;
  const page = await openHome(ground, site);
  const figures = await measureVariants(source.episodes, pairs, page, progress);
  await page.close();
  return figures;
}

/** Fewer places are of another archive, or of a few of the bench archive's episodes, and say nothing. Chosen. */
const LEAST_PLACES = 50;

/** Undefined where hardly anything is shown: the names are those of the bench archive. */
async function runSound(ground: BenchGround): Promise<SoundFigures | undefined> {
  const page = await openHome(ground, ground.site);
  const figures = await measureSound(page, ground.progress);
  await page.close();
  return figures.places < LEAST_PLACES ? undefined : figures;
}

/** Compares the order of answers with stock Pagefind's; undefined where that is not there. */
export async function runRank<Figures>(
  ground: BenchGround,
  measure: (options: RankOptions) => Promise<Figures>,
): Promise<Figures | undefined> {
  const { source, site, stock, seed, progress } = ground;
  if (stock === undefined) return undefined;
  const page = await openHome(ground, site);
  const stockPage = await openHome(ground, stock.server);
  const figures = await measure({
    episodes: source.episodes,
    page,
    stock: { page: stockPage, slugs: stock.slugs },
    random: makeRandom(seed),
    progress,
  });
  await page.close();
  await stockPage.close();
  return figures;
}

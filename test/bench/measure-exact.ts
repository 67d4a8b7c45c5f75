import type { Page } from "playwright-core";
import { checkPassages, type PassageFault } from "./check-passages.ts";
import type { BenchQuery, QueryKind } from "./make-queries.ts";
import type { PlainArchive } from "./plain-archive.ts";
import { readPlainQuery, searchPlainly } from "./plain-search.ts";
import type { Random } from "./random.ts";
import { type ApiAnswer, readPassagesInPage, searchInPage, searchStockInPage } from "./search-in-page.ts";

/** How often an engine's answers are the truth. Recall and precision are of the sets of episodes, all queries together. */
interface Exactness {
  readonly queries: number;
  /** Queries whose answer is the truth in every part that the engine tells. */
  readonly right: number;
  readonly recall: number;
  readonly precision: number;
}

/** A query whose answer is not the truth. */
export interface WrongAnswer {
  readonly kind: QueryKind;
  readonly query: string;
  readonly expected: { readonly episodes: number; readonly hits: number };
  readonly got: { readonly episodes: number; readonly hits: number };
  /** Slugs, at most ten. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly otherCounts: readonly { readonly slug: string; readonly expected: number; readonly got: number }[];
  /** Why the search rejected. */
  readonly error?: string;
}

export interface ExactFigures {
  readonly ours: Exactness;
  readonly byKind: Readonly<Partial<Record<QueryKind, Exactness>>>;
  /** Its set of episodes alone: it counts no hits. */
  readonly stock?: Exactness;
  readonly stockByKind?: Readonly<Partial<Record<QueryKind, Exactness>>>;
  readonly wrong: readonly WrongAnswer[];
  readonly passages: {
    /** Episodes of answers whose passages were all compared with the truth. */
    readonly episodes: number;
    readonly passages: number;
    readonly faults: readonly PassageFault[];
  };
}

export interface ExactOptions {
  readonly archive: PlainArchive;
  readonly aliases: readonly (readonly string[])[];
  readonly siteDir: string;
  readonly page: Page;
  readonly stock?: { readonly page: Page; readonly slugs: ReadonlyMap<string, string> };
  readonly random: Random;
  onProgress(done: number): void;
}

/** Compares the built site's answers with a plain search of the sources, and stock Pagefind's beside them. */
export async function measureExact(
  queries: readonly BenchQuery[],
  { archive, aliases, siteDir, page, stock, random, onProgress }: ExactOptions,
): Promise<ExactFigures> {
  const tallies = new Tallies();
  const stockTallies = new Tallies();
  const wrong: WrongAnswer[] = [];
  const faults: PassageFault[] = [];
  let checkedEpisodes = 0;
  let checkedPassages = 0;
  for (const [index, query] of queries.entries()) {
    const words = readPlainQuery(query.text, aliases);
    const finds = searchPlainly(archive, words);
    const expected = new Map(
      finds.map((find) => [archive.episodes[find.episode]?.slug ?? "", find.hits.length]),
    );
    const answer = await searchInPage(page, query.text);
    const fault = compareAnswer(query, expected, answer);
    if (fault !== undefined) wrong.push(fault);
    tallies.add(query.kind, fault === undefined, expected, new Set(answer.episodes.map(({ slug }) => slug)));
    if (stock !== undefined) {
      const { ids } = await searchStockInPage(stock.page, query.text);
      const slugs = new Set(ids.map((id) => stock.slugs.get(id) ?? id));
      const isRight = slugs.size === expected.size && [...slugs].every((slug) => expected.has(slug));
      stockTallies.add(query.kind, isRight, expected, slugs);
    }
    if (finds.length > 0 && fault === undefined) {
      const find = random.pick(finds);
      const slug = archive.episodes[find.episode]?.slug ?? "";
      const passages = await readPassagesInPage(page, query.text, slug);
      checkedEpisodes += 1;
      checkedPassages += passages.length;
      faults.push(...(await checkPassages(query.text, find, passages, { archive, siteDir, words })));
    }
    onProgress(index + 1);
  }
  return {
    ours: tallies.takeAll(),
    byKind: tallies.takeByKind(),
    ...(stock === undefined ? {} : { stock: stockTallies.takeAll(), stockByKind: stockTallies.takeByKind() }),
    wrong,
    passages: { episodes: checkedEpisodes, passages: checkedPassages, faults },
  };
}

/** Undefined where the answer is the truth: the episodes, the hits of each and the totals. */
export function compareAnswer(
  { kind, text }: BenchQuery,
  expected: ReadonlyMap<string, number>,
  { total, episodes, error }: Omit<ApiAnswer, "ms">,
): WrongAnswer | undefined {
  const got = new Map(episodes.map(({ slug, hits }) => [slug, hits]));
  const expectedHits = [...expected.values()].reduce((sum, hits) => sum + hits, 0);
  const missing = [...expected.keys()].filter((slug) => !got.has(slug));
  const extra = [...got.keys()].filter((slug) => !expected.has(slug));
  const otherCounts = [...expected].flatMap(([slug, hits]) => {
    const own = got.get(slug);
    return own === undefined || own === hits ? [] : [{ slug, expected: hits, got: own }];
  });
  const isRight =
    error === undefined &&
    missing.length === 0 &&
    extra.length === 0 &&
    otherCounts.length === 0 &&
    episodes.length === expected.size &&
    total.episodes === expected.size &&
    total.hits === expectedHits;
  if (isRight) return undefined;
  return {
    kind,
    query: text,
    expected: { episodes: expected.size, hits: expectedHits },
    got: total,
    missing: missing.slice(0, 10),
    extra: extra.slice(0, 10),
    otherCounts: otherCounts.slice(0, 10),
    ...(error === undefined ? {} : { error }),
  };
}

interface Tally {
  queries: number;
  right: number;
  expected: number;
  got: number;
  both: number;
}

class Tallies {
  readonly #tallies = new Map<QueryKind, Tally>();

  add(
    kind: QueryKind,
    isRight: boolean,
    expected: ReadonlyMap<string, unknown>,
    got: ReadonlySet<string>,
  ): void {
    const tally = this.#tallies.get(kind) ?? { queries: 0, right: 0, expected: 0, got: 0, both: 0 };
    this.#tallies.set(kind, tally);
    tally.queries += 1;
    tally.right += isRight ? 1 : 0;
    tally.expected += expected.size;
    tally.got += got.size;
    for (const slug of got) if (expected.has(slug)) tally.both += 1;
  }

  takeByKind(): Partial<Record<QueryKind, Exactness>> {
    return Object.fromEntries([...this.#tallies].map(([kind, tally]) => [kind, takeExactness([tally])]));
  }

  takeAll(): Exactness {
    return takeExactness([...this.#tallies.values()]);
  }
}

function takeExactness(tallies: readonly Tally[]): Exactness {
  const sum = (key: keyof Tally): number => tallies.reduce((all, tally) => all + tally[key], 0);
  return {
    queries: sum("queries"),
    right: sum("right"),
    recall: sum("expected") === 0 ? 1 : sum("both") / sum("expected"),
    precision: sum("got") === 0 ? 1 : sum("both") / sum("got"),
  };
}

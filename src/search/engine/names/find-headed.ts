import { type DottedWords, readTokens } from "../../../text/normalise.ts";
import type { SearchManifest } from "../../format/manifest.ts";
import { findDottedWords, type Query } from "../../query/query.ts";
import { PassageTable, type SearchFiles } from "../passage-table.ts";
import { isCounted, type PhraseHit, type PlacedHits } from "../place-hits.ts";
import { matchWritten, type RankedName } from "./match-written.ts";
import { makePath, readName } from "./name-text.ts";

/** No chapter's title is longer than so many tokens. Chosen; one that is longer is found by words that stand closer. */
const LONGEST_TITLE = 60;

export interface FoundChapters {
  readonly chapters: readonly RankedName[];
  /** How many episodes may have more, whose tables were not looked into. */
  readonly moreEpisodes: number;
}

/**
 * The chapters whose titles hold every word of a query, of the first episodes that have some. A table that does not
 * load leaves its episode among the others.
 * @param order indexes of episodes, those that are to be looked into first
 * @param mostTables how many episodes are looked into
 */
export async function findChapters(
  query: Query,
  placed: readonly PlacedHits[],
  order: readonly number[],
  passes: (episode: number) => boolean,
  manifest: SearchManifest,
  files: Pick<SearchFiles, "loadTable">,
  mostTables: number,
): Promise<FoundChapters> {
  const headed = findHeaded(placed, passes, manifest);
  const sorted = [...new Set([...order.filter((episode) => headed.has(episode)), ...headed.keys()])];
  const found = await Promise.all(
    sorted.slice(0, mostTables).map(async (episode) => {
      const table = await files.loadTable(episode).catch(() => undefined);
      if (table === undefined) return undefined;
      return listTitled(new PassageTable(table), headed.get(episode) ?? [], (title, anchor) =>
        describeChapter(query, manifest, { episode, called: table.title, title, anchor }),
      );
    }),
  );
  const looked = found.filter((own) => own !== undefined);
  const chapters = looked.flat();
  return { chapters, moreEpisodes: sorted.length - looked.length };
}

/**
 * Where each word stands in chapters' titles, of the episodes in which all of them stand close enough to be one's. Of a
 * word that is counted the titles tell; by itself it names no chapter.
 */
function findHeaded(
  placed: readonly PlacedHits[],
  passes: (episode: number) => boolean,
  manifest: SearchManifest,
): Map<number, (readonly PhraseHit[])[]> {
  const dotted = findDottedWords(manifest.aliases);
  const headed = new Map<number, (readonly PhraseHit[])[]>();
  const known = placed.filter((own) => !isCounted(own));
  for (const episode of placed[0]?.headings.keys() ?? []) {
    if (!passes(episode) || !placed.every(({ headings }) => headings.has(episode))) continue;
    const first = findFirstChapter(episode, manifest, dotted);
    const byWord = known.map(({ headings }) =>
      (headings.get(episode) ?? []).filter(({ from }) => from >= first),
    );
    const [leading = [], ...others] = byWord;
    const isNear = (place: PhraseHit) => (other: PhraseHit) =>
      Math.abs(other.from - place.from) <= LONGEST_TITLE;
    if (leading.some((place) => others.every((hits) => hits.some(isNear(place)))))
      headed.set(episode, byWord);
  }
  return headed;
}

/** Position at which an episode's chapters begin: title and topics stand before them, each with a break after it. */
function findFirstChapter(
  episode: number,
  { episodes, topics }: SearchManifest,
  dotted: DottedWords,
): number {
  const lengths = (episodes.topics[episode] ?? []).map(
    (topic) => readTokens(topics[topic] ?? "", dotted).length,
  );
  return [episodes.titleLengths[episode] ?? 0, ...lengths].reduce((sum, length) => sum + length + 1, 0);
}

/** What `describe` makes of the chapters in whose titles every word stands. */
function listTitled(
  table: PassageTable,
  byWord: readonly (readonly PhraseHit[])[],
  describe: (title: string, anchor: string) => RankedName | undefined,
): RankedName[] {
  const [leading = new Set<number>(), ...others] = byWord.map(
    (hits) => new Set(hits.map(({ from }) => table.chapterTitledAt(from)).filter((own) => own !== undefined)),
  );
  return [...leading]
    .filter((chapter) => others.every((own) => own.has(chapter)))
    .flatMap((chapter) => {
      const { title, anchor } = table.describeChapter(chapter);
      return describe(title, anchor) ?? [];
    });
}

function describeChapter(
  { words, text }: Query,
  { episodes: { slugs } }: SearchManifest,
  {
    episode,
    called,
    title,
    anchor,
  }: Readonly<Record<"called" | "title" | "anchor", string>> & { readonly episode: number },
): RankedName | undefined {
  const asked = {
    words: words.map((word) => ({ ...word, isSpelt: false })),
    whole: readName(text),
    isTyping: words.at(-1)?.isTyping ?? false,
  };
  const match = matchWritten(readName(title), asked);
  if (match === undefined) return undefined;
  return {
    kind: "chapter",
    title,
    path: `${makePath("episodes", slugs[episode] as string)}#${anchor}`,
    ...match,
    episode: called,
    newness: episode,
  };
}

/**
 * The episodes in whose titles every word stands, told by positions alone, in the order in which names are listed as far
 * as those show it: the title itself, the title without its number, words that follow one another; where they stand early,
 * the shorter title, the newer episode.
 */
export function findTitled(
  placed: readonly PlacedHits[],
  passes: (episode: number) => boolean,
  { episodes: { titleLengths } }: Pick<SearchManifest, "episodes">,
): number[] {
  const found: { readonly episode: number; readonly order: readonly number[] }[] = [];
  for (const episode of placed[0]?.headings.keys() ?? []) {
    const length = titleLengths[episode] as number;
    const hits = placed.map(({ headings }) => headings.get(episode)?.[0]);
    // Places ascend, and the title stands before all else.
    if (!hits.every((hit) => hit !== undefined && hit.to <= length) || !passes(episode)) continue;
    const places = hits as readonly PhraseHit[];
    const [from, to] = [Math.min(...places.map((hit) => hit.from)), Math.max(...places.map((hit) => hit.to))];
    const covered = places.reduce((sum, hit) => sum + hit.to - hit.from, 0);
    const isTogether = covered >= to - from;
    const missing = isTogether && to === length && from <= LONGEST_NUMBER ? from : LONGEST_NUMBER + 1;
    found.push({ episode, order: [missing, isTogether ? 0 : 1, from, length, -episode] });
  }
  return found.sort((a, b) => compareOrders(a.order, b.order)).map(({ episode }) => episode);
}

/** Tokens of a number before a title, at most: `No.7：` has two. Chosen. */
const LONGEST_NUMBER = 3;

function compareOrders(a: readonly number[], b: readonly number[]): number {
  for (const [k, own] of a.entries()) if (own !== b[k]) return own - (b[k] as number);
  return 0;
}

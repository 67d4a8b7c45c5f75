import { readTokens } from "../../../text/normalise.ts";
import type { SearchManifest } from "../../format/manifest.ts";
import type { Query } from "../../query/query.ts";
import { PassageTable, type SearchFiles } from "../passage-table.ts";
import { isCounted, type PhraseHit, type PlacedHits } from "../place-hits.ts";
import { makePath, type RankedName } from "./find-names.ts";
import { matchWritten } from "./match-written.ts";
import { readName } from "./name-text.ts";

/**
 * Tables that are loaded for chapters: two kilobytes each. A page shows three names before it is asked for more, and the
 * passages of the first episodes anyway. Chosen by bytes: with ten, tables were a sixth of a query's.
 */
const MOST_TABLES = 5;

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
 */
export async function findChapters(
  query: Query,
  placed: readonly PlacedHits[],
  order: readonly number[],
  passes: (episode: number) => boolean,
  manifest: SearchManifest,
  files: Pick<SearchFiles, "loadTable">,
): Promise<FoundChapters> {
  const headed = findHeaded(placed, passes, manifest);
  const sorted = [...new Set([...order.filter((episode) => headed.has(episode)), ...headed.keys()])];
  const found = await Promise.all(
    sorted.slice(0, MOST_TABLES).map(async (episode) => {
      const table = await files.loadTable(episode).catch(() => undefined);
      if (table === undefined) return undefined;
      return listTitled(new PassageTable(table), headed.get(episode) ?? [], (title, anchor) =>
        describeChapter(query, manifest, { episode, title, anchor }),
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
  const headed = new Map<number, (readonly PhraseHit[])[]>();
  const known = placed.filter((own) => !isCounted(own));
  for (const episode of placed[0]?.headings.keys() ?? []) {
    if (!passes(episode) || !placed.every(({ headings }) => headings.has(episode))) continue;
    const first = findFirstChapter(episode, manifest);
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
function findFirstChapter(episode: number, { episodes, topics }: SearchManifest): number {
  const before = [
    episodes.titles[episode] ?? "",
    ...(episodes.topics[episode] ?? []).map((topic) => topics[topic] ?? ""),
  ];
  return before.reduce((sum, heading) => sum + readTokens(heading).length + 1, 0);
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
  { episodes: { slugs, titles } }: SearchManifest,
  { episode, title, anchor }: { readonly episode: number; readonly title: string; readonly anchor: string },
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
    episode: titles[episode] as string,
    newness: episode,
  };
}

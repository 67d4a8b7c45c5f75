import type { Recording } from "../../model/recording.ts";
import type { ResultEpisode, ResultPassage, SearchResult } from "../../search/api/search-api.ts";
import { POINTER_FILE } from "../../search/format/manifest.ts";
import { parseQuery } from "../../search/query/query.ts";
import { type FoundHits, TranscriptFinder } from "../transcript/transcript-finder.ts";
import { readSets, type StoredSet } from "./kept-sets.ts";

/** What the episodes that are kept answer, where the archive cannot be asked. */
export interface KeptAnswer {
  /** As the search's own: of the exact tier, and of kept episodes alone. */
  readonly result: SearchResult;
  /** How many episodes were looked through. */
  readonly searched: number;
}

/** Whether the site can be asked: past the service worker, which answers without it. */
export async function canReach(root: URL): Promise<boolean> {
  const address = new URL(`${POINTER_FILE}?at=${Date.now()}`, root);
  const told = await fetch(address, { cache: "no-store", signal: AbortSignal.timeout(5000) }).catch(
    () => undefined,
  );
  return told?.ok === true;
}

/**
 * Looks through the pages that are kept, by the same words as the search and as each of them finds in itself. Filters are
 * the search's own: nothing that has any is asked here.
 * @returns undefined where no episode is kept
 */
export async function searchKept(root: URL, query: string): Promise<KeptAnswer | undefined> {
  const { excluded } = parseQuery(query, [], false);
  const sets = (await readSets(root)).filter(({ kind }) => kind === "episode");
  if (sets.length === 0) return undefined;
  const episodes: ResultEpisode[] = [];
  for (const set of sets) {
    const page = await openPage(set);
    if (page === undefined) continue;
    const found = page.finder.find(query);
    const isLeftOut = excluded.some(({ text }) => page.finder.find(text).hits.length > 0);
    if (found.hits.length > 0 && found.missing.length === 0 && !isLeftOut)
      episodes.push(describeEpisode(set, page, found));
  }
  episodes.sort((one, other) => other.hits - one.hits);
  const hits = episodes.reduce((sum, own) => sum + own.hits, 0);
  const total = { episodes: episodes.length, hits };
  return { searched: sets.length, result: { ...nothing, query, total, totals: { exact: total }, episodes } };
}

/** What an answer of the search says besides, and this one not. */
const nothing = {
  names: [],
  moreNames: {},
  missing: [],
  dropped: [],
  unasked: [],
  unknown: [],
  typedFilters: {},
  together: [],
  facets: { speaker: [], topic: [], year: [], timing: [] },
  aliases: [],
  leftOut: [],
  forms: [],
  isSentence: false,
  related: async () => [],
} satisfies Partial<SearchResult>;

/** A kept page that has been read. */
interface ReadPage {
  readonly finder: TranscriptFinder;
  readonly passages: readonly HTMLElement[];
  readonly page: Document;
}

const pages = new Map<string, Promise<ReadPage | undefined>>();

/** Reads a kept page, once: its set never changes. */
function openPage(set: StoredSet): Promise<ReadPage | undefined> {
  const page = pages.get(set.cache) ?? readPage(set);
  pages.set(set.cache, page);
  return page;
}

async function readPage({ cache, files: [address = ""] }: StoredSet): Promise<ReadPage | undefined> {
  const response = await caches.match(address, { cacheName: cache });
  if (response === undefined) return undefined;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const passages = [...page.querySelectorAll<HTMLElement>("[data-passage]")];
  const aliases = JSON.parse(page.querySelector("[data-aliases]")?.textContent ?? "[]");
  return { finder: await TranscriptFinder.read(passages, aliases), passages, page };
}

function describeEpisode(
  { slug = "", title = "", files: [address = ""] }: StoredSet,
  { page, passages }: ReadPage,
  { hits }: FoundHits,
): ResultEpisode {
  const url = new URL(address).pathname;
  const found = markPassages(hits).map(([index, marks, count]): ResultPassage => {
    const passage = passages[index] as HTMLElement;
    return {
      start: Number(passage.dataset["start"]),
      url: `${url}#${passage.id}`,
      text: passage.querySelector(".text")?.textContent ?? "",
      hits: count,
      marks,
      score: count,
    };
  });
  const moments = found.map(({ start, url: own, hits: count }) => ({ start, url: own, hits: count }));
  const recording = page.querySelector("[data-recording]")?.textContent;
  // The strip stands in the page as a drawing, and as numbers for the player.
  const { strip = [], duration = 0 } = recording == null ? {} : (JSON.parse(recording) as Partial<Recording>);
  return {
    slug,
    title,
    url,
    date: page.querySelector("main time")?.getAttribute("datetime") ?? "",
    language: page.querySelector("main h1")?.getAttribute("lang") ?? page.documentElement.lang,
    people: [],
    hits: hits.length,
    score: hits.length,
    tier: "exact",
    passages: async (limit = found.length) => found.slice(0, limit),
    times: async () => ({
      title,
      heights: strip,
      duration,
      talk: 0,
      moments: strip.length === 0 ? [] : moments,
    }),
  };
}

/** The passages with a hit in their order: the marks in each, and how many hits begin there. */
function markPassages(
  hits: FoundHits["hits"],
): (readonly [passage: number, marks: [number, number][], hits: number])[] {
  const marks = new Map<number, [number, number][]>();
  const counts = new Map<number, number>();
  for (const hit of hits) {
    counts.set(hit[0].passage, (counts.get(hit[0].passage) ?? 0) + 1);
    for (const { passage, from, to } of hit) {
      const own = marks.get(passage) ?? [];
      marks.set(passage, own);
      const last = own.at(-1);
      // Hits of two words may overlap.
      if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to);
      else own.push([from, to]);
    }
  }
  return [...marks]
    .sort(([one], [other]) => one - other)
    .map(([passage, own]) => [passage, own, counts.get(passage) ?? 0]);
}

import type { ImportNote } from "../../model/report.ts";
import { readNumbering } from "../../search/names/read-numbering.ts";
import { makeSlug } from "../../text/slug.ts";
import type { FeedItem } from "../gather/read-feed.ts";
import { compareTitles, prepareTitle } from "../pair/compare-titles.ts";
import type { PairTarget } from "../pair/pair-readings.ts";
import { type HeldContent, type HeldEpisode, nameAudio } from "./scan-content.ts";

/** An episode that is there, in a feed, or both; or one that a file alone makes. */
export interface EpisodeTarget extends PairTarget {
  /** Of its folder, the one that is there or the one that it gets. */
  readonly folder: string;
  readonly held?: HeldEpisode;
  readonly item?: FeedItem;
  /** Whether a file's name says that its number is one of an episode. */
  readonly isNumberNamed?: boolean;
}

/** Matches what feeds say with what is there, and gives the rest its folders, the oldest first. */
export function planEpisodes(
  items: readonly FeedItem[],
  held: HeldContent,
): { readonly targets: EpisodeTarget[]; readonly notes: readonly ImportNote[] } {
  const itemOf = matchItems(items, held.episodes);
  const notes: ImportNote[] = [];
  const taken = new Set(held.slugs);
  const matched = new Set(itemOf.values());
  const targets: EpisodeTarget[] = held.episodes.map((episode) => {
    const item = itemOf.get(episode);
    const {
      names: _names,
      front: _front,
      text: _text,
      transcript: _transcript,
      times: _times,
      ...own
    } = episode;
    return { ...own, held: episode, ...(item === undefined ? {} : { item, ...addHints(item, own) }) };
  });
  const isNew = items.filter((item) => !matched.has(item) && !isAtFault(item, held));
  for (const item of isNew.toSorted((a, b) => compareText(a.date ?? "", b.date ?? ""))) {
    if (item.date === undefined) {
      notes.push({ kind: "item-without-date", values: { title: item.title } });
      continue;
    }
    const folder = chooseFolder({ ...item, date: item.date }, taken);
    targets.push({ folder, item, title: item.title, date: item.date, ...addHints(item) });
  }
  for (const folder of held.atFault) notes.push({ kind: "episode-at-fault", values: { episode: folder } });
  return { targets, notes };
}

/** What tells an episode from others besides its title and date. */
function addHints(item: FeedItem, own: Partial<PairTarget> = {}): Partial<PairTarget> {
  const titleNumber = readTitleNumber(item.title);
  const number = own.number ?? item.number ?? titleNumber;
  const season = own.season ?? item.season;
  const duration = own.duration ?? item.duration;
  return {
    ...(number === undefined ? {} : { number }),
    ...(titleNumber === undefined ? {} : { titleNumber }),
    ...(season === undefined ? {} : { season }),
    ...(duration === undefined ? {} : { duration }),
    ...nameAudio(item.audio?.url),
  };
}

/** The number that a title names (`No.56：…`); one that stands alone may be of anything. */
function readTitleNumber(title: string): number | undefined {
  const numbering = readNumbering(title);
  const written = numbering === undefined ? "" : title.slice(numbering.span.from, numbering.span.to);
  return /[\p{L}#＃№]/u.test(written) ? numbering?.number : undefined;
}

/** By guid, else audio, else title, else number with the date; an episode that has another guid is another. */
function matchItems(
  items: readonly FeedItem[],
  episodes: readonly HeldEpisode[],
): ReadonlyMap<HeldEpisode, FeedItem> {
  const found = new Map<HeldEpisode, FeedItem>();
  const done = new Set<FeedItem>();
  const guidOf = ({ front }: HeldEpisode) => front.data.guid;
  const titles = new Map([...items, ...episodes].map((own) => [own, fold(own.title)] as const));
  const numbers = new Map(items.map((item) => [item, item.number ?? readTitleNumber(item.title)]));
  const tests: ((item: FeedItem, episode: HeldEpisode) => boolean)[] = [
    (item, episode) => item.guid !== undefined && item.guid === guidOf(episode),
    (item, episode) => item.audio !== undefined && item.audio.url === episode.front.data.audio?.url,
    (item, episode) => titles.get(item) === titles.get(episode),
    (item, episode) =>
      episode.number !== undefined &&
      numbers.get(item) === episode.number &&
      (item.date?.startsWith(episode.date ?? "") === true ||
        compareTitles(prepareTitle(item.title), prepareTitle(episode.title)) >= 0.6),
  ];
  for (const [rank, test] of tests.entries()) {
    for (const item of items) {
      if (done.has(item)) continue;
      const episode = episodes.find(
        (own) => !found.has(own) && (rank === 0 || isFree(item, guidOf(own))) && test(item, own),
      );
      if (episode === undefined) continue;
      found.set(episode, item);
      done.add(item);
    }
  }
  return found;
}

function isFree({ guid }: FeedItem, ownGuid: string | undefined): boolean {
  return guid === undefined || ownGuid === undefined || guid === ownGuid;
}

/** A folder that cannot be read may hold what the item is: it is not made a second time. */
function isAtFault({ title, number, date = "" }: FeedItem, { atFault }: HeldContent): boolean {
  const own = [number === undefined ? "" : padNumber(number), date, makeSlug(title)];
  return atFault.some((folder) => own.includes(folder));
}

function padNumber(number: number): string {
  return String(number).padStart(3, "0");
}

/**
 * A folder's name, which is the episode's address for ever: its number, else its date, which are short in a link; with
 * the season or a count behind where that is taken. Takes it.
 */
export function chooseFolder(
  { number, season, date, title }: Pick<FeedItem, "number" | "season" | "title"> & { date: string },
  taken: Set<string>,
): string {
  const own = number ?? readTitleNumber(title);
  const base = own === undefined ? date : padNumber(own);
  const names = [base, ...(season === undefined || own === undefined ? [] : [`s${season}-${base}`])];
  const free = names.find((name) => !taken.has(name)) ?? `${base}-${findFreeCount(base, taken)}`;
  taken.add(free);
  return free;
}

/** The number behind a name that is free, from 2 on. A feed may have thousands of items of one day, so not one by one. */
function findFreeCount(base: string, taken: ReadonlySet<string>): number {
  const isTaken = (count: number) => taken.has(`${base}-${count}`);
  if (!isTaken(2)) return 2;
  let [last, free] = [2, 4];
  while (isTaken(free)) [last, free] = [free, free * 2];
  while (free - last > 1) {
    const middle = Math.floor((last + free) / 2);
    if (isTaken(middle)) last = middle;
    else free = middle;
  }
  return free;
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

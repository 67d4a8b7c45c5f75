import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { KnownPeople } from "../../archive/content/read-front-matter.ts";
import { LONGEST_NOTES, renderNotes } from "../../archive/content/render-notes.ts";
import { isFault } from "../../model/problem.ts";
import type { ImportNote } from "../../model/report.ts";
import { formatTime } from "../../text/time.ts";
import type { FeedItem, OfferedFile } from "../gather/read-feed.ts";
import { type Reading, readReading } from "../gather/read-reading.ts";
import { chooseReadings, isTimed } from "./choose-readings.ts";
import type { EpisodeTarget } from "./plan-episodes.ts";
import type { HeldContent, HeldEpisode } from "./scan-content.ts";
import { type FrontEntry, listEntries } from "./write-front-matter.ts";

/** What an episode gets. */
export interface EpisodePlan {
  readonly target: EpisodeTarget & { readonly date: string };
  /** Keys that episode.md lacks. */
  readonly entries: readonly FrontEntry[];
  /** Show notes, where it has none. */
  readonly notes: string;
  readonly transcript?: Reading;
  readonly times?: Reading;
  /** What the feed offers of what it lacks still: transcripts, the best first, and where the one that can be read goes. */
  readonly offered: {
    readonly transcripts: readonly OfferedFile[];
    readonly as: "transcript" | "times";
    readonly chapters?: string;
    readonly cover?: string;
  };
}

/** Whether nothing is added. Chapters, covers and transcripts that are offered may turn out not to be had. */
export function isNothing({ entries, notes, transcript, times, offered }: EpisodePlan): boolean {
  const { transcripts, chapters, cover } = offered;
  return (
    entries.length === 0 &&
    notes === "" &&
    [transcript, times, chapters, cover].every((part) => part === undefined) &&
    transcripts.length === 0
  );
}

/** Says what an episode gets of a feed's item and of the readings that were found to be its, and what it does not get. */
export async function planFiles(
  target: EpisodeTarget & { readonly date: string },
  readings: readonly Reading[],
  content: HeldContent,
  people: KnownPeople,
  language: string,
): Promise<{ readonly plan: EpisodePlan; readonly notes: readonly ImportNote[] }> {
  const { held, item } = target;
  const notes: ImportNote[] = [];
  const episode = target.folder;
  const { date } = target;
  const wanted =
    item === undefined
      ? held === undefined
        ? listFromName(target)
        : []
      : listEntries({ ...item, date: item.date ?? date }, people);
  const has = new Map(Object.entries(held?.front.data ?? {}));
  const isThere = (key: string) => has.get(key) !== undefined && !isEmpty(has.get(key));
  if (held !== undefined && item !== undefined) notes.push(...listDifferences(held, item));
  if (item?.refusedAudio !== undefined && held?.front.data.audio === undefined)
    notes.push({ kind: "audio-is-no-sound", values: { episode, address: item.refusedAudio } });
  const canShow = item?.notes === undefined || canBeShown(item.notes);
  if (!canShow && held === undefined) notes.push({ kind: "notes-not-shown", values: { episode } });
  const chosen = await chooseFiles(held, readings, content, (item?.transcripts.length ?? 0) > 0);
  for (const { name } of chosen.left) notes.push({ kind: "file-not-needed", values: { name, episode } });
  const names = held?.names ?? [];
  const lacks = (pattern: RegExp) => !names.some((name) => pattern.test(name));
  const chapters = lacks(/^chapters\./i) ? item?.chapters?.url : undefined;
  const cover = lacks(/^cover\./i) ? item?.cover : undefined;
  return {
    notes,
    plan: {
      target,
      entries: wanted.filter(([key]) => !isThere(key)),
      notes: canShow && (held?.front.notes ?? "") === "" ? (item?.notes ?? "") : "",
      ...(chosen.transcript === undefined ? {} : { transcript: chosen.transcript }),
      ...(chosen.times === undefined ? {} : { times: chosen.times }),
      offered: {
        transcripts: rankOffered(item?.transcripts ?? [], chosen.lacks, language),
        as: chosen.lacks === "times" ? "times" : "transcript",
        ...(chapters === undefined ? {} : { chapters }),
        ...(cover === undefined ? {} : { cover }),
      },
    },
  };
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/** Whether a build can show notes: what it cannot would be an error of the content. */
function canBeShown(notes: string): boolean {
  if (notes.length > LONGEST_NOTES) return false;
  try {
    renderNotes(notes);
    return true;
  } catch {
    return false;
  }
}

/** What a file says of an episode that no feed tells of. */
function listFromName({ title, date, number, season, isNumberNamed = false }: EpisodeTarget): FrontEntry[] {
  const entries: FrontEntry[] = [
    ["title", title],
    ["date", date],
    ["number", isNumberNamed ? number : undefined],
    ["season", isNumberNamed ? season : undefined],
  ];
  return entries.filter(([, value]) => value !== undefined);
}

/** Where the feed says other than episode.md. */
function listDifferences({ front, folder }: HeldEpisode, item: FeedItem): ImportNote[] {
  const { data } = front;
  const minutes = (seconds: number | undefined) =>
    seconds === undefined ? undefined : formatTime(Math.round(seconds));
  const isSameLength = Math.abs((data.duration ?? 0) - (item.duration ?? 0)) < 2;
  const pairs: [key: string, here: unknown, feed: unknown][] = [
    ["title", data.title, item.title],
    // A month is no other date than a day of it.
    ["date", data.date, item.date?.startsWith(data.date) ? data.date : item.date],
    ["number", data.number, item.number],
    ["season", data.season, item.season],
    ["audio", data.audio?.url, item.audio?.url],
    ["guid", data.guid, item.guid],
    ["duration", minutes(data.duration), isSameLength ? minutes(data.duration) : minutes(item.duration)],
    ["summary", fold(data.summary), fold(item.summary)],
    ["notes", fold(front.notes) || undefined, fold(item.notes)],
  ];
  return pairs
    .filter(([, here, feed]) => here !== undefined && feed !== undefined && here !== feed)
    .map(([key, ...both]) => {
      const [here = "", feed = ""] = cutToDifference(both.map(String));
      return { kind: "feed-says-otherwise", values: { where: folder, key, here, feed } };
    });
}

/** Characters before the first difference of two texts that are kept of them. Chosen. */
const keptBefore = 12;

/** Two long texts from a little before they differ: their beginnings may be the same. */
function cutToDifference(texts: readonly string[]): string[] {
  const [here = [], feed = []] = texts.map((text) => [...text]);
  const at = here.findIndex((letter, index) => letter !== feed[index]);
  const from = (at === -1 ? here.length : at) - keptBefore;
  return from < keptBefore ? [...texts] : texts.map((text) => `…${[...text].slice(from).join("")}`);
}

function fold(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, " ").trim();
}

interface ChosenFiles {
  readonly transcript?: Reading;
  readonly times?: Reading;
  /** What a feed could give still. */
  readonly lacks?: "transcript" | "times";
  readonly left: readonly Reading[];
}

/** Of readings, what an episode lacks of them. A transcript that is there stays the transcript. */
async function chooseFiles(
  held: HeldEpisode | undefined,
  readings: readonly Reading[],
  content: HeldContent,
  offersTimes: boolean,
): Promise<ChosenFiles> {
  if (held?.transcript === undefined) {
    const chosen = chooseReadings(readings);
    const { transcript, times } = chosen;
    if (transcript === undefined) return { ...chosen, lacks: "transcript" };
    return isTimed(transcript) || times !== undefined ? chosen : { ...chosen, lacks: "times" };
  }
  const left = readings;
  if (held.times !== undefined) return { left };
  // Read only where there is something that could give it times.
  if (left.length === 0 && !offersTimes) return { left };
  const bytes = await readFile(join(content.contentDir, "episodes", held.folder, held.transcript));
  const own = readReading(bytes, held.transcript);
  if (isFault(own) || isTimed(own)) return { left };
  const [times] = left.filter(isTimed);
  if (times === undefined) return { left, lacks: "times" };
  return { times, left: left.filter((reading) => reading !== times) };
}

/** What is fetched first: what has speakers and times most often. Types as the namespace and hosts write them. */
const kinds: readonly RegExp[] = [/\bjson\b/, /\bvtt\b/, /\b(?:srt|subrip)\b/, /\bhtml\b/, /./];
const timedKinds = 3;

function rankOffered(
  offered: readonly OfferedFile[],
  lacks: ChosenFiles["lacks"],
  language: string,
): OfferedFile[] {
  if (lacks === undefined) return [];
  const [own] = language.toLowerCase().split("-");
  const kindOf = ({ type, url }: OfferedFile) =>
    kinds.findIndex((kind) =>
      kind.test(`${type} ${/\.([a-z]+)$/i.exec(new URL(url).pathname)?.[1] ?? "-"}`.toLowerCase()),
    );
  const languageOf = (file: OfferedFile) =>
    file.language === undefined ? 1 : file.language.toLowerCase().split("-")[0] === own ? 0 : 2;
  return offered
    .filter((file) => lacks === "transcript" || kindOf(file) < timedKinds)
    .toSorted((a, b) => languageOf(a) - languageOf(b) || kindOf(a) - kindOf(b));
}

import { parseRssFeed } from "feedsmith";
import type { Fault } from "../../model/problem.ts";
import { readSeconds } from "../../model/schema/fields.ts";
import { readPartialDate } from "../../model/schema/read-date.ts";
import { isPageAddress } from "../../text/page-address.ts";
import {
  cleanLine,
  cleanText,
  omitEmpty,
  readLanguageTag,
  readWebAddress,
  stripTags,
  writeNotes,
} from "./clean-feed-text.ts";
import { type Channel, type FeedShow, readFeedShow } from "./read-feed-show.ts";

export interface FeedPerson {
  readonly name: string;
  readonly role?: "host" | "guest" | "narrator";
  readonly url?: string;
}

/** A file that an item of a feed offers, with the type that the feed gives it. */
export interface OfferedFile {
  readonly url: string;
  /** In lower case. */
  readonly type: string;
  /** BCP 47. */
  readonly language?: string;
}

/** An episode as a feed gives it. */
export interface FeedItem {
  readonly guid?: string;
  readonly title: string;
  /** `2025-03-05`, in the zone that the feed writes. */
  readonly date?: string;
  readonly number?: number;
  readonly season?: number;
  readonly audio?: { readonly url: string; readonly bytes?: number; readonly type?: string };
  /** What stands in the place of audio and is none. */
  readonly refusedAudio?: string;
  /** Seconds. */
  readonly duration?: number;
  readonly summary?: string;
  /** As Markdown, with HTML in it. */
  readonly notes?: string;
  readonly link?: string;
  readonly cover?: string;
  readonly persons: readonly FeedPerson[];
  readonly chapters?: OfferedFile;
  readonly transcripts: readonly OfferedFile[];
}

export interface Feed {
  readonly show: FeedShow;
  /** As the feed has them, mostly the newest first; what comes twice under one guid is there once. */
  readonly items: readonly FeedItem[];
}

/** Bytes of the largest feed that is read: one of 2,000 episodes with long notes has about 20 million (chosen). */
export const LARGEST_FEED = 32_000_000;
/** Chosen: the largest shows have some 5,000 episodes. */
const mostItems = 20_000;
/** Chosen: a tag of more is nobody's, and takes the library minutes. */
const longestTag = 100_000;

type RssItem = NonNullable<Channel["items"]>[number];

/**
 * Reads a podcast's feed: RSS 2.0 with the namespaces of Apple and of Podcasting 2.0. Never throws: what is no feed, or
 * ends too soon, is a fault.
 * @param name the address or file, for the fault; an address is the feed's where it names no other
 */
export function readFeed(bytes: Uint8Array, name: string): Feed | Fault {
  const text = decodeFeed(bytes);
  if (!/<rss[\s>]/i.test(text.slice(0, 20_000))) return { kind: "feed-not-rss", values: { name } };
  if (!/<\/rss\s*>/i.test(text.slice(-5000))) return { kind: "feed-cut-off", values: { name } };
  if (hasEndlessTag(text)) return { kind: "feed-unreadable", values: { name } };
  let feed: Channel;
  try {
    feed = parseRssFeed(text, { maxItems: mostItems });
  } catch {
    return { kind: "feed-unreadable", values: { name } };
  }
  const channelPersons = readPersons(feed.podcast?.persons);
  const cover = readWebAddress(feed.itunes?.image ?? feed.image?.url);
  const items = (feed.items ?? []).map((item) => readItem(item, channelPersons, cover));
  return {
    show: readFeedShow(feed, name, cover),
    items: dropTwice(items.filter(({ title }) => title !== "")),
  };
}

function decodeFeed(bytes: Uint8Array): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const [, label = "utf-8"] =
    /^[^<]{0,3}<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]{1,40})["']/.exec(start) ?? [];
  try {
    return new TextDecoder(bytes[0] === 0xff || bytes[0] === 0xfe ? "utf-16" : label).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Whether something that begins as a tag has no end for long; CDATA and comments may be as long as they like. */
function hasEndlessTag(text: string): boolean {
  let at = text.indexOf("<");
  while (at !== -1) {
    const close = text.startsWith("<![CDATA[", at) ? "]]>" : text.startsWith("<!--", at) ? "-->" : ">";
    const end = text.indexOf(close, at);
    if (end === -1 || (close === ">" && end - at > longestTag)) return true;
    at = text.indexOf("<", end);
  }
  return false;
}

function readItem(item: RssItem, channelPersons: readonly FeedPerson[], showCover?: string): FeedItem {
  const { itunes, podcast } = item;
  const persons = readPersons(podcast?.persons);
  const notes = item.content?.encoded ?? item.description ?? itunes?.summary;
  const summary = cleanText(stripTags(itunes?.summary ?? itunes?.subtitle ?? item.description ?? ""));
  const written = notes === undefined ? "" : writeNotes(notes);
  const cover = readWebAddress(itunes?.image);
  const chapters = readOffered(podcast?.chapters);
  return {
    ...(omitEmpty({
      guid: cleanLine(item.guid?.value),
      date: readPartialDate(item.pubDate?.trim() ?? ""),
      number: readWhole(itunes?.episode ?? podcast?.episode?.number),
      season: readWhole(itunes?.season ?? podcast?.season?.number),
      duration: readDuration(itunes?.duration),
      // What the notes say in full is no summary.
      summary: summary.length > 600 || isWithin(summary, written) ? undefined : summary,
      notes: written,
      link: readWebAddress(item.link),
      cover: cover === showCover ? undefined : cover,
      chapters,
    }) as Partial<FeedItem>),
    ...readAudio(item.enclosures?.[0]),
    title: cleanLine(item.title ?? itunes?.title) ?? "",
    persons: persons.length > 0 ? persons : channelPersons,
    transcripts: (podcast?.transcripts ?? []).slice(0, 20).flatMap((offered) => readOffered(offered) ?? []),
  };
}

function isWithin(summary: string, notes: string): boolean {
  const fold = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");
  return fold(cleanText(stripTags(notes))).includes(fold(summary));
}

function readAudio(enclosure: NonNullable<RssItem["enclosures"]>[number] | undefined): Partial<FeedItem> {
  if (enclosure?.url === undefined) return {};
  const url = readWebAddress(enclosure.url);
  const type = enclosure.type?.trim().toLowerCase() ?? "";
  if (url === undefined || /^(?:text|image)\//.test(type) || isPageAddress(url))
    return { refusedAudio: enclosure.url.slice(0, 300) };
  const bytes = readWhole(enclosure.length);
  const isMedia = /^(?:audio|video|application)\/[\w.+-]{1,60}$/.test(type);
  return { audio: { url, ...(bytes === undefined ? {} : { bytes }), ...(isMedia ? { type } : {}) } };
}

type RssPodcast = NonNullable<RssItem["podcast"]>;

/** People before the microphone, by the namespace's taxonomy: no group is `cast`, no role is `host`. */
function readPersons(persons: RssPodcast["persons"]): FeedPerson[] {
  const read = (persons ?? []).slice(0, 50).flatMap(({ display, role, group, href }): FeedPerson[] => {
    const name = cleanLine(display);
    if (name === undefined || !/^(?:cast)?$/i.test(group?.trim() ?? "")) return [];
    const known = (["host", "guest", "narrator"] as const).find((own) =>
      (role?.trim() || "host").toLowerCase().endsWith(own),
    );
    const url = readWebAddress(href);
    return [{ name, ...(known === undefined ? {} : { role: known }), ...(url === undefined ? {} : { url }) }];
  });
  return [...new Map(read.toReversed().map((person) => [person.name, person])).values()].toReversed();
}

function readOffered(
  file: { url?: string | undefined; type?: string | undefined; language?: string | undefined } | undefined,
): OfferedFile | undefined {
  const url = readWebAddress(file?.url);
  if (url === undefined) return undefined;
  const language = readLanguageTag(file?.language);
  return {
    url,
    type: file?.type?.trim().toLowerCase() ?? "",
    ...(language === undefined ? {} : { language }),
  };
}

/** Feeds write 0 for what they do not know. */
function readWhole(value: unknown): number | undefined {
  const number = Number(value ?? 0);
  return Number.isInteger(number) && number > 0 && number < 1e9 ? number : undefined;
}

function readDuration(value: unknown): number | undefined {
  const seconds = readSeconds(String(value ?? "").trim());
  return seconds === undefined || Math.round(seconds) === 0 ? undefined : seconds;
}

/** Of two items with one guid the first counts, as podcast apps do it. */
function dropTwice(items: readonly FeedItem[]): FeedItem[] {
  const seen = new Set<string>();
  return items.filter(({ guid }) => guid === undefined || !(seen.has(guid) || !seen.add(guid)));
}

import type { Person, Show } from "../../model/archive.ts";
import { FEED_COVER, makeFileAddress } from "../../model/site-address.ts";
import { completeAddress, type FeedPlace, locateFile, locatePage } from "./feed-place.ts";
import { type FeedItemSource, makeFeedItem, makePerson, writeDescription } from "./make-feed-item.ts";
import { choosePodcastGuid } from "./make-guid.ts";
import { makeElement, makeOptional, writeXml, type XmlElement } from "./write-xml.ts";

/** What all feeds of a site are made with. */
export interface FeedContext {
  readonly show: Show;
  /** Those of people.yaml who have a page. */
  readonly people: readonly Person[];
  readonly place: FeedPlace;
}

/** A feed of what an archive says of a term, or with a person: whoever follows it gets the newest passage. */
export interface SubjectFeed {
  readonly title: string;
  readonly description: string;
  /** Where its page stands, and with it the feed: `["terms", "蒸馏"]`. */
  readonly path: readonly string[];
  readonly items: readonly FeedItemSource[];
}

const namespaces = {
  version: "2.0",
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
  "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
};

/**
 * The show's feed: RSS 2.0 as PSP-1 asks for it (https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification).
 * Unless it is the show's only one, directories are asked to leave it alone: most shows have theirs at a host.
 */
export async function writeShowFeed(context: FeedContext, items: readonly FeedItemSource[]): Promise<string> {
  const { show, people, place } = context;
  const slugOf = mapSlugs(people);
  const hosts = people.filter(({ role }) => role === "host");
  const self = locateFile(place, "feed.xml");
  return writeChannel(context, {
    title: show.title,
    description: show.description,
    link: locatePage(place),
    self,
    isBlocked: show.feed?.primary !== true,
    own: [
      ...makeOptional("podcast:guid", await choosePodcastGuid(show, self)),
      // By convention "true" says that a machine performs (https://github.com/Podcastindex-org/podcast-namespace/discussions/753).
      ...(show.machine === false
        ? []
        : [makeElement("podcast:txt", "transcript", { purpose: "ai-content" })]),
      ...hosts.map((person) => makePerson(person, place, slugOf)),
    ],
    items,
  });
}

/** The feed of a term or a person. Directories are always asked to leave it alone: it is no podcast of its own. */
export function writeSubjectFeed(context: FeedContext, feed: SubjectFeed): string {
  const { title, description, path, items } = feed;
  const { place } = context;
  const self = locateFile(place, ...path, "feed.xml");
  const link = locatePage(place, ...path);
  return writeChannel(context, { title, description, link, self, isBlocked: true, own: [], items });
}

interface Channel {
  readonly title: string;
  readonly description: string;
  readonly link: string;
  readonly self: string;
  readonly isBlocked: boolean;
  /** What no other feed of the site has. */
  readonly own: readonly XmlElement[];
  readonly items: readonly FeedItemSource[];
}

function writeChannel({ show, people, place }: FeedContext, channel: Channel): string {
  const { name, email } = show.owner ?? {};
  const owner = [...makeOptional("itunes:name", name), ...makeOptional("itunes:email", email)];
  const slugOf = mapSlugs(people);
  return writeXml(
    makeElement(
      "rss",
      [
        makeElement("channel", [
          makeElement("atom:link", "", { href: channel.self, rel: "self", type: "application/rss+xml" }),
          makeElement("title", channel.title),
          makeElement("description", writeDescription(channel.description)),
          makeElement("link", channel.link),
          makeElement("language", show.language),
          ...makeOptional("copyright", show.copyright),
          ...makeOptional("itunes:author", show.author),
          ...(owner.length === 0 ? [] : [makeElement("itunes:owner", owner)]),
          makeElement("itunes:image", "", {
            href: completeAddress(locateImage(show, place), place),
          }),
          ...nestCategories(show.categories ?? []),
          makeElement("itunes:explicit", show.explicit === true),
          ...(channel.isBlocked ? [makeElement("itunes:block", "yes")] : []),
          ...channel.own,
          ...channel.items.map((item) => makeFeedItem(item, place, slugOf)),
        ]),
      ],
      namespaces,
    ),
  );
}

/** The show's cover in the size that directories ask for; one at an address, or a path of the site, is as its owner made it. */
function locateImage({ cover = "" }: Show, { base }: FeedPlace): string {
  if (/^https?:/i.test(cover)) return cover;
  return makeFileAddress(base, ...(cover.startsWith("/") ? cover.slice(1).split("/") : [FEED_COVER]));
}

function mapSlugs(people: readonly Person[]): ReadonlyMap<string, string> {
  return new Map(people.map(({ id, slug }) => [id, slug]));
}

/** Categories, each with those of its subcategories that are named: `Society & Culture > Documentary`. */
function nestCategories(categories: readonly string[]): XmlElement[] {
  const inner = new Map<string, Set<string>>();
  for (const category of categories) {
    const [name = "", own] = category.split(">").map((part) => part.trim());
    if (name === "") continue;
    const known = inner.get(name) ?? new Set();
    inner.set(name, own === undefined || own === "" ? known : known.add(own));
  }
  const write = (text: string, content: readonly XmlElement[]) =>
    makeElement("itunes:category", content, { text });
  return [...inner].map(([name, own]) =>
    write(
      name,
      [...own].map((text) => write(text, [])),
    ),
  );
}

import { hasDay, listFeedItems } from "../archive/list-feed-items.ts";
import { describeEpisode } from "../components/episode/describe-episode.ts";
import type { Episode, Person, Term } from "../model/archive.ts";
import type { Passage } from "../model/passage.ts";
import { type FeedLink, makeFileAddress } from "../model/site-address.ts";
import { listPersonIds } from "../pipeline/mention/list-people.ts";
import { locatePage } from "../publish/feed/feed-place.ts";
import type { FeedItemSource } from "../publish/feed/make-feed-item.ts";
import { type FeedContext, writeShowFeed, writeSubjectFeed } from "../publish/feed/write-feed.ts";
import { cutExcerpt } from "../text/cut-excerpt.ts";
import { wordPersonFeed, wordTermFeed, wordTranscriptFeed } from "../wording/feed-words.ts";
import { chooseInterfaceLanguage, type Wording } from "../wording/interface-words.ts";
import type { Site } from "./_read-site.ts";

/** A feed of the site. */
export interface SiteFeed {
  /** Where it stands below the base, in the folder of its page: `["terms", "蒸馏"]`. */
  readonly path: readonly string[];
  readonly title: string;
  write(): string | Promise<string>;
}

/** Items of a term's or a person's feed, the newest ones. */
const newest = 50;
/** Characters of show notes that stand in the show's feed, the newest ones: hosts take files of 25 MB. Chosen. */
const mostNotes = 5_000_000;
/** As wide as so many Han characters: what is said around a term. Chosen. */
const excerptRoom = 160;

/** The feeds of a site. None where it has no address: apps need whole ones. */
export function listFeeds(site: Site): SiteFeed[] {
  const { people, terms } = site.archive.named;
  const subjects = [
    ...terms.map((term) => makeTermFeed(site, term)),
    ...people.map((person) => makePersonFeed(site, person)),
  ];
  return [makeShowFeed(site), ...subjects].filter((feed) => feed !== undefined);
}

/** The feeds that a page of the site names: the show's at its host first, which is the one to subscribe to. */
export function linkFeeds(site: Site, ...own: readonly (SiteFeed | undefined)[]): FeedLink[] {
  const { title, feed } = site.archive.show;
  const host = feed?.primary === true ? undefined : feed?.original;
  const ours = [makeShowFeed(site), ...own].flatMap((one) =>
    one === undefined ? [] : [{ title: one.title, href: locateFeed(one) }],
  );
  return [...(host === undefined ? [] : [{ title, href: host }]), ...ours];
}

/** The root-relative address of a feed. */
export function locateFeed({ path }: SiteFeed): string {
  return makeFileAddress(import.meta.env.BASE_URL, ...path, "feed.xml");
}

/** The show's feed; none where no episode can be in it. */
function makeShowFeed(site: Site): SiteFeed | undefined {
  const { show } = site.archive;
  const context = makeContext(site);
  const { items } = readItems(site);
  if (context === undefined || items.length === 0) return undefined;
  return {
    path: [],
    title: show.feed?.primary === true ? show.title : say(site, wordTranscriptFeed(show.title)),
    write: () => {
      let left = mostNotes;
      const sources = items.map((item): FeedItemSource => {
        left -= item.episode.notesHtml?.length ?? 0;
        return {
          ...item,
          link: locatePage(context.place, "episodes", item.episode.slug),
          description: item.episode.summary ?? describeEpisode(item.episode),
          hasNotes: left >= 0,
        };
      });
      return writeShowFeed(context, sources);
    },
  };
}

/** The feed of a term: each episode at the first place where it is said. None where no episode has a day. */
export function makeTermFeed(site: Site, term: Term): SiteFeed | undefined {
  const mentions = site.mentionsOf.get(term) ?? [];
  return makeSubjectFeed(site, {
    path: ["terms", term.slug],
    name: term.term,
    about: wordTermFeed(term.term, site.archive.show.title),
    places: mentions.map(({ episode, passages: [first] }) => ({ episode, ...first })),
  });
}

/** The feed of a person: each episode at their first words. None where no episode has a day. */
export function makePersonFeed(site: Site, person: Person): SiteFeed | undefined {
  const { show, episodes } = site.archive;
  return makeSubjectFeed(site, {
    path: ["people", person.slug],
    name: person.name,
    about: wordPersonFeed(person.name, show.title),
    places: episodes
      .filter((episode) => listPersonIds(episode).has(person.id))
      .map((episode) => {
        const passage = episode.passages.find(({ speaker }) => speaker?.personId === person.id);
        return { episode, ...(passage === undefined ? {} : { passage }) };
      }),
  });
}

interface Subject {
  readonly path: readonly [room: "terms" | "people", slug: string];
  readonly name: string;
  readonly about: Wording;
  /** Newest first; no passage of those who are named and do not speak. */
  readonly places: readonly {
    readonly episode: Episode;
    readonly passage?: Passage;
    readonly marks?: readonly (readonly [number, number])[];
  }[];
}

function makeSubjectFeed(site: Site, { path, name, about, places }: Subject): SiteFeed | undefined {
  const context = makeContext(site);
  const dated = places.filter(({ episode }) => hasDay(episode)).slice(0, newest);
  if (context === undefined || dated.length === 0) return undefined;
  const title = `${name} · ${site.archive.show.title}`;
  const { audioOf } = readItems(site);
  const write = () => {
    const items = dated.map(({ episode, passage, marks = [] }): FeedItemSource => {
      const audio = audioOf.get(episode);
      const page = locatePage(context.place, "episodes", episode.slug);
      return {
        episode,
        ...(audio === undefined ? {} : { audio }),
        guid: `${path[1]}#${episode.slug}`,
        link: passage === undefined ? page : `${page}#${passage.anchor}`,
        description: passage === undefined ? describeEpisode(episode) : quote(passage, marks),
        hasNotes: false,
      };
    });
    return writeSubjectFeed(context, { title, description: say(site, about), path, items });
  };
  return { path, title, write };
}

function quote({ text, speaker }: Passage, marks: readonly (readonly [number, number])[]): string {
  const excerpt = cutExcerpt(text, marks, excerptRoom);
  const words = `${excerpt.isCutBefore ? "…" : ""}${excerpt.text}${excerpt.isCutAfter ? "…" : ""}`;
  return speaker === undefined ? words : `${speaker.name}: ${words}`;
}

function say({ archive }: Site, wording: Wording): string {
  return wording[chooseInterfaceLanguage(archive.show.language)];
}

function makeContext({ archive, origin }: Site): FeedContext | undefined {
  if (origin === undefined) return undefined;
  const base = `${import.meta.env.BASE_URL.replace(/\/$/, "")}/`;
  return { show: archive.show, people: archive.named.people, place: { origin, base } };
}

const itemsOf = new WeakMap<Site, ReturnType<typeof gatherItems>>();

/** What can be an item, and the recordings that can be in one; once a site. */
function readItems(site: Site) {
  const known = itemsOf.get(site) ?? gatherItems(site);
  itemsOf.set(site, known);
  return known;
}

function gatherItems({ archive }: Site) {
  const { items } = listFeedItems(archive.episodes);
  return { items, audioOf: new Map(items.map(({ episode, audio }) => [episode, audio])) };
}

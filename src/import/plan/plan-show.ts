import type { Show } from "../../model/archive.ts";
import type { ImportNote } from "../../model/report.ts";
import type { Feed } from "../gather/read-feed.ts";
import type { FeedShow } from "../gather/read-feed-show.ts";
import type { HeldContent } from "./scan-content.ts";
import type { FrontEntry } from "./write-front-matter.ts";

const keys = [
  ...(["title", "description", "language", "author", "site", "cover", "copyright"] as const),
  ...(["guid", "categories", "explicit", "owner", "feed"] as const),
];

/** What is known of a show, as keys of show.yaml in their usual order. */
export function listShowEntries(show: FeedShow): FrontEntry[] {
  return keys.map((key): FrontEntry => [key, show[key]]).filter(([, value]) => value !== undefined);
}

/**
 * What a show.yaml that is there gets of the feeds, and where they say otherwise. Only the show's own feed adds to it:
 * an archive may be of several, and an address typed may be another's.
 */
export function planShow(
  feeds: readonly Feed[],
  { show }: Pick<HeldContent, "show">,
): { readonly entries: readonly FrontEntry[]; readonly notes: readonly ImportNote[] } {
  const [first] = feeds;
  if (first === undefined || show === undefined) return { entries: [], notes: [] };
  if (show === "at-fault") return { entries: [], notes: [{ kind: "show-at-fault", values: {} }] };
  const own = feeds.find((feed) => isOwn(feed.show, show));
  const notes = listShowDifferences(show, (own ?? first).show);
  const entries = own === undefined ? [] : listShowEntries(own.show);
  return { entries: entries.filter(([key]) => show[key as keyof Show] === undefined), notes };
}

/** By guid, where both have one, else by the feed's address or the title. */
function isOwn(feed: FeedShow, show: Show): boolean {
  if (feed.guid !== undefined && show.guid !== undefined) return feed.guid === show.guid;
  if (feed.feed !== undefined && feed.feed.original === show.feed?.original) return true;
  return feed.title !== undefined && fold(feed.title) === fold(show.title);
}

function listShowDifferences(show: Show, feed: FeedShow): ImportNote[] {
  return keys.flatMap((key): ImportNote[] => {
    const [here, there] = [writeValue(show, key), writeValue(feed, key)];
    if (here === undefined || there === undefined || fold(here) === fold(there)) return [];
    // A picture in the folder is the owner's own.
    if (key === "cover" && !/^https?:/.test(here)) return [];
    const where = "show.yaml";
    return [{ kind: "feed-says-otherwise", values: { where, key, here, feed: there } }];
  });
}

/** A key's value on one line; undefined where there is none. */
function writeValue(show: FeedShow | Show, key: (typeof keys)[number]): string | undefined {
  if (key === "feed") return show.feed?.original;
  if (key === "categories") return show.categories?.join(", ");
  if (key !== "owner") return show[key]?.toString();
  const { name, email } = show.owner ?? {};
  return [name, email].filter((part) => part !== undefined).join(", ") || undefined;
}

function fold(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

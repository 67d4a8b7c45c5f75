import type { RssFeed } from "feedsmith";
import type { z } from "zod";
import { defineEmail, defineUuid } from "../../model/schema/fields.ts";
import {
  cleanLine,
  cleanText,
  omitEmpty,
  readLanguageTag,
  readWebAddress,
  stripTags,
} from "./clean-feed-text.ts";
import { isLocalAddress } from "./fetch-file.ts";

/** What a feed says of its show, as the keys of show.yaml. Texts are cleaned and bounded; addresses are of http or https. */
export interface FeedShow {
  readonly title?: string;
  readonly description?: string;
  readonly language?: string;
  readonly author?: string;
  readonly site?: string;
  readonly cover?: string;
  readonly copyright?: string;
  /** `podcast:guid`. */
  readonly guid?: string;
  readonly categories?: readonly string[];
  readonly explicit?: boolean;
  readonly owner?: { readonly name?: string; readonly email?: string };
  /** The feed's own address, unless it is one that lets somebody in. */
  readonly feed?: { readonly original: string };
}

/** With dates as the feed writes them. */
export type Channel = RssFeed.Feed<string>;

/** Chosen: Apple takes three. */
const mostCategories = 10;

/** What a feed says of its show. `cover` is the show's; `name` the address or file that it was read from. */
export function readFeedShow(feed: Channel, name: string, cover: string | undefined): FeedShow {
  const { itunes } = feed;
  const author = itunes?.author ?? itunes?.owner?.name ?? feed.managingEditor?.name;
  const original = readOwnAddress(feed, name);
  const owner = omitEmpty({
    name: cleanLine(itunes?.owner?.name),
    email: takeValid(defineEmail(), itunes?.owner?.email),
  });
  const categories = (itunes?.categories ?? []).slice(0, mostCategories).flatMap(listCategory);
  return omitEmpty({
    title: cleanLine(feed.title),
    description: cleanText(stripTags(feed.description ?? itunes?.summary ?? "")),
    language: readLanguageTag(feed.language),
    // As RSS has an editor: an address, and the name behind it.
    author: cleanLine(author)?.replace(/^\S{1,320}@\S{1,320} \((.+)\)$/, "$1"),
    site: readWebAddress(feed.link),
    cover,
    copyright: cleanLine(feed.copyright),
    guid: takeValid(defineUuid(), feed.podcast?.guid),
    categories: categories.length === 0 ? undefined : categories,
    explicit: itunes?.explicit,
    owner: Object.keys(owner).length === 0 ? undefined : owner,
    feed: original === undefined ? undefined : { original },
  }) as FeedShow;
}

/** What show.yaml could hold; undefined for anything else. */
function takeValid(schema: z.ZodType<string>, value: string | undefined): string | undefined {
  return schema.safeParse(value).data;
}

type Category = NonNullable<NonNullable<Channel["itunes"]>["categories"]>[number];

/** A category as show.yaml has it, or its subcategories behind it. */
function listCategory({ text, categories = [] }: Category): string[] {
  const name = cleanLine(text);
  if (name === undefined) return [];
  const inner = categories.slice(0, mostCategories).flatMap((own) => cleanLine(own.text) ?? []);
  return inner.length === 0 ? [name] : inner.map((own) => `${name} > ${own}`);
}

/**
 * Where the feed stands: where it says that it has moved to, or is, else where it was found. None of a feed that is
 * kept from directories, or whose address has a password in it: those are of one listener, and show.yaml is published.
 */
function readOwnAddress({ itunes, atom }: Channel, name: string): string | undefined {
  if (itunes?.block === true) return undefined;
  const own = atom?.links?.find(({ rel }) => rel === "self")?.href;
  const address = [itunes?.newFeedUrl, own, name].map(readWebAddress).find((given) => given !== undefined);
  if (address === undefined || isLocalAddress(address)) return undefined;
  const { username, password, search } = new URL(address);
  const isSecret = /[?&][^=]*(?:auth|token|key|secret|pass|sig|user)[^=]*=/i.test(search);
  return username !== "" || password !== "" || isSecret ? undefined : address;
}

import { describeEpisode } from "../components/episode/describe-episode.ts";
import type { Episode, Show } from "../model/archive.ts";
import { makePageAddress } from "../model/site-address.ts";
import { formatIsoDuration } from "../text/time.ts";
import { chooseInterfaceLanguage, interfaceWords } from "../wording/interface-words.ts";

/** Where the site stands. Without an origin addresses are root-relative. */
interface Place {
  readonly base: string;
  readonly origin: string | undefined;
}

/** schema.org's `PodcastSeries`: the show, as search engines read it. */
export function makeShowJsonLd(show: Show, { base, origin }: Place): Record<string, unknown> {
  return {
    "@context": "https://schema.org",
    "@type": "PodcastSeries",
    name: show.title,
    description: show.description,
    inLanguage: show.language,
    ...(show.author === "" ? {} : { author: { "@type": "Organization", name: show.author } }),
    ...(origin === undefined ? {} : { url: new URL(base, origin).href }),
    ...(show.feed?.original === undefined ? {} : { webFeed: show.feed.original }),
  };
}

/**
 * schema.org's `WebSite`, from which Google takes the name that stands above a result: of a site at the root of its host
 * alone (https://developers.google.com/search/docs/appearance/site-names).
 */
export function makeSiteJsonLd(show: Show, { base, origin }: Place): Record<string, unknown> | undefined {
  if (origin === undefined || base !== "/") return undefined;
  return { "@context": "https://schema.org", "@type": "WebSite", name: show.title, url: `${origin}/` };
}

/**
 * schema.org's `BreadcrumbList` of an episode's page, which Google shows in the place of its address. Undefined without
 * an origin: it takes whole addresses.
 */
export function makeCrumbsJsonLd(
  episode: Episode,
  show: Show,
  { base, origin }: Place,
): Record<string, unknown> | undefined {
  if (origin === undefined) return undefined;
  const crumbs = [
    [show.title, makePageAddress(base)],
    [interfaceWords.episodes[chooseInterfaceLanguage(show.language)], makePageAddress(base, "episodes")],
    [episode.title, makePageAddress(base, "episodes", episode.slug)],
  ] as const;
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(([name, path], index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: new URL(path, origin).href,
    })),
  };
}

/**
 * schema.org's `PodcastEpisode`. A length is stated only where a file says it. Chapters are not: Google shows the
 * moments of videos alone, and whoever reads this has the page.
 * @param about what it is about besides its topics, most telling first; the slugs of the people, by their ids; the
 * root-relative address of its cover
 */
export function makeEpisodeJsonLd(
  episode: Episode,
  show: Show,
  { base, origin }: Place,
  about: {
    readonly keywords?: readonly string[];
    readonly slugOf?: ReadonlyMap<string, string>;
    readonly cover?: string | undefined;
  } = {},
): Record<string, unknown> {
  const { keywords = [], slugOf = new Map<string, string>(), cover } = about;
  const makeUrl = (path: string) => (origin === undefined ? path : new URL(path, origin).href);
  const subjects = [...new Set([...episode.topics, ...keywords])];
  const url = makeUrl(makePageAddress(base, "episodes", episode.slug));
  const { audio } = episode;
  const duration = episode.isDurationEstimated ? {} : { duration: formatIsoDuration(episode.duration) };
  return {
    "@context": "https://schema.org",
    "@type": "PodcastEpisode",
    name: episode.title,
    url,
    datePublished: episode.date,
    description: describeEpisode(episode, 1000),
    inLanguage: episode.language,
    ...(episode.number === undefined ? {} : { episodeNumber: episode.number }),
    ...duration,
    ...(cover === undefined ? {} : { image: makeUrl(cover) }),
    ...(episode.season === undefined
      ? {}
      : { partOfSeason: { "@type": "PodcastSeason", seasonNumber: episode.season } }),
    ...(show.author === "" ? {} : { author: { "@type": "Organization", name: show.author } }),
    partOfSeries: { "@type": "PodcastSeries", name: show.title, url: makeUrl(makePageAddress(base)) },
    ...(subjects.length === 0 ? {} : { keywords: subjects.join(", ") }),
    ...(episode.people.length === 0
      ? {}
      : {
          actor: episode.people.map(({ id, name }) => {
            const slug = slugOf.get(id ?? "");
            const page = slug === undefined ? {} : { url: makeUrl(makePageAddress(base, "people", slug)) };
            return { "@type": "Person", name, ...page };
          }),
        }),
    ...(audio === undefined
      ? {}
      : {
          associatedMedia: {
            "@type": "AudioObject",
            contentUrl: makeUrl(audio.url),
            ...(audio.type === undefined ? {} : { encodingFormat: audio.type }),
            ...duration,
          },
        }),
  };
}

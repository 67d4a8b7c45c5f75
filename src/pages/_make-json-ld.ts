import { describeEpisode } from "../components/episode/describe-episode.ts";
import type { Episode, Show } from "../model/archive.ts";
import { makePageAddress } from "../model/site-address.ts";
import { formatIsoDuration } from "../text/time.ts";

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
 * schema.org's `PodcastEpisode`. A length is stated only where a file says it.
 * @param keywords what it is about besides its topics, most telling first
 */
export function makeEpisodeJsonLd(
  episode: Episode,
  show: Show,
  { base, origin }: Place,
  keywords: readonly string[] = [],
): Record<string, unknown> {
  const makeUrl = (path: string) => (origin === undefined ? path : new URL(path, origin).href);
  const subjects = [...new Set([...episode.topics, ...keywords])];
  const url = makeUrl(makePageAddress(base, "episodes", episode.slug));
  const audio = episode.audio?.url;
  return {
    "@context": "https://schema.org",
    "@type": "PodcastEpisode",
    name: episode.title,
    url,
    datePublished: episode.date,
    description: describeEpisode(episode, 1000),
    inLanguage: episode.language,
    ...(episode.number === undefined ? {} : { episodeNumber: episode.number }),
    ...(episode.isDurationEstimated ? {} : { duration: formatIsoDuration(episode.duration) }),
    ...(episode.season === undefined
      ? {}
      : { partOfSeason: { "@type": "PodcastSeason", seasonNumber: episode.season } }),
    partOfSeries: { "@type": "PodcastSeries", name: show.title, url: makeUrl(makePageAddress(base)) },
    ...(subjects.length === 0 ? {} : { keywords: subjects.join(", ") }),
    ...(episode.people.length === 0
      ? {}
      : { contributor: episode.people.map(({ name }) => ({ "@type": "Person", name })) }),
    ...(audio === undefined
      ? {}
      : { associatedMedia: { "@type": "AudioObject", contentUrl: makeUrl(audio) } }),
    ...(episode.chapters.length === 0
      ? {}
      : {
          hasPart: episode.chapters.map(({ title, start, firstPassage }) => ({
            "@type": "Clip",
            name: title,
            startOffset: Math.floor(start),
            url: `${url}#${episode.passages[firstPassage]?.anchor ?? ""}`,
          })),
        }),
  };
}

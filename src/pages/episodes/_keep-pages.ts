import { getKeywords } from "../../archive/keyword-cache.ts";
import { leaveKept } from "../../archive/page-cache.ts";
import { readEnvironment } from "../../archive/read-environment.ts";
import type { Episode } from "../../model/archive.ts";
import { mapTopics } from "../_list-topics.ts";
import type { Site } from "../_read-site.ts";

/** An episode and its neighbours in time: what a page of an episode is made for. */
export interface EpisodePath {
  readonly params: { readonly slug: string };
  readonly props: { readonly episode: Episode; readonly newer?: Episode; readonly older?: Episode };
}

/** The paths of all episodes. */
function listEpisodePaths({ archive: { episodes } }: Pick<Site, "archive">): EpisodePath[] {
  return episodes.map((episode, index) => {
    const [newer, older] = [episodes[index - 1], episodes[index + 1]];
    return {
      params: { slug: episode.slug },
      props: {
        episode,
        ...(newer === undefined ? {} : { newer }),
        ...(older === undefined ? {} : { older }),
      },
    };
  });
}

/**
 * The paths of the episodes whose pages have to be made: those of which anything has changed that the page shows. All
 * that an episode's page reads must be named here; that an archive built in steps is the same as one built at once is
 * what incremental-build.test.ts proves.
 */
export function listChangedPaths(site: Site): EpisodePath[] {
  const { archive, origin } = site;
  const { show, people, terms, episodes } = archive;
  const { keywordsOf, relatedOf } = getKeywords(archive);
  const topics = mapTopics(episodes);
  const shared = [readEnvironment().base, origin, show, people, terms];
  return leaveKept(listEpisodePaths(site), ({ params, props: { episode, newer, older } }) => ({
    file: `episodes/${params.slug}/index.html`,
    data: [
      shared,
      episode,
      outline(newer),
      outline(older),
      keywordsOf.get(episode),
      relatedOf.get(episode)?.map((related) => ({ ...related, episode: outline(related.episode) })),
      episode.topics.map((topic) => topics.get(topic)?.slug),
    ],
  }));
}

/** An episode without what is said in it: what other episodes' pages tell of it. */
function outline(episode: Episode | undefined): Partial<Episode> | undefined {
  if (episode === undefined) return undefined;
  const { passages: _passages, ...rest } = episode;
  return rest;
}

import { createHash } from "node:crypto";
import { join } from "node:path";
import { leaveKept } from "../../archive/cache/page-cache.ts";
import { mapTopics } from "../../archive/list-topics.ts";
import { findCache, readEnvironment } from "../../archive/read-environment.ts";
import type { Archive, Episode } from "../../model/archive.ts";
import { cutEpisodes } from "../../search/index/cut/cut-episodes.ts";
import { type ArchiveKeywords, loadKeywords } from "../../search/index/keywords/load-keywords.ts";
import type { Site } from "../_read-site.ts";
import { linkFeeds } from "../_site-feeds.ts";
import { episodeFiles } from "./[slug]/_episode-files.ts";

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
 * that an episode's page reads must be named here, and nothing else: what every new episode changes a little, as the
 * weights of keywords, would have every page made anew. That an archive built in steps is the same as one built at
 * once is what incremental-build.test.ts proves.
 */
export async function listChangedPaths(site: Site): Promise<EpisodePath[]> {
  const { archive, keyOf, origin } = site;
  const { show, people, terms } = archive;
  const { keywordsOf, relatedOf } = await readKeywords(archive);
  const topics = mapTopics(archive);
  const shared = hash([readEnvironment().base, origin, show, people, terms, linkFeeds(site)]);
  return leaveKept(listEpisodePaths(site), ({ params, props: { episode, newer, older } }) => ({
    file: `episodes/${params.slug}/index.html`,
    data: [
      shared,
      keyOf.get(episode) ?? episode,
      describeLink(newer),
      describeLink(older),
      keywordsOf.get(episode)?.map(({ form }) => form),
      relatedOf.get(episode)?.map((related) => [related.shared, describeLink(related.episode)]),
      episode.topics.map((topic) => topics.get(topic)?.slug),
    ],
  }));
}

/** The paths of the files of episodes that have to be written anew. */
export function listChangedFiles({ archive: { show, episodes }, keyOf, origin }: Site) {
  const shared = hash([readEnvironment().base, origin, show]);
  const paths = Object.entries(episodeFiles).flatMap(([file, { has }]) =>
    episodes
      .filter((episode) => has?.(episode) !== false)
      .map((episode) => ({ params: { slug: episode.slug, file }, props: { episode, show, origin } })),
  );
  return leaveKept(paths, ({ params: { slug, file }, props: { episode } }) => ({
    file: `episodes/${slug}/${file}`,
    data: [shared, keyOf.get(episode) ?? episode],
  }));
}

/** What a page tells of another episode that it leads to. */
function describeLink(episode: Episode | undefined) {
  return episode === undefined ? undefined : [episode.slug, episode.title, episode.language];
}

function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/**
 * The keywords of an archive, and which of its episodes are alike: a build has found them for the search before its
 * pages are made; in development, where the pages' archive is without drafts, they are found here.
 */
export function readKeywords(archive: Archive): Promise<ArchiveKeywords> {
  const { contentDir, cacheDir, parts } = readEnvironment();
  const folder = findCache({ contentDir, cacheDir });
  return loadKeywords(archive, {
    folder: join(folder, "keywords"),
    cut: () =>
      cutEpisodes(
        { ...archive, episodes: [...archive.episodes].reverse() },
        {
          folder: join(folder, "cuts"),
          prebuilt: parts.map((part) => join(part.folder, "cuts")),
          reporter: { tell: () => undefined },
        },
      ),
  });
}

import type { Episode } from "../model/archive.ts";
import { makeSlug } from "../text/slug.ts";

/** What several episodes are about, by their front matter. */
export interface Topic {
  /** As most episodes write it. */
  readonly name: string;
  /** Its address: `/topics/<slug>/`. */
  readonly slug: string;
  /** In the order given. */
  readonly episodes: readonly Episode[];
  /** Every way in which episodes write it. */
  readonly spellings: ReadonlySet<string>;
}

/** Topics with a page of their own. Chosen: a site of 1,000 episodes stays far below a host's 20,000 files. */
const topicPages = 500;

/** The topics that have a page, those of most episodes first; spellings that differ only in case are one. */
export function listTopics(episodes: readonly Episode[], limit: number = topicPages): readonly Topic[] {
  const groups = new Map<string, { spellings: Map<string, number>; episodes: Set<Episode> }>();
  for (const episode of episodes) {
    for (const topic of episode.topics) {
      const key = topic.normalize("NFKC").toLowerCase();
      const group = groups.get(key) ?? { spellings: new Map(), episodes: new Set() };
      group.spellings.set(topic, (group.spellings.get(topic) ?? 0) + 1);
      group.episodes.add(episode);
      groups.set(key, group);
    }
  }
  const sorted = [...groups.values()].sort((a, b) => b.episodes.size - a.episodes.size).slice(0, limit);
  const slugs = new Map<string, number>();
  return sorted.map(({ spellings, episodes: own }) => {
    const name = [...spellings].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
    return { name, slug: takeSlug(name, slugs), episodes: [...own], spellings: new Set(spellings.keys()) };
  });
}

/** A slug that no other topic has: C++ and C# would clash. */
function takeSlug(name: string, taken: Map<string, number>): string {
  const slug = makeSlug(name);
  const key = slug.toLowerCase();
  const count = (taken.get(key) ?? 0) + 1;
  taken.set(key, count);
  return count === 1 ? slug : takeSlug(`${name}-${count}`, taken);
}

const known = new WeakMap<readonly Episode[], ReadonlyMap<string, Topic>>();

/** The topic that each spelling leads to; made once an archive, because every episode's page asks. */
export function mapTopics(episodes: readonly Episode[]): ReadonlyMap<string, Topic> {
  const map =
    known.get(episodes) ??
    new Map(
      listTopics(episodes).flatMap((topic) => [...topic.spellings].map((name) => [name, topic] as const)),
    );
  known.set(episodes, map);
  return map;
}

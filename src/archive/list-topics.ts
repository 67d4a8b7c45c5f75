import type { Archive, Episode, Term } from "../model/archive.ts";
import { makeSlug } from "../text/slug.ts";

/** What several episodes are about, by their front matter. Each has a page. */
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

type Glossary = readonly Pick<Term, "term" | "slug">[];

/** What spellings of one topic have in common: they differ in case or width only. */
function foldTopic(name: string): string {
  return name.normalize("NFKC").toLowerCase();
}

/**
 * The part of a topic's address that stands for it (interface.md): its name in lower case, `+` as plus and `#` as
 * sharp; of one that is a term to which the glossary gives a `slug`, that slug. No other topic changes it.
 */
export function makeTopicSlug(name: string, terms: Glossary): string {
  const folded = foldTopic(name);
  const term = terms.find((own) => foldTopic(own.term) === folded);
  if (term !== undefined && term.slug !== makeSlug(term.term)) return term.slug;
  return makeSlug(folded.replaceAll("+", "plus").replaceAll("#", "sharp"));
}

/** An archive's topics, those of most episodes first; spellings that differ only in case are one. */
export function listTopics({ episodes, terms }: TopicSource): readonly Topic[] {
  const groups = new Map<string, { spellings: Map<string, number>; episodes: Set<Episode> }>();
  for (const episode of episodes) {
    for (const topic of episode.topics) {
      const key = foldTopic(topic);
      const group = groups.get(key) ?? { spellings: new Map(), episodes: new Set() };
      group.spellings.set(topic, (group.spellings.get(topic) ?? 0) + 1);
      group.episodes.add(episode);
      groups.set(key, group);
    }
  }
  // Only these can give a topic their slug.
  const named = terms.filter(({ term, slug }) => slug !== makeSlug(term));
  return [...groups.values()]
    .sort((a, b) => b.episodes.size - a.episodes.size)
    .map(({ spellings, episodes: own }) => {
      const name = [...spellings].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
      const slug = makeTopicSlug(name, named);
      return { name, slug, episodes: [...own], spellings: new Set(spellings.keys()) };
    });
}

/** Topics whose addresses are the same, case apart: each with the first that has it. */
export function findSharedAddresses(topics: readonly Topic[]): (readonly [topic: Topic, other: Topic])[] {
  const bySlug = new Map<string, Topic>();
  return topics.flatMap((topic) => {
    const key = topic.slug.toLowerCase();
    const other = bySlug.get(key);
    if (other !== undefined) return [[topic, other] as const];
    bySlug.set(key, topic);
    return [];
  });
}

type TopicSource = Pick<Archive, "episodes"> & { readonly terms: Glossary };

const known = new WeakMap<TopicSource, ReadonlyMap<string, Topic>>();

/** The topic that each spelling leads to; made once an archive, because every episode's page asks. */
export function mapTopics(archive: TopicSource): ReadonlyMap<string, Topic> {
  const map =
    known.get(archive) ??
    new Map(
      listTopics(archive).flatMap((topic) => [...topic.spellings].map((name) => [name, topic] as const)),
    );
  known.set(archive, map);
  return map;
}

import { type Facets, facetKeys, type WordsTogether } from "../api/search-types.ts";
import type { SearchManifest } from "../format/manifest.ts";
import { holdTogether } from "../query/edit-query.ts";
import { type Condition, findUnmet } from "./conditions.ts";
import { PassageTable, type SearchFiles } from "./passage-table.ts";
import type { PhraseHit } from "./place-hits.ts";

/** What an answer must fulfil beside its words. */
export interface Narrowing {
  readonly conditions: readonly Condition[];
  /** Episodes in which an excluded word is said. */
  readonly excluded: ReadonlySet<number>;
}

interface NarrowedEpisodes {
  readonly hitsOf: HitsOf;
  /** For each facet the episodes that would be left if nothing of its key were asked. */
  readonly episodesOf: Readonly<Record<keyof Facets, readonly number[]>>;
}

/**
 * Keeps what passes. Of hits, those in passages of the speakers asked for; of episodes, those in which every word
 * still has one. Tables are loaded for speakers alone. Rejects with a SearchLoadError.
 */
export async function narrowEpisodes(
  hitsOf: HitsOf,
  { conditions, excluded }: Narrowing,
  manifest: SearchManifest,
  files: SearchFiles,
): Promise<NarrowedEpisodes> {
  if (conditions.length === 0 && excluded.size === 0) {
    const all = [...hitsOf.keys()];
    return { hitsOf, episodesOf: { speaker: all, topic: all, year: all, timing: all } };
  }
  const unmetKeys = new Map<number, ReadonlySet<string>>();
  for (const episode of hitsOf.keys()) {
    if (excluded.has(episode)) continue;
    const keys = new Set<string>(findUnmet(manifest, episode, conditions).map(({ key }) => key));
    // A single key that fails still counts for that key's facet.
    if (keys.size < 2) unmetKeys.set(episode, keys);
  }
  const isLeftWithout = (episode: number, key: string) =>
    [...(unmetKeys.get(episode) ?? [])].every((own) => own === key);
  const near = [...unmetKeys.keys()];
  const said = await keepSpeakers(
    new Map(
      near.filter((own) => !isUnmet(unmetKeys, own, "speaker")).map((own) => [own, hitsOf.get(own) ?? []]),
    ),
    conditions,
    manifest,
    files,
  );
  const speakerless = near.filter((episode) => isLeftWithout(episode, "speaker"));
  return {
    hitsOf: new Map([...said].filter(([episode]) => unmetKeys.get(episode)?.size === 0)),
    episodesOf: Object.fromEntries(
      facetKeys.map((key) => [
        key,
        key === "speaker" ? speakerless : [...said.keys()].filter((episode) => isLeftWithout(episode, key)),
      ]),
    ) as unknown as NarrowedEpisodes["episodesOf"],
  };
}

function isUnmet(unmetKeys: ReadonlyMap<number, ReadonlySet<string>>, episode: number, key: string): boolean {
  return unmetKeys.get(episode)?.has(key) === true;
}

async function keepSpeakers(
  hitsOf: HitsOf,
  conditions: readonly Condition[],
  { speakers }: SearchManifest,
  files: SearchFiles,
): Promise<HitsOf> {
  const asked = conditions.filter(({ key }) => key === "speaker");
  if (asked.length === 0) return hitsOf;
  const isWanted = speakers.map(([key]) => asked.every(({ values }) => values.includes(key)));
  if (!isWanted.includes(true)) return new Map();
  const kept = await Promise.all(
    [...hitsOf].map(async ([episode, hitsByWord]) => {
      if (hitsByWord.length === 0) return [[episode, hitsByWord]] as const;
      const table = new PassageTable(await files.loadTable(episode));
      const own = hitsByWord.map((hits) =>
        hits.filter(({ from }) => isWanted[table.speakerOf(table.findPassage(from))] === true),
      );
      return own.every((hits) => hits.length > 0) ? ([[episode, own]] as const) : [];
    }),
  );
  return new Map(kept.flat());
}

/** The places of each word of a query, by the episode's index in the manifest. */
export type HitsOf = ReadonlyMap<number, readonly (readonly PhraseHit[])[]>;

/** The episodes that have a place of every word; all, where there is no word. */
export function combineWords(
  byWord: readonly ReadonlyMap<number, readonly PhraseHit[]>[],
  { episodes }: Pick<SearchManifest, "episodes">,
): HitsOf {
  const [first, ...others] = byWord;
  if (first === undefined) return new Map(episodes.slugs.map((_, episode) => [episode, []]));
  const hitsOf = new Map<number, (readonly PhraseHit[])[]>();
  for (const [episode, hits] of first) {
    const rest = others.map((word) => word.get(episode));
    if (!rest.includes(undefined)) hitsOf.set(episode, [hits, ...(rest as (readonly PhraseHit[])[])]);
  }
  return hitsOf;
}

/** Chosen: what a reader takes in at a glance. */
const MOST_SETS = 4;

/**
 * Which of a query's words are said in one episode where no episode has them all: sets of two and more that are no
 * part of a larger one, the largest and most often met first.
 * @param episodesOf for each word, the episodes that have it and pass the filters
 */
export function listTogether(
  words: readonly string[],
  episodesOf: readonly ReadonlySet<number>[],
): WordsTogether[] {
  const wordsOf = new Map<number, string>();
  for (const [word, episodes] of episodesOf.entries())
    for (const episode of episodes) wordsOf.set(episode, `${wordsOf.get(episode) ?? ""}${word} `);
  const sets = [...new Set(wordsOf.values())].map((joined) => joined.trim().split(" ").map(Number));
  const isWithin = (inner: readonly number[], outer: readonly number[]) =>
    inner.length < outer.length && inner.every((word) => outer.includes(word));
  return sets
    .filter(
      (own) => own.length > 1 && own.length < words.length && !sets.some((other) => isWithin(own, other)),
    )
    .map((own) => {
      const texts = own.map((word) => words[word] as string);
      const episodes = [...wordsOf.values()].filter((joined) =>
        own.every((word) => ` ${joined}`.includes(` ${word} `)),
      ).length;
      return { words: texts, query: texts.map(holdTogether).join(" "), episodes };
    })
    .sort((a, b) => b.words.length - a.words.length || b.episodes - a.episodes)
    .slice(0, MOST_SETS);
}

import type { Hit } from "../../text/find-form.ts";
import { findLastNotAfter } from "../../text/find-last.ts";
import type { SearchManifest, SearchShard, SearchTerms } from "../format/manifest.ts";
import { addUp } from "../format/packed-places.ts";

/** A place where a phrase stands, and how likely it stands there as words. */
export interface PhraseHit extends Hit {
  /** 1 where it is words of its own; less where a pair of characters is part of a longer word, or of two. */
  readonly quality: number;
  /** Of what is heard; absent of what is written. */
  readonly stance?: HeardStance;
  /** One of the many places of a common character that are counted: where they are, an episode's texts tell. */
  readonly counted?: string;
}

/**
 * How what is heard stands to the words that a dictionary finds there: it is one of them, it is some of them, or it
 * begins or ends inside one.
 */
export type HeardStance = "word" | "words" | "across";

/** Places of a word, ascending, by the episode's index in the manifest. */
export interface PlacedHits {
  /** Where it is said: what counts as a hit. */
  readonly said: Map<number, PhraseHit[]>;
  /** Where it stands in the episode's title, topics and chapters' titles: that only ranks. */
  readonly headings: Map<number, PhraseHit[]>;
  /** The word is one Han character and no other name of anything. */
  readonly isOneCharacter?: boolean;
}

/** The episodes of a shard in the order of its positions. */
export interface ShardPlaces {
  /** Index of each in the manifest; undefined where it is gone. */
  readonly episodes: readonly (number | undefined)[];
  /** Position at which each begins, ascending. */
  readonly firstPositions: readonly number[];
  /** Positions of each, from its first on, that are of headings. */
  readonly headingLengths: readonly number[];
  /** Of all of them. */
  readonly positionCount: number;
}

/** Reads where a shard's episodes stand. */
export function readPlaces(
  { episodes: differences, sizes, gone }: SearchShard,
  { episodes: { tokenCounts, headingLengths } }: Pick<SearchManifest, "episodes">,
): ShardPlaces {
  const isGone = new Set(gone);
  const episodes = addUp(differences).map((episode, member) => (isGone.has(member) ? undefined : episode));
  const ends = addUp(
    episodes.map(
      (episode, member) =>
        (sizes[member] as number) + (tokenCounts[episode ?? -1] ?? 0) + (headingLengths[episode ?? -1] ?? 0),
    ),
  );
  return {
    episodes,
    firstPositions: [0, ...ends.slice(0, -1)],
    headingLengths: episodes.map((episode) => headingLengths[episode ?? -1] ?? 0),
    positionCount: ends.at(-1) ?? 0,
  };
}

/** Whether a position of a shard is of what is said in an episode that is there. */
export function isSaidAt(
  { episodes, firstPositions, headingLengths }: ShardPlaces,
  position: number,
): boolean {
  const member = findLastNotAfter(firstPositions, position);
  const from = position - (firstPositions[member] as number);
  return episodes[member] !== undefined && from >= (headingLengths[member] as number);
}

/**
 * Adds hits to those of the episodes in which they stand: positions of a shard become positions of an episode.
 * @param hits ascending
 */
export function placeHits(
  { episodes, firstPositions, headingLengths }: ShardPlaces,
  hits: readonly PhraseHit[],
  { said, headings }: PlacedHits,
): void {
  let member = 0;
  for (const { from, to, quality, stance } of hits) {
    while (member + 1 < firstPositions.length && (firstPositions[member + 1] as number) <= from) member++;
    const episode = episodes[member];
    if (episode === undefined) continue;
    const first = firstPositions[member] as number;
    const place = {
      from: from - first,
      to: to - first,
      quality,
      ...(stance === undefined ? {} : { stance }),
    };
    const byEpisode = place.from < (headingLengths[member] as number) ? headings : said;
    const list = byEpisode.get(episode);
    if (list === undefined) byEpisode.set(episode, [place]);
    else list.push(place);
  }
}

/**
 * Adds what is counted of a common character: for each episode as many hits as it has, all alike.
 * @param counts as `SearchTerms` has them
 */
export function placeCounts(
  { episodes }: ShardPlaces,
  character: string,
  counts: readonly number[],
  { said, headings }: PlacedHits,
): void {
  const hit: PhraseHit = { from: -1, to: 0, quality: 1, counted: character };
  for (const [member, episode] of episodes.entries()) {
    if (episode === undefined) continue;
    const [spoken = 0, headed = 0] = counts.slice(2 * member, 2 * member + 2);
    if (spoken > 0) said.set(episode, new Array<PhraseHit>(spoken).fill(hit));
    if (headed > 0) headings.set(episode, new Array<PhraseHit>(headed).fill(hit));
  }
}

/** The common character whose places are counted only; undefined where it is known where they are. */
export function readCounted(hits: readonly PhraseHit[]): string | undefined {
  return hits[0]?.counted;
}

/** Whether a word's places are counted in some episodes. */
export function isCounted({ said, headings }: PlacedHits): boolean {
  for (const places of [said, headings])
    for (const hits of places.values()) if (readCounted(hits) !== undefined) return true;
  return false;
}

/** A tier's terms in a shard of the index. */
export interface ShardTerms {
  readonly terms: SearchTerms;
  readonly places: ShardPlaces;
  /** Pairs whose terms are split by the next character here, each with its number among them. */
  readonly frequentPairs: ReadonlyMap<string, number>;
  /** Characters whose places are counted, each with the number of its list. */
  readonly commonCharacters: ReadonlyMap<string, number>;
}

/** Reads a tier's terms of a shard. */
export function readShardTerms(terms: SearchTerms, places: ShardPlaces): ShardTerms {
  const pairs = terms.frequentPairs.match(/../gu) ?? [];
  return {
    terms,
    places,
    frequentPairs: new Map(pairs.map((pair, index) => [pair, index])),
    commonCharacters: new Map([...terms.commonCharacters].map((character, index) => [character, index])),
  };
}

/** The sounds of all shards that have them. */
export function readSoundTerms(manifest: SearchManifest): ShardTerms[] {
  return manifest.shards.flatMap((shard) =>
    shard.sound === undefined ? [] : [readShardTerms(shard.sound, readPlaces(shard, manifest))],
  );
}

/** The hits that overlap none of `others`; both ascending, and hits of one list are of about the same length. */
export function withoutTouching<H extends Hit>(hits: readonly H[], others: readonly Hit[]): H[] {
  let next = 0;
  return hits.filter((hit) => {
    while (next < others.length && (others[next] as Hit).to <= hit.from) next++;
    const other = others[next];
    return other === undefined || other.from >= hit.to;
  });
}

/** Every token of the hit is in one of `others`: it stands there as it was asked. */
export function isCovered({ from, to }: Hit, others: readonly Hit[]): boolean {
  for (let at = from; at < to; at++)
    if (!others.some((other) => other.from <= at && at < other.to)) return false;
  return true;
}

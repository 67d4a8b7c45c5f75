import type { Token } from "../../../text/normalise.ts";
import type { SearchManifest } from "../../format/manifest.ts";
import type { ReadCharacter } from "../../format/sound-readings.ts";
import type { Query, QueryWord } from "../../query/query.ts";
import type { FormPlaces } from "../find-forms.ts";
import type { HitsOf } from "../narrow-episodes.ts";
import {
  isCovered,
  isSaidAt,
  type PhraseHit,
  type PlacedHits,
  placeHits,
  readSoundTerms,
  type ShardPlaces,
  type ShardTerms,
  withoutTouching,
} from "../place-hits.ts";
import type { TermIndex } from "../terms/term-index.ts";
import { FrequentPairs } from "./frequent-pairs.ts";
import { isLikelyHeard } from "./judge-forms.ts";
import { matchSound } from "./match-sound.ts";
import { makeSoundForms, type QueryReadings } from "./sound-forms.ts";

type WordHits = ReadonlyMap<number, PhraseHit[]>;

/** Places by the episode's index in the manifest, one list for each word of the query or one for all of them. */
export interface HeardEpisodes {
  /** Where something is heard that does not stand there. */
  readonly sound: HitsOf;
  /** The same, and of a word that is not heard where it stands. */
  readonly hits: HitsOf;
}

/** Finds what sounds like a word and is written otherwise. */
export class SoundSearch {
  readonly #shards: readonly ShardTerms[];
  readonly #frequent: FrequentPairs;
  readonly #index: TermIndex;
  readonly #readings: QueryReadings;
  readonly #tokenCounts: readonly number[];

  constructor(manifest: SearchManifest, index: TermIndex, readings: QueryReadings) {
    this.#shards = readSoundTerms(manifest);
    this.#frequent = new FrequentPairs(index, this.#shards, manifest.frequentSound);
    this.#index = index;
    this.#readings = readings;
    this.#tokenCounts = manifest.episodes.tokenCounts;
  }

  /**
   * The episodes in which a word is heard where it does not stand, and every other one stands or is heard too; or
   * in which all words are heard one after another, as one (狼 COT for `long CoT`), unless one is a single Han character.
   * @param exact where each word stands
   * @param combine keeps the episodes that have a place of every word and pass the filters
   */
  async search(
    query: Query,
    exact: readonly WordHits[],
    combine: (byWord: readonly WordHits[]) => Promise<HitsOf>,
  ): Promise<HeardEpisodes> {
    const read = await this.#readings.open(listTokens(query));
    const heard = new Set<PhraseHit>();
    const byWord = await Promise.all(
      query.words.map(async (word, k) => {
        const written = exact[k] as WordHits;
        const both = new Map(written);
        for (const [episode, hits] of await this.#findWord(word, written, read)) {
          for (const hit of hits) heard.add(hit);
          both.set(episode, [...(written.get(episode) ?? []), ...hits]);
        }
        return both;
      }),
    );
    const canJoin = query.words.length > 1 && !query.words.some(isOneCharacter);
    const whole = canJoin ? await combine([await this.#findWhole(query, exact, read)]) : [];
    const sound = new Map(whole);
    const hits = new Map(sound);
    for (const [episode, hitsByWord] of await combine(byWord)) {
      const own = hitsByWord.map((places) => places.filter((hit) => heard.has(hit)));
      if (sound.has(episode) || own.every((places) => places.length === 0)) continue;
      sound.set(episode, own);
      hits.set(
        episode,
        own.map((places, word) => (places.length > 0 ? places : (hitsByWord[word] as PhraseHit[]))),
      );
    }
    return { sound, hits };
  }

  /**
   * Of each writing that was found, whether it is likely to be what was said, misheard. Loads no more than how rare
   * characters are read. Rejects with a SearchLoadError.
   * @param placed where each word stands
   */
  async judge(query: Query, placed: readonly PlacedHits[], forms: readonly FormPlaces[]): Promise<boolean[]> {
    const read = await this.#readings.open([...listTokens(query), ...forms.flatMap(({ tokens }) => tokens)]);
    const whole = joinWords(query);
    const count = (episodes: Iterable<number>) =>
      [...episodes].reduce((sum, episode) => sum + (this.#tokenCounts[episode] ?? 0), 0);
    const all = count(this.#tokenCounts.keys());
    return forms.map((form) => {
      const word = query.words[form.word] ?? whole;
      const { said, headings } = placed[form.word] ?? { said: new Map(), headings: new Map() };
      const company = new Set([...said.keys(), ...headings.keys()]);
      // Its tokens alone do not tell whether a word was heard so, or all of them as one.
      const judgeAs = (own: QueryWord) =>
        isLikelyHeard(form, {
          asked: own.forms[0] ?? [],
          sounds: makeSoundForms(own, read),
          company,
          chance: count(company) / all,
          read,
        });
      return judgeAs(word) || (query.words.length > 1 && judgeAs(whole));
    });
  }

  /** The places of all words as one, but for those at which each of them stands. */
  async #findWhole(
    query: Query,
    exact: readonly WordHits[],
    read: ReadCharacter,
  ): Promise<Map<number, PhraseHit[]>> {
    const found = await this.#findWord(joinWords(query), new Map(), read);
    for (const [episode, hits] of found) {
      const written = exact.flatMap((word) => word.get(episode) ?? []);
      const own = hits.filter((hit) => !isCovered(hit, written));
      if (own.length > 0) found.set(episode, own);
      else found.delete(episode);
    }
    return found;
  }

  /**
   * The places of each episode that sound like a word, those left out that `exact` holds or touches.
   * Rejects with a SearchLoadError.
   */
  async #findWord(word: QueryWord, exact: WordHits, read: ReadCharacter): Promise<Map<number, PhraseHit[]>> {
    const forms = makeSoundForms(word, read);
    const placed: PlacedHits = { said: new Map(), headings: new Map() };
    await Promise.all(
      this.#shards.map(async (shard) => {
        const written = listStarts(shard.places, exact);
        const hitsByForm = await Promise.all(
          forms.map((form) =>
            matchSound(
              this.#index,
              shard,
              this.#frequent,
              form,
              (from) => !written.has(from) && isSaidAt(shard.places, from),
            ),
          ),
        );
        placeHits(shard.places, keepOuter(hitsByForm.flat()), placed);
      }),
    );
    const found = placed.said;
    for (const [episode, hits] of found) {
      const written = exact.get(episode);
      if (written !== undefined) found.set(episode, withoutTouching(hits, written));
    }
    const least = findLeastQuality([...found.values()].flat());
    for (const [episode, hits] of found) {
      const own = hits.filter(({ quality }) => quality >= least);
      if (own.length > 0) found.set(episode, own);
      else found.delete(episode);
    }
    return found;
  }
}

function listTokens({ words }: Query): Token[] {
  return words.flatMap(({ forms }) => forms.flat());
}

/** Where such a word stands may be known by counts alone, and so not what is heard in its place. */
function isOneCharacter({ forms: [tokens = []] }: QueryWord): boolean {
  return tokens.length === 1 && tokens[0]?.isHan === true;
}

/** All words of a query as one. */
function joinWords({ words, text }: Query): QueryWord {
  return { text, forms: [words.flatMap(({ forms }) => forms[0] ?? [])], isTyping: false };
}

/** What is heard but for the places that `others` hold or touch. */
export function withoutPlaces({ sound, hits }: HeardEpisodes, others: HitsOf): HeardEpisodes {
  const left = new Map(sound);
  for (const [episode, hitsByWord] of sound) {
    const places = (others.get(episode) ?? []).flat().sort((a, b) => a.from - b.from);
    const own = hitsByWord.map((heard) => withoutTouching(heard, places));
    if (own.some((heard) => heard.length > 0)) left.set(episode, own);
    else left.delete(episode);
  }
  return { sound: left, hits: new Map([...hits].filter(([episode]) => left.has(episode))) };
}

/** Where a word's hits begin, as positions of a shard. */
function listStarts({ episodes, firstPositions }: ShardPlaces, hits: WordHits): Set<number> {
  return new Set(
    episodes.flatMap((episode, member) => {
      const own = episode === undefined ? [] : (hits.get(episode) ?? []);
      return own.map(({ from }) => from + (firstPositions[member] as number));
    }),
  );
}

/** More places than these nobody looks through: of a sound that is everywhere only the nearest are kept. Chosen. */
const MOST_HITS = 300;

/** The least quality of which not too many places are better or as good; at least the best are kept. */
function findLeastQuality(hits: readonly PhraseHit[]): number {
  const counts = new Map<number, number>();
  for (const { quality } of hits) counts.set(quality, (counts.get(quality) ?? 0) + 1);
  let least = Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const [quality, count] of [...counts].sort((a, b) => b[0] - a[0])) {
    sum += count;
    if (sum > MOST_HITS && least < Number.POSITIVE_INFINITY) break;
    least = quality;
  }
  return least;
}

/** Without the places that lie in one of another form; of one place, the likeliest form. Ascending. */
function keepOuter(hits: readonly PhraseHit[]): PhraseHit[] {
  const kept: PhraseHit[] = [];
  let reached = -1;
  for (const hit of [...hits].sort((a, b) => a.from - b.from || b.to - a.to || b.quality - a.quality)) {
    if (hit.to <= reached) continue;
    reached = hit.to;
    kept.push(hit);
  }
  return kept;
}

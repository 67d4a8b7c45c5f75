import { mergeHits } from "../../text/find-form.ts";
import type {
  AnswerNotes,
  FoundPassage,
  FoundTimes,
  SearchOptions,
  SearchTier,
} from "../api/search-types.ts";
import type { SearchManifest } from "../format/manifest.ts";
import { parseQuery, type Query, type QueryWord } from "../query/query.ts";
import { combineWords, type HitsOf, listTogether } from "./combine-words.ts";
import { countFacets, readConditions } from "./conditions.ts";
import { findHeadings, listFound, type RankedEpisode } from "./list-found.ts";
import { listPassages, locateHits } from "./list-passages.ts";
import { type Narrowing, narrowEpisodes } from "./narrow-episodes.ts";
import {
  type PhraseHit,
  type PlacedHits,
  placeHits,
  readPlaces,
  readShardTerms,
  type ShardTerms,
} from "./place-hits.ts";
import type { SearchFiles } from "./search-files.ts";
import { QueryReadings } from "./sound/query-readings.ts";
import { type HeardEpisodes, SoundSearch } from "./sound/sound-search.ts";
import { matchPhrase } from "./terms/match-phrase.ts";
import type { TermIndex } from "./terms/term-index.ts";

/** An answer, with the places that its passages are made from. */
export interface Answer {
  readonly query: Query;
  /** One tier after the other, each sorted as asked. */
  readonly episodes: readonly RankedEpisode[];
  readonly hitsOf: Readonly<Record<SearchTier, HitsOf>>;
  /** Where each word of the exact tier stands, by itself. */
  readonly placed: readonly PlacedHits[];
  readonly notes: AnswerNotes;
}

/** What a query asks, and where each of its words stands. */
interface AskedWords {
  readonly query: Query;
  readonly placed: readonly PlacedHits[];
  readonly narrowing: Narrowing;
}

const nothingHeard: HeardEpisodes = { sound: new Map(), hits: new Map() };

/** Answers queries over an archive's index, exactly: see design and promise in src/README.md. */
export class SearchEngine {
  readonly #manifest: SearchManifest;
  readonly #index: TermIndex;
  readonly #files: SearchFiles;
  readonly #shards: readonly ShardTerms[];
  #sound: SoundSearch | undefined;

  constructor(manifest: SearchManifest, index: TermIndex, files: SearchFiles) {
    this.#manifest = manifest;
    this.#index = index;
    this.#files = files;
    this.#shards = manifest.shards.map((shard) => readShardTerms(shard.exact, readPlaces(shard, manifest)));
  }

  /**
   * The episodes in which every word of the query stands or is heard, with all its places, and that pass its filters;
   * all that pass, where there is no word. No text is loaded.
   */
  async search(text: string, options: SearchOptions = {}): Promise<Answer> {
    const query = parseQuery(text, this.#manifest.aliases, options.prefix ?? false);
    const conditions = readConditions(query.filters, options.filters, this.#manifest);
    const [found, excluded] = await Promise.all(
      [query.words, query.excluded].map((words) => Promise.all(words.map((word) => this.#findWord(word)))),
    );
    const narrowing: Narrowing = {
      conditions: conditions.all,
      excluded: new Set(excluded?.flatMap(({ said }) => [...said.keys()])),
    };
    const tiers = options.tiers ?? ["exact"];
    const asked = { query, placed: found ?? [], narrowing };
    const exact = await this.#findExact(asked, options);
    const sound = tiers.includes("sound") ? await this.#findSound(asked) : nothingHeard;
    const listed = tiers.includes("exact") ? exact.hitsOf : new Map();
    const { placed } = exact;
    return {
      query,
      episodes: [
        ...listFound({ hitsOf: listed, counted: listed, placed }, this.#manifest, options.sort),
        ...listFound({ hitsOf: sound.hits, counted: sound.sound }, this.#manifest, options.sort),
      ],
      hitsOf: { exact: listed, sound: sound.sound },
      placed,
      notes: { ...exact.notes, unknown: conditions.unknown, typedFilters: conditions.typed },
    };
  }

  async #findExact(
    { query, placed, narrowing }: AskedWords,
    { dropMissing }: SearchOptions,
  ): Promise<
    Pick<Answer, "placed"> & { hitsOf: HitsOf; notes: Omit<AnswerNotes, "unknown" | "typedFilters"> }
  > {
    const isMissing = placed.map(({ said }) => said.size === 0);
    const missing = query.words.flatMap(({ text }, word) => (isMissing[word] ? [text] : []));
    const isDropping = dropMissing === true && missing.length < query.words.length;
    const kept = isDropping ? placed.filter((_, word) => !isMissing[word]) : placed;
    const isAsked = query.words.length + query.excluded.length + narrowing.conditions.length > 0;
    const byWord = kept.map(({ said }) => said);
    const candidates = isAsked ? combineWords(byWord, this.#manifest) : new Map();
    const { hitsOf, episodesOf } = await narrowEpisodes(candidates, narrowing, this.#manifest, this.#files);
    const together =
      hitsOf.size > 0 || kept.length < 3 || (!isDropping && missing.length > 0)
        ? []
        : await this.#findTogether(query, byWord, narrowing);
    const dropped = isDropping ? missing : [];
    const facets = countFacets(this.#manifest, episodesOf, narrowing.conditions);
    return { hitsOf, placed: kept, notes: { missing, dropped, together, facets } };
  }

  /** Which words are said in one episode that passes. */
  async #findTogether(
    { words }: Query,
    byWord: readonly ReadonlyMap<number, readonly PhraseHit[]>[],
    narrowing: Narrowing,
  ): Promise<AnswerNotes["together"]> {
    const episodesOf = await Promise.all(
      byWord.map(async (own) => {
        const { hitsOf } = await narrowEpisodes(
          combineWords([own], this.#manifest),
          narrowing,
          this.#manifest,
          this.#files,
        );
        return new Set(hitsOf.keys());
      }),
    );
    return listTogether(
      words.map(({ text }) => text),
      episodesOf,
    );
  }

  async #findSound({ query, placed, narrowing }: AskedWords): Promise<HeardEpisodes> {
    if (this.#manifest.readings === undefined || query.words.length === 0) return nothingHeard;
    this.#sound ??= new SoundSearch(this.#manifest, this.#index, new QueryReadings(this.#files));
    const exact = placed.map(({ said }) => said);
    return await this.#sound.search(query, exact, async (byWord) => {
      const candidates = combineWords(byWord, this.#manifest);
      return (await narrowEpisodes(candidates, narrowing, this.#manifest, this.#files)).hitsOf;
    });
  }

  /** When the hits of an answer's episode are said. No text is loaded. Rejects with a SearchLoadError. */
  async locateHits({ hitsOf }: Answer, episode: number, tier: SearchTier = "exact"): Promise<FoundTimes> {
    return locateHits(await this.#files.loadTable(episode), hitsOf[tier].get(episode) ?? []);
  }

  /** The passages of an answer's episode with a hit, each once, best first. Rejects with a SearchLoadError. */
  async listPassages(
    answer: Answer,
    episode: number,
    limit?: number,
    tier: SearchTier = "exact",
  ): Promise<FoundPassage[]> {
    const hitsByWord = answer.hitsOf[tier].get(episode) ?? [];
    const headingsByWord = tier === "exact" ? findHeadings(answer.placed, episode) : [];
    return listPassages({ episode, hitsByWord, headingsByWord }, this.#manifest, this.#files, limit);
  }

  async #findWord({ forms, isTyping }: QueryWord): Promise<PlacedHits> {
    const placed: PlacedHits = { said: new Map(), headings: new Map() };
    await Promise.all(
      this.#shards.map(async (shard) => {
        const found = await Promise.all(
          forms.map((form, k) => matchPhrase(this.#index, shard, form, isTyping && k === 0)),
        );
        placeHits(shard.places, mergeHits(found), placed);
      }),
    );
    return placed;
  }
}

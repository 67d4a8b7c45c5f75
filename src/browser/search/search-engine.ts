import type { SearchManifest, SearchTerms } from "../../model/search-data.ts";
import { mergeHits } from "../../text/find-marks.ts";
import { parseQuery, type Query, type QueryWord } from "../../text/query.ts";
import { openReadings } from "../../text/sound-readings.ts";
import { listPassages } from "./list-passages.ts";
import { locateHits } from "./locate-hits.ts";
import { matchPhrase, type PhraseHit } from "./match-phrase.ts";
import { PassageTable } from "./passage-table.ts";
import { type PartPlaces, type PlacedHits, placeHits, readPlaces } from "./place-hits.ts";
import { scoreEpisodes } from "./rank-episodes.ts";
import { scoreSounds } from "./rank-sounds.ts";
import type { SearchFiles } from "./search-files.ts";
import type { FoundEpisode, FoundPassage, FoundTimes, SearchOptions, SearchTier } from "./search-types.ts";
import { type HeardEpisodes, SoundSearch } from "./sound-search.ts";
import type { TermIndex } from "./term-index.ts";

/** The places of each word of a query, by the episode's index in the manifest. */
type HitsOf = ReadonlyMap<number, readonly (readonly PhraseHit[])[]>;

/** An answer, with the places that its passages are made from. */
export interface Answer {
  readonly query: Query;
  /** One tier after the other, each sorted as asked; `index` is the episode's in the manifest. */
  readonly episodes: readonly (FoundEpisode & { readonly index: number })[];
  readonly hitsOf: Readonly<Record<SearchTier, HitsOf>>;
  /** Where each word stands, by itself. */
  readonly placed: readonly PlacedHits[];
}

interface ExactPart {
  readonly exact: SearchTerms;
  readonly places: PartPlaces;
  readonly frequentPairs: ReadonlySet<string>;
}

/** Answers queries over an archive's index, exactly: see design and promise in src/README.md. */
export class SearchEngine {
  readonly #manifest: SearchManifest;
  readonly #index: TermIndex;
  readonly #files: SearchFiles;
  readonly #parts: readonly ExactPart[];
  readonly #averageTokenCount: number;
  #sound: SoundSearch | undefined;

  constructor(manifest: SearchManifest, index: TermIndex, files: SearchFiles) {
    this.#manifest = manifest;
    this.#index = index;
    this.#files = files;
    this.#parts = manifest.parts.map((part) => ({
      exact: part.exact,
      places: readPlaces(part, manifest),
      frequentPairs: new Set(part.exact.frequentPairs.match(/../gu)),
    }));
    const counts = manifest.episodes.tokenCounts;
    this.#averageTokenCount = counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
  }

  /** The episodes in which every word of the query stands or is heard, with all its places. No text is loaded. */
  async search(text: string, options: SearchOptions = {}): Promise<Answer> {
    const query = parseQuery(text, this.#manifest.aliases, options.prefix ?? false);
    if (query.words.length === 0)
      return { query, episodes: [], hitsOf: { exact: new Map(), sound: new Map() }, placed: [] };
    const tiers = options.tiers ?? ["exact"];
    const placed = await Promise.all(query.words.map((word) => this.#findWord(word)));
    const byWord = placed.map(({ said }) => said);
    const exact = tiers.includes("exact") ? await this.#combine(byWord, options) : new Map();
    const { hits, sound } = tiers.includes("sound")
      ? await this.#findSound(query, byWord, options)
      : { hits: new Map(), sound: new Map() };
    const episodes = [
      ...this.#sort(this.#score(exact, exact, placed), options.sort),
      ...this.#sort(this.#score(hits, sound), options.sort),
    ];
    return { query, episodes, hitsOf: { exact, sound }, placed };
  }

  /** The episodes that have a place of every word and pass the filters. */
  async #combine(
    byWord: readonly ReadonlyMap<number, PhraseHit[]>[],
    { filters }: SearchOptions,
  ): Promise<Map<number, PhraseHit[][]>> {
    const [first, ...others] = byWord as [Map<number, PhraseHit[]>, ...Map<number, PhraseHit[]>[]];
    const hitsOf = new Map<number, PhraseHit[][]>();
    for (const [episode, hits] of first) {
      const rest = others.map((word) => word.get(episode));
      if (rest.includes(undefined) || !this.#passes(episode, filters)) continue;
      hitsOf.set(episode, [hits, ...(rest as PhraseHit[][])]);
    }
    const speakers = filters?.["speaker"];
    return speakers === undefined ? hitsOf : this.#keepSpeakers(hitsOf, speakers);
  }

  async #findSound(
    query: Query,
    exact: readonly ReadonlyMap<number, PhraseHit[]>[],
    options: SearchOptions,
  ): Promise<HeardEpisodes> {
    if (this.#manifest.readings === undefined) return { hits: new Map(), sound: new Map() };
    this.#sound ??= new SoundSearch(
      this.#manifest,
      this.#index,
      openReadings(await this.#files.loadReadings()),
    );
    return await this.#sound.search(query, exact, (byWord) => this.#combine(byWord, options));
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
      this.#parts.map(async ({ exact, places, frequentPairs }) => {
        const found = await Promise.all(
          forms.map((form, k) => matchPhrase(this.#index, exact, frequentPairs, form, isTyping && k === 0)),
        );
        placeHits(places, mergeHits(found), placed);
      }),
    );
    return placed;
  }

  #passes(episode: number, filters: SearchOptions["filters"]): boolean {
    const { dates, timings, topics } = this.#manifest.episodes;
    const { topic, year, timing } = filters ?? {};
    const timingNames: Record<string, string> = { c: "cue", e: "estimated", m: "mixed" };
    return (
      (topic?.some((name) => topics[episode]?.includes(this.#manifest.topics.indexOf(name))) ?? true) &&
      (year?.includes((dates[episode] as string).slice(0, 4)) ?? true) &&
      (timing?.includes(timingNames[timings[episode] as string] as string) ?? true)
    );
  }

  /** Keeps the hits in passages of these speakers, and the episodes in which every word still has one. */
  async #keepSpeakers(
    hitsOf: ReadonlyMap<number, PhraseHit[][]>,
    keys: readonly string[],
  ): Promise<Map<number, PhraseHit[][]>> {
    const wanted = new Set(
      keys.map((key) => this.#manifest.speakers.findIndex(([own]) => own === key)).filter((at) => at >= 0),
    );
    const kept = new Map<number, PhraseHit[][]>();
    await Promise.all(
      [...hitsOf].map(async ([episode, hitsByWord]) => {
        if (!this.#manifest.episodes.speakers[episode]?.some((speaker) => wanted.has(speaker))) return;
        const table = new PassageTable(await this.#files.loadTable(episode));
        const own = hitsByWord.map((hits) =>
          hits.filter(({ from }) => wanted.has(table.speakerOf(table.findPassage(from)))),
        );
        if (own.every((hits) => hits.length > 0)) kept.set(episode, own);
      }),
    );
    return kept;
  }

  /**
   * @param counted the places that are an episode's hits, of those that its score is made from
   * @param placed the exact tier's: where each word stands in headings too; absent for what only sounds so
   */
  #score(
    hitsOf: HitsOf,
    counted: HitsOf,
    placed?: readonly PlacedHits[],
  ): (FoundEpisode & { index: number })[] {
    const { slugs, titles, dates, languages, people, tokenCounts } = this.#manifest.episodes;
    const matching = [...hitsOf];
    const ranked = matching.map(([index, hitsByWord]) => ({
      hitsByWord,
      headingsByWord: placed === undefined ? [] : findHeadings(placed, index),
      tokenCount: tokenCounts[index] as number,
    }));
    const scores =
      placed !== undefined
        ? scoreEpisodes(ranked, slugs.length, this.#averageTokenCount)
        : scoreSounds(ranked, slugs.length);
    return matching.map(([index], k) => ({
      index,
      slug: slugs[index] as string,
      title: titles[index] as string,
      date: dates[index] as string,
      language: languages[index] as string,
      people: (people[index] as readonly number[]).map((own) => this.#manifest.people[own] as string),
      hits: counted.get(index)?.reduce((sum, hits) => sum + hits.length, 0) ?? 0,
      score: scores[k] as number,
      tier: placed === undefined ? "sound" : "exact",
    }));
  }

  #sort<T extends FoundEpisode & { index: number }>(episodes: T[], sort: SearchOptions["sort"]): T[] {
    // The manifest lists the oldest first, so the index stands for the date.
    if (sort === "oldest") return episodes.sort((a, b) => a.index - b.index);
    if (sort === "newest") return episodes.sort((a, b) => b.index - a.index);
    return episodes.sort((a, b) => b.score - a.score || b.index - a.index);
  }
}

/** Where the words of a query stand in the headings of an episode. */
function findHeadings(placed: readonly PlacedHits[], episode: number): PhraseHit[][] {
  return placed.map(({ headings }) => headings.get(episode) ?? []);
}

import type {
  AnswerNotes,
  FoundForm,
  FoundNames,
  FoundPassage,
  FoundTimes,
  RelatedPassage,
  SearchOptions,
  SearchTier,
} from "../api/search-types.ts";
import { FILE_TITLES, type SearchManifest } from "../format/manifest.ts";
import { cutQuestion, isQuestion, isSentence, tellAsking } from "../query/cut-question.ts";
import { keepWords } from "../query/edit-query.ts";
import {
  boundQuery,
  findDottedWords,
  parseQuery,
  type Query,
  type QueryWord,
  withoutAliases,
} from "../query/query.ts";
import { countFacets, findUnmet, readConditions } from "./conditions.ts";
import {
  describeForm,
  type FormPlaces,
  type FormSources,
  findForms,
  keepForms,
  listFormsOf,
} from "./find-forms.ts";
import { type FoundWord, listAdded, listLeftOut, WordFinder } from "./find-word.ts";
import { type FoundTier, findHeadings, listFound, listNear, type RankedEpisode } from "./list-found.ts";
import { listPassages, locateHits, placeCounted } from "./list-passages.ts";
import { findChapters } from "./names/find-headed.ts";
import { listBest, NameFinder } from "./names/find-names.ts";
import {
  combineWords,
  type HitsOf,
  listTogether,
  type Narrowing,
  narrowEpisodes,
} from "./narrow-episodes.ts";
import type { SearchFiles } from "./passage-table.ts";
import {
  isCounted,
  type PhraseHit,
  type PlacedHits,
  readPlaces,
  readShardTerms,
  type ShardTerms,
} from "./place-hits.ts";
import { findEvidence } from "./related/find-evidence.ts";
import { listRelated, type RelatedPlaces } from "./related/list-related.ts";
import { rankWindows } from "./related/rank-windows.ts";
import { QueryReadings } from "./sound/sound-forms.ts";
import { type HeardEpisodes, SoundSearch, withoutPlaces } from "./sound/sound-search.ts";
import type { TermIndex } from "./terms/term-index.ts";
import { PinyinWritings } from "./variants/pinyin-writings.ts";
import { VariantSearch } from "./variants/variant-search.ts";

/** An answer, with the places that its passages are made from. */
export interface Answer {
  readonly query: Query;
  /** One tier after the other, each sorted as asked. */
  readonly episodes: readonly RankedEpisode[];
  readonly hitsOf: Readonly<Record<Exclude<SearchTier, "related">, HitsOf>>;
  readonly related: RelatedPlaces;
  /** What is called so. */
  readonly named: FoundNames;
  /** Where each word of the exact tier stands, by itself. */
  readonly placed: readonly PlacedHits[];
  /** The places of the writings that `notes.forms` tells. */
  readonly written: Readonly<Record<FoundForm["tier"], readonly FormPlaces[]>>;
  readonly notes: AnswerNotes;
}

/** What a query asks, and where each of its words stands. */
interface AskedWords {
  readonly query: Query;
  readonly placed: readonly PlacedHits[];
  readonly narrowing: Narrowing;
}

const nothingHeard: HeardEpisodes = { sound: new Map(), hits: new Map() };
const nothingRelated: RelatedPlaces = { runs: [], evidence: [], weights: [], windows: [] };

/**
 * Tables that are loaded for the names of chapters, and of episodes: two kilobytes each. A page shows three names before
 * it is asked for more, and takes fewer. Chosen by bytes: with ten, tables were a sixth of a query's.
 */
const MOST_TABLES = 5;
const FEW_TABLES = 3;

/** Episodes of an answer that a page shows at once, each with its title. */
const FIRST_ROWS = 3;

/** Chosen: more than anybody reads of what is only near. */
const MOST_RELATED = 50;

/** Answers queries over an archive's index, exactly: see design and promise in src/search/README.md. */
export class SearchEngine {
  readonly #manifest: SearchManifest;
  readonly #index: TermIndex;
  readonly #files: SearchFiles;
  readonly #shards: readonly ShardTerms[];
  readonly #readings: QueryReadings;
  readonly #names: NameFinder;
  readonly #words: WordFinder;
  #sound: SoundSearch | undefined;
  #variants: VariantSearch | undefined;

  constructor(manifest: SearchManifest, index: TermIndex, files: SearchFiles) {
    this.#manifest = manifest;
    this.#index = index;
    this.#files = files;
    this.#readings = new QueryReadings(files);
    this.#names = new NameFinder(manifest, files, () => this.#readings.open([]));
    this.#shards = manifest.shards.map((shard) => readShardTerms(shard.exact, readPlaces(shard, manifest)));
    this.#words = new WordFinder(index, this.#shards);
  }

  /**
   * The episodes in which every word of the query stands or is heard, with all its places, and that pass its filters;
   * all that pass, where there is no word. No text is loaded.
   */
  async search(text: string, { forms, ...options }: SearchOptions = {}): Promise<Answer> {
    if (forms !== undefined) return this.keepForms(await this.search(text, options), forms, options.sort);
    const { asked, added, notes } = await this.#ask(text, options);
    const { tiers = ["exact"], sort } = options;
    const exact = await this.#findExact(asked, options);
    const variant = tiers.includes("variant") ? await this.#findVariants(asked) : new Map();
    const sound = tiers.includes("sound") ? await this.#findSound(asked) : nothingHeard;
    const related = tiers.includes("related")
      ? await this.#findRelated(text, asked.narrowing)
      : nothingRelated;
    const listed = tiers.includes("exact") ? exact.hitsOf : new Map();
    const { placed } = exact;
    const said = listFound(
      { tier: "exact", hitsOf: listed, counted: listed, placed, telling: listTelling(placed) },
      this.#manifest,
      sort,
    );
    const heardTier = { hitsOf: sound.hits, counted: sound.sound, telling: listTelling(asked.placed) };
    const order = said.map(({ index }) => index);
    // What is asked for next comes along with what the names need.
    if (options.titles === false) for (const index of order.slice(0, FIRST_ROWS)) void this.#loadAhead(index);
    const [named, otherwise, heard] = await Promise.all([
      this.#findNames(asked, order, options.titles === false ? FEW_TABLES : MOST_TABLES),
      this.#listWritten({ tier: "variant", hitsOf: variant, counted: variant }, asked, sort),
      this.#listWritten({ tier: "sound", ...heardTier }, asked, sort),
    ]);
    const near = listNear(related.windows, this.#manifest);
    const hasAliases = options.aliases !== false;
    return {
      query: asked.query,
      named,
      episodes: [...said, ...otherwise.episodes, ...near, ...heard.episodes],
      hitsOf: { exact: listed, variant, sound: sound.sound },
      related,
      placed,
      written: { variant: otherwise.written, sound: heard.written },
      notes: {
        ...exact.notes,
        ...notes,
        aliases: hasAliases ? listAdded(added, exact.hitsOf) : [],
        leftOut: hasAliases ? [] : listLeftOut(added, asked.narrowing, this.#manifest),
        forms: [...otherwise.forms, ...heard.forms],
      },
    };
  }

  /** Whoever asks for it meets the fault. */
  #loadAhead(episode: number): Promise<unknown> {
    return this.#files.loadTable(episode).catch(() => undefined);
  }

  /** Reads a query, and finds where each of its words stands. */
  async #ask(
    text: string,
    options: SearchOptions,
  ): Promise<{
    asked: AskedWords;
    added: FoundWord["added"];
    notes: Pick<AnswerNotes, "unasked" | "unknown" | "typedFilters" | "isSentence">;
  }> {
    const parsed = parseQuery(text, this.#manifest.aliases, options.prefix ?? false);
    const { query: whole, unasked } = await boundQuery(parsed, (word) => this.#words.countFiles(word));
    const hasAliases = options.aliases !== false;
    const query = hasAliases ? whole : withoutAliases(whole);
    const conditions = readConditions(query.filters, options.filters, this.#manifest);
    // Who says a word is told by its places alone.
    const canCount = !conditions.all.some(({ key }) => key === "speaker");
    const [found, excluded] = await Promise.all([
      Promise.all(whole.words.map((word) => this.#words.find(word, { hasAliases, canCount }))),
      Promise.all(query.excluded.map((word) => this.#words.find(word, { hasAliases, canCount: true }))),
    ]);
    const narrowing: Narrowing = {
      conditions: conditions.all,
      excluded: new Set(excluded.flatMap(({ placed: { said } }) => [...said.keys()])),
    };
    return {
      asked: { query, placed: found.map((own) => own.placed), narrowing },
      added: found.flatMap((own) => own.added),
      notes: {
        unasked,
        unknown: conditions.unknown,
        typedFilters: conditions.typed,
        isSentence: isSentence(keepWords(text)),
      },
    };
  }

  async #findExact(
    { query, placed, narrowing }: AskedWords,
    { dropMissing }: SearchOptions,
  ): Promise<
    Pick<Answer, "placed"> & {
      hitsOf: HitsOf;
      notes: Pick<AnswerNotes, "missing" | "dropped" | "together" | "facets">;
    }
  > {
    const isMissing = placed.map(({ said }) => said.size === 0);
    const missing = query.words.flatMap(({ text }, word) => (isMissing[word] ? [text] : []));
    // Without its rarest words a question is grammar; of those, the related tier says which stand where.
    const isDropping =
      dropMissing === true && missing.length < query.words.length && !isQuestion(keepWords(query.text));
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

  /** The episodes that have a place of every word and pass. */
  #narrow(
    byWord: readonly ReadonlyMap<number, readonly PhraseHit[]>[],
    narrowing: Narrowing,
  ): ReturnType<typeof narrowEpisodes> {
    return narrowEpisodes(combineWords(byWord, this.#manifest), narrowing, this.#manifest, this.#files);
  }

  /** Which words are said in one episode that passes. */
  async #findTogether(
    { words }: Query,
    byWord: readonly ReadonlyMap<number, readonly PhraseHit[]>[],
    narrowing: Narrowing,
  ): Promise<AnswerNotes["together"]> {
    const episodesOf = await Promise.all(
      byWord.map(async (own) => {
        const { hitsOf } = await this.#narrow([own], narrowing);
        return new Set(hitsOf.keys());
      }),
    );
    return listTogether(
      words.map(({ text }) => text),
      episodesOf,
    );
  }

  /** @param order the episodes of the exact tier: the tables of the first are needed for their passages too */
  async #findNames(
    { query, placed, narrowing: { conditions, excluded } }: AskedWords,
    order: readonly number[],
    mostTables: number,
  ): Promise<FoundNames> {
    const passes = (episode: number) =>
      !excluded.has(episode) && findUnmet(this.#manifest, episode, conditions).length === 0;
    const [things, chaptered] = await Promise.all([
      this.#names.find(query, placed, passes, mostTables),
      findChapters(query, placed, order, passes, this.#manifest, this.#files, mostTables),
    ]);
    return listBest([...things.names, ...chaptered.chapters], {
      episode: things.moreEpisodes,
      // An episode that was not looked into counts as one.
      chapter: chaptered.moreEpisodes,
    });
  }

  async #findVariants({ query, placed, narrowing }: AskedWords): Promise<HitsOf> {
    const variants = this.#openVariants();
    const exact = await Promise.all(
      placed.map(async (own, k) => {
        const word = query.words[k] as QueryWord;
        // Where 一 stands, 1 does not.
        return isCounted(own) && variants.mayVary(word)
          ? (await this.#words.find(word)).placed.said
          : own.said;
      }),
    );
    return await variants.search(
      query,
      exact,
      async (byUnit) => (await this.#narrow(byUnit, narrowing)).hitsOf,
    );
  }

  /**
   * The episodes of a tier whose index does not tell how its places are written, and what a few texts tell of it; of
   * sounds also which writings are likely to be what was asked.
   */
  async #listWritten(
    tier: FoundTier & { readonly tier: FoundForm["tier"] },
    { query, placed }: AskedWords,
    sort: SearchOptions["sort"],
  ): Promise<{ episodes: RankedEpisode[]; written: readonly FormPlaces[]; forms: FoundForm[] }> {
    if (tier.counted.size === 0) return { episodes: [], written: [], forms: [] };
    const episodes = listFound(tier, this.#manifest, sort);
    const order = episodes.map(({ index }) => index);
    const written = await findForms(tier.counted, order, this.#openForms());
    const isLikely =
      tier.tier === "sound" ? await this.#openSound().judge(query, placed, written) : written.map(() => true);
    const forms = written.map((own, k) => describeForm(own, tier.tier, isLikely[k] === true));
    return {
      episodes: episodes.map((own) => ({ ...own, forms: listFormsOf(own.index, written) })),
      written,
      forms: forms.sort((a, b) => Number(b.isLikely) - Number(a.isLikely) || b.hits - a.hits),
    };
  }

  /** An answer with those places of variants and sounds alone that are written in one of some forms. */
  keepForms(answer: Answer, forms: readonly string[], sort: SearchOptions["sort"]): Answer {
    const { variant, sound } = answer.hitsOf;
    const kept = {
      variant: keepForms(variant, answer.written.variant, forms),
      sound: keepForms(sound, answer.written.sound, forms),
    };
    const formsOf = new Map(answer.episodes.map((own) => [`${own.tier} ${own.index}`, own.forms]));
    const list = (tier: FoundForm["tier"]) =>
      listFound({ tier, hitsOf: kept[tier], counted: kept[tier] }, this.#manifest, sort).map((own) => ({
        ...own,
        forms: (formsOf.get(`${tier} ${own.index}`) ?? []).filter(({ form }) => forms.includes(form)),
      }));
    const others = answer.episodes.filter(({ tier }) => tier === "exact" || tier === "related");
    return {
      ...answer,
      episodes: [...others, ...list("variant"), ...list("sound")],
      hitsOf: { ...answer.hitsOf, ...kept },
    };
  }

  async #findSound(asked: AskedWords): Promise<HeardEpisodes> {
    const { query, placed, narrowing } = asked;
    if (this.#manifest.readings === undefined || query.words.length === 0) return nothingHeard;
    const exact = placed.map(({ said }) => said);
    const heard = await this.#openSound().search(
      query,
      exact,
      async (byWord) => (await this.#narrow(byWord, narrowing)).hitsOf,
    );
    // What is only written otherwise was heard as it was said.
    return heard.sound.size === 0 ? heard : withoutPlaces(heard, await this.#findVariants(asked));
  }

  #openForms(): FormSources {
    const dotted = findDottedWords(this.#manifest.aliases);
    return { index: this.#index, shards: this.#shards, files: this.#files, dotted };
  }

  #openVariants(): VariantSearch {
    if (this.#variants !== undefined) return this.#variants;
    const pinyin =
      this.#manifest.readings === undefined
        ? undefined
        : new PinyinWritings(this.#manifest, this.#openForms(), this.#readings);
    this.#variants = new VariantSearch(this.#manifest, this.#index, this.#shards, pinyin);
    return this.#variants;
  }

  #openSound(): SoundSearch {
    this.#sound ??= new SoundSearch(this.#manifest, this.#index, this.#readings);
    return this.#sound;
  }

  /** Where what a question asks about stands close together. No text is loaded. */
  async #findRelated(text: string, narrowing: Narrowing): Promise<RelatedPlaces> {
    const runs = cutQuestion(keepWords(text), findDottedWords(this.#manifest.aliases));
    const all = await findEvidence(this.#index, this.#shards, runs);
    const evidence = await Promise.all(
      all.map(async (own) => {
        const { hitsOf } = await this.#narrow([own.placed.said], narrowing);
        const said = new Map([...hitsOf].map(([episode, [hits = []]]) => [episode, [...hits]]));
        const headings = new Map([...own.placed.headings].filter(([episode]) => said.has(episode)));
        return { ...own, placed: { said, headings } };
      }),
    );
    return { runs, evidence, ...rankWindows(evidence, this.#manifest.episodes, MOST_RELATED) };
  }

  /**
   * The passages nearest to what an answer's query asks, best first: of all episodes, or of one. Rejects with a
   * SearchLoadError.
   */
  async listRelated({ related }: Answer, limit?: number, episode?: number): Promise<RelatedPassage[]> {
    const windows = related.windows.filter((own) => episode === undefined || own.episode === episode);
    return await listRelated(windows.slice(0, limit), related, this.#manifest, this.#files);
  }

  /**
   * When the hits of an answer's episode are said, those of a sentence's words of grammar left out. No text is loaded
   * but for a common character's. Rejects with a SearchLoadError.
   */
  async locateHits(answer: Answer, episode: number, tier: SearchTier = "exact"): Promise<FoundTimes> {
    const { hitsOf, related, query, notes } = answer;
    const own = tier === "related" ? [] : (hitsOf[tier].get(episode) ?? []);
    const words = query.words.map(({ text }) => text).filter((word) => !notes.dropped.includes(word));
    const asks = tier === "exact" ? tellAsking(query.text, words) : [];
    const hits =
      tier === "related"
        ? [related.windows.filter((near) => near.episode === episode)]
        : await this.#place(
            episode,
            own.filter((_, word) => asks[word] ?? true),
          );
    return locateHits(await this.#files.loadTable(episode), hits);
  }

  /** The passages of an answer's episode with a hit, each once, best first. Rejects with a SearchLoadError. */
  async listPassages(
    answer: Answer,
    episode: number,
    limit?: number,
    tier: SearchTier = "exact",
  ): Promise<FoundPassage[]> {
    if (tier === "related") return await this.listRelated(answer, limit, episode);
    const hitsByWord = await this.#place(episode, answer.hitsOf[tier].get(episode) ?? []);
    const headingsByWord = tier === "exact" ? findHeadings(answer.placed, episode) : [];
    return listPassages({ episode, hitsByWord, headingsByWord }, this.#manifest, this.#files, limit);
  }

  /** The titles of some episodes, from the files that have them. Rejects with a SearchLoadError. */
  async readTitles(episodes: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const files = [...new Set(episodes.map((episode) => Math.floor(episode / FILE_TITLES)))];
    const loaded = new Map(
      await Promise.all(files.map(async (file) => [file, await this.#files.loadTitles(file)] as const)),
    );
    const read = (episode: number) =>
      loaded.get(Math.floor(episode / FILE_TITLES))?.[episode % FILE_TITLES] as string;
    return new Map(episodes.map((episode) => [episode, read(episode)]));
  }

  /** The places of an episode that are counted so far, from its texts; the others as they are. */
  #place(episode: number, hitsByWord: readonly (readonly PhraseHit[])[]): Promise<(readonly PhraseHit[])[]> {
    const dotted = findDottedWords(this.#manifest.aliases);
    return Promise.all(hitsByWord.map((hits) => placeCounted(episode, hits, dotted, this.#files)));
  }
}

/** Which words say something by standing close to others. */
function listTelling(placed: readonly PlacedHits[]): boolean[] {
  return placed.map(({ isOneCharacter }) => isOneCharacter !== true);
}

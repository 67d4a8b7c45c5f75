import type { Passage } from "../../../../src/model/passage.ts";
import { SearchEngine } from "../../../../src/search/engine/search-engine.ts";
import type { TermIndex } from "../../../../src/search/engine/terms/term-index.ts";
import type { SearchManifest, SearchTerms } from "../../../../src/search/format/manifest.ts";
import {
  makeReadingTables,
  type ReadingTable,
  type ReadingTables,
} from "../../../../src/search/format/sound-readings.ts";
import {
  type PostingLimits,
  type Postings,
  postTerms,
} from "../../../../src/search/index/bundle/post-terms.ts";
import {
  makeRecord,
  makeSoundRecord,
  type SearchRecord,
} from "../../../../src/search/index/cut/make-record.ts";
import { placeShards } from "../../../../src/search/index/shards/place-shards.ts";
import {
  type Headed,
  makeWordList,
  type TokenizedTurn,
  tokenizeHeadings,
  tokenizePassages,
} from "../../../../src/search/tokenize/cut-words.ts";
import { listReadings, readDictionary } from "../../../../src/search/tokenize/list-readings.ts";
import { SoundReader } from "../../../../src/search/tokenize/read-sounds.ts";
import { listDottedWords, readTokens } from "../../../../src/text/normalise.ts";

/** A passage as a test writes it: who speaks, and what. */
export type Said = readonly [speaker: string, text: string];

export interface IndexSettings {
  /** A pair in more places than this is split by the next character. */
  readonly frequentPair?: number;
  /** So many places of such a pair, about, are a list; all of them where absent. */
  readonly pairList?: number;
  /** A character in more places than this is counted. */
  readonly commonCharacter?: number;
  readonly aliases?: readonly (readonly string[])[];
  readonly words?: readonly string[];
  /** The owner's names across languages, and whether the stock list holds; it does where absent. */
  readonly variants?: Partial<SearchManifest["variants"]>;
  /** Dates of the episodes; the first days of 2020, 2021 … where absent. */
  readonly dates?: readonly string[];
  /** Other names of those who speak. */
  readonly namesOf?: Readonly<Record<string, readonly string[]>>;
  /** What is written over each episode; each has the title "Episode" where absent. */
  readonly headed?: readonly Headed[];
  /** Indexes of the episodes of each shard of the index; one shard of all where absent. */
  readonly shards?: readonly (readonly number[])[];
  /** Pages that have names; topics have theirs. */
  readonly named?: Partial<SearchManifest["named"]>;
  /** Told of each table and each file of titles that is loaded. */
  readonly onLoad?: (file: string) => void;
  /** Numbers of the episodes. */
  readonly numbers?: readonly number[];
  /** Index the sounds too; a pair of syllables in more places than this is frequent. */
  readonly sound?: { readonly frequentPair?: number };
}

export function makePassages(said: readonly Said[]): Passage[] {
  return said.map(([speaker, text], k) => ({
    anchor: `t=${k * 10}`,
    lineAnchor: `p${k + 1}`,
    line: k + 1,
    start: k * 10,
    end: k * 10 + 10,
    isEstimated: false,
    speaker: { key: speaker, name: speaker, sure: 1 },
    text,
    changes: [],
    cueStarts: [],
  }));
}

/** An index in memory: each term is found by its beginning, as Pagefind does. */
class MemoryIndex {
  /** Sorted. */
  readonly #terms: readonly string[];
  readonly #positionsOf: ReadonlyMap<string, readonly number[]>;
  readonly #pairLists: Postings["pairLists"];
  readonly #characterCounts: readonly (readonly number[])[];

  constructor({ terms, positionsOf, pairLists, characterCounts }: Postings) {
    this.#pairLists = pairLists;
    this.#characterCounts = characterCounts;
    this.#terms = [...terms].sort();
    this.#positionsOf = new Map(terms.map((term, index) => [term, [...positionsOf(index)]]));
  }

  async countFiles(_terms: unknown, prefix: string): Promise<number> {
    return (await this.findPositions(_terms, prefix)).length;
  }

  async loadPairList(_terms: unknown, pair: number, stretch: number): Promise<readonly number[]> {
    return this.#pairLists[pair]?.listOf(stretch) as readonly number[];
  }

  async loadCharacterCounts(_terms: unknown, character: number): Promise<readonly number[]> {
    return this.#characterCounts[character] as readonly number[];
  }

  async findPositions(_terms: unknown, prefix: string): Promise<number[]> {
    const found: number[] = [];
    for (let at = findFirst(this.#terms, prefix); this.#terms[at]?.startsWith(prefix); at++)
      for (const position of this.#positionsOf.get(this.#terms[at] as string) ?? []) found.push(position);
    return found.sort((a, b) => a - b);
  }
}

/** An index in memory of terms by their folder. */
function openMemory(postingsOf: ReadonlyMap<string, Postings>): TermIndex {
  const indexOf = new Map([...postingsOf].map(([folder, own]) => [folder, new MemoryIndex(own)]));
  const open = ({ folder }: SearchTerms) => indexOf.get(folder) as MemoryIndex;
  return {
    findPositions: (terms, prefix) => open(terms).findPositions(terms, prefix),
    countFiles: (terms, prefix) => open(terms).countFiles(terms, prefix),
    loadPairList: (terms, ...list) => open(terms).loadPairList(terms, ...list),
    loadCharacterCounts: (terms, character) => open(terms).loadCharacterCounts(terms, character),
  };
}

/** Index of the first of sorted terms that is not before `prefix`. */
function findFirst(terms: readonly string[], prefix: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] as string) < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sounds of episodes, as the build records them. */
function recordSounds(turns: readonly (readonly TokenizedTurn[])[]): SearchRecord[] {
  const reader = new SoundReader();
  return turns.map((own) =>
    makeSoundRecord(own.map((turn) => ({ ...turn, tokens: reader.read(turn.tokens, turn.wordStarts) }))),
  );
}

function describeTerms(
  postings: Postings | undefined,
): Pick<SearchTerms, "bundles" | "frequentPairs" | "pairStretches" | "commonCharacters"> {
  return {
    bundles: [""],
    frequentPairs: postings?.frequentPairs.join("") ?? "",
    pairStretches: postings?.pairLists.map(({ stretches }) => stretches) ?? [],
    commonCharacters: postings?.commonCharacters.join("") ?? "",
  };
}

/** Indexes episodes as the build does and opens the browser's engine over `open(postings, manifest)`. */
export async function indexEpisodes(
  episodes: readonly (readonly Said[])[],
  settings: IndexSettings = {},
  open: (postings: readonly Postings[], manifest: SearchManifest) => Promise<TermIndex> = async (postings) =>
    openMemory(new Map(postings.map((own, shard) => [`${shard}/exact/`, own]))),
): Promise<{ engine: SearchEngine; manifest: SearchManifest }> {
  const { frequentPair = Number.POSITIVE_INFINITY, aliases = [], words = [], sound } = settings;
  const headed = settings.headed ?? episodes.map(() => ({ title: "Episode", topics: [], chapters: [] }));
  const dotted = listDottedWords(aliases.flat());
  const wordList = makeWordList(words, dotted);
  const passages = episodes.map(makePassages);
  const turns = passages.map((own, k) => [
    ...tokenizeHeadings(headed[k] as Headed, wordList, dotted),
    ...tokenizePassages(own, wordList, dotted),
  ]);
  const records = turns.map((own) => makeRecord(own));
  const soundRecords = sound === undefined ? undefined : recordSounds(turns);
  const soundFrequentPair = sound?.frequentPair ?? Number.POSITIVE_INFINITY;
  const members = settings.shards ?? [episodes.map((_, index) => index)];
  const postEach = (all: readonly SearchRecord[], limits: PostingLimits) =>
    Promise.all(
      members.map((own) =>
        postTerms(
          own.map((index) => all[index] as SearchRecord),
          limits,
        ),
      ),
    );
  const { pairList = Number.POSITIVE_INFINITY, commonCharacter = Number.POSITIVE_INFINITY } = settings;
  const postings = await postEach(records, { frequentPair, pairList, commonCharacter });
  const heard =
    soundRecords === undefined
      ? undefined
      : await postEach(soundRecords, { frequentPair: soundFrequentPair, pairList });
  const speakers = [...new Set(episodes.flat().map(([speaker]) => speaker))];
  const topics = [...new Set(headed.flatMap((own) => own.topics))];
  const differences = (values: readonly number[]) => values.map((value, k) => value - (values[k - 1] ?? 0));
  const manifest: SearchManifest = {
    aliases,
    variants: { names: [], hasStock: true, ...settings.variants },
    speakers: speakers.map((name) => [name, name, ...(settings.namesOf?.[name] ?? [])]),
    topics,
    people: [],
    named: { people: [], terms: [], topics: topics.map((topic) => [topic, topic]), ...settings.named },
    shards: placeShards(
      members.map((own, shard) => ({
        name: String(shard),
        members: own.map((index) => ({
          key: String(index),
          size: (records[index] as SearchRecord).termAt.length,
        })),
        exact: describeTerms(postings[shard]),
        sound: describeTerms(heard?.[shard]),
      })),
      records.map(({ tokenCount, headingLength }, index) => ({
        key: String(index),
        tokenCount,
        headingLength,
      })),
    ),
    frequentSound: soundFrequentPair,
    ...(sound === undefined ? {} : { readings: "" }),
    episodes: {
      slugs: episodes.map((_, k) => `e${k}`),
      titleLengths: headed.map(({ title }) => readTokens(title, dotted).length),
      numbers: episodes.map((_, k) => settings.numbers?.[k] ?? null),
      seasons: episodes.map(() => null),
      dates: settings.dates ?? episodes.map((_, k) => `202${k % 10}-01-01`),
      tokenCounts: records.map(({ tokenCount }) => tokenCount),
      headingLengths: records.map(({ headingLength }) => headingLength),
      versions: episodes.map(() => ""),
      timings: "c".repeat(episodes.length),
      speakers: episodes.map((said) => [...new Set(said.map(([speaker]) => speakers.indexOf(speaker)))]),
      topics: headed.map((own) => own.topics.map((topic) => topics.indexOf(topic))),
      languages: episodes.map(() => "zh-CN"),
      people: episodes.map(() => []),
    },
  };
  const exact = await open(postings, manifest);
  const sounds = openMemory(new Map((heard ?? []).map((own, shard) => [`${shard}/sound/`, own])));
  const indexOf = ({ folder }: SearchTerms) => (folder.endsWith("/sound/") ? sounds : exact);
  const index: TermIndex = {
    findPositions: (terms, prefix) => indexOf(terms).findPositions(terms, prefix),
    countFiles: (terms, prefix) => indexOf(terms).countFiles(terms, prefix),
    loadPairList: (terms, ...list) => indexOf(terms).loadPairList(terms, ...list),
    loadCharacterCounts: (terms, character) => exact.loadCharacterCounts(terms, character),
  };
  const engine = new SearchEngine(manifest, index, {
    loadTable: async (episode) => {
      settings.onLoad?.(`table ${episode}`);
      return {
        title: (headed[episode] as Headed).title,
        positions: differences((records[episode] as SearchRecord).firstPositions),
        starts: differences((passages[episode] as Passage[]).map(({ start }) => start * 10)),
        anchors: (passages[episode] as Passage[]).map(({ anchor }) => anchor).join(" "),
        speakers: (passages[episode] as Passage[]).map(({ speaker }) => speakers.indexOf(speaker?.key ?? "")),
        chapters: (headed[episode] as Headed).chapters.map(({ firstPassage, title }, k, { length }) => {
          const { headings } = records[episode] as SearchRecord;
          return [headings[headings.length - length + k] as number, firstPassage, title];
        }),
        blocks: [0],
        strip: "0z",
        duration: 100,
      };
    },
    loadTitles: async () => {
      settings.onLoad?.("titles");
      return headed.map(({ title }) => title);
    },
    loadReadings: async (other) =>
      other === undefined ? readings().usual : (readings().others[other] as ReadingTable),
    loadBlock: async (episode) => (passages[episode] as Passage[]).map(({ text }) => text),
    loadHeard: async (episode) => (passages[episode] as Passage[]).map(() => []),
  });
  return { engine, manifest };
}

let tables: ReadingTables | undefined;

function readings(): ReadingTables {
  tables ??= makeReadingTables(listReadings(readDictionary()), new Set("蒸馏的一"));
  return tables;
}
